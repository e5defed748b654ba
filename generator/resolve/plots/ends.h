/*
 * ends.h - the rows of a plot of gaps; shared by the ends*.c files of this folder alone.
 */
#ifndef GRADIENT_RESOLVE_PLOTS_ENDS_H
#define GRADIENT_RESOLVE_PLOTS_ENDS_H

#include "resolve/plots/maker.h"

/* The figures of a row, and which of them are its ends. */
struct end_row {
	struct view view;
	bool known;                              /* false: a period that the data leave out */
	const struct view_group *first, *second; /* NULL when there is none */
	struct value gap;
};

/* The row of a breakdown in a period; notes that its gap is used. */
struct end_row end_row_of(struct chart *chart, const struct cell_key *key);

/* Series, values, gaps and notes of rows whose categories are named. */
void fill_ends(struct chart *chart, const struct end_row *rows, size_t count);

#endif
