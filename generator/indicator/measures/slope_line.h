/*
 * slope_line.h - the line that slope index and relative index are read from.
 */
#ifndef GRADIENT_INDICATOR_MEASURES_SLOPE_LINE_H
#define GRADIENT_INDICATOR_MEASURES_SLOPE_LINE_H

#include "indicator/measure_method.h"
#include "stats/slope.h"

/* On which scale the line is straight. */
enum slope_model measure_slope_model(const struct indicator *indicator, const struct method *method,
				     enum measure_transform transform);

/* The same in a word: what by-method comes to. */
enum measure_transform measure_slope_transform(const struct indicator *indicator,
					       const struct method *method,
					       enum measure_transform transform);

/* True when the index is that of the least less the most deprived. */
bool measure_slope_turned(const struct measure_input *input);

/*
 * The line and its ends, in out->fitted_most and out->fitted_least. False with the state of the measure in
 * out->value when there is none.
 */
bool measure_slope(const struct measure_input *input, struct breakdown_result *out,
		   struct slope_fit *fit);

#endif
