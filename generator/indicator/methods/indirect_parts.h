/*
 * indirect_parts.h - what the indirectly standardised ratio and rate share: the bands of a cell beside those of
 * the reference that the indicator names.
 */
#ifndef GRADIENT_INDICATOR_METHODS_INDIRECT_PARTS_H
#define GRADIENT_INDICATOR_METHODS_INDIRECT_PARTS_H

#include "indicator/method.h"
#include "stats/indirect.h"

typedef enum stats_outcome indirect_figure(const struct indirect_sums *sums, double confidence,
					   struct estimate *out);

/*
 * Sets the figure, or why there is none. Events are those that may be shown: together with the population and
 * the rates of the reference, which anybody may know, a figure gives their number back.
 */
void indirect_compute(const struct method_input *input, struct result *result,
		      indirect_figure *figure);

/* figure is the last step in words: what the ratio is multiplied by. */
void indirect_explain(const struct method_input *input, const struct result *result, bool with_rate,
		      struct buffer *out);

#endif
