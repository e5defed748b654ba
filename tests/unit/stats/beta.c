#include "stats/beta.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/normal.h"
#include "support/vectors_random.h"

Test(beta, is_a_power_when_one_shape_is_one)
{
	cr_assert_float_eq(beta_quantile(0.3, 4, 1), pow(0.3, 0.25), 1e-15);
	cr_assert_float_eq(beta_quantile(0.3, 1, 4), 1 - pow(0.7, 0.25), 1e-15);
	cr_assert_float_eq(beta_quantile(0.8, 1, 1), 0.8, 1e-15);
}

Test(beta, reaches_the_ends)
{
	cr_assert_eq(beta_quantile(0, 2, 3), 0);
	cr_assert_eq(beta_quantile(1, 2, 3), 1);
	cr_assert_eq(beta_odds(0, 1, 2, 3), 0);
	cr_assert_eq(beta_odds(1, 0, 2, 3), HUGE_VAL);
}

Test(beta, has_no_value_outside_its_domain)
{
	cr_assert(isnan(beta_odds(0.5, 0.5, 0, 1)));
	cr_assert(isnan(beta_odds(0.5, 0.5, 1, 0)));
	cr_assert(isnan(beta_odds(0.5, 0.5, 1e10, 1e10)));
	cr_assert(isnan(beta_quantile(-0.1, 1, 1)));
	cr_assert(isnan(beta_quantile(1.1, 1, 1)));
	cr_assert(isnan(student_quantile(nan(""), 3)));
	cr_assert(isnan(student_quantile(0.9, 0)));
	cr_assert(isnan(student_quantile(-1, 3)));
}

Test(beta, odds_keep_their_digits_near_one)
{
	/* The second quantile is so near 1 that half of the digits of its distance are lost. */
	cr_assert_float_eq(beta_odds(0.5, 0.5, 1, 1e9) / expm1(M_LN2 / 1e9), 1, 1e-12);
	cr_assert_float_eq(beta_odds(0.5, 0.5, 1e9, 1) * expm1(M_LN2 / 1e9), 1, 1e-12);
}

Test(beta, mirrors)
{
	struct vectors_random random = { 5 };

	for (int i = 0; i < 2000; i++) {
		double a = exp(vectors_random_between(&random, -2, 8));
		double b = exp(vectors_random_between(&random, -2, 8));
		double lower = vectors_random_between(&random, 1e-6, 1 - 1e-6);
		double odds = beta_odds(lower, 1 - lower, a, b);

		cr_assert_float_eq(odds * beta_odds(1 - lower, lower, b, a), 1, 1e-12);
		cr_assert(odds > 0 && isfinite(odds));
	}
}

Test(beta, odds_rise_with_the_probability)
{
	struct vectors_random random = { 6 };

	for (int i = 0; i < 2000; i++) {
		double a = exp(vectors_random_between(&random, -1, 6));
		double b = exp(vectors_random_between(&random, -1, 6));
		double lower = vectors_random_between(&random, 0.001, 0.998);

		cr_assert_lt(beta_odds(lower, 1 - lower, a, b),
			     beta_odds(lower + 0.001, 0.999 - lower, a, b));
	}
}

Test(beta, student_is_cauchy_with_one_degree_of_freedom)
{
	cr_assert_float_eq(student_quantile(0.9, 1), tan(M_PI * 0.4), 1e-14);
	cr_assert_float_eq(student_quantile(0.1, 1), -tan(M_PI * 0.4), 1e-14);
}

Test(beta, student_is_all_but_normal_with_many_degrees_of_freedom)
{
	cr_assert_float_eq(student_quantile(0.975, 1e9), normal_deviate(0.95), 1e-8);
}

Test(beta, student_is_zero_in_the_middle_and_infinite_at_the_ends)
{
	cr_assert_eq(student_quantile(0.5, 3), 0);
	cr_assert_eq(student_quantile(0, 3), -HUGE_VAL);
	cr_assert_eq(student_quantile(1, 3), HUGE_VAL);
}
