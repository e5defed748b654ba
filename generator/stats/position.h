/*
 * position.h - in which fifth, or other part, of all areas each stands by its value.
 *
 * Parts are as equal as can be: where the areas do not divide evenly, the first parts have one more.
 * Areas with the same value share the lowest of their places and so stay together. For areas ranked
 * by how deprived they are see quantile.h, whose rule spreads what is left over differently.
 *
 * Source:  the quintile method of the Fingertips profiles of public health in England, there as
 *          NTILE(5) of a database, which leaves open where areas with the same value come.
 */
#ifndef GRADIENT_STATS_POSITION_H
#define GRADIENT_STATS_POSITION_H

#include <stddef.h>

#include "stats/outcome.h"

/*
 *   values  finite; areas without a value are left out by the caller and do not count
 *   parts   5 for fifths; >= 1
 *   sorted  scratch, count numbers; holds no result
 *   out     count numbers from 1, the lowest values, to parts
 *
 * Returns STATS_OUT_OF_RANGE, or STATS_TOO_FEW_GROUPS when there are fewer areas than parts.
 */
enum stats_outcome position_assign(const double *values, size_t count, unsigned parts,
				   double *sorted, unsigned *out);

#endif
