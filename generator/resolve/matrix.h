/*
 * matrix.h - several indicators by the groups of one breakdown: what a summary table and a heat table show.
 *
 * Every figure is worded and cleared here. A row with a hidden figure has no verdicts: what its neighbours
 * are compared with would tell of it. Nor has one in which all groups lie on one side of the total. For this folder
 * alone.
 */
#ifndef GRADIENT_RESOLVE_MATRIX_H
#define GRADIENT_RESOLVE_MATRIX_H

#include "resolve/resolver.h"

enum { MATRIX_ROWS_MOST = 60 };

struct matrix_cell {
	struct value value;
	const char *text;
	enum verdict verdict;
	size_t use; /* among the uses of the document, from 1; 0 = none */
};

struct matrix_row {
	struct view view; /* as its groups compare */
	const char *name,
		*unit; /* unit: behind the name, "(rate)"; "" where the subtitle says it */
	const char *
		heard_unit; /* heard in its place, "(rate per 100,000)"; "" where all rows have one unit */
	const char *group;         /* domain that begins here; NULL if none */
	struct matrix_cell *cells; /* of every column */
	enum verdict ends;         /* how the most deprived compare with the least */
	bool hidden;               /* some figure is */
	bool one_sided;            /* not compared, as view_one_sided() */
	struct value gap;
	const char *gap_text;
	size_t gap_use;                    /* as in a cell */
	const struct sparkline *sparkline; /* of the gap; NULL if there is none */
	int since;                         /* first period of the sparkline */
};

struct matrix {
	struct resolver *resolver;
	const struct scope *scope;
	const struct block *block;
	bool wants_gap, wants_domains;
	struct matrix_row *rows;
	size_t row_count;
	int *groups; /* of the classification of the first row, in their order */
	size_t group_count;
	bool has_gap, has_sparklines;
	const char *other; /* body that is compared with; NULL: the place itself */
	const char *subtitle_unit;
	const char *left_out; /* names of indicators without figures, with commas */
	size_t comparisons;
	struct state_set states;
	int sources[SOURCES_MOST];
	size_t source_count;
};

/* Fills a matrix whose first members, to wants_domains, are set. False after a diagnostic; it may have no row. */
bool matrix_find(struct matrix *matrix);

/* Units behind the names, and what the subtitle says of them. */
void matrix_set_units(struct matrix *matrix);

/* The unit of one row, to stand behind its name where rows differ in theirs: "(%)", "(per 100,000)"; "" of none. */
const char *unit_in_brackets(const struct words *words, const struct view *view);
bool has_same_unit(const struct view *a, const struct view *b);

/* Title by what was compared: "8 of 10 indicators were worse in the most deprived areas". */
const char *matrix_title(const struct matrix *matrix);
const char *matrix_subtitle(const struct matrix *matrix);

/* What the shapes mean, how many may differ by chance, what was left out. */
void matrix_add_notes(const struct matrix *matrix, struct text *notes);

/* "better"; NULL without a verdict. */
const char *matrix_verdict_words(const struct resolver *resolver, enum verdict verdict);

/* Heading of a column of groups. */
const char *matrix_heading(const struct matrix *matrix, size_t column);

/* What is heard in its place; NULL = the heading. */
const char *matrix_heading_heard(const struct matrix *matrix, size_t column);

#endif
