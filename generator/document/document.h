/*
 * document.h - the resolved document: a tree in which every word, number, state and text alternative is
 * final. Layout places it, other editions read it; nobody computes or words anything after it.
 *
 * What is not known before pages exist, the page numbers of references, is the one exception: a run of the
 * kind RUN_PAGE names its target.
 * Ownership: lives in the arena of the run.
 */
#ifndef GRADIENT_DOCUMENT_DOCUMENT_H
#define GRADIENT_DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/location.h"
#include "base/verdict.h"
#include "document/plot.h"
#include "document/sparkline.h"
#include "model/dataset.h"
#include "model/layout.h"
#include "model/measure.h"
#include "model/report.h"
#include "model/value.h"

struct block;
struct coverage;
struct findings;
struct node;
struct note;
struct placed_element;

enum run_kind {
	RUN_TEXT,
	RUN_PAGE, /* text, then the page number of target */
	RUN_NOTE, /* marker of a footnote */
};

/* Text in one style. */
struct text_run {
	enum run_kind kind;
	const char *text;
	bool strong, emphasis, secondary;
	bool gap;                  /* stands for what is still to be written */
	bool filled_in;            /* a name, interval or sentence that the program words */
	enum verdict verdict;      /* drawn as the shape of a verdict, whatever the text */
	const char *href;          /* web or mail address; NULL if none */
	const struct node *target; /* place in the document that it leads to; NULL if none */
	const struct note *note;
	const char *language, *expansion; /* NULL if none */
	bool heard; /* who listens hears the expansion in place of the text; else it is told on demand */
};

struct text {
	struct text_run **runs;
	size_t count, capacity;
};

struct note {
	unsigned number; /* from 1, through the document */
	struct text text;
	const char *name, *back; /* what links to it and back from it say: "Note 1" */
};

enum node_kind {
	NODE_COVER,
	NODE_PART,
	NODE_SECTION,
	NODE_TEXT, /* a paragraph; role says how it is set */
	NODE_LIST,
	NODE_ITEM,
	NODE_CALLOUT,
	NODE_PANEL, /* cells side by side on a tint */
	NODE_GRID,  /* figures or cells side by side */
	NODE_CELL,
	NODE_TILES,
	NODE_TILE,
	NODE_FIGURE,
	NODE_TABLE,
	NODE_CONTENTS,
	NODE_PAGE_BREAK,
};

enum callout_kind { CALLOUT_ACTION, CALLOUT_CAUTION, CALLOUT_EXAMPLE, CALLOUT_NOTE };

enum column_kind {
	COLUMN_NAME,   /* the row's name: its header */
	COLUMN_NUMBER, /* right-aligned, figures of equal width */
	COLUMN_WORD,
	COLUMN_TEXT, /* wraps */
	COLUMN_SPARKLINE,
};

struct table_column {
	enum column_kind kind;
	const char *heading;
	const char *heard; /* what is heard in its place; NULL = the heading */
	bool strong;       /* the column that is read first */
	double weight;     /* of a text column: its relative width; 0 = by its content */
};

/* A shape before the words of a cell: how far something is done or given. */
enum cell_mark { MARK_NONE, MARK_FULL, MARK_HALF, MARK_RING, MARK_DOTTED };

struct table_cell {
	struct text text;
	enum value_state state; /* VALUE_SHOWN for words */
	struct text detail;     /* smaller, under the words */
	enum cell_mark mark;
	const char *mark_words; /* what the mark says where the words do not; NULL if they do */
	bool has_bar;
	double bar;                /* length of a bar behind a figure, 0 to 1 */
	enum verdict verdict;      /* how the figure compares: a shape behind it, and a tint */
	const char *verdict_words; /* "worse"; NULL without a verdict */
	const struct sparkline
		*sparkline; /* drawn instead of the text, which says the same; NULL */
	size_t use;         /* which of the document's uses the figure is, from 1; 0 = none */
};

struct table_row {
	struct table_cell *cells; /* one for every column */
	bool total;
	const char *group; /* name of the group of rows that begins here; NULL if none */
};

struct table {
	struct table_column *columns;
	size_t column_count;
	struct table_row *rows;
	size_t row_count, row_capacity;
	bool landscape;
	bool may_turn; /* the author leaves to the layout how the page stands */
	bool heat;     /* a matrix: figures with verdicts on tinted cells */
	bool open;     /* rows of text with room between them */
	bool dense;    /* rows of text close to each other: a list to look things up in */
	bool boxed;    /* rows of text in a frame of its own, such as actions */
};

struct contents_entry {
	unsigned level;     /* from 1 */
	const char *part;   /* name of its part; "" if none */
	const char *number; /* "" if none */
	const char *title;
	const struct node *target;
};

struct node {
	enum node_kind kind;
	struct location at;
	const char *anchor;   /* unique; "" when nothing can lead to it */
	const char *language; /* NULL = as around */
	enum text_role role;
	struct text text; /* NODE_TEXT, NODE_ITEM, NODE_TILE: its words */

	/* sections, parts, callouts, cells, figures, tables */
	struct text title, subtitle;
	const char *label;  /* "Figure 3", "Section 2", "Indicator 5.1", "A"; "" if none */
	const char *number; /* "3", "2", "5.1" */
	enum section_kind section;
	unsigned level; /* of a section, from 1 */
	bool new_page, landscape, ordered;
	const char *part; /* of a section: name of the part it is in */
	enum callout_kind callout;
	unsigned columns;      /* side by side */
	const unsigned *spans; /* of a grid: width of each in columns of the page; NULL = equal */
	bool tinted;           /* of a cell: on a panel */

	/* figures and tables */
	struct plot *plot;
	const struct table *table;
	const char *alternative; /* short text in place of the picture */
	const char *
		beside; /* the same where title and subtitle are read before it; NULL if no other */
	const char *described; /* by rule, what the picture shows: at most 80 words; "" if none */
	struct text long_description; /* as printed: the author's, or described where asked for */
	struct text notes;            /* one paragraph, as printed */
	size_t source_from; /* of notes: the run at which the source begins; their count without one */
	const char *file; /* name of its own files, without suffix */
	/* "Table 1: Waits by sex", without caption "Waiting: What we did", after the section and box around. */
	const char *name;

	/* tiles */
	const char *figure;        /* the number in large type */
	const struct node *target; /* where the tile leads */

	/* contents */
	bool local; /* of the section around it: a list on its page, under a name that is no heading */
	struct contents_entry *entries;
	size_t entry_count;

	struct node *first, *last, *next, *parent;
};

/* A figure that stands in the document: for the account of methods, and for explaining. */
struct figure_use {
	struct cell_key key; /* of the group or the total; of a breakdown, or the first of a pair */
	struct measure_choice choice;
	struct value value;
	const char *printed; /* as it stands there; "" where a picture alone shows it */
	bool behind;         /* a sentence rests on it and does not show it */
	const struct placed_element *element; /* block around it; NULL if none */
	struct location at;
};

/* A block of the author that stands in the document. */
struct placed_element {
	const struct block *block;
	const struct placed_element *around; /* NULL for the outermost */
	const struct node *node;             /* the last that it made; NULL if none */
	const struct node *made;             /* the first, and only if it made any */
	const char *purpose;                 /* of the section around or of itself; "" if none */
	const char *domain;                  /* of the figures that it is about; "" if none */
};

/* What stands above an extract: what it is, its title, and lines beside it such as the meeting. */
struct document_head {
	const char *name; /* at the head of its pages; "" if none */
	struct text kicker, title, *lines;
	size_t line_count;
	struct location at;
};

/* A picture of a chart with its words, for social media; every text is final. */
struct card {
	const char *id;
	unsigned width, height; /* pixels */
	const struct plot *plot;
	const char *title, *subtitle, *alternative, *notes;
	const char *foot;                  /* publisher, source, notice */
	const char *figure, *figure_words; /* one figure in large type; "" if none */
	struct location at;
};

struct document {
	const char *title, *subtitle, *publisher, *period, *notice, *status, *published;
	bool has_cover;
	const char *description, *keywords, *contact, *language;
	struct date date;
	const char *contents_word; /* running head of the contents page */
	const char *page_word;     /* "Page": before a number in a tile */
	const char *link_word;     /* before a bare address, where a link is told by itself */
	/* What the shorthand of a state, "[c]", is read as; "" of a state without one. */
	const char *state_words[VALUE_NOT_APPLICABLE + 1];
	struct node *root;             /* its children are the blocks in reading order */
	const struct plot *cover_plot; /* picture of the cover; NULL if none */
	const char *cover_caption;
	struct figure_use *uses; /* in the order in which they were met */
	size_t use_count, use_capacity;
	/* Abbreviations that neither the glossary nor the author explains; known where there is a glossary. */
	const char **unexplained;
	size_t unexplained_count, unexplained_capacity;
	struct placed_element **elements; /* in reading order, before what is inside them */
	size_t element_count, element_capacity;
	const struct findings *findings; /* of the first element that tells them; NULL if none */
	const struct coverage *coverage; /* NULL when the report is no statement */

	/* of an extract: its name and file, its layout as the author names it, what stands above it */
	const char *id;
	struct word layout;
	const struct document_head *head;
	const char *running_title; /* of the report it is taken from; NULL = title */

	/* of a report: what is made beside it */
	struct document **extracts;
	size_t extract_count, extract_capacity;
	struct card *cards;
	size_t card_count, card_capacity;
};

struct arena;

struct node *node_new(struct arena *arena, enum node_kind kind, struct location at);
void node_append(struct node *parent, struct node *child);

/* Adds a run of plain text; returns it for the caller to style. */
struct text_run *text_add(struct arena *arena, struct text *text, const char *words);

/* What is read in place of the picture of a figure where it stands, below its caption if it has one. */
const char *node_alternative(const struct node *figure);

/* All runs as one string, for outlines and files. */
char *text_plain(struct arena *arena, const struct text *text);

/* The runs from..to - 1 as one string, without blanks around it. */
const char *text_part(struct arena *arena, const struct text *text, size_t from, size_t to);

/* The next node in reading order, children before what follows; NULL at the end. */
const struct node *node_next(const struct node *node, const struct node *root);

/* The nearest around a node that has a title, such as its section; NULL without one. */
const struct node *node_titled_around(const struct node *node);

#endif
