/*
 * table_parts.h - a table of values on its way from results to cells; shared by the table*.c files of this
 * folder alone.
 */
#ifndef GRADIENT_RESOLVE_TABLE_PARTS_H
#define GRADIENT_RESOLVE_TABLE_PARTS_H

#include "resolve/resolver.h"

/* What a column of figures holds. */
enum figure_kind {
	FIGURE_MEASURE,
	FIGURE_LOWER,
	FIGURE_UPPER,
	FIGURE_COMPARISON,
	FIGURE_MISSING, /* of a period that the data leave out */
	FIGURE_SPARKLINE,
};

struct figure_column {
	enum figure_kind kind;
	const char *heading; /* the author's own; NULL if there is none */
	struct measure_choice choice;
	int period;       /* -1: that of the table */
	int organisation; /* -1: that of the table */
	int decimals;
	const struct scope *scope; /* of a sparkline: which periods */
};

struct values_table {
	struct resolver *resolver;
	const struct scope *scope;
	const struct block *block;
	struct table *table;
	struct figure_column *figures; /* of the columns behind the first */
	size_t figure_count, figure_capacity, column_capacity;
	struct view view;
	struct view other; /* the body that this one is compared with */
	struct state_set states;
	int sources[SOURCES_MOST];
	size_t source_count;
	bool has_intervals, has_comparison;
	bool one_sided;                       /* no group is compared, as view_one_sided() */
	size_t comparisons;                   /* of groups, printed */
	bool tells_much;                      /* a comparison of the second grade is printed */
	size_t periods_shown, periods_wanted; /* wanted: 0 when all of them are shown */
	bool has_other;                       /* compared with another body, not with the total */
	const char *place, *period;           /* of the subtitle */
};

/* The body that groups are compared with: the total of this one, another, or none. */
void choose_comparator(struct values_table *table);

/* The columns as the author asks for them, else by the series, else those that have figures. False after
 * a diagnostic. */
bool choose_columns(struct values_table *table);

/* A row for the total, every group, or every sex and group. */
void fill_rows(struct values_table *table);

/* One row: of a group, or of the whole (group NULL). */
void add_row(struct values_table *table, const struct view *view, const struct view_group *group,
	     const char *name, bool total);

/* What is heard in place of the name of the last row; NULL = its name. */
void row_is_heard(struct values_table *table, const char *heard);

/* The row of the whole of a view, where it has a figure in some column: "All people". */
void add_total_of(struct values_table *table, const struct view *view, const char *population);

/* A row for every sex, then for its groups. */
void add_sex_rows(struct values_table *table);

/* The views that have rows: that of the table, or of a table by sex those of every sex. */
enum { VIEWS_MOST = 2 };
size_t views_of_rows(const struct values_table *table, struct view *views);

/* With which groups the columns that compare two groups do so: a sentence for each of them. */
void explain_references(const struct values_table *table, struct text *notes);

/* A column of figures; the first column that is added is that of the names. */
void add_column(struct values_table *table, enum column_kind kind, const char *heading, bool strong,
		struct figure_column figure);

/* Columns that the author asks for. False after a diagnostic. */
bool own_columns(struct values_table *table);

/* The groups of the view in the order of its rows. */
void order_groups(struct values_table *table);

/* The name of a measure with its unit: "Gap, percentage points". */
const char *measure_heading(const struct values_table *table, enum measure measure);

/* A column of lines over the periods, of a <column> or (column NULL) of the table. */
void add_sparkline_column(struct values_table *table, const struct block *column,
			  struct figure_column figure);
void fill_sparkline(struct values_table *table, const struct figure_column *figure,
		    const struct view *view, const struct view_group *group,
		    struct table_cell *cell);
bool explain_sparklines(const struct values_table *table, struct text *notes);

/* Columns of the same figure side by side: for every period, for every body. */
void period_columns(struct values_table *table);
void organisation_columns(struct values_table *table);

/* True when a cell holds a figure, or one that is hidden. */
bool any_figure(const struct values_table *table);

/* True when the series of the table is called so. */
bool series_is(const struct values_table *table, const char *series);

#endif
