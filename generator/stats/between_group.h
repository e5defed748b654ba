/*
 * between_group.h - how far groups without an order lie apart: variance between them, its root, and
 * the coefficient of variation.
 *
 * Each group counts by its population. The order of the groups changes nothing but last digits.
 *
 * Units:   values as given, in the unit they are printed in (per cent, per 100,000); the variance in
 *          its square; the coefficient of variation in per cent of the mean.
 * Source:  Schlotheuber and Hosseinpoor (2022), Int J Environ Res Public Health 19:3697; error of
 *          the variance from those of the groups, errors of the other two by the delta method.
 */
#ifndef GRADIENT_STATS_BETWEEN_GROUP_H
#define GRADIENT_STATS_BETWEEN_GROUP_H

#include <stddef.h>

#include "stats/interval.h"
#include "stats/outcome.h"

/* To be shown; how two groups differ is told by their gap. */
enum { BETWEEN_GROUPS_LEAST = 3 };

struct between_group {
	double value;
	double error;      /* standard error of the value, >= 0, in its unit */
	double population; /* > 0 */
};

/* Groups that were checked, in any order. They belong to the caller. */
struct between_groups {
	const struct between_group *groups;
	size_t count;
	double population; /* of all */
	double mean;       /* of the values, each weighted by its population */
};

struct between_estimate {
	double value, error; /* error is the standard error */
	struct interval limits;
};

/*
 *   least  how many groups there have to be: BETWEEN_GROUPS_LEAST, or 2 for the arithmetic alone
 *   out    borrows groups
 *
 * Returns STATS_TOO_FEW_GROUPS; or, with the index of the group in *group, STATS_OUT_OF_RANGE or
 * STATS_ZERO_POPULATION_GROUP. Numbers too large for their sum give STATS_OUT_OF_RANGE as well, with
 * count in *group.
 */
enum stats_outcome between_groups(const struct between_group *groups, size_t count, size_t least,
				  struct between_groups *out, size_t *group);

/*
 * Variance with limits even about it. The lower one can be below 0, where print shows 0. Returns
 * STATS_OUT_OF_RANGE, also when the result is too large for a number.
 */
enum stats_outcome between_group_variance(const struct between_groups *groups, double confidence,
					  struct between_estimate *out);

/*
 * Standard deviation, the root of the variance. Limits even about it, from the error of the
 * variance; those of a bootstrap (disparity.h) fit better when groups hardly differ. Returns
 * STATS_OUT_OF_RANGE, or STATS_NO_VARIATION when all groups have the same value: the deviation is
 * 0, but has no such error.
 */
enum stats_outcome between_group_standard_deviation(const struct between_groups *groups,
						    double confidence,
						    struct between_estimate *out);

/*
 * Standard deviation in per cent of the mean, with limits of the same kind. Returns those of
 * between_group_standard_deviation(), STATS_OUT_OF_RANGE for values below 0, or
 * STATS_ZERO_COMPARATOR when the mean is 0.
 */
enum stats_outcome between_group_coefficient_of_variation(const struct between_groups *groups,
							  double confidence,
							  struct between_estimate *out);

/*
 * An estimate with limits even about it, for the modules beside this one. Returns
 * STATS_OUT_OF_RANGE for a confidence that is none and for what is not a finite number.
 */
enum stats_outcome between_group_estimate(double value, double error, double confidence,
					  struct between_estimate *out);

#endif
