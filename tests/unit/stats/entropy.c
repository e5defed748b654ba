#include "stats/entropy.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/between.h"
#include "support/vectors_random.h"

static struct entropy theil_of(const struct between_group *list, size_t count)
{
	struct between_groups groups = between_groups_of(list, count);
	struct entropy out;

	cr_assert_eq(theil_index(&groups, 0.95, &out), STATS_OK);
	return out;
}

static struct entropy deviation_of(const struct between_group *list, size_t count)
{
	struct between_groups groups = between_groups_of(list, count);
	struct entropy out;

	cr_assert_eq(mean_log_deviation(&groups, 0.95, &out), STATS_OK);
	return out;
}

/* Mean 2, and so ratios of 1/2, 1/2 and 2: logarithms of 2 throughout. */
Test(entropy, works_out_three_groups)
{
	static const struct between_group three[] = { { 1, 0.3, 50 },
						      { 4, 0.3, 50 },
						      { 1, 0.3, 50 } };
	struct entropy theil = theil_of(three, 3), deviation = deviation_of(three, 3);
	double two = log(2);

	cr_assert_float_eq(theil.estimate.value, 1000 * two / 3, 1e-11);
	cr_assert_float_eq(theil.estimate.error, 100 * two, 1e-11);
	cr_assert_float_eq(theil.estimate.limits.lower, 1000 * two / 3 - 195.99639845400545 * two,
			   1e-10);
	cr_assert_float_eq(theil.estimate.limits.upper, 1000 * two / 3 + 195.99639845400545 * two,
			   1e-10);
	cr_assert_float_eq(deviation.estimate.value, 1000 * two / 3, 1e-11);
	cr_assert_float_eq(deviation.estimate.error, 75, 1e-11);
	cr_assert_float_eq(deviation.estimate.limits.lower,
			   1000 * two / 3 - 1.9599639845400545 * 75, 1e-10);
	cr_assert(!theil.zero_replaced && !deviation.zero_replaced);
}

Test(entropy, says_that_a_value_of_zero_was_replaced)
{
	static const struct between_group zero[] = { { 0, 0.1, 500 },
						     { 2, 0.4, 800 },
						     { 4, 0.5, 700 } };
	static const struct between_group small[] = { { 0.000001, 0.1, 500 },
						      { 2, 0.4, 800 },
						      { 4, 0.5, 700 } };
	struct entropy with = theil_of(zero, 3), without = theil_of(small, 3);

	cr_assert(with.zero_replaced && !without.zero_replaced);
	cr_assert_float_eq(with.estimate.value, without.estimate.value, 1e-10);
	cr_assert_float_eq(with.estimate.error, without.estimate.error, 1e-10);
	with = deviation_of(zero, 3);
	without = deviation_of(small, 3);
	cr_assert(with.zero_replaced && !without.zero_replaced);
	cr_assert_float_eq(with.estimate.value, without.estimate.value, 1e-9);
	cr_assert_float_eq(with.estimate.error / without.estimate.error, 1, 1e-12);
	/* A quarter of all people with a ratio of 0.000001 to 2.2: made by the replacement. */
	cr_assert_float_eq(with.estimate.value / 1000,
			   0.25 * log(2.2e6) + 0.4 * log(1.1) - 0.35 * log(4 / 2.2), 1e-5);
}

/* The zero may be anywhere in the list. */
Test(entropy, a_zero_in_the_last_place_counts_as_well)
{
	static const struct between_group last[] = { { 4, 0.5, 700 },
						     { 2, 0.4, 800 },
						     { 0, 0.1, 500 } };
	static const struct between_group first[] = { { 0, 0.1, 500 },
						      { 2, 0.4, 800 },
						      { 4, 0.5, 700 } };

	cr_assert(theil_of(last, 3).zero_replaced);
	cr_assert_float_eq(theil_of(last, 3).estimate.value, theil_of(first, 3).estimate.value,
			   1e-10);
}

Test(entropy, equal_values_are_exactly_zero)
{
	static const struct between_group equal[] = { { 29.1, 1, 700 },
						      { 29.1, 2, 1100 },
						      { 29.1, 3, 301 } };
	struct entropy theil = theil_of(equal, 3), deviation = deviation_of(equal, 3);

	cr_assert(theil.estimate.value == 0 && theil.estimate.error == 0);
	cr_assert(deviation.estimate.value == 0 && deviation.estimate.error == 0);
}

/* Both measures. */
static enum stats_outcome outcome_of(const struct between_group *list, double confidence)
{
	struct between_groups groups = between_groups_of(list, 3);
	struct entropy out = { .estimate = { .value = -7 } };
	enum stats_outcome outcome = theil_index(&groups, confidence, &out);

	cr_assert_eq(mean_log_deviation(&groups, confidence, &out), outcome);
	cr_assert(outcome == STATS_OK || out.estimate.value == -7);
	return outcome;
}

Test(entropy, refuses_what_has_no_logarithm)
{
	static const struct between_group below[] = { { 1, 1, 5 }, { -1, 1, 5 }, { 8, 1, 5 } };
	static const struct between_group zeros[] = { { 0, 1, 5 }, { 0, 1, 5 }, { 0, 1, 5 } };
	static const struct between_group unsure[] = { { 1, 1e300, 5 },
						       { 2, 1e300, 5 },
						       { 3, 1, 5 } };
	static const struct between_group good[] = { { 1, 1, 5 }, { 2, 1, 5 }, { 3, 1, 5 } };

	cr_assert_eq(outcome_of(below, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(zeros, 0.95), STATS_ZERO_COMPARATOR);
	cr_assert_eq(outcome_of(unsure, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(good, 95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(good, 0.95), STATS_OK);
}

/* -- properties ---------------------------------------------------------------------------------- */

static void expect_same(struct entropy one, struct entropy other, bool errors)
{
	cr_assert_float_eq(one.estimate.value, other.estimate.value, 1e-9);
	if (errors)
		cr_assert_float_eq(one.estimate.error, other.estimate.error,
				   1e-10 * one.estimate.error);
	cr_assert(one.estimate.value > -1e-9);
	cr_assert(one.estimate.limits.lower <= one.estimate.value &&
		  one.estimate.value <= one.estimate.limits.upper);
}

Test(entropy, order_scale_and_halves_change_nothing)
{
	struct vectors_random random = { 81 };

	for (int i = 0; i < 2000; i++) {
		struct between_group groups[BETWEEN_GROUPS_MOST], turned[BETWEEN_GROUPS_MOST],
			scaled[BETWEEN_GROUPS_MOST];
		double scale = vectors_random_between(&random, 0.01, 1000);
		size_t count = between_random(&random, 1, groups);

		for (size_t j = 0; j < count; j++) {
			turned[j] = groups[count - 1 - j];
			scaled[j] = groups[j];
			scaled[j].value *= scale;
			scaled[j].error *= scale;
		}
		expect_same(theil_of(groups, count), theil_of(turned, count), true);
		expect_same(deviation_of(groups, count), deviation_of(turned, count), true);
		expect_same(theil_of(groups, count), theil_of(scaled, count), true);
		expect_same(deviation_of(groups, count), deviation_of(scaled, count), true);
		turned[0].population /= 2;
		turned[count] = turned[0];
		expect_same(theil_of(groups, count), theil_of(turned, count + 1), false);
		expect_same(deviation_of(groups, count), deviation_of(turned, count + 1), false);
	}
}

/* The delta method: the change by each value times its error, by small steps. */
static double error_by_steps(struct between_group *groups, size_t count,
			     struct entropy (*of)(const struct between_group *, size_t))
{
	double sum = 0;

	for (size_t j = 0; j < count; j++) {
		double value = groups[j].value, step = 1e-5 * value, up, down, change;

		groups[j].value = value + step;
		up = of(groups, count).estimate.value;
		groups[j].value = value - step;
		down = of(groups, count).estimate.value;
		groups[j].value = value;
		change = (up - down) / (2 * step) * groups[j].error;
		sum += change * change;
	}
	return sqrt(sum);
}

Test(entropy, the_error_is_that_of_small_changes)
{
	struct vectors_random random = { 82 };

	for (int i = 0; i < 500; i++) {
		struct between_group groups[BETWEEN_GROUPS_MOST];
		size_t count = between_random(&random, 1, groups);

		cr_assert_float_eq(error_by_steps(groups, count, theil_of),
				   theil_of(groups, count).estimate.error, 1e-5);
		cr_assert_float_eq(error_by_steps(groups, count, deviation_of),
				   deviation_of(groups, count).estimate.error, 1e-5);
	}
}
