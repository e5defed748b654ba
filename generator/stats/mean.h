/*
 * mean.h - the mean of a sample with Student's limits, from its values or from their summary.
 *
 * Units:   those of the values. Limits can lie below 0 where no value does; they are not cut.
 * Source:  Student (1908), Biometrika 6:1-25; sums of squares in two passes with the correction of
 *          Chan, Golub and LeVeque (1983), Am Stat 37:242-247.
 */
#ifndef GRADIENT_STATS_MEAN_H
#define GRADIENT_STATS_MEAN_H

#include <stddef.h>

#include "stats/interval.h"
#include "stats/outcome.h"

/* What is left of a sample when it is published. */
struct mean_summary {
	double count; /* values; 1 to 1e9 */
	double mean;
	double deviation; /* standard deviation with count - 1, >= 0; 0 for a single value */
};

/* Returns STATS_NO_DENOMINATOR for no values, STATS_OUT_OF_RANGE for one that is not finite. */
enum stats_outcome mean_summarise(const double *values, size_t count, struct mean_summary *out);

/*
 * The mean with its limits; they coincide with it where all values are the same.
 *
 * Returns STATS_OUT_OF_RANGE, STATS_NO_DENOMINATOR for a count of 0, or STATS_SINGLE_VALUE below 2:
 * the mean of the summary may be shown then, without limits.
 */
enum stats_outcome mean_limits(const struct mean_summary *summary, double confidence,
			       struct estimate *out);

#endif
