#include "stats/attributable.h"

#include <criterion/criterion.h>
#include <math.h>

enum { NO_GROUP = 777 };

/* Of 400 people 20 of the 100 in the reference and 120 of the others have the event; mean 0.35. */
static const struct attributable_group groups[] = { { 0.2, 100 }, { 0.3, 100 }, { 0.45, 200 } };

static struct attributable found_of(const struct attributable_group *some, size_t count,
				    size_t reference, enum favourable favourable)
{
	struct attributable found;
	size_t group;

	cr_assert_eq(attributable(some, count, reference, favourable, &found, &group), STATS_OK);
	return found;
}

/* Cells of 120, 180, 20 and 80 in Walter's formula. */
static double walter(void)
{
	return sqrt(20 * 400.0 * (120 * 80 * 380.0 + 180 * 400.0) / (pow(140, 3) * pow(100, 3)));
}

Test(attributable, reduction_worked_out_by_hand)
{
	struct attributable found = found_of(groups, 3, 0, FAVOURABLE_LOW);
	struct estimate risk, fraction;

	cr_assert_not(found.reference_is_worse);
	cr_assert_float_eq(found.mean, 0.35, 1e-16);
	cr_assert_float_eq(found.risk, -0.15, 1e-16);
	cr_assert_float_eq(found.fraction, -3.0 / 7, 1e-15);
	cr_assert_float_eq(found.fraction_error, walter(), 1e-15);
	cr_assert_float_eq(found.risk_error, 0.35 * walter(), 1e-15);
	cr_assert_eq(attributable_risk(&found, 0.95, &risk), STATS_OK);
	cr_assert_eq(risk.value, found.risk);
	cr_assert_float_eq(risk.limits.lower, -0.15 - 1.959963984540054 * 0.35 * walter(), 1e-15);
	cr_assert_float_eq(risk.limits.upper, -0.15 + 1.959963984540054 * 0.35 * walter(), 1e-15);
	cr_assert_eq(attributable_fraction(&found, 0.95, &fraction), STATS_OK);
	cr_assert_eq(fraction.value, found.fraction);
	cr_assert_float_eq(fraction.limits.lower, -3.0 / 7 - 1.959963984540054 * walter(), 1e-15);
	cr_assert_float_eq(fraction.limits.upper, -3.0 / 7 + 1.959963984540054 * walter(), 1e-15);
}

Test(attributable, gain_where_high_is_good)
{
	struct attributable found = found_of(groups, 3, 2, FAVOURABLE_HIGH);
	struct estimate out;

	cr_assert_not(found.reference_is_worse);
	cr_assert_float_eq(found.risk, 0.1, 1e-16);
	cr_assert_float_eq(found.fraction, 2.0 / 7, 1e-15);
	cr_assert_eq(attributable_risk(&found, 0.95, &out), STATS_OK);
	cr_assert_eq(attributable_fraction(&found, 0.95, &out), STATS_OK);
}

static void expect_nothing_to_gain(size_t reference, enum favourable favourable)
{
	struct attributable found = found_of(groups, 3, reference, favourable);
	struct estimate out = { .value = -7 };

	cr_expect(found.reference_is_worse);
	cr_expect(found.risk == 0 && found.fraction == 0);
	cr_expect_float_eq(found.mean, 0.35, 1e-16);
	cr_expect_gt(found.fraction_error, 0);
	cr_expect_eq(attributable_risk(&found, 0.95, &out), STATS_REFERENCE_WORSE);
	cr_expect_eq(attributable_fraction(&found, 0.95, &out), STATS_REFERENCE_WORSE);
	cr_expect_eq(out.value, -7);
}

Test(attributable, is_zero_without_limits_when_the_reference_is_worse_than_all_together)
{
	expect_nothing_to_gain(0, FAVOURABLE_HIGH);
	expect_nothing_to_gain(2, FAVOURABLE_LOW);
}

Test(attributable, is_zero_with_limits_when_all_are_equal)
{
	/* Shares that do not add up to exactly 1. */
	const struct attributable_group equal[] = { { 0.3, 0.1 }, { 0.3, 0.7 }, { 0.3, 0.3 } };

	for (enum favourable favourable = FAVOURABLE_HIGH; favourable <= FAVOURABLE_LOW;
	     favourable++) {
		struct attributable found = found_of(equal, 3, 1, favourable);
		struct estimate out;

		cr_assert_not(found.reference_is_worse);
		cr_assert(found.risk == 0 && found.fraction == 0);
		cr_assert_eq(attributable_fraction(&found, 0.95, &out), STATS_OK);
		cr_assert(out.limits.lower < 0 && out.limits.upper > 0);
	}
}

Test(attributable, is_not_certain_when_the_reference_has_no_events)
{
	const struct attributable_group some[] = { { 0, 500 }, { 0.02, 800 }, { 0.03, 700 } };
	struct attributable found = found_of(some, 3, 0, FAVOURABLE_LOW);
	struct estimate out = { .value = -7 };

	cr_assert_float_eq(found.fraction, -1, 1e-15);
	cr_assert_eq(found.fraction_error, 0);
	cr_assert_eq(attributable_risk(&found, 0.95, &out), STATS_NO_SAMPLING_ERROR);
	cr_assert_eq(attributable_fraction(&found, 0.95, &out), STATS_NO_SAMPLING_ERROR);
	cr_assert_eq(out.value, -7);
}

/* -- where there is none -- */

static enum stats_outcome outcome_of(const struct attributable_group *some, size_t count,
				     size_t reference, enum favourable favourable, size_t at_fault)
{
	struct attributable found = { .mean = -7 };
	size_t group = NO_GROUP;
	enum stats_outcome outcome =
		attributable(some, count, reference, favourable, &found, &group);

	cr_assert(outcome == STATS_OK || found.mean == -7);
	cr_assert_eq(group, at_fault);
	return outcome;
}

/* Outcome for the groups above with the second of them replaced. */
static enum stats_outcome outcome_with(struct attributable_group other)
{
	const struct attributable_group some[] = { groups[0], other, groups[2] };

	return outcome_of(some, 3, 0, FAVOURABLE_LOW, 1);
}

Test(attributable, needs_two_groups)
{
	cr_assert_eq(outcome_of(groups, 1, 0, FAVOURABLE_LOW, NO_GROUP), STATS_TOO_FEW_GROUPS);
	cr_assert_eq(outcome_of(groups, 2, 0, FAVOURABLE_LOW, NO_GROUP), STATS_OK);
}

Test(attributable, needs_a_reference_and_a_good_direction)
{
	cr_assert_eq(outcome_of(groups, 3, 3, FAVOURABLE_LOW, NO_GROUP), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(groups, 3, 0, FAVOURABLE_NEITHER, NO_GROUP), STATS_OUT_OF_RANGE);
}

Test(attributable, names_the_group_at_fault)
{
	cr_assert_eq(outcome_with((struct attributable_group){ 0.3, 0 }),
		     STATS_ZERO_POPULATION_GROUP);
	cr_assert_eq(outcome_with((struct attributable_group){ 0.3, -1 }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct attributable_group){ 30, 100 }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct attributable_group){ -0.3, 100 }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct attributable_group){ nan(""), 100 }), STATS_OUT_OF_RANGE);
}

Test(attributable, may_have_groups_where_everybody_has_the_event)
{
	const struct attributable_group some[] = { { 1, 100 }, { 0.5, 100 } };
	struct attributable found = found_of(some, 2, 0, FAVOURABLE_HIGH);

	cr_assert_float_eq(found.risk, 0.25, 1e-16);
	cr_assert_gt(found.fraction_error, 0);
}

Test(attributable, needs_events)
{
	const struct attributable_group none[] = { { 0, 100 }, { 0, 200 } };

	cr_assert_eq(outcome_of(none, 2, 0, FAVOURABLE_LOW, NO_GROUP), STATS_ZERO_COMPARATOR);
}

Test(attributable, refuses_what_is_too_large_or_too_small)
{
	const struct attributable_group large[] = { { 0.2, 1e308 }, { 0.3, 1e308 } };
	const struct attributable_group small[] = { { 1e-320, 1 }, { 1e-320, 1e300 } };

	cr_assert_eq(outcome_of(large, 2, 0, FAVOURABLE_LOW, NO_GROUP), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(small, 2, 0, FAVOURABLE_LOW, NO_GROUP), STATS_OUT_OF_RANGE);
}

Test(attributable, limits_need_a_confidence)
{
	struct attributable found = found_of(groups, 3, 0, FAVOURABLE_LOW);
	struct estimate out = { .value = -7 };

	cr_assert_eq(attributable_risk(&found, 95, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(attributable_fraction(&found, 0, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(out.value, -7);
}
