/*
 * concentration.h - the concentration indices, which differ in what they are divided by.
 */
#ifndef GRADIENT_INDICATOR_MEASURES_CONCENTRATION_H
#define GRADIENT_INDICATOR_MEASURES_CONCENTRATION_H

#include "indicator/measure_method.h"
#include "stats/concentration.h"

void concentration_measure(const struct measure_input *input, enum concentration_kind kind,
			   struct breakdown_result *out);

#endif
