/*
 * sample_quantile.h - quantiles of a sample of numbers.
 *
 * Between two numbers of the ordered sample the quantile moves in a straight line, from the least
 * number at probability 0 to the greatest at 1.
 *
 * Source:  definition 7 of Hyndman and Fan (1996), Am Stat 50:361-365; by selection rather than
 *          sorting, Hoare (1961), Commun ACM 4:321-322.
 */
#ifndef GRADIENT_STATS_SAMPLE_QUANTILE_H
#define GRADIENT_STATS_SAMPLE_QUANTILE_H

#include <stddef.h>

#include "stats/outcome.h"

/*
 *   values       count numbers, which are put in another order
 *   probability  in [0, 1]
 *
 * Returns STATS_OUT_OF_RANGE, or STATS_TOO_FEW_POINTS for an empty sample.
 */
enum stats_outcome sample_quantile(double *values, size_t count, double probability, double *out);

#endif
