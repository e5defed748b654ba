#include "stats/concentration.h"

#include <criterion/criterion.h>
#include <float.h>
#include <math.h>

enum { NO_GROUP = 777 };

static const struct interval percent = { 0, 100 };

/* Four equal groups: ranks 0.125, 0.375, 0.625, 0.875; mean 25. */
static const struct concentration_group equal[] = {
	{ 10, 1, 500 }, { 20, 1, 500 }, { 30, 1, 500 }, { 40, 1, 500 }
};

/* Shares 1/4, 1/2, 1/4; ranks 0.125, 0.5, 0.875; mean 4.5. */
static const struct concentration_group unequal[] = { { 2, 0, 10 }, { 4, 0, 20 }, { 8, 0, 10 } };

static struct concentration_index index_of(enum concentration_kind kind)
{
	struct concentration_index index;
	size_t group;

	cr_assert_eq(concentration_index(equal, 4, kind, &percent, 0.95, &index, &group), STATS_OK);
	return index;
}

static void expect_index(enum concentration_kind kind, double value, double error)
{
	struct concentration_index index = index_of(kind);

	cr_expect_float_eq(index.estimate.value, value, 1e-15 * fmax(1, value));
	cr_expect_float_eq(index.error, error, 1e-14);
	cr_expect_float_eq(index.estimate.limits.lower, value - 1.959963984540054 * error, 1e-14);
	cr_expect_float_eq(index.estimate.limits.upper, value + 1.959963984540054 * error, 1e-14);
}

/* 2 * 0.25 (-0.375 * 10 - 0.125 * 20 + 0.125 * 30 + 0.375 * 40), error 0.5 sqrt(0.3125). */
Test(concentration, absolute_index_worked_out_by_hand)
{
	expect_index(CONCENTRATION_ABSOLUTE, 6.25, 0.5 * sqrt(0.3125));
}

/* The index changes with the four values by -0.01, -0.005, 0 and 0.005. */
Test(concentration, relative_index_worked_out_by_hand)
{
	expect_index(CONCENTRATION_RELATIVE, 0.25, sqrt(1e-4 + 2 * 25e-6));
}

Test(concentration, bounded_index_of_erreygers_is_four_times_the_absolute_one_of_fractions)
{
	expect_index(CONCENTRATION_ERREYGERS, 0.25, 0.02 * sqrt(0.3125));
}

/* 0.25 / (1 - 0.25); of fractions it changes by -11/9, -5/9, 1/9 and 7/9, the squares sum to (14/9)^2. */
Test(concentration, bounded_index_of_wagstaff_worked_out_by_hand)
{
	expect_index(CONCENTRATION_WAGSTAFF, 1.0 / 3, 0.14 / 9);
}

Test(concentration, counts_groups_by_population)
{
	struct concentration_index index;
	size_t group;

	cr_assert_eq(
		concentration_index(unequal, 3, CONCENTRATION_ABSOLUTE, NULL, 0.95, &index, &group),
		STATS_OK);
	cr_assert_float_eq(index.estimate.value, 1.125, 1e-15);
	/* Nothing is known of errors. */
	cr_assert_eq(index.error, 0);
	cr_assert_eq(
		concentration_index(unequal, 3, CONCENTRATION_RELATIVE, NULL, 0.95, &index, &group),
		STATS_OK);
	cr_assert_float_eq(index.estimate.value, 0.25, 1e-15);
}

Test(concentration, curve_runs_through_the_cumulative_shares)
{
	struct concentration_point points[4];
	size_t group;

	cr_assert_eq(concentration_curve(unequal, 3, points, &group), STATS_OK);
	cr_assert(points[0].population == 0 && points[0].variable == 0);
	cr_assert_float_eq(points[1].population, 0.25, 1e-15);
	cr_assert_float_eq(points[1].variable, 1.0 / 9, 1e-15);
	cr_assert_float_eq(points[2].population, 0.75, 1e-15);
	cr_assert_float_eq(points[2].variable, 5.0 / 9, 1e-15);
	cr_assert(points[3].population == 1 && points[3].variable == 1);
}

/* -- where there is none -- */

/* Outcome for the four groups with the second of them replaced. */
static enum stats_outcome outcome_with(struct concentration_group other,
				       enum concentration_kind kind)
{
	struct concentration_group groups[] = { equal[0], other, equal[2], equal[3] };
	struct concentration_index index = { .error = -7 };
	size_t group = NO_GROUP;
	enum stats_outcome outcome =
		concentration_index(groups, 4, kind, &percent, 0.95, &index, &group);

	cr_assert(outcome == STATS_OK || (group == 1 && index.error == -7));
	return outcome;
}

Test(concentration, needs_three_groups)
{
	struct concentration_point points[3] = { { -7, -7 } };
	struct concentration_index index = { .error = -7 };
	size_t group = NO_GROUP;

	cr_assert_eq(
		concentration_index(equal, 2, CONCENTRATION_ABSOLUTE, NULL, 0.95, &index, &group),
		STATS_TOO_FEW_GROUPS);
	cr_assert_eq(concentration_curve(equal, 2, points, &group), STATS_TOO_FEW_GROUPS);
	cr_assert(group == NO_GROUP && index.error == -7 && points[0].population == -7);
	cr_assert_eq(
		concentration_index(equal, 3, CONCENTRATION_ABSOLUTE, NULL, 0.95, &index, &group),
		STATS_OK);
}

Test(concentration, names_the_group_without_people)
{
	struct concentration_group groups[] = { equal[0], equal[1], { 30, 1, 0 } };
	struct concentration_point points[4];
	size_t group = NO_GROUP;

	cr_assert_eq(outcome_with((struct concentration_group){ 20, 1, 0 }, CONCENTRATION_ABSOLUTE),
		     STATS_ZERO_POPULATION_GROUP);
	cr_assert_eq(concentration_curve(groups, 3, points, &group), STATS_ZERO_POPULATION_GROUP);
	cr_assert_eq(group, 2);
}

Test(concentration, refuses_what_is_no_value_error_or_population)
{
	enum concentration_kind kind = CONCENTRATION_ABSOLUTE;

	cr_assert_eq(outcome_with((struct concentration_group){ nan(""), 1, 500 }, kind),
		     STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct concentration_group){ 20, -1, 500 }, kind),
		     STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct concentration_group){ 20, 1, -500 }, kind),
		     STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct concentration_group){ -20, 1, 500 }, kind), STATS_OK);
}

Test(concentration, of_negative_values_is_absolute_only)
{
	struct concentration_group below = { -20, 1, 500 };
	struct concentration_group groups[] = { equal[0], equal[1], below };
	struct concentration_point points[4];
	size_t group = NO_GROUP;

	cr_assert_eq(outcome_with(below, CONCENTRATION_RELATIVE), STATS_OUT_OF_RANGE);
	cr_assert_eq(concentration_curve(groups, 3, points, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(group, 2);
}

Test(concentration, refuses_values_outside_their_bounds)
{
	struct concentration_group over = { 100.5, 1, 500 }, under = { -0.5, 1, 500 };

	cr_assert_eq(outcome_with(over, CONCENTRATION_ERREYGERS), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with(under, CONCENTRATION_ERREYGERS), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with(over, CONCENTRATION_WAGSTAFF), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with(over, CONCENTRATION_RELATIVE), STATS_OK);
}

Test(concentration, needs_bounds_and_a_confidence)
{
	const struct interval point = { 50, 50 }, turned = { 100, 0 }, open = { 0, HUGE_VAL };
	const struct interval *const wrong[] = { &point, &turned, &open };
	struct concentration_index index = { .error = -7 };
	size_t group = NO_GROUP;

	for (size_t i = 0; i < 3; i++) {
		cr_assert_eq(concentration_index(equal, 4, CONCENTRATION_ERREYGERS, wrong[i], 0.95,
						 &index, &group),
			     STATS_OUT_OF_RANGE);
		cr_assert_eq(concentration_index(equal, 4, CONCENTRATION_WAGSTAFF, wrong[i], 0.95,
						 &index, &group),
			     STATS_OUT_OF_RANGE);
	}
	cr_assert_eq(
		concentration_index(equal, 4, CONCENTRATION_ABSOLUTE, NULL, 95, &index, &group),
		STATS_OUT_OF_RANGE);
	cr_assert(group == NO_GROUP && index.error == -7);
}

/* The same value in three groups whose shares do not add up to exactly 1. */
static enum stats_outcome outcome_of_all(double value, enum concentration_kind kind,
					 struct concentration_index *index)
{
	const struct concentration_group groups[] = { { value, 1, 0.1 },
						      { value, 1, 0.7 },
						      { value, 1, 0.3 } };
	size_t group = NO_GROUP;
	enum stats_outcome outcome =
		concentration_index(groups, 3, kind, &percent, 0.95, index, &group);

	cr_assert_eq(group, NO_GROUP);
	return outcome;
}

Test(concentration, divides_by_no_mean_of_zero)
{
	const struct concentration_group nothing[] = { { 0, 1, 5 }, { 0, 1, 5 }, { 0, 1, 5 } };
	struct concentration_point points[4] = { { -7, -7 } };
	struct concentration_index index = { .error = -7 };
	size_t group = NO_GROUP;

	cr_assert_eq(outcome_of_all(0, CONCENTRATION_RELATIVE, &index), STATS_ZERO_COMPARATOR);
	cr_assert_eq(concentration_curve(nothing, 3, points, &group), STATS_ZERO_COMPARATOR);
	cr_assert(group == NO_GROUP && index.error == -7 && points[0].population == -7);
	cr_assert_eq(outcome_of_all(0, CONCENTRATION_ABSOLUTE, &index), STATS_OK);
	cr_assert_eq(index.estimate.value, 0);
}

Test(concentration, wagstaff_divides_by_no_mean_at_a_bound)
{
	struct concentration_index index = { .error = -7 };

	cr_assert_eq(outcome_of_all(0, CONCENTRATION_WAGSTAFF, &index), STATS_ZERO_COMPARATOR);
	cr_assert_eq(outcome_of_all(100, CONCENTRATION_WAGSTAFF, &index), STATS_ZERO_COMPARATOR);
	cr_assert_eq(index.error, -7);
	cr_assert_eq(outcome_of_all(100, CONCENTRATION_ERREYGERS, &index), STATS_OK);
	cr_assert_eq(index.estimate.value, 0);
}

Test(concentration, of_equal_values_is_exactly_zero_but_not_certain)
{
	for (enum concentration_kind kind = CONCENTRATION_ABSOLUTE; kind <= CONCENTRATION_WAGSTAFF;
	     kind++) {
		struct concentration_index index;

		cr_assert_eq(outcome_of_all(30, kind, &index), STATS_OK);
		cr_assert_eq(index.estimate.value, 0);
		cr_assert_gt(index.error, 0);
	}
}

Test(concentration, refuses_what_is_too_large)
{
	const struct concentration_group values[] = { { -1e308, 0, 1 },
						      { 0, 0, 1 },
						      { 1e308, 0, 1 } };
	const struct concentration_group errors[] = { { 0, 1.7e308, 1 },
						      { 0, 0, 1 },
						      { 0, 1e308, 1 } };
	const struct concentration_group people[] = { { 1, 0, 1e308 },
						      { 2, 0, 1e308 },
						      { 3, 0, 1 } };
	/* Shares of these add up to a little more than 1. */
	const struct concentration_group sums[] = { { DBL_MAX, 0, 1 },
						    { DBL_MAX, 0, 2 },
						    { DBL_MAX, 0, 2 } };
	struct concentration_index index = { .error = -7 };
	struct concentration_point points[4] = { { -7, -7 } };
	size_t group = NO_GROUP;

	cr_assert_eq(
		concentration_index(values, 3, CONCENTRATION_ABSOLUTE, NULL, 0.95, &index, &group),
		STATS_OUT_OF_RANGE);
	cr_assert_eq(concentration_index(errors, 3, CONCENTRATION_ABSOLUTE, NULL, 0.999999, &index,
					 &group),
		     STATS_OUT_OF_RANGE);
	cr_assert_eq(
		concentration_index(people, 3, CONCENTRATION_RELATIVE, NULL, 0.95, &index, &group),
		STATS_OUT_OF_RANGE);
	cr_assert_eq(concentration_curve(people, 3, points, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(concentration_curve(sums, 3, points, &group), STATS_OUT_OF_RANGE);
	cr_assert(group == NO_GROUP && index.error == -7 && points[0].population == -7);
}
