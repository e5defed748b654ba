/*
 * inequality_unordered.c - the measures of inequality_expected.csv that ask for no order of the groups,
 *                          and the gap between two of them.
 */
#include <math.h>

#include "base/arena.h"
#include "stats/disparity.h"
#include "stats/entropy.h"
#include "stats/gap.h"
#include "stats/normal.h"
#include "vectors/files/inequality.h"

static const double confidence = 0.95;

/* The arithmetic needs two groups; how many are asked for in print is in the table. */
static enum stats_outcome groups_of(const struct inequality_case *inequality,
				    struct between_groups *out)
{
	size_t group;

	return between_groups(inequality->groups, inequality->count, 2, out, &group);
}

static struct inequality_answer answer_of(enum stats_outcome outcome,
					  const struct between_estimate *estimate)
{
	bool known = outcome == STATS_OK;

	return (struct inequality_answer){ outcome,         known,           known,           known,
					   estimate->value, estimate->error, estimate->limits };
}

static void variance(const struct inequality_case *inequality, struct inequality_answer *out)
{
	struct between_groups groups;
	struct between_estimate estimate = { 0 };
	enum stats_outcome outcome = groups_of(inequality, &groups);

	if (outcome == STATS_OK)
		outcome = between_group_variance(&groups, confidence, &estimate);
	*out = answer_of(outcome, &estimate);
}

/* Without variation the value is 0 and the error undefined. */
static struct inequality_answer delta_answer(enum stats_outcome outcome,
					     const struct between_estimate *estimate)
{
	struct inequality_answer answer = answer_of(outcome, estimate);

	answer.has_estimate = answer.has_estimate || outcome == STATS_NO_VARIATION;
	return answer;
}

static void standard_deviation(const struct inequality_case *inequality,
			       struct inequality_answer *out)
{
	struct between_groups groups;
	struct between_estimate estimate = { 0 };
	enum stats_outcome outcome = groups_of(inequality, &groups);

	if (outcome == STATS_OK)
		outcome = between_group_standard_deviation(&groups, confidence, &estimate);
	*out = delta_answer(outcome, &estimate);
}

static void coefficient_of_variation(const struct inequality_case *inequality,
				     struct inequality_answer *out)
{
	struct between_groups groups;
	struct between_estimate estimate = { 0 };
	enum stats_outcome outcome = groups_of(inequality, &groups);

	if (outcome == STATS_OK)
		outcome = between_group_coefficient_of_variation(&groups, confidence, &estimate);
	*out = delta_answer(outcome, &estimate);
}

static void theil(const struct inequality_case *inequality, struct inequality_answer *out)
{
	struct between_groups groups;
	struct entropy entropy = { 0 };
	enum stats_outcome outcome = groups_of(inequality, &groups);

	if (outcome == STATS_OK)
		outcome = theil_index(&groups, confidence, &entropy);
	*out = answer_of(outcome, &entropy.estimate);
}

/* With a group of 0 compared all the same, though not for print. */
static void log_deviation(const struct inequality_case *inequality, struct inequality_answer *out)
{
	struct between_groups groups;
	struct entropy entropy = { 0 };
	enum stats_outcome outcome = groups_of(inequality, &groups);

	if (outcome == STATS_OK)
		outcome = mean_log_deviation(&groups, confidence, &entropy);
	*out = answer_of(outcome, &entropy.estimate);
}

/* -- with limits of a bootstrap ------------------------------------------------------------------ */

static void by_bootstrap(const struct inequality_case *inequality, enum disparity measure,
			 struct inequality_answer *out)
{
	struct disparity_settings settings = { inequality->favourable, inequality->reference, 0 };
	struct bootstrap bootstrap = bootstrap_usual();
	size_t numbers = disparity_scratch_numbers(&bootstrap, inequality->count, 1);
	struct disparity_scratch scratch = {
		arena_array(inequality->arena, inequality->count, sizeof(*scratch.groups)),
		arena_array(inequality->arena, numbers, sizeof(*scratch.numbers)),
	};
	struct between_groups groups;

	if (inequality->scale == 100)
		bootstrap.most = 100;
	out->outcome = groups_of(inequality, &groups);
	if (out->outcome == STATS_OK)
		out->outcome = disparity_value(&groups, &settings, measure, &out->estimate);
	out->has_estimate = out->outcome == STATS_OK;
	if (out->outcome == STATS_OK)
		out->outcome = disparity_limits(&groups, &settings, &bootstrap, &measure, 1,
						&scratch, &out->limits);
	out->has_limits = out->outcome == STATS_OK;
}

#define BY_BOOTSTRAP(name, measure)                                                                \
	static void name(const struct inequality_case *inequality, struct inequality_answer *out)  \
	{                                                                                          \
		by_bootstrap(inequality, measure, out);                                            \
	}

BY_BOOTSTRAP(bgsd, DISPARITY_STANDARD_DEVIATION)
BY_BOOTSTRAP(cov, DISPARITY_COEFFICIENT_OF_VARIATION)
BY_BOOTSTRAP(mdmu, DISPARITY_MEAN_DIFFERENCE_FROM_MEAN)
BY_BOOTSTRAP(mdmw, DISPARITY_MEAN_DIFFERENCE_FROM_MEAN_WEIGHTED)
BY_BOOTSTRAP(mdbu, DISPARITY_MEAN_DIFFERENCE_FROM_BEST)
BY_BOOTSTRAP(mdbw, DISPARITY_MEAN_DIFFERENCE_FROM_BEST_WEIGHTED)
BY_BOOTSTRAP(mdru, DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE)
BY_BOOTSTRAP(mdrw, DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE_WEIGHTED)
BY_BOOTSTRAP(idisu, DISPARITY_INDEX)
BY_BOOTSTRAP(idisw, DISPARITY_INDEX_WEIGHTED)

/* -- the gap between two of the groups ----------------------------------------------------------- */

struct pair {
	struct gap_group first, comparator;
};

static size_t extreme(const struct inequality_case *inequality, bool highest)
{
	size_t found = 0;

	for (size_t i = 1; i < inequality->count; i++)
		if (highest ? inequality->groups[i].value > inequality->groups[found].value
			    : inequality->groups[i].value < inequality->groups[found].value)
			found = i;
	return found;
}

/*
 * With an order its ends, without one the highest and the lowest group, or the reference group in place
 * of the better of both; the better first when high values are good, else the worse.
 */
static struct pair pair_of(const struct inequality_case *inequality)
{
	bool high = inequality->favourable == FAVOURABLE_HIGH;
	size_t first = extreme(inequality, true), comparator = extreme(inequality, false);
	const struct between_group *groups = inequality->groups;

	if (inequality->ordered) {
		first = high ? inequality->count - 1 : 0;
		comparator = high ? 0 : inequality->count - 1;
	} else if (inequality->reference < inequality->count) {
		*(high ? &first : &comparator) = inequality->reference;
	}
	return (struct pair){ { groups[first].value, groups[first].error },
			      { groups[comparator].value, groups[comparator].error } };
}

static void difference(const struct inequality_case *inequality, struct inequality_answer *out)
{
	struct pair pair = pair_of(inequality);
	struct estimate estimate = { 0 };

	out->outcome = gap_difference_wald(&pair.first, &pair.comparator, confidence, &estimate);
	out->has_estimate = out->has_error = out->has_limits = out->outcome == STATS_OK;
	out->estimate = estimate.value;
	out->limits = estimate.limits;
	out->error =
		(estimate.limits.upper - estimate.limits.lower) / (2 * normal_deviate(confidence));
}

/* The error is that of the logarithm. */
static void ratio(const struct inequality_case *inequality, struct inequality_answer *out)
{
	struct pair pair = pair_of(inequality);
	struct estimate estimate = { 0 };

	out->has_estimate = gap_ratio_value(pair.first.value, pair.comparator.value,
					    &out->estimate) == STATS_OK;
	out->outcome = gap_ratio(&pair.first, &pair.comparator, confidence, &estimate);
	out->has_error = out->has_limits = out->outcome == STATS_OK;
	out->limits = estimate.limits;
	if (out->has_error)
		out->error = log(estimate.limits.upper / estimate.limits.lower) /
			     (2 * normal_deviate(confidence));
}

const struct inequality_measure inequality_unordered[] = {
	{ "d", difference, 0, 0 },
	{ "r", ratio, 0, 0 },
	{ "bgv", variance, BETWEEN_GROUPS_LEAST, 0 },
	{ "bgsd", bgsd, BETWEEN_GROUPS_LEAST, 0 },
	{ "bgsd_delta", standard_deviation, BETWEEN_GROUPS_LEAST, 0 },
	{ "cov", cov, BETWEEN_GROUPS_LEAST, 0 },
	{ "cov_delta", coefficient_of_variation, BETWEEN_GROUPS_LEAST, 0 },
	{ "mdmu", mdmu, BETWEEN_GROUPS_LEAST, 0 },
	{ "mdmw", mdmw, BETWEEN_GROUPS_LEAST, 0 },
	{ "mdbu", mdbu, BETWEEN_GROUPS_LEAST, 0 },
	{ "mdbw", mdbw, BETWEEN_GROUPS_LEAST, 0 },
	{ "mdru", mdru, BETWEEN_GROUPS_LEAST, 0 },
	{ "mdrw", mdrw, BETWEEN_GROUPS_LEAST, 0 },
	{ "idisu", idisu, BETWEEN_GROUPS_LEAST, 0 },
	{ "idisw", idisw, BETWEEN_GROUPS_LEAST, 0 },
	{ "ti", theil, BETWEEN_GROUPS_LEAST, 0 },
	{ "mld", log_deviation, BETWEEN_GROUPS_LEAST, 0 },
	{ .name = NULL },
};
