/*
 * least_squares.h - a straight line through many points, weighted by population: a value of each
 *                   area on its rank, the absolute gradient of inequality.
 *
 * Minimises the weighted sum of squares of what is left over between values and line. The standard
 * error comes from what is left over, with two degrees of freedom less than there are points; unlike
 * that of the slope index (slope.h) it needs no limits of the values. Sums keep what rounding would
 * lose, so that tens of thousands of areas are no less exact than ten.
 *
 * Units:   ranks as given, 0 to 1 for relative ranks; values as given; the slope is the change of
 *          the value from rank 0 to rank 1.
 * Source:  Draper and Smith (1998), Applied regression analysis, 3rd edition, chapter 9.
 */
#ifndef GRADIENT_STATS_LEAST_SQUARES_H
#define GRADIENT_STATS_LEAST_SQUARES_H

#include <stddef.h>

#include "stats/interval.h"
#include "stats/outcome.h"

enum { LEAST_SQUARES_POINTS_LEAST = 3 };

struct least_squares_point {
	double rank, value;
	double weight; /* > 0, the population */
};

struct least_squares_line {
	double intercept; /* the line at rank 0; at rank 1 it is intercept + slope */
	double slope;
	double slope_error;
};

/*
 * Returns STATS_TOO_FEW_GROUPS; or, with the index of the point in *point, STATS_OUT_OF_RANGE or
 * STATS_ZERO_POPULATION_GROUP. STATS_OUT_OF_RANGE is also for points that are all at one rank
 * or too far apart to be squared; *point is then the first.
 */
enum stats_outcome least_squares(const struct least_squares_point *points, size_t count,
				 struct least_squares_line *out, size_t *point);

/*
 * The slope with limits a number of standard errors on either side: normal_deviate() of a
 * confidence, or what a publisher writes for it, such as 1.96. Returns STATS_OUT_OF_RANGE.
 */
enum stats_outcome least_squares_slope(const struct least_squares_line *line, double deviate,
				       struct estimate *out);

#endif
