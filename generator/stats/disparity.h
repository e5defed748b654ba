/*
 * disparity.h - measures of how groups without an order differ that have limits from a bootstrap
 * alone: mean differences and the index of disparity; and such limits for the standard deviation
 * between groups and the coefficient of variation.
 *
 * Weighted measures count each group by its population, unweighted ones all groups alike, which
 * lets small groups and their chance dominate: with many groups prefer the weighted. The mean is
 * always that weighted by population, unless a setting average is supplied.
 *
 * Units:   values as given, in the unit they are printed in, none below 0; indices and the
 *          coefficient in per cent of the mean.
 * Source:  Schlotheuber and Hosseinpoor (2022), Int J Environ Res Public Health 19:3697; Pearcy and
 *          Keppel (2002), Public Health Rep 117:273-280, for the index of disparity.
 */
#ifndef GRADIENT_STATS_DISPARITY_H
#define GRADIENT_STATS_DISPARITY_H

#include <stddef.h>
#include <stdint.h>

#include "base/verdict.h"
#include "stats/between_group.h"
#include "stats/bootstrap.h"

enum disparity {
	DISPARITY_STANDARD_DEVIATION,       /* as in between_group.h */
	DISPARITY_COEFFICIENT_OF_VARIATION, /* as in between_group.h */
	DISPARITY_MEAN_DIFFERENCE_FROM_MEAN,
	DISPARITY_MEAN_DIFFERENCE_FROM_MEAN_WEIGHTED,
	/* From the best group: the highest value, or the lowest when that is favourable. */
	DISPARITY_MEAN_DIFFERENCE_FROM_BEST,
	DISPARITY_MEAN_DIFFERENCE_FROM_BEST_WEIGHTED,
	/* The reference group itself is among those that the sum is divided by. */
	DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE,
	DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE_WEIGHTED,
	DISPARITY_INDEX,
	DISPARITY_INDEX_WEIGHTED,
};

enum { DISPARITY_MEASURES = DISPARITY_INDEX_WEIGHTED + 1 };

/* For a reference that is no group. */
#define DISPARITY_NO_REFERENCE SIZE_MAX

struct disparity_settings {
	enum favourable favourable; /* FAVOURABLE_NEITHER: there is no best group */
	size_t reference;           /* index of the reference group, or DISPARITY_NO_REFERENCE */
	/*
	 * The value of all people together, where it is known better than from the groups, in place of
	 * their mean for mean differences from the mean and for the index of disparity; held as it is
	 * in a bootstrap. > 0; 0 for none.
	 */
	double setting_average;
};

/*
 * Returns STATS_OUT_OF_RANGE, also for a value below 0, for a best group where neither direction is
 * good, for a reference that is no group, and when the result is too large for a number; or
 * STATS_ZERO_COMPARATOR when a coefficient or an index is of a mean of 0. Equal values give 0.
 */
enum stats_outcome disparity_value(const struct between_groups *groups,
				   const struct disparity_settings *settings,
				   enum disparity measure, double *out);

/* What a bootstrap of groups needs of the caller's memory; holds no result. */
struct disparity_scratch {
	struct between_group *groups; /* as many as there are groups */
	double *numbers;              /* disparity_scratch_numbers() of them */
};

size_t disparity_scratch_numbers(const struct bootstrap *bootstrap, size_t count, size_t wanted);

/*
 * Limits for several measures from one set of draws. They can lie wholly above the value, and are
 * above 0 even when all groups are equal: that they leave out 0 shows nothing.
 *
 * Groups are drawn in the order of their values, then errors, then populations, and so their own
 * order changes nothing at all. Values and errors multiplied by a number, and bootstrap->most with
 * them, are drawn alike.
 *
 *   measures  those wanted, "wanted" of them, at most DISPARITY_MEASURES
 *   out       an interval for each
 *
 * Returns those of disparity_value() for any of the measures, and of bootstrap_limits().
 */
enum stats_outcome disparity_limits(const struct between_groups *groups,
				    const struct disparity_settings *settings,
				    const struct bootstrap *bootstrap,
				    const enum disparity *measures, size_t wanted,
				    const struct disparity_scratch *scratch, struct interval *out);

#endif
