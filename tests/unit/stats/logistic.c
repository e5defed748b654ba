#include "stats/logistic.h"

#include <criterion/criterion.h>
#include <math.h>

enum { NO_GROUP = 777 };

static struct logistic_fit fit_of(const struct logistic_group *groups, size_t count)
{
	struct logistic_fit fit;
	size_t group;

	cr_assert_eq(logistic_fit(groups, count, &fit, &group), STATS_OK);
	return fit;
}

/*
 * Odds of 1 in 4, 1 and 4 at ranks 1/6, 1/2 and 5/6: a third of the way multiplies them by 4, so they are
 * 1 in 8 at rank 0 and 8 at rank 1.
 */
Test(logistic, finds_an_exact_curve)
{
	const struct logistic_group groups[] = { { 20, 100 }, { 50, 100 }, { 80, 100 } };
	struct logistic_fit fit = fit_of(groups, 3);
	struct logistic_index index;

	cr_assert_float_eq(logistic_fitted(&fit, 0), 1.0 / 9, 1e-14);
	cr_assert_float_eq(logistic_fitted(&fit, 0.5), 0.5, 1e-15);
	cr_assert_float_eq(logistic_fitted(&fit, 1), 8.0 / 9, 1e-14);
	cr_assert_eq(logistic_difference(&fit, 0.95, &index), STATS_OK);
	cr_assert_float_eq(index.estimate.value, 7.0 / 9, 1e-14);
	/* Nothing lies off the curve. */
	cr_assert_float_eq(index.error, 0, 1e-14);
	cr_assert_eq(logistic_ratio(&fit, 0.95, &index), STATS_OK);
	cr_assert_float_eq(index.estimate.value, 8, 1e-13);
}

/*
 * Off a level of one half by 0.1 either way, without slope. Weights of 1/16 at ranks -3/8, -1/8, 1/8 and 3/8
 * from the middle have a spread of 5/256; scores times ranks a sum of squares of 5/256 * 0.01. With 4 / 2 for
 * few groups the variance of the slope is 102.4 * 0.01; fitted values change by 1/4 with their logits.
 */
Test(logistic, errors_worked_out_by_hand)
{
	const struct logistic_group groups[] = {
		{ 60, 100 }, { 40, 100 }, { 40, 100 }, { 60, 100 }
	};
	struct logistic_fit fit = fit_of(groups, 4);
	struct logistic_index index;

	cr_assert_eq(logistic_difference(&fit, 0.95, &index), STATS_OK);
	cr_assert_float_eq(index.estimate.value, 0, 1e-15);
	cr_assert_float_eq(index.error, sqrt(1.024) / 4, 1e-15);
	cr_assert_float_eq(index.estimate.limits.lower, -1.959963984540054 * sqrt(1.024) / 4,
			   1e-14);
	cr_assert_float_eq(index.estimate.limits.upper, 1.959963984540054 * sqrt(1.024) / 4, 1e-14);
	cr_assert_eq(logistic_ratio(&fit, 0.95, &index), STATS_OK);
	cr_assert_float_eq(index.estimate.value, 1, 1e-15);
	cr_assert_float_eq(index.error, sqrt(1.024) / 2, 1e-15);
	cr_assert_float_eq(log(index.estimate.limits.lower), -1.959963984540054 * sqrt(1.024) / 2,
			   1e-14);
	cr_assert_float_eq(log(index.estimate.limits.upper), 1.959963984540054 * sqrt(1.024) / 2,
			   1e-14);
}

Test(logistic, counts_each_person_once_in_groups_of_unequal_size)
{
	/* The same curve in groups of 60, 30 and 90, of ranks 1/6, 5/12 and 3/4. */
	const double logits[] = { -4 / 3.0, -1 / 3.0, 1 }, people[] = { 60, 30, 90 };
	struct logistic_group groups[3];
	struct logistic_fit fit;

	/* Of logit 4 (r - 1/2), which has -2 and 2 at its ends. */
	for (size_t i = 0; i < 3; i++)
		groups[i] = (struct logistic_group){ people[i] / (1 + exp(-logits[i])), people[i] };
	fit = fit_of(groups, 3);
	cr_assert_float_eq(logistic_fitted(&fit, 0), 1 / (1 + exp(2)), 1e-14);
	cr_assert_float_eq(logistic_fitted(&fit, 1), 1 / (1 + exp(-2)), 1e-14);
}

Test(logistic, works_with_groups_in_which_nobody_or_everybody_has_the_attribute)
{
	const struct logistic_group groups[] = { { 3, 10 }, { 0, 10 }, { 10, 10 }, { 7, 10 } };
	struct logistic_fit fit = fit_of(groups, 4);

	cr_assert(isfinite(fit.slope) && fit.slope > 0);
}

/* -- where there is none -- */

/* Outcome for five groups of 10 with so many events. */
static enum stats_outcome outcome_of(double e1, double e2, double e3, double e4, double e5)
{
	const struct logistic_group groups[] = {
		{ e1, 10 }, { e2, 10 }, { e3, 10 }, { e4, 10 }, { e5, 10 }
	};
	struct logistic_fit fit = { .slope = -7 };
	size_t group = NO_GROUP;
	enum stats_outcome outcome = logistic_fit(groups, 5, &fit, &group);

	cr_assert_eq(group, NO_GROUP);
	cr_assert(outcome == STATS_OK || fit.slope == -7);
	return outcome;
}

Test(logistic, has_no_slope_when_a_rank_parts_events_from_people_without)
{
	cr_assert_eq(outcome_of(0, 0, 10, 10, 10), STATS_SEPARATED);
	cr_assert_eq(outcome_of(10, 10, 0, 0, 0), STATS_SEPARATED);
	cr_assert_eq(outcome_of(0, 0, 5, 10, 10), STATS_SEPARATED);
	cr_assert_eq(outcome_of(10, 10, 5, 0, 0), STATS_SEPARATED);
	cr_assert_eq(outcome_of(5, 0, 0, 0, 0), STATS_SEPARATED);
	cr_assert_eq(outcome_of(10, 10, 10, 10, 5), STATS_SEPARATED);
}

Test(logistic, has_no_slope_when_nobody_or_everybody_has_the_attribute)
{
	cr_assert_eq(outcome_of(0, 0, 0, 0, 0), STATS_SEPARATED);
	cr_assert_eq(outcome_of(10, 10, 10, 10, 10), STATS_SEPARATED);
}

Test(logistic, has_a_slope_as_soon_as_ranks_overlap)
{
	cr_assert_eq(outcome_of(0, 0, 5, 4, 10), STATS_OK);
	cr_assert_eq(outcome_of(0, 1, 5, 10, 10), STATS_OK);
	cr_assert_eq(outcome_of(10, 10, 5, 1, 0), STATS_OK);
	cr_assert_eq(outcome_of(0, 5, 0, 5, 0), STATS_OK);
	cr_assert_eq(outcome_of(0, 0, 10, 0, 0), STATS_OK);
	cr_assert_eq(outcome_of(0, 0, 1e-9, 1e-9, 0), STATS_OK);
}

/* So little overlap that no number holds how steep the curve is. */
Test(logistic, has_no_slope_when_events_are_all_but_parted)
{
	cr_assert_eq(outcome_of(1e-200, 0, 0, 10, 10), STATS_SEPARATED);
	cr_assert_eq(outcome_of(10, 10, 0, 0, 1e-200), STATS_SEPARATED);
}

/* Outcome for a group between two good ones. */
static enum stats_outcome outcome_with(double events, double population)
{
	const struct logistic_group groups[] = { { 2, 10 }, { events, population }, { 3, 10 } };
	struct logistic_fit fit = { .slope = -7 };
	size_t group = NO_GROUP;
	enum stats_outcome outcome = logistic_fit(groups, 3, &fit, &group);

	cr_assert(outcome == STATS_OK || (group == 1 && fit.slope == -7));
	return outcome;
}

Test(logistic, names_the_group_at_fault)
{
	cr_assert_eq(outcome_with(0, 0), STATS_ZERO_POPULATION_GROUP);
	cr_assert_eq(outcome_with(11, 10), STATS_NUMERATOR_EXCEEDS_DENOMINATOR);
	cr_assert_eq(outcome_with(-1, 10), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with(1, nan("")), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with(10, 10), STATS_OK);
}

Test(logistic, needs_three_groups_and_no_more_people_than_a_number_holds)
{
	const struct logistic_group groups[] = { { 1e307, 1e308 },
						 { 1e307, 1e308 },
						 { 1e307, 1e308 } };
	struct logistic_fit fit = { .slope = -7 };
	size_t group = NO_GROUP;

	cr_assert_eq(logistic_fit(groups, 2, &fit, &group), STATS_TOO_FEW_GROUPS);
	cr_assert_eq(group, NO_GROUP);
	cr_assert_eq(logistic_fit(groups, 3, &fit, &group), STATS_OUT_OF_RANGE);
	cr_assert(group == 1 && fit.slope == -7);
}

Test(logistic, indices_need_a_confidence)
{
	const struct logistic_group groups[] = { { 20, 100 }, { 50, 100 }, { 80, 100 } };
	struct logistic_fit fit = fit_of(groups, 3);
	struct logistic_index index = { .error = -7 };

	cr_assert_eq(logistic_difference(&fit, 95, &index), STATS_OUT_OF_RANGE);
	cr_assert_eq(logistic_ratio(&fit, 0, &index), STATS_OUT_OF_RANGE);
	cr_assert_eq(index.error, -7);
}

Test(logistic, ratio_is_unbounded_where_the_curve_starts_at_nothing)
{
	struct logistic_fit steep = { .centre = 0.5, .slope = 4000 },
			    unsure = { .slope_variance = 1e8 };
	struct logistic_index index = { .error = -7 };

	cr_assert_eq(logistic_ratio(&steep, 0.95, &index), STATS_UNBOUNDED);
	cr_assert_eq(logistic_ratio(&unsure, 0.95, &index), STATS_UNBOUNDED);
	cr_assert_eq(index.error, -7);
	cr_assert_eq(logistic_difference(&steep, 0.95, &index), STATS_OK);
	cr_assert_eq(index.estimate.value, 1);
}
