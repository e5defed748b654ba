#include "stats/between_group.h"

#include <math.h>

#include "stats/normal.h"
#include "stats/range.h"

static enum stats_outcome check_group(const struct between_group *group)
{
	if (!isfinite(group->value) || !range_is_count(group->error) ||
	    !range_is_count(group->population))
		return STATS_OUT_OF_RANGE;
	return group->population == 0 ? STATS_ZERO_POPULATION_GROUP : STATS_OK;
}

enum stats_outcome between_groups(const struct between_group *groups, size_t count, size_t least,
				  struct between_groups *out, size_t *group)
{
	double population = 0, sum = 0, mean;

	if (count < least || count == 0)
		return STATS_TOO_FEW_GROUPS;
	for (size_t i = 0; i < count; i++) {
		enum stats_outcome outcome = check_group(&groups[i]);

		if (outcome != STATS_OK) {
			*group = i;
			return outcome;
		}
		population += groups[i].population;
		/* Less the first, so that equal values have exactly their value as the mean. */
		sum += groups[i].population * (groups[i].value - groups[0].value);
	}
	mean = groups[0].value + sum / population;
	if (!isfinite(mean) || !isfinite(population)) {
		*group = count;
		return STATS_OUT_OF_RANGE;
	}
	*out = (struct between_groups){ groups, count, population, mean };
	return STATS_OK;
}

enum stats_outcome between_group_estimate(double value, double error, double confidence,
					  struct between_estimate *out)
{
	double half;

	if (!range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	half = normal_deviate(confidence) * error;
	if (!isfinite(fabs(value) + half))
		return STATS_OUT_OF_RANGE;
	*out = (struct between_estimate){ value, error, { value - half, value + half } };
	return STATS_OK;
}

static double variance(const struct between_groups *groups)
{
	double sum = 0;

	for (size_t i = 0; i < groups->count; i++) {
		const struct between_group *group = &groups->groups[i];
		double share = group->population / groups->population;

		sum += share * (group->value - groups->mean) * (group->value - groups->mean);
	}
	return sum;
}

/*
 * Of the variance between groups, when the values vary by chance as normal ones: a part that grows
 * with how far they lie apart, and one that is left when they do not.
 */
static double error_of_variance(const struct between_groups *groups)
{
	double apart = 0, sum = 0, squares = 0, own = 0;

	for (size_t i = 0; i < groups->count; i++) {
		const struct between_group *group = &groups->groups[i];
		double share = group->population / groups->population;
		double error = share * group->error, rest = (1 - share) * group->error;
		double distance = error * (group->value - groups->mean);

		apart += distance * distance;
		sum += error * error;
		squares += error * error * error * error;
		own += error * error * rest * rest;
	}
	return sqrt(4 * apart + 2 * fmax(sum * sum - squares + own, 0));
}

enum stats_outcome between_group_variance(const struct between_groups *groups, double confidence,
					  struct between_estimate *out)
{
	return between_group_estimate(variance(groups), error_of_variance(groups), confidence, out);
}

enum stats_outcome between_group_standard_deviation(const struct between_groups *groups,
						    double confidence, struct between_estimate *out)
{
	double deviation = sqrt(variance(groups));

	if (deviation == 0)
		return STATS_NO_VARIATION;
	return between_group_estimate(deviation, error_of_variance(groups) / (2 * deviation),
				      confidence, out);
}

enum stats_outcome between_group_coefficient_of_variation(const struct between_groups *groups,
							  double confidence,
							  struct between_estimate *out)
{
	double deviation = sqrt(variance(groups)), mean = groups->mean, coefficient, sum = 0;

	for (size_t i = 0; i < groups->count; i++)
		if (groups->groups[i].value < 0)
			return STATS_OUT_OF_RANGE;
	if (mean == 0)
		return STATS_ZERO_COMPARATOR;
	if (deviation == 0)
		return STATS_NO_VARIATION;
	coefficient = 100 * deviation / mean;
	for (size_t i = 0; i < groups->count; i++) {
		const struct between_group *group = &groups->groups[i];
		double share = group->population / groups->population;
		/* What the coefficient changes by with the group's value. */
		double gradient =
			share * (100 * (group->value - mean) / deviation - coefficient) / mean;

		sum += gradient * gradient * group->error * group->error;
	}
	return between_group_estimate(coefficient, sqrt(sum), confidence, out);
}
