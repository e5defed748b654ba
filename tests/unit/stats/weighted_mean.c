#include "stats/weighted_mean.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors_random.h"

enum { MOST = 40 };

static enum stats_outcome outcome_of(struct weighted_value first, struct weighted_value second)
{
	const struct weighted_value values[] = { first, second };
	double mean = -7;
	enum stats_outcome outcome = weighted_mean(values, 2, &mean);

	cr_assert(outcome == STATS_OK || mean == -7);
	return outcome;
}

Test(weighted_mean, counts_a_value_as_often_as_it_has_weight)
{
	const struct weighted_value values[] = { { 10, 1 }, { 20, 3 }, { 99, 0 }, { -6, 1 } };
	double mean;

	/* (10 + 60 - 6) / 5 */
	cr_assert_eq(weighted_mean(values, 4, &mean), STATS_OK);
	cr_assert_float_eq(mean, 12.8, 1e-14);
	cr_assert_eq(weighted_mean(values, 1, &mean), STATS_OK);
	cr_assert_eq(mean, 10);
}

Test(weighted_mean, needs_weight)
{
	double mean = -7;

	cr_assert_eq(outcome_of((struct weighted_value){ 1, 0 }, (struct weighted_value){ 2, 0 }),
		     STATS_NO_DENOMINATOR);
	cr_assert_eq(weighted_mean(NULL, 0, &mean), STATS_NO_DENOMINATOR);
	cr_assert_eq(mean, -7);
}

Test(weighted_mean, refuses_what_is_no_value_or_weight)
{
	struct weighted_value good = { 1, 1 };

	cr_assert_eq(outcome_of(good, (struct weighted_value){ nan(""), 1 }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of((struct weighted_value){ HUGE_VAL, 1 }, good), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(good, (struct weighted_value){ 1, -1 }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(good, (struct weighted_value){ 1, nan("") }), STATS_OUT_OF_RANGE);
	/* Too far apart for a number to hold. */
	cr_assert_eq(outcome_of((struct weighted_value){ -1e308, 1 },
				(struct weighted_value){ 1e308, 1 }),
		     STATS_OUT_OF_RANGE);
}

Test(weighted_mean, of_equal_values_is_exactly_that_value)
{
	struct vectors_random random = { 61 };

	for (int i = 0; i < 200; i++) {
		double value = vectors_random_between(&random, -5, 5), mean;
		struct weighted_value values[MOST];

		for (size_t j = 0; j < MOST; j++)
			values[j] = (struct weighted_value){ value, vectors_random_between(&random,
											   0, 9) };
		cr_assert_eq(weighted_mean(values, MOST, &mean), STATS_OK);
		cr_assert_eq(mean, value);
	}
}

Test(weighted_mean, does_not_depend_on_order_or_on_halves)
{
	struct vectors_random random = { 62 };

	for (int i = 0; i < 200; i++) {
		struct weighted_value values[MOST], turned[MOST + 1];
		double mean, other, least = HUGE_VAL, most = -HUGE_VAL;

		for (size_t j = 0; j < MOST; j++) {
			values[j] =
				(struct weighted_value){ vectors_random_between(&random, -5, 5),
							 vectors_random_between(&random, 0, 9) };
			turned[MOST - 1 - j] = values[j];
			least = fmin(least, values[j].value);
			most = fmax(most, values[j].value);
		}
		turned[MOST] = turned[3];
		turned[3].weight /= 2;
		turned[MOST].weight /= 2;
		cr_assert_eq(weighted_mean(values, MOST, &mean), STATS_OK);
		cr_assert_eq(weighted_mean(turned, MOST + 1, &other), STATS_OK);
		cr_assert_float_eq(mean, other, 1e-14);
		cr_assert(least <= mean && mean <= most);
	}
}
