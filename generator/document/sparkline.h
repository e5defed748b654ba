/*
 * sparkline.h - a figure over time as a line in a cell of a table, every number cleared for printing.
 *
 * Ownership: lives in the arena of the document.
 */
#ifndef GRADIENT_DOCUMENT_SPARKLINE_H
#define GRADIENT_DOCUMENT_SPARKLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/value.h"

struct sparkline_point {
	enum value_state state;
	double value; /* when shown */
	bool apart;   /* not to be joined to the point before it: a break in the series */
};

/* Points at equal steps of time, oldest first; those that are not shown leave a gap. */
struct sparkline {
	struct sparkline_point *points;
	size_t count;
	const char *first_text, *last_text; /* of the first and last point: figures or shorthand */
	bool last_elsewhere; /* the last figure is printed in another column of the row */
	const char *
		none_text; /* shorthand in place of a line without any figure; "" when it has one */
	const char *words; /* what the line shows: "2.1 in 2020 to 2021, 4.3 in 2024 to 2025" */
};

/* Smallest and largest figure of the line; false when none is shown. */
bool sparkline_extent(const struct sparkline *line, double *low, double *high);

#endif
