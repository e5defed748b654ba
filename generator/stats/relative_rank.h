/*
 * relative_rank.h - where each of several ordered groups stands on a scale of 0 to 1 (ridits).
 *
 * A group takes up as much of the scale as its share of the population; its rank is the middle of
 * that stretch. Five equal groups have the ranks 0.1, 0.3, 0.5, 0.7 and 0.9.
 *
 * Source:  Bross (1958), Biometrics 14:18-38.
 */
#ifndef GRADIENT_STATS_RELATIVE_RANK_H
#define GRADIENT_STATS_RELATIVE_RANK_H

#include <stddef.h>

#include "stats/outcome.h"

/*
 *   populations  of the groups in order, most deprived first; >= 0
 *   shares       out: count fractions that add up to 1
 *   ranks        out: count relative ranks in [0, 1]; an empty group has that of the edge it is on
 *
 * Returns STATS_OUT_OF_RANGE, or STATS_NO_DENOMINATOR when there is nobody at all.
 */
enum stats_outcome relative_ranks(const double *populations, size_t count, double *shares,
				  double *ranks);

#endif
