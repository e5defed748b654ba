/*
 * attributable.h - what would be gained if all groups did as well as a reference group.
 */
#ifndef GRADIENT_INDICATOR_MEASURES_ATTRIBUTABLE_H
#define GRADIENT_INDICATOR_MEASURES_ATTRIBUTABLE_H

#include "indicator/measure_method.h"
#include "stats/attributable.h"

/* Which of the two figures is wanted: attributable_risk() or attributable_fraction(). */
typedef enum stats_outcome attributable_figure(const struct attributable *found, double confidence,
					       struct estimate *out);

/*
 * The reference is the one asked for, else the least deprived of ordered groups, else the best one. factor
 * turns the figure into its unit. Figures that are no shares of people have none.
 */
void attributable_measure(const struct measure_input *input, attributable_figure *figure,
			  double factor, struct breakdown_result *out);

#endif
