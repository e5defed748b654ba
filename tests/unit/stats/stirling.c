#include "stats/stirling.h"

#include <criterion/criterion.h>
#include <math.h>

Test(stirling, log_gamma_of_whole_numbers_is_that_of_factorials)
{
	cr_assert_eq(log_gamma(1), 0);
	cr_assert_eq(log_gamma(2), 0);
	cr_assert_float_eq(log_gamma(11), log(3628800), 1e-13);
}

Test(stirling, error_is_the_same_by_series_and_by_gamma)
{
	/* The two meet at 10; values with 40 digits from arbitrary precision arithmetic. */
	cr_assert_float_eq(stirling_error(9.999999), 0.008330564265866881, 1e-14);
	cr_assert_float_eq(stirling_error(10), 0.008330563433362871, 1e-15);
	cr_assert_float_eq(stirling_error(1), 0.08106146679532726, 1e-15);
	cr_assert_float_eq(stirling_error(1e6) * 1e6, 1.0 / 12, 1e-12);
}

Test(stirling, deviance_is_zero_at_the_mean_only)
{
	cr_assert_eq(poisson_deviance(7, 7), 0);
	cr_assert_gt(poisson_deviance(7, 7.001), 0);
	cr_assert_gt(poisson_deviance(7, 6.999), 0);
}

Test(stirling, deviance_near_and_far_from_the_mean_follow_its_definition)
{
	cr_assert_float_eq(poisson_deviance(100, 0.25), 100 * log(400) + 0.25 - 100, 1e-12);
	cr_assert_float_eq(poisson_deviance(2, 50), 2 * log(0.04) + 48, 1e-12);
	cr_assert_float_eq(poisson_deviance(10, 11), 10 * log(10.0 / 11) + 1, 1e-14);
	/*
	 * Half the square of the distance over the mean, where the definition would lose all
	 * digits.
	 */
	cr_assert_float_eq(poisson_deviance(1e8, 1e8 + 1) / 5e-9, 1, 1e-7);
}

Test(stirling, deviance_passes_on_what_is_not_a_number)
{
	cr_assert(isnan(poisson_deviance(nan(""), 1)));
	cr_assert(isnan(poisson_deviance(1, nan(""))));
}
