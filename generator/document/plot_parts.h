/*
 * plot_parts.h - what stacked bars draw beside their values: what kind of parts they have.
 *
 * Categories are rows, series are parts in their order, values are percentages of a row. When one part of a row
 * is not shown, none is.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_PARTS_H
#define GRADIENT_DOCUMENT_PLOT_PARTS_H

#include <stdbool.h>
#include <stddef.h>

enum { PARTS_MOST_NAMED = 4, PARTS_MOST_ORDERED = 5 };

enum part_side { PART_SIDE_NONE, PART_SIDE_NEGATIVE, PART_SIDE_NEUTRAL, PART_SIDE_POSITIVE };

struct plot_parts {
	const enum part_side *sides; /* of every series */
	bool meets;   /* negative parts end where positive ones begin, in one line for all rows */
	bool ordered; /* parts follow an order, such as fifths: a ramp of one colour */
	int unknown;  /* the part of those not known; -1 = none */
	/* Of every category, when parts meet: all negative and all positive parts together; "" where some are not shown. */
	const char *const *negative, *const *positive;
};

#endif
