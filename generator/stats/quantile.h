/*
 * quantile.h - areas put into fifths, tenths or other equal parts by their score.
 *
 * Areas with the same score share the lowest of their ranks and so stay together, even where that
 * makes the parts unequal. Whole numbers throughout: no rounding decides at a boundary.
 *
 * Source:  the rule of the Fingertips profiles for deprivation categories.
 */
#ifndef GRADIENT_STATS_QUANTILE_H
#define GRADIENT_STATS_QUANTILE_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/outcome.h"

/*
 *   scores            finite; areas without a score are left out by the caller and do not count
 *   parts             5 for quintiles; >= 1
 *   highest_is_first  true when the highest scores are to be in part 1
 *   sorted            scratch, count numbers; holds no result
 *   out               count numbers from 1 to parts
 *   moved             out: how many areas ties keep out of the part of their own place
 *
 * Returns STATS_OUT_OF_RANGE, or STATS_TOO_FEW_GROUPS when there are fewer areas than parts.
 */
enum stats_outcome quantile_assign(const double *scores, size_t count, unsigned parts,
				   bool highest_is_first, double *sorted, unsigned *out,
				   size_t *moved);

#endif
