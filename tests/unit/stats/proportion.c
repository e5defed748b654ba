#include "stats/proportion.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/answers_agree.h"
#include "support/vectors_random.h"

static const struct estimate untouched = { -7, { -7, -7 } };

static enum stats_outcome outcome_of(double numerator, double denominator, double confidence)
{
	struct estimate out = untouched;
	enum stats_outcome outcome = proportion(numerator, denominator, confidence, &out);

	cr_assert(outcome == STATS_OK ||
		  (out.value == -7 && out.limits.lower == -7 && out.limits.upper == -7));
	return outcome;
}

Test(proportion, refuses_more_events_than_people)
{
	cr_assert_eq(outcome_of(12, 10, 0.95), STATS_NUMERATOR_EXCEEDS_DENOMINATOR);
}

Test(proportion, needs_a_denominator)
{
	cr_assert_eq(outcome_of(0, 0, 0.95), STATS_NO_DENOMINATOR);
	cr_assert_eq(outcome_of(5, 0, 0.95), STATS_NO_DENOMINATOR);
}

Test(proportion, refuses_what_is_no_count_and_no_confidence)
{
	cr_assert_eq(outcome_of(-1, 10, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(1, -10, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(nan(""), 10, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(1, HUGE_VAL, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(1, 10, 0), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(1, 10, 1), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(1, 10, nan("")), STATS_OUT_OF_RANGE);
}

Test(proportion, ends_exactly_at_zero_and_one)
{
	struct estimate out;

	for (double denominator = 1; denominator < 1e9; denominator *= 3) {
		cr_assert_eq(proportion(0, denominator, 0.95, &out), STATS_OK);
		cr_assert(out.value == 0 && out.limits.lower == 0 && out.limits.upper > 0);
		cr_assert_eq(proportion(denominator, denominator, 0.95, &out), STATS_OK);
		cr_assert(out.value == 1 && out.limits.upper == 1 && out.limits.lower < 1);
	}
}

Test(proportion, takes_weighted_counts)
{
	struct estimate out;

	cr_assert_eq(proportion(0.445, 1, 0.95, &out), STATS_OK);
	cr_assert_float_eq(out.limits.lower, 0.04381744772, 1e-10);
	cr_assert_float_eq(out.limits.upper, 0.9334621277, 1e-10);
}

Test(proportion, limits_hold_the_value_and_stay_within_zero_to_one)
{
	struct vectors_random random = { 7 };

	for (int i = 0; i < 5000; i++) {
		double denominator = vectors_random_count(&random, 1, 1e7);
		double numerator = vectors_random_count(&random, 0, denominator);
		double confidence = vectors_random_between(&random, 0.5, 0.9999);
		struct estimate out;

		cr_assert_eq(
			proportion(fmin(numerator, denominator), denominator, confidence, &out),
			STATS_OK);
		cr_assert_geq(out.limits.lower, 0);
		cr_assert_leq(out.limits.lower, out.value);
		cr_assert_leq(out.value, out.limits.upper);
		cr_assert_leq(out.limits.upper, 1);
	}
}

Test(proportion, mirrors_those_without_the_attribute)
{
	struct vectors_random random = { 8 };

	for (int i = 0; i < 5000; i++) {
		double denominator = vectors_random_count(&random, 1, 1e6);
		double numerator = fmin(vectors_random_count(&random, 0, denominator), denominator);
		struct estimate with, without;

		proportion(numerator, denominator, 0.95, &with);
		proportion(denominator - numerator, denominator, 0.95, &without);
		cr_assert_float_eq(with.limits.lower, 1 - without.limits.upper, 1e-14);
		cr_assert_float_eq(with.limits.upper, 1 - without.limits.lower, 1e-14);
	}
}

Test(proportion, is_wider_at_a_higher_confidence_and_narrower_with_more_people)
{
	struct estimate base, surer, larger;

	proportion(30, 100, 0.95, &base);
	proportion(30, 100, 0.998, &surer);
	proportion(300, 1000, 0.95, &larger);
	cr_assert(surer.limits.lower < base.limits.lower && surer.limits.upper > base.limits.upper);
	cr_assert(larger.limits.lower > base.limits.lower &&
		  larger.limits.upper < base.limits.upper);
}

static void compare_published(struct answers_score *score, const struct answers *vectors,
			      size_t row)
{
	answers_compare_published(score, vectors, row, proportion);
}

Test(proportion, agrees_with_the_published_test_data)
{
	answers_agree(answers_open_real("proportion.csv"), compare_published);
}
