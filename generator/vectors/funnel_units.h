/*
 * funnel_units.h - the average of the units of a funnel plot, from a file with a row a unit.
 */
#ifndef GRADIENT_VECTORS_FUNNEL_UNITS_H
#define GRADIENT_VECTORS_FUNNEL_UNITS_H

#include <stdbool.h>

#include "vectors/vectors.h"

/* Columns that such a file must have. */
#define FUNNEL_UNIT_COLUMNS                                                                        \
	{                                                                                          \
		.texts = (const char *const[]){ "set", NULL },                                     \
		.numbers = (const char *const[]){ "x", "n", "rate", NULL },                        \
	}

enum funnel_denominators {
	FUNNEL_DENOMINATORS, /* column "n" */
	FUNNEL_RATES, /* what the rates of column "rate", per 100,000, would be of as crude rates */
};

/* Of the rows of a set; false where it has no average. */
bool funnel_average_of(const struct vectors *inputs, const char *set,
		       enum funnel_denominators denominators, double *out);

#endif
