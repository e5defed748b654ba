/*
 * report.h - what an author wrote, checked against the vocabulary and typed: nothing is computed yet.
 *
 * The reader (spec/) has put parameters in place; include files are merged; every part keeps its place
 * in the files. What depends on data (conditions, loops, values) is still unresolved.
 * Ownership: all of it lives in the arena of the run and is not changed after reading.
 */
#ifndef GRADIENT_MODEL_REPORT_H
#define GRADIENT_MODEL_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/location.h"
#include "model/indicator.h"
#include "model/measure.h"
#include "model/records.h"
#include "model/theme.h"
#include "model/word.h"

/* Which figure is meant. Parts not written are taken from the nearest element around. */
struct data_reference {
	struct word of, indicator, by, series, period, organisation, compare, group;
	struct word transform, confidence, reference, weights, sign; /* of the measure */
};

enum test_operator {
	TEST_NONE,
	TEST_IS, /* word: "higher", "suppressed", ... */
	TEST_GREATER,
	TEST_LESS,
	TEST_AT_LEAST,
	TEST_AT_MOST,
	TEST_PARAMETER, /* decided while reading: holds tells */
};

struct test {
	enum test_operator operator;
	struct data_reference reference;
	struct word is;
	double bound;
	bool holds;
};

enum inline_kind {
	INLINE_TEXT,
	INLINE_VALUE,
	INLINE_INTERVAL,
	INLINE_PHRASE,
	INLINE_NAME,
	INLINE_REF,
	INLINE_NOTE,
	INLINE_TERM,
	INLINE_EMPHASIS,
	INLINE_STRONG,
	INLINE_ABBREVIATION,
	INLINE_LINK,
	INLINE_WHEN,
	INLINE_TO_WRITE,
};

struct inline_part {
	enum inline_kind kind;
	struct location at;
	const char *text;     /* INLINE_TEXT, white space folded; others: NULL */
	const char *written;  /* the same as the file has it, for places */
	const char *language; /* xml:lang; NULL = as around */
	struct data_reference reference;
	struct word what; /* kind of a phrase, of of a name */
	struct word as;   /* form of a value: "number", "percentage", "times", "one-in", "words" */
	struct word
		form; /* form of a name or reference: "full", "short", "number", "title", "page" */
	struct word to; /* target of a reference, address of a link, long form of an abbreviation */
	int decimals;   /* DECIMALS_BY_RULE */
	const struct test *test; /* of INLINE_WHEN; else NULL */
	struct inline_part *children, *next;
};

enum block_kind {
	BLOCK_PART,
	BLOCK_SECTION,
	BLOCK_APPENDIX,
	BLOCK_PARAGRAPH,
	BLOCK_LEAD,
	BLOCK_FINDING,
	BLOCK_BULLETS,
	BLOCK_NUMBERS,
	BLOCK_ITEM,
	BLOCK_CALLOUT,
	BLOCK_PANEL,
	BLOCK_ACTIONS,
	BLOCK_ACTION,
	BLOCK_DECISION,
	BLOCK_RESULT,
	BLOCK_NEXT_STEP,
	BLOCK_NO_ACTION,
	BLOCK_REVIEW,
	BLOCK_VIEW,
	BLOCK_EVIDENCE,
	BLOCK_REASON,
	BLOCK_FRAMEWORK,
	BLOCK_AREA,
	BLOCK_GOVERNANCE,
	BLOCK_EQUALITY,
	BLOCK_PROVISIONS,
	BLOCK_TO_WRITE,
	BLOCK_DEFINITION,
	BLOCK_GRID,
	BLOCK_CELL,
	BLOCK_TILES,
	BLOCK_TILE,
	BLOCK_CHART,
	BLOCK_TABLE,
	BLOCK_COLUMN,
	BLOCK_TARGET,
	BLOCK_LAYER,
	BLOCK_ANNOTATION,
	BLOCK_TEXT_TABLE,
	BLOCK_ROW,
	BLOCK_CONTENTS,
	BLOCK_METHODS,
	BLOCK_COVERAGE,
	BLOCK_CHANGES,
	BLOCK_DATA_QUALITY,
	BLOCK_STEP,
	BLOCK_SOURCES,
	BLOCK_GLOSSARY,
	BLOCK_COMMENTARY,
	BLOCK_KEY_FINDINGS,
	BLOCK_ENTRY,
	BLOCK_PAGE_BREAK,
	BLOCK_COVER,
	BLOCK_FOR_EACH,
	BLOCK_IF,
	BLOCK_CHOOSE,
	BLOCK_WHEN,
	BLOCK_OTHERWISE,
	BLOCK_SHOW,
	BLOCK_HEAD_LINE,
};

/* What an author may say about a figure or table instead of what is generated; NULL = generate. */
struct figure_parts {
	const struct inline_part *title, *subtitle, *alt, *long_description, *note, *source_line;
	const struct inline_part *kicker; /* of an extract */
	bool has_kicker, has_title, has_subtitle, has_alt, has_long_description, has_note,
		has_source_line;
	struct location title_at; /* where has_title */
};

struct block {
	enum block_kind kind;
	struct location at;
	const char *id;       /* "" if none */
	const char *language; /* NULL = as around */
	struct data_reference reference;
	struct inline_part *text; /* of paragraphs, items, cells of a text table */
	struct figure_parts parts;
	struct block *children, *next;

	struct word style; /* kind of a chart, table, callout or section */
	struct word order; /* of groups: "given", "value", "reverse" */
	struct word only;  /* of a loop: names of indicators, domains, ... */
	struct word in;    /* of a loop: what runs */
	struct word as;    /* form of the figure in a tile */
	struct word to;    /* where a tile leads to */
	struct word boundaries, boundary_key, tiles; /* of places: files of outlines and tiles */
	struct word
		indicators; /* of a chart or table of several: ids with "|" between them, or "all" */
	struct word emphasise;
	struct word median; /* of waits: the indicator that has their medians */
	struct word rebase; /* of a control chart: periods with which new limits begin, with "|" */
	struct word length, include; /* of a commentary: "sentence", ...; kinds of phrases */
	struct word except;          /* of key findings: ids of indicators with "|" between them */
	struct word value;           /* of a target: its number */
	struct word beside;          /* of an annotation: what it is about */
	struct word mark, sex;       /* of a layer: what draws it, and of which sex it is */
	struct word of_kind,
		panels;     /* of small multiples: the kind that is repeated, and by what */
	struct word widths; /* of a text table: relative widths of its columns */
	struct word owner, state, date;        /* of an action or next step */
	struct word is;                        /* of a view: how far it was met */
	struct word lead, committee, received; /* of the governance */
	struct word break_before;
	struct word source;             /* of a step: id of a data source */
	struct word since;              /* of changes: id of an earlier statement */
	struct word speech;             /* register of the sentences within: "plain", "technical" */
	struct word accept;             /* words that are meant here, with "|" between them */
	struct word term, abbreviation; /* of an entry of the glossary */
	struct word form;               /* of a definition: "short", "full" */
	struct word purpose;            /* of a section: ids of the statement's sections */
	struct word orientation;        /* of a table or section: "portrait", "landscape" */
	double height_pt;               /* of a chart; 0 = by the layout */
	struct word heading;            /* of a column of a table */
	struct word total, group_rows, sparkline; /* of a table; NULL where it is not said */
	const struct test *test;                  /* of a condition; else NULL */
	unsigned columns, depth;                  /* 0 = by the layout */
	unsigned most;                            /* of key findings; 0 = by rule */
	int decimals;
	bool numbered, intervals, share_axis, describe, header_row;
	struct word axis; /* share-axis as written, for messages */
	struct location columns_at;
};

enum report_status { REPORT_DRAFT, REPORT_OFFICIAL, REPORT_MANAGEMENT_INFORMATION };

/* <statement>: edition.text is NULL when the report is none. */
struct statement_spec {
	struct word edition, body, kind, form;
	struct location at;
};

struct report_meta {
	const struct inline_part *title, *subtitle, *publisher, *notice;
	const char *description, *contact, *contact_email, *licence, *licence_href, *keywords;
	const char *period_text;
	struct date period_from, period_to, published; /* year 0 = not given */
	enum report_status status;
	struct statement_spec statement;
	struct logo logo;
	struct location at, title_at;
};

/* Column, constant or series of a source; see data/mapping.h for what they do. */
enum data_role {
#define DATA_ROLE(symbol, name, summary) DATA_ROLE_##symbol,
#include "model/data_roles.def"
#undef DATA_ROLE
	DATA_ROLE_COUNT,
};

const char *data_role_name(enum data_role role);

/* DATA_ROLE_COUNT when there is none of that name. */
enum data_role data_role_find(const char *name);

enum source_rule_kind {
	SOURCE_MAP,     /* column as role */
	SOURCE_SET,     /* role to a constant */
	SOURCE_LABEL,   /* another name of a group, period, organisation, indicator */
	SOURCE_MISSING, /* text that stands for no number */
};

struct source_rule {
	enum source_rule_kind kind;
	struct location at;
	enum data_role role;
	struct word column, value;  /* value: of set, label's from, missing */
	struct word to;             /* of label; of missing: what it means */
	struct word classification; /* of map or set: which list the groups are of */
	struct word total; /* of map: the body that all rows are of as well; NULL if none */
	double multiply;   /* of map: scale of a value column; 1 */
	bool thousands;    /* of map: commas allowed */
	int series;        /* -1: applies to all series of the source */
};

enum source_kind {
	SOURCE_TABLE,   /* rows that are figures */
	SOURCE_RECORDS, /* rows that are counted, in a file */
	SOURCE_ODBC,    /* the same in a database */
};

struct source_spec {
	const char *id;
	enum source_kind kind;
	struct word href, encoding, delimiter, rule, retrieved, title, population;
	const struct inline_part *citation;
	bool header;
	bool adds_up; /* counts of rows for one cell are added */
	unsigned skip_rows;
	struct source_rule *rules;
	size_t rule_count, rule_capacity;
	struct where_spec *where;    /* all of them must hold */
	struct records_spec records; /* of records and databases */
	struct word connection, table, query, dates;
	unsigned seconds;   /* how long a database may take; 0: no limit */
	int series_count;   /* 0: every row makes one record */
	const char *digest; /* the same for sources that say the same; spec/data_part.h */
	struct location at;
};

/* <earlier>: figures of an earlier statement, which everybody knows. */
struct earlier_spec {
	const char *id; /* "" if none */
	struct word href, title;
	struct location at;
};

/* <standard>: a standard population of the report's own. */
struct standard_spec {
	const char *id;
	struct word href, title;
	struct location at;
};

/* <organisation>: what holds for one body of the data, beside or against the list of bodies. */
struct organisation_spec {
	struct word code, name, before;
	struct location at;
};

/* <peers>: bodies that the report compares with, under one name. */
struct peers_spec {
	const char *id;
	struct word of;
	struct location at;
};

/* <use>: indicators of a catalogue. */
struct catalogue_use {
	struct word set, only, except, source;
	struct location at;
};

/* <not-reported>: lists are separated by blanks; by.text NULL: the whole indicator. */
struct not_reported {
	struct word indicators, by, state;
	const char *reason;
	struct location at;
};

/* <indicator>: each word replaces what a catalogue says. */
struct indicator_spec {
	const char *id;
	struct word method, per, standard, reference, good, source, denominators, domain, codes,
		decimals, at_age, closing_age, family, side, class_from, class_to;
	const char *name, *short_name, *measure, *in_short, *events, *population,
		*unit; /* NULL = not written */
	const char *numerator, *denominator, *caveat;
	const char *difference; /* where the body's own definition differs from the catalogue's */
	bool byar_below_ten;
	struct location at;
};

/* <extract>: a short document of its own, from the same results. */
struct extract_spec {
	const char *id, *name; /* name: "" if none */
	struct word layout;
	struct figure_parts parts; /* title, kicker */
	struct data_reference reference;
	struct block *blocks; /* lines of the head first */
	struct location at;
};

/* <card>: a picture of a chart with its words, for social media. */
struct card_spec {
	const char *id;
	struct word ref;
	unsigned width, height; /* pixels */
	struct figure_parts parts;
	struct block *tile; /* a tile, or one that is shown; NULL if none */
	struct location at;
};

struct report {
	const char *file, *folder;
	const char
		*data_digest; /* the same while its figures come from the same; spec/data_part.h */
	const char *base_digest; /* the same while its sources are read by the same */
	const char *language;
	struct location language_at;
	struct word layout, theme, strings;
	bool technical; /* the register of generated sentences */
	struct report_meta meta;
	struct word core;                    /* which areas are Core20: "national-20", ... */
	bool asks_core;                      /* something is broken down by core */
	double confidence;                   /* 0.95 */
	bool second_grade;                   /* comparisons tell "much" higher and lower */
	unsigned low_denominator, low_count; /* below: unreliable */
	bool wide_intervals_pass; /* else figures with an interval wider than themselves are */
	struct source_spec *sources;
	size_t source_count, source_capacity;
	struct lookup_spec *lookups;
	size_t lookup_count, lookup_capacity;
	struct standard_spec *standards;
	size_t standard_count, standard_capacity;
	struct earlier_spec *earlier;
	size_t earlier_count, earlier_capacity;
	struct organisation_spec *organisations;
	size_t organisation_count, organisation_capacity;
	struct peers_spec *peers;
	size_t peers_count, peers_capacity;
	struct catalogue_use *uses;
	size_t use_count, use_capacity;
	struct indicator_spec *indicators;
	size_t indicator_count, indicator_capacity;
	struct not_reported *not_reported;
	size_t not_reported_count, not_reported_capacity;
	struct data_reference reference; /* of the body */
	struct block *blocks;            /* body, then appendices */
	struct extract_spec *extracts;
	size_t extract_count, extract_capacity;
	struct card_spec *cards;
	size_t card_count, card_capacity;
};

/*
 * Where the report says that it has an indicator of a set: its own words on it, else the use of the set. fallback
 * when it does not say so.
 */
struct location report_indicator_place(const struct report *report, const char *id, const char *set,
				       struct location fallback);

#endif
