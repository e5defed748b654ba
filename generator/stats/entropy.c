#include "stats/entropy.h"

#include <math.h>

static const double in_place_of_zero = 0.000001, scale = 1000;

static double replaced(double value)
{
	return value == 0 ? in_place_of_zero : value;
}

struct replaced_groups {
	double mean; /* after replacement */
	bool zero_replaced;
};

static enum stats_outcome replace_zeros(const struct between_groups *groups,
					struct replaced_groups *out)
{
	double first = replaced(groups->groups[0].value), sum = 0;
	bool has_zero = false;

	for (size_t i = 0; i < groups->count; i++) {
		const struct between_group *group = &groups->groups[i];

		if (group->value < 0)
			return STATS_OUT_OF_RANGE;
		has_zero = has_zero || group->value == 0;
		sum += group->population * (replaced(group->value) - first);
	}
	if (groups->mean == 0)
		return STATS_ZERO_COMPARATOR;
	*out = (struct replaced_groups){ first + sum / groups->population, has_zero };
	return STATS_OK;
}

static double ratio_of(const struct between_group *group, const struct replaced_groups *replacement)
{
	return replaced(group->value) / replacement->mean;
}

/* The change of an index by a group's value is its gradient times its share of the population. */
static enum stats_outcome finish(double value, double variance,
				 const struct replaced_groups *replacement, double confidence,
				 struct entropy *out)
{
	struct between_estimate estimate;
	enum stats_outcome outcome = between_group_estimate(scale * value, scale * sqrt(variance),
							    confidence, &estimate);

	if (outcome == STATS_OK)
		*out = (struct entropy){ estimate, replacement->zero_replaced };
	return outcome;
}

enum stats_outcome theil_index(const struct between_groups *groups, double confidence,
			       struct entropy *out)
{
	struct replaced_groups replacement;
	enum stats_outcome outcome = replace_zeros(groups, &replacement);
	double index = 0, variance = 0;

	if (outcome != STATS_OK)
		return outcome;
	for (size_t i = 0; i < groups->count; i++) {
		double ratio = ratio_of(&groups->groups[i], &replacement);

		index += groups->groups[i].population / groups->population * ratio * log(ratio);
	}
	for (size_t i = 0; i < groups->count; i++) {
		const struct between_group *group = &groups->groups[i];
		double share = group->population / groups->population;
		double gradient = (log(ratio_of(group, &replacement)) - index) * share *
				  group->error / replacement.mean;

		variance += gradient * gradient;
	}
	return finish(index, variance, &replacement, confidence, out);
}

enum stats_outcome mean_log_deviation(const struct between_groups *groups, double confidence,
				      struct entropy *out)
{
	struct replaced_groups replacement;
	enum stats_outcome outcome = replace_zeros(groups, &replacement);
	double deviation = 0, variance = 0;

	if (outcome != STATS_OK)
		return outcome;
	for (size_t i = 0; i < groups->count; i++) {
		const struct between_group *group = &groups->groups[i];
		double share = group->population / groups->population;
		double ratio = ratio_of(group, &replacement);
		double gradient = (1 - 1 / ratio) * share * group->error / replacement.mean;

		deviation -= share * log(ratio);
		variance += gradient * gradient;
	}
	return finish(deviation, variance, &replacement, confidence, out);
}
