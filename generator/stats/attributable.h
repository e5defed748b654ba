/*
 * attributable.h - what would be gained if all groups did as well as a reference group: population
 *                  attributable risk (as a difference) and fraction (as a share of the mean).
 *
 * The reference is for the caller to choose: the least deprived of ordered groups, the best of
 * others. Both figures are positive where high is good and negative, a reduction, where low is.
 * When the reference does worse than all groups together, nothing could be gained and both are 0.
 *
 * Units:   values, the mean and the risk are fractions in [0, 1], as of proportions, or rates per
 *          person that cannot exceed 1; the fraction is a share of the mean, before any multiplier.
 * Source:  Walter (1978), Int J Epidemiol 7:175-182, whose standard error of the fraction is that
 *          of the delta method for people spread at random over reference and others, with and
 *          without events.
 */
#ifndef GRADIENT_STATS_ATTRIBUTABLE_H
#define GRADIENT_STATS_ATTRIBUTABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/verdict.h"
#include "stats/interval.h"
#include "stats/outcome.h"

enum { ATTRIBUTABLE_GROUPS_LEAST = 2 };

struct attributable_group {
	double value;      /* in [0, 1] */
	double population; /* > 0; the denominator of the value */
};

struct attributable {
	double mean;
	double risk, fraction;             /* both 0 when the reference is worse */
	double risk_error, fraction_error; /* as if they had not been set to 0 */
	bool reference_is_worse;
};

/*
 *   reference   index of the reference group
 *   favourable  FAVOURABLE_HIGH or FAVOURABLE_LOW
 *
 * Returns STATS_TOO_FEW_GROUPS; STATS_OUT_OF_RANGE or STATS_ZERO_POPULATION_GROUP, with the index of
 * the group at fault, if one is, in *group; or STATS_ZERO_COMPARATOR when no group has events.
 */
enum stats_outcome attributable(const struct attributable_group *groups, size_t count,
				size_t reference, enum favourable favourable,
				struct attributable *out, size_t *group);

/*
 * Risk and fraction with limits. Returns STATS_OUT_OF_RANGE; STATS_REFERENCE_WORSE when they were
 * set to 0, which is shown without limits; STATS_NO_SAMPLING_ERROR when the formula gives none, as
 * for a reference without events, though the value is anything but certain then.
 */
enum stats_outcome attributable_risk(const struct attributable *found, double confidence,
				     struct estimate *out);
enum stats_outcome attributable_fraction(const struct attributable *found, double confidence,
					 struct estimate *out);

#endif
