#include "stats/disparity.h"

#include <math.h>
#include <stdbool.h>

#include "stats/range.h"

/* Sums over groups of how far their values are from one value. */
struct distances {
	double mean;          /* all groups alike */
	double weighted_mean; /* by population */
};

static struct distances distances_from(const struct between_groups *groups, double value)
{
	struct distances sums = { 0, 0 };

	for (size_t i = 0; i < groups->count; i++) {
		double distance = fabs(groups->groups[i].value - value);

		sums.mean += distance;
		sums.weighted_mean += groups->groups[i].population * distance;
	}
	sums.mean /= (double)groups->count;
	sums.weighted_mean /= groups->population;
	return sums;
}

/* Weighted by population; less the first, so that equal values have exactly their value. */
static double mean_of(const struct between_groups *groups)
{
	double first = groups->groups[0].value, sum = 0;

	for (size_t i = 1; i < groups->count; i++)
		sum += groups->groups[i].population * (groups->groups[i].value - first);
	return first + sum / groups->population;
}

static double deviation_from(const struct between_groups *groups, double mean)
{
	double sum = 0;

	for (size_t i = 0; i < groups->count; i++) {
		double distance = groups->groups[i].value - mean;

		sum += groups->groups[i].population * distance * distance;
	}
	return sqrt(sum / groups->population);
}

static double best_of(const struct between_groups *groups, enum favourable favourable)
{
	double best = groups->groups[0].value;

	for (size_t i = 1; i < groups->count; i++)
		best = favourable == FAVOURABLE_HIGH ? fmax(best, groups->groups[i].value)
						     : fmin(best, groups->groups[i].value);
	return best;
}

/* In per cent of a mean, which is 0 only when so is what is divided by it. */
static double percent_of(double mean, double value)
{
	return mean > 0 ? 100 * value / mean : 0;
}

/* All measures at once: most have the mean in common. Those from no group are from the first. */
static void work_out(const struct between_groups *groups, const struct disparity_settings *settings,
		     double out[DISPARITY_MEASURES])
{
	size_t reference = settings->reference < groups->count ? settings->reference : 0;
	double mean = mean_of(groups), deviation = deviation_from(groups, mean);
	double average = settings->setting_average > 0 ? settings->setting_average : mean;
	struct distances from_mean = distances_from(groups, average);
	struct distances from_best = distances_from(groups, best_of(groups, settings->favourable));
	struct distances from_reference = distances_from(groups, groups->groups[reference].value);

	out[DISPARITY_STANDARD_DEVIATION] = deviation;
	out[DISPARITY_COEFFICIENT_OF_VARIATION] = percent_of(mean, deviation);
	out[DISPARITY_MEAN_DIFFERENCE_FROM_MEAN] = from_mean.mean;
	out[DISPARITY_MEAN_DIFFERENCE_FROM_MEAN_WEIGHTED] = from_mean.weighted_mean;
	out[DISPARITY_MEAN_DIFFERENCE_FROM_BEST] = from_best.mean;
	out[DISPARITY_MEAN_DIFFERENCE_FROM_BEST_WEIGHTED] = from_best.weighted_mean;
	out[DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE] = from_reference.mean;
	out[DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE_WEIGHTED] = from_reference.weighted_mean;
	out[DISPARITY_INDEX] = percent_of(average, from_mean.mean);
	out[DISPARITY_INDEX_WEIGHTED] = percent_of(average, from_mean.weighted_mean);
}

static bool has_values(const struct between_groups *groups,
		       const struct disparity_settings *settings)
{
	for (size_t i = 0; i < groups->count; i++)
		if (groups->groups[i].value < 0)
			return false;
	return range_is_count(settings->setting_average);
}

/* Whether there is what the measure is taken from. */
static enum stats_outcome check(const struct between_groups *groups,
				const struct disparity_settings *settings, enum disparity measure)
{
	bool has_average = groups->mean > 0 || settings->setting_average > 0;

	if (!has_values(groups, settings))
		return STATS_OUT_OF_RANGE;
	switch (measure) {
	case DISPARITY_STANDARD_DEVIATION:
	case DISPARITY_MEAN_DIFFERENCE_FROM_MEAN:
	case DISPARITY_MEAN_DIFFERENCE_FROM_MEAN_WEIGHTED:
		return STATS_OK;
	case DISPARITY_COEFFICIENT_OF_VARIATION:
		return groups->mean > 0 ? STATS_OK : STATS_ZERO_COMPARATOR;
	case DISPARITY_MEAN_DIFFERENCE_FROM_BEST:
	case DISPARITY_MEAN_DIFFERENCE_FROM_BEST_WEIGHTED:
		return settings->favourable == FAVOURABLE_NEITHER ? STATS_OUT_OF_RANGE : STATS_OK;
	case DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE:
	case DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE_WEIGHTED:
		return settings->reference < groups->count ? STATS_OK : STATS_OUT_OF_RANGE;
	case DISPARITY_INDEX:
	case DISPARITY_INDEX_WEIGHTED:
		return has_average ? STATS_OK : STATS_ZERO_COMPARATOR;
	}
	return STATS_OUT_OF_RANGE;
}

enum stats_outcome disparity_value(const struct between_groups *groups,
				   const struct disparity_settings *settings,
				   enum disparity measure, double *out)
{
	enum stats_outcome outcome = check(groups, settings, measure);
	double values[DISPARITY_MEASURES];

	if (outcome != STATS_OK)
		return outcome;
	work_out(groups, settings, values);
	if (!isfinite(values[measure]))
		return STATS_OUT_OF_RANGE;
	*out = values[measure];
	return STATS_OK;
}

/* What a draw is worked out with. */
struct drawing {
	struct between_group *drawn; /* in the order in which they are drawn */
	struct between_groups groups;
	struct disparity_settings settings;
	const enum disparity *measures;
	size_t wanted;
};

static void work_out_drawn(void *context, const double *values, double *out)
{
	struct drawing *drawing = context;
	double all[DISPARITY_MEASURES];

	for (size_t i = 0; i < drawing->groups.count; i++)
		drawing->drawn[i].value = values[i];
	work_out(&drawing->groups, &drawing->settings, all);
	for (size_t i = 0; i < drawing->wanted; i++)
		out[i] = all[drawing->measures[i]];
}

static bool comes_before(const struct between_group *one, const struct between_group *other)
{
	if (one->value != other->value)
		return one->value < other->value;
	if (one->error != other->error)
		return one->error < other->error;
	return one->population < other->population;
}

/*
 * Into an order that the groups themselves determine; those that it leaves open are the same in all
 * that counts. Returns the place of the reference.
 */
static size_t put_in_order(const struct between_groups *groups, size_t reference,
			   struct between_group *out)
{
	size_t place = 0;

	for (size_t i = 0; i < groups->count; i++) {
		size_t at = i;

		for (; at > 0 && comes_before(&groups->groups[i], &out[at - 1]); at--)
			out[at] = out[at - 1];
		out[at] = groups->groups[i];
	}
	if (reference >= groups->count)
		return reference;
	while (comes_before(&out[place], &groups->groups[reference]))
		place++;
	return place;
}

size_t disparity_scratch_numbers(const struct bootstrap *bootstrap, size_t count, size_t wanted)
{
	return 2 * count + bootstrap_scratch(bootstrap, count, wanted);
}

enum stats_outcome disparity_limits(const struct between_groups *groups,
				    const struct disparity_settings *settings,
				    const struct bootstrap *bootstrap,
				    const enum disparity *measures, size_t wanted,
				    const struct disparity_scratch *scratch, struct interval *out)
{
	double *values = scratch->numbers, *errors = values + groups->count;
	struct drawing drawing = { scratch->groups, *groups, *settings, measures, wanted };
	struct bootstrap_sample sample = {
		values, errors, groups->count, wanted, work_out_drawn, &drawing,
	};
	double value;

	for (size_t i = 0; i < wanted; i++) {
		enum stats_outcome outcome = disparity_value(groups, settings, measures[i], &value);

		if (outcome != STATS_OK)
			return outcome;
	}
	drawing.settings.reference = put_in_order(groups, settings->reference, scratch->groups);
	drawing.groups.groups = scratch->groups;
	for (size_t i = 0; i < groups->count; i++) {
		values[i] = scratch->groups[i].value;
		errors[i] = scratch->groups[i].error;
	}
	return bootstrap_limits(bootstrap, &sample, errors + groups->count, out);
}
