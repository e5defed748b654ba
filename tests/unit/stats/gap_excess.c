/* Events that would not be at the comparator's rate. */

#include "stats/gap.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/rate.h"
#include "support/vectors_random.h"

Test(gap_excess, is_what_the_first_group_has_beyond_the_rate_of_the_comparator)
{
	/* 30 events of 100 people, where the comparator's rate of 0.2 would give 20. */
	struct estimate difference = { 0.1, { -0.02, 0.21 } }, excess;

	cr_assert_eq(gap_excess(&difference, 100, &excess), STATS_OK);
	cr_assert_float_eq(excess.value, 10, 1e-14);
	cr_assert_float_eq(excess.limits.lower, -2, 1e-14);
	cr_assert_float_eq(excess.limits.upper, 21, 1e-14);
}

Test(gap_excess, needs_people_and_an_estimate)
{
	struct estimate difference = { 0.1, { -0.02, 0.21 } }, wrong = { 0.3, { -0.02, 0.21 } };
	struct estimate excess = { .value = -7 };

	cr_assert_eq(gap_excess(&difference, 0, &excess), STATS_NO_DENOMINATOR);
	cr_assert_eq(gap_excess(&difference, -1, &excess), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_excess(&difference, nan(""), &excess), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_excess(&wrong, 100, &excess), STATS_OUT_OF_RANGE);
	cr_assert_eq(excess.value, -7);
}

Test(gap_excess, is_the_count_less_what_was_to_be_expected)
{
	struct vectors_random random = { 67 };

	for (int i = 0; i < 1000; i++) {
		double x1 = vectors_random_count(&random, 0, 1e4), n1 = 10 * x1 + 20;
		double x0 = vectors_random_count(&random, 0, 1e4), n0 = 5 * x0 + 30;
		struct estimate first, comparator, difference, excess;

		crude_rate(x1, n1, 0.95, COUNT_EXACT_BELOW_TEN, &first);
		crude_rate(x0, n0, 0.95, COUNT_EXACT_BELOW_TEN, &comparator);
		gap_difference(&first, &comparator, &difference);
		cr_assert_eq(gap_excess(&difference, n1, &excess), STATS_OK);
		cr_assert_float_eq(excess.value, x1 - n1 * x0 / n0, 1e-10);
		cr_assert(excess.limits.lower <= excess.value &&
			  excess.value <= excess.limits.upper);
	}
}
