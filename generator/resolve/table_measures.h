/*
 * table_measures.h - a table of measures of inequality while it is made; shared by the table_measures*.c files
 * alone.
 */
#ifndef GRADIENT_RESOLVE_TABLE_MEASURES_H
#define GRADIENT_RESOLVE_TABLE_MEASURES_H

#include "resolve/resolver.h"

enum { MEASURES_MOST = 8, MEASURE_ROWS_MOST = 60 };

struct measure_row {
	struct view view;
	const char *name;
};

struct measures_table {
	struct resolver *resolver;
	const struct scope *scope;
	const struct block *block;
	struct measure_row *rows;
	size_t row_count;
	struct measure_choice choices[MEASURES_MOST];
	int decimals[MEASURES_MOST];
	const char *headings[MEASURES_MOST]; /* of the author; NULL */
	size_t choice_count;
	bool intervals, by_period, by_breakdown;
	struct state_set states;
	int sources[SOURCES_MOST];
	size_t source_count;
};

/* Its rows: indicators that it lists, else periods or breakdowns of one. False after a diagnostic. */
bool measures_find_rows(struct measures_table *table);

/* Its measures: those of its columns, else the usual four. False after a diagnostic. */
bool measures_find_choices(struct measures_table *table);

#endif
