/*
 * ratio.h - the ratio of two groups, which the relative gap rests on too.
 */
#ifndef GRADIENT_INDICATOR_MEASURES_RATIO_H
#define GRADIENT_INDICATOR_MEASURES_RATIO_H

#include "indicator/measure_method.h"

/* The value of the first group divided by that of the second, or the state it has instead. */
struct value measure_ratio(const struct measure_input *input);

#endif
