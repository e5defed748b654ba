#include "stats/chi_square.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/normal.h"
#include "support/vectors_random.h"

Test(chi_square, is_exponential_with_two_degrees_of_freedom)
{
	cr_assert_float_eq(chi_square_distribution(3, 2), -expm1(-1.5), 1e-15);
	cr_assert_float_eq(chi_square_quantile(0.3, 2), -2 * log(0.7), 1e-15);
	cr_assert_float_eq(chi_square_quantile(0.9, 2), -2 * log(0.1), 1e-14);
}

Test(chi_square, is_the_square_of_a_normal_with_one_degree_of_freedom)
{
	double z = normal_deviate(0.998);

	cr_assert_float_eq(chi_square_quantile(0.998, 1), z * z, 1e-12);
	cr_assert_float_eq(chi_square_distribution(4, 1), 1 - 2 * normal_distribution(-2), 1e-15);
}

Test(chi_square, has_no_mass_below_zero)
{
	cr_assert_eq(chi_square_distribution(0, 3), 0);
	cr_assert_eq(chi_square_distribution(-1, 3), 0);
}

Test(chi_square, has_no_value_outside_its_domain)
{
	cr_assert(isnan(chi_square_distribution(1, 0)));
	cr_assert(isnan(chi_square_distribution(1, 2e10)));
	cr_assert(isnan(chi_square_distribution(HUGE_VAL, 3)));
	cr_assert(isnan(chi_square_distribution(nan(""), 3)));
	cr_assert(isnan(chi_square_quantile(0.5, -1)));
	cr_assert(isnan(chi_square_quantile(0, 3)));
	cr_assert(isnan(chi_square_quantile(1, 3)));
	cr_assert(isnan(chi_square_quantile(nan(""), 3)));
}

Test(chi_square, quantile_too_small_for_a_double_is_zero)
{
	cr_assert_eq(chi_square_quantile(0.025, 0.002), 0);
	cr_assert_gt(chi_square_quantile(0.025, 0.02), 0);
}

Test(chi_square, ends_at_both_ends_of_its_domain)
{
	double middle = chi_square_quantile(0.5, 1e10);

	cr_assert_float_eq(middle / (1e10 - 2.0 / 3), 1, 1e-9);
	/* So close to 0 that both tails drown in rounding. */
	cr_assert_not(chi_square_quantile(1 - 0x1p-53, 1e-15) < 0);
}

Test(chi_square, quantile_undoes_distribution)
{
	struct vectors_random random = { 3 };

	for (int i = 0; i < 3000; i++) {
		double freedom = exp(vectors_random_between(&random, -2, 10));
		double probability = vectors_random_between(&random, 1e-6, 1 - 1e-6);
		double x = chi_square_quantile(probability, freedom);

		cr_assert_float_eq(chi_square_distribution(x, freedom), probability, 1e-11,
				   "%g with %g", probability, freedom);
	}
}

Test(chi_square, distribution_rises)
{
	struct vectors_random random = { 4 };

	for (int i = 0; i < 2000; i++) {
		double freedom = exp(vectors_random_between(&random, -1, 7));
		double x = freedom * exp(vectors_random_between(&random, -2, 1));

		cr_assert_leq(chi_square_distribution(x, freedom),
			      chi_square_distribution(x * 1.001, freedom));
		cr_assert_leq(chi_square_distribution(x, freedom * 1.001),
			      chi_square_distribution(x, freedom));
	}
}
