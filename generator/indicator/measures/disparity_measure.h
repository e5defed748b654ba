/*
 * disparity_measure.h - measures of spread whose limits come from a bootstrap.
 */
#ifndef GRADIENT_INDICATOR_MEASURES_DISPARITY_MEASURE_H
#define GRADIENT_INDICATOR_MEASURES_DISPARITY_MEASURE_H

#include "indicator/measures/spread_groups.h"
#include "stats/disparity.h"

/* Value and limits of a disparity of groups with a figure; out->value is their state. */
void disparity_measure(const struct measure_input *input, const struct spread_groups *spread,
		       enum disparity disparity, const struct disparity_settings *settings,
		       struct breakdown_result *out);

#endif
