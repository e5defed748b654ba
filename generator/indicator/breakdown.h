/*
 * breakdown.h - measures of a whole breakdown: gap, ratio, slope index, relative index, completeness.
 *
 * Sign:   gap and slope index are those of the most deprived group less those of the least deprived, so
 *         that a positive figure means a higher value in the most deprived group; ratios divide likewise.
 * States: a measure is hidden when a group that it needs is hidden, and not available when one is missing.
 */
#ifndef GRADIENT_INDICATOR_BREAKDOWN_H
#define GRADIENT_INDICATOR_BREAKDOWN_H

#include "model/result.h"

struct arena;

/* Adds the measures of all breakdowns to results, sorted. */
void breakdowns_compute(struct arena *arena, struct results *results);

/*
 * The line that a shown slope index is read from, at a relative rank: 0 is the most, 1 the least deprived
 * end. It is curved, because it is fitted to logarithms or logits.
 */
double breakdown_fitted(const struct results *results, const struct breakdown_result *slope,
			double relative_rank);

#endif
