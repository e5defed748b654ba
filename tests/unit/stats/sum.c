#include "stats/sum.h"

#include <criterion/criterion.h>
#include <math.h>

Test(sum, of_nothing_is_zero)
{
	struct sum sum = { 0 };

	cr_assert_eq(sum_value(&sum), 0);
}

Test(sum, keeps_what_is_too_small_for_one_addition)
{
	struct sum sum = { 0 };

	/* Half of the last place of 1, so that each alone is rounded away. */
	sum_add(&sum, 1);
	for (int i = 0; i < 1000; i++)
		sum_add(&sum, 0x1p-53);
	cr_assert_eq(sum_value(&sum), 1 + 1000 * 0x1p-53);
}

Test(sum, survives_large_terms_that_cancel)
{
	struct sum sum = { 0 };

	sum_add(&sum, 1);
	sum_add(&sum, 1e17);
	sum_add(&sum, 1);
	sum_add(&sum, -1e17);
	cr_assert_eq(sum_value(&sum), 2);
}

Test(sum, too_large_is_not_finite)
{
	struct sum sum = { 0 };

	sum_add(&sum, 1e308);
	sum_add(&sum, 1e308);
	cr_assert(!isfinite(sum_value(&sum)));
}
