/*
 * init.h - what a new report is made from.
 *
 * Purpose:   inputs/templates says which files a kind of body starts with; the catalogue says which
 *            indicators it reports, and so which data it has to ask for. Everything is worked out from
 *            these lists: the files of sources, made-up figures for them, the sheet that asks for real ones.
 * Ownership: a plan lives in the arena it was made in.
 */
#ifndef GRADIENT_INIT_INIT_H
#define GRADIENT_INIT_INIT_H

#include "data/catalogue.h"
#include "model/reference.h"
#include "model/statement.h"

struct buffer;
struct diag_list;
struct outfile_set;

/* A file of data: the indicators that usually come from one place under one disclosure rule. */
struct init_source {
	const char *id, *title, *rule;
	const char *file; /* "data/waiting-list.csv" */
	bool by_age;      /* rates adjusted for age need counts by age band */
	bool with_values; /* published figures beside counts */
	const struct indicator **indicators;
	size_t count, capacity;
};

struct init_domain {
	const char *name, *id;
	const struct indicator **indicators;
	size_t count, capacity;
};

struct init_plan {
	struct arena *arena;
	struct diag_list *diags;
	const char *folder;   /* inputs/templates */
	const char *kind;     /* as the user names it */
	const char *reporter; /* kind of body in the catalogue */
	const char *spec;     /* name of the report in the new folder */
	const char *plus;     /* catalogue of local indicators among the templates; "" if none */
	double people;        /* whom the made-up body serves */
	const struct reference *reference;
	const struct known_organisation *body;
	const struct statement_edition *edition;
	int year; /* the financial year of the report begins in April of it */
	struct indicators indicators;
	size_t listed; /* how many of them are the edition's */
	size_t needed; /* how many follow that tell who the people are; local ones come last */
	struct init_source *sources;
	size_t source_count, source_capacity;
	struct init_domain *domains;
	size_t domain_count, domain_capacity;
};

/* body: a code, or NULL for the made-up one of the kind. NULL after diagnostics. */
struct init_plan *init_plan_new(struct arena *arena, const char *share, const char *kind,
				const char *body, struct diag_list *diags);

/* Adds the files of the templates, with names and lists in the place of @words@. False after diagnostics. */
bool init_fill(const struct init_plan *plan, struct outfile_set *files);

/* What words mean at a place: of which file, domain and indicator they are. NULL for none. */
struct init_filling {
	const struct init_plan *plan;
	const struct init_source *source;
	const struct init_domain *domain;
	const struct indicator *indicator;
	bool escapes;
};

/* What a word stands for; NULL when it is none. */
const char *init_word(const struct init_filling *filling, const char *name);

/* True when what a line is kept for is so: a kind of report, a breakdown of the indicator, "not ...". */
bool init_holds(const struct init_filling *filling, const char *condition);

/* Adds a file of made-up figures for every source. */
void init_sample(const struct init_plan *plan, struct outfile_set *files);

/* Adds the sheet that asks an information team for the data: as a table and to read. False after diagnostics. */
bool init_request(const struct init_plan *plan, const char *share, struct outfile_set *files);

/* The short name, or the name when it has no other. */
const char *init_short_name(const struct indicator *indicator);

/* Its rate is adjusted for age: counts are needed by age band. */
bool init_is_by_age(const struct indicator *indicator);

/*
 * How the groups of a dimension are asked for: the usual classification, or the one with few groups, which
 * made-up figures are of. NULL when there is none of that name.
 */
const struct classification *init_classification(const struct init_plan *plan,
						 const char *dimension, bool few);

/* Age bands that suit the ages that an indicator is about, of which the first count are set. */
enum { INIT_BANDS_MOST = 6 };
size_t init_age_bands(const struct indicator *indicator, const char *bands[INIT_BANDS_MOST]);

/* "indicator period organisation ...": the columns of the file of a source. */
const char *init_columns(const struct init_source *source);

/* What the disclosure rule of a source hides and rounds; "" when nothing is known of it. */
const char *init_rule_note(const struct init_plan *plan, const struct init_source *source);

/* The sheet for people to read. groups: groups.csv, with the spellings of every group. */
struct table;
void init_request_page(const struct init_plan *plan, const struct table *groups,
		       struct buffer *out);

/* The columns of groups.csv that are read. */
enum { INIT_GROUP_LIST, INIT_GROUP_CODE, INIT_GROUP_LABEL, INIT_GROUP_ALIASES, INIT_GROUP_COLUMNS };

#endif
