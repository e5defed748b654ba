/*
 * gaps.h - differences and ratios of two groups against the columns that files of gaps share.
 */
#ifndef GRADIENT_VECTORS_GAPS_H
#define GRADIENT_VECTORS_GAPS_H

#include "stats/gap.h"
#include "vectors/vectors.h"

/* One group: its estimate with limits, and its value with standard error; meaningless unless known. */
struct gap_side {
	bool known;
	struct estimate estimate;
	struct gap_group group;
};

/* Columns of a difference with one or two kinds of limits and of a ratio with one. */
struct gap_columns {
	const char *separate_lower, *separate_upper; /* from limits of both groups */
	const char *ratio_lower, *ratio_upper;
};

/*
 * Compares diff, diff_wald_*, ratio, their limits and pct_higher; differences are multiplied. Returns the
 * kind of the row: ok, undefined for a ratio or its limits that have no value, or error.
 */
const char *gaps_compare(struct vectors *expected, size_t row, const struct gap_side *first,
			 const struct gap_side *comparator, double confidence, double multiplier,
			 const struct gap_columns *columns);

extern const struct vectors_tolerance gap_tolerance;

#endif
