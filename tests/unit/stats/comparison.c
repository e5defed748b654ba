#include "stats/comparison.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/benchmark.h"
#include "stats/gap.h"
#include "stats/normal.h"
#include "support/vectors_random.h"

/* erf(0.98) = 0.834232 from tables, and 1.959964 / 2 = 0.979982 lies 0.000018 below 0.98, where erf rises by 0.4319 a unit. */
Test(comparison, a_test_at_5_percent_goes_with_intervals_of_83_4)
{
	double confidence = 0;

	cr_assert_eq(comparison_confidence(0.95, &confidence), STATS_OK);
	cr_assert_float_eq(confidence, 0.834232 - 0.000018 * 0.4319, 1e-6);
	cr_assert_float_eq(confidence, erf(normal_deviate(0.95) / 2), 1e-14);
}

Test(comparison, refuses_what_is_no_level)
{
	double confidence = -7;

	cr_assert_eq(comparison_confidence(0, &confidence), STATS_OUT_OF_RANGE);
	cr_assert_eq(comparison_confidence(1, &confidence), STATS_OUT_OF_RANGE);
	cr_assert_eq(comparison_confidence(nan(""), &confidence), STATS_OUT_OF_RANGE);
	cr_assert_eq(confidence, -7);
}

/* Two values with equal standard errors: intervals apart just when the interval of the difference leaves out 0. */
Test(comparison, intervals_touch_where_the_difference_is_just_significant)
{
	struct vectors_random random = { 71 };

	for (int i = 0; i < 2000; i++) {
		double error = vectors_random_between(&random, 0.1, 3);
		double level = vectors_random_between(&random, 0.5, 0.999), narrow = 0, half;
		struct gap_group first = { vectors_random_between(&random, 0, 10), error };
		struct gap_group second = { vectors_random_between(&random, 0, 10), error };
		struct interval left, right;
		struct estimate difference;
		bool apart;

		cr_assert_eq(comparison_confidence(level, &narrow), STATS_OK);
		cr_assert_lt(narrow, level);
		half = normal_deviate(narrow) * error;
		left = (struct interval){ first.value - half, first.value + half };
		right = (struct interval){ second.value - half, second.value + half };
		apart = benchmark_double_overlap(&left, &right, FAVOURABLE_NEITHER) !=
			VERDICT_SIMILAR;
		gap_difference_wald(&first, &second, level, &difference);
		cr_assert_eq(apart, difference.limits.lower > 0 || difference.limits.upper < 0);
	}
}
