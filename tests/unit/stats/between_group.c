#include "stats/between_group.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/between.h"

enum { NO_GROUP = 777 };

/* Shares of a quarter, a half and a quarter; mean 22.5. */
static const struct between_group three[] = { { 10, 1, 100 }, { 20, 2, 200 }, { 40, 2, 100 } };

/* The estimate, whose limits must be even and of 95%. */
static struct between_estimate checked(enum stats_outcome outcome, struct between_estimate estimate)
{
	cr_assert_eq(outcome, STATS_OK);
	cr_assert_float_eq(estimate.limits.upper - estimate.value,
			   1.9599639845400545 * estimate.error, 1e-12 * (1 + estimate.error));
	cr_assert_float_eq(estimate.value - estimate.limits.lower,
			   1.9599639845400545 * estimate.error, 1e-12 * (1 + estimate.error));
	return estimate;
}

static struct between_estimate variance_of(const struct between_group *list, size_t count)
{
	struct between_groups groups = between_groups_of(list, count);
	struct between_estimate out;
	enum stats_outcome outcome = between_group_variance(&groups, 0.95, &out);

	return checked(outcome, out);
}

static struct between_estimate deviation_of(const struct between_group *list, size_t count)
{
	struct between_groups groups = between_groups_of(list, count);
	struct between_estimate out;
	enum stats_outcome outcome = between_group_standard_deviation(&groups, 0.95, &out);

	return checked(outcome, out);
}

static struct between_estimate coefficient_of(const struct between_group *list, size_t count)
{
	struct between_groups groups = between_groups_of(list, count);
	struct between_estimate out;
	enum stats_outcome outcome = between_group_coefficient_of_variation(&groups, 0.95, &out);

	return checked(outcome, out);
}

/* 12.5^2/4 + 2.5^2/2 + 17.5^2/4; its error from the three terms of the formula by hand. */
Test(between_group, works_out_three_groups)
{
	struct between_groups groups = between_groups_of(three, 3);
	struct between_estimate variance = variance_of(three, 3);
	struct between_estimate deviation = deviation_of(three, 3);
	double error = sqrt(4 * 92.578125 + 2 * (1.72265625 - 1.06640625 + 1.59765625));

	cr_assert_eq(groups.population, 400);
	cr_assert_eq(groups.mean, 22.5);
	cr_assert_float_eq(variance.value, 118.75, 1e-12);
	cr_assert_float_eq(variance.error, error, 1e-12);
	cr_assert_float_eq(deviation.value, sqrt(118.75), 1e-13);
	cr_assert_float_eq(deviation.error, error / (2 * sqrt(118.75)), 1e-13);
	cr_assert_float_eq(coefficient_of(three, 3).value, 100 * sqrt(118.75) / 22.5, 1e-12);
}

/* What a group too many or too wrong comes to. */
static enum stats_outcome outcome_with(struct between_group other)
{
	struct between_group groups[] = { three[0], three[1], three[2], other };
	struct between_groups out = { .mean = -7 };
	size_t group = NO_GROUP;
	enum stats_outcome outcome = between_groups(groups, 4, 3, &out, &group);

	cr_assert(outcome == STATS_OK ? group == NO_GROUP : group == 3 && out.mean == -7);
	return outcome;
}

Test(between_group, names_the_group_that_is_wrong)
{
	cr_assert_eq(outcome_with((struct between_group){ 5, 1, 100 }), STATS_OK);
	cr_assert_eq(outcome_with((struct between_group){ -5, 0, 0.5 }), STATS_OK);
	cr_assert_eq(outcome_with((struct between_group){ 5, 1, 0 }), STATS_ZERO_POPULATION_GROUP);
	cr_assert_eq(outcome_with((struct between_group){ 5, 1, -1 }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct between_group){ 5, 1, nan("") }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct between_group){ 5, -1, 100 }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct between_group){ 5, nan(""), 100 }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct between_group){ nan(""), 1, 100 }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct between_group){ HUGE_VAL, 1, 100 }), STATS_OUT_OF_RANGE);
}

Test(between_group, needs_three_groups_in_print)
{
	struct between_groups out = { .mean = -7 };
	size_t group = NO_GROUP;

	cr_assert_eq(between_groups(three, 2, BETWEEN_GROUPS_LEAST, &out, &group),
		     STATS_TOO_FEW_GROUPS);
	cr_assert_eq(between_groups(three, 0, 0, &out, &group), STATS_TOO_FEW_GROUPS);
	cr_assert(out.mean == -7 && group == NO_GROUP);
	/* A third of the way from 10 to 20. */
	cr_assert_eq(between_groups(three, 2, 2, &out, &group), STATS_OK);
	cr_assert_float_eq(out.mean, 50.0 / 3, 1e-13);
}

Test(between_group, refuses_what_is_too_large_to_be_added)
{
	struct between_group people[] = { { 1, 1, 1e308 }, { 2, 1, 1e308 }, { 3, 1, 1 } };
	struct between_group values[] = { { 1e308, 1, 1 }, { -1e308, 1, 1 }, { 3, 1, 1 } };
	struct between_groups out = { .mean = -7 };
	size_t group = NO_GROUP;

	cr_assert_eq(between_groups(people, 3, 3, &out, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(group, 3);
	group = NO_GROUP;
	cr_assert_eq(between_groups(values, 3, 3, &out, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(group, 3);
	cr_assert_eq(out.mean, -7);
}

Test(between_group, refuses_results_too_large_for_a_number)
{
	struct between_group wide[] = { { 1e200, 1, 1 }, { -1e200, 1, 1 }, { 3, 1, 1 } };
	struct between_group unsure[] = { { 1, 1e200, 1 }, { 2, 1, 1 }, { 3, 1, 1 } };
	struct between_groups groups = between_groups_of(wide, 3);
	struct between_estimate out = { .value = -7 };

	cr_assert_eq(between_group_variance(&groups, 0.95, &out), STATS_OUT_OF_RANGE);
	groups = between_groups_of(unsure, 3);
	cr_assert_eq(between_group_variance(&groups, 0.95, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(out.value, -7);
}

Test(between_group, needs_a_confidence)
{
	struct between_groups groups = between_groups_of(three, 3);
	struct between_estimate out = { .value = -7 };

	cr_assert_eq(between_group_variance(&groups, 95, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(between_group_standard_deviation(&groups, 0, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(between_group_coefficient_of_variation(&groups, 1, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(out.value, -7);
}

/* 29.1 is no sum of powers of two, and neither are the shares: the mean is 29.1 to the last digit. */
Test(between_group, equal_values_have_no_variation_at_all)
{
	struct between_group equal[] = { { 29.1, 1, 700 }, { 29.1, 2, 1100 }, { 29.1, 3, 301 } };
	struct between_groups groups = between_groups_of(equal, 3);
	struct between_estimate out = { .value = -7 };

	cr_assert_eq(groups.mean, 29.1);
	cr_assert_eq(between_group_standard_deviation(&groups, 0.95, &out), STATS_NO_VARIATION);
	cr_assert_eq(between_group_coefficient_of_variation(&groups, 0.95, &out),
		     STATS_NO_VARIATION);
	cr_assert_eq(out.value, -7);
	cr_assert_eq(variance_of(equal, 3).value, 0);
	cr_assert_gt(variance_of(equal, 3).error, 0);
	cr_assert_lt(variance_of(equal, 3).limits.lower, 0);
}

Test(between_group, a_coefficient_is_of_a_mean_above_zero)
{
	struct between_group zeros[] = { { 0, 1, 7 }, { 0, 1, 11 }, { 0, 1, 3 } };
	struct between_group below[] = { { 20, 1, 7 }, { -1, 1, 11 }, { 30, 1, 3 } };
	struct between_groups groups = between_groups_of(zeros, 3);
	struct between_estimate out = { .value = -7 };

	cr_assert_eq(between_group_coefficient_of_variation(&groups, 0.95, &out),
		     STATS_ZERO_COMPARATOR);
	groups = between_groups_of(below, 3);
	cr_assert_eq(between_group_coefficient_of_variation(&groups, 0.95, &out),
		     STATS_OUT_OF_RANGE);
	cr_assert_eq(out.value, -7);
	cr_assert_gt(deviation_of(below, 3).value, 0);
}

/* Nearly everybody in one group: the terms of the error that cancel leave no root of less than 0. */
Test(between_group, bears_a_group_that_is_nearly_all)
{
	struct between_group uneven[] = { { 10, 0, 1e30 }, { 20, 0, 1 }, { 30, 0, 1 } };

	for (int i = 1; i <= 100; i++) {
		uneven[0].error = i / 30.0;
		cr_assert(isfinite(variance_of(uneven, 3).error));
	}
}
