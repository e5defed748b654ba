/*
 * weighted_mean.h - a mean in which each value counts as often as it has weight, such as the people
 *                   an area's score stands for.
 *
 * Units:   those of the values.
 */
#ifndef GRADIENT_STATS_WEIGHTED_MEAN_H
#define GRADIENT_STATS_WEIGHTED_MEAN_H

#include <stddef.h>

#include "stats/outcome.h"

struct weighted_value {
	double value;
	double weight; /* >= 0 */
};

/* Returns STATS_OUT_OF_RANGE, or STATS_NO_DENOMINATOR when there is no weight at all. */
enum stats_outcome weighted_mean(const struct weighted_value *values, size_t count, double *out);

#endif
