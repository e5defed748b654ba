/*
 * logistic_curve.h - slope and relative index from a logistic model of counts, as the World Health
 * Organization's tools have them; transform="logistic".
 */
#ifndef GRADIENT_INDICATOR_MEASURES_LOGISTIC_CURVE_H
#define GRADIENT_INDICATOR_MEASURES_LOGISTIC_CURVE_H

#include "indicator/measure_method.h"
#include "stats/logistic.h"

/* Which of the two figures is wanted: logistic_difference() or logistic_ratio(). */
typedef enum stats_outcome logistic_figure(const struct logistic_fit *fit, double confidence,
					   struct logistic_index *out);

/* The figure of percentages, of the least less or by the most deprived end, and the ends of the curve. */
void logistic_measure(const struct measure_input *input, logistic_figure *figure,
		      struct breakdown_result *out);

#endif
