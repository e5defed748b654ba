#include "stats/normal.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors_random.h"

Test(normal, quantile_is_infinite_at_the_ends)
{
	cr_assert_eq(normal_quantile(0), -HUGE_VAL);
	cr_assert_eq(normal_quantile(1), HUGE_VAL);
}

Test(normal, quantile_has_no_value_outside_zero_to_one)
{
	cr_assert(isnan(normal_quantile(-0.1)));
	cr_assert(isnan(normal_quantile(1.1)));
	cr_assert(isnan(normal_quantile(nan(""))));
}

Test(normal, half_of_all_values_lie_below_zero)
{
	cr_assert_eq(normal_distribution(0), 0.5);
	cr_assert_eq(normal_quantile(0.5), 0);
}

Test(normal, quantile_reaches_the_least_probability_a_double_can_hold)
{
	cr_assert_float_eq(normal_quantile(0x1p-1074), -38.467405617144346, 1e-12);
	cr_assert_float_eq(normal_quantile(1e-300), -37.0471, 1e-4);
}

Test(normal, distribution_keeps_its_accuracy_far_out)
{
	/* Value with 40 digits from arbitrary precision arithmetic. */
	cr_assert_float_eq(normal_distribution(-37) / 5.725571222524577e-300, 1, 1e-12);
	cr_assert_eq(normal_distribution(40), 1);
}

Test(normal, deviate_of_a_confidence)
{
	cr_assert_float_eq(normal_deviate(0.95), 1.959963984540054, 1e-14);
	cr_assert_float_eq(normal_deviate(0.998), 3.090232306167813, 1e-12);
}

Test(normal, quantile_undoes_distribution)
{
	struct vectors_random random = { 1 };

	for (int i = 0; i < 2000; i++) {
		double deviate = vectors_random_between(&random, -30, 5);
		double back = normal_quantile(normal_distribution(deviate));

		/* Above 0 the probability is close to 1, where it has fewer digits to give back. */
		cr_assert_float_eq(back, deviate, deviate < 0 ? 1e-12 : 1e-9);
	}
}

Test(normal, quantile_is_odd_about_one_half)
{
	struct vectors_random random = { 2 };

	for (int i = 0; i < 2000; i++) {
		double distance = vectors_random_between(&random, 0, 0.5);

		cr_assert_float_eq(normal_quantile(0.5 - distance),
				   -normal_quantile(0.5 + distance), 1e-9);
	}
}
