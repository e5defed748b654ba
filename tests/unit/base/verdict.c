#include "base/verdict.h"

#include <criterion/criterion.h>

Test(verdict, higher_is_better_where_high_is_good)
{
	cr_assert_eq(verdict_of(1, FAVOURABLE_HIGH), VERDICT_BETTER);
	cr_assert_eq(verdict_of(-1, FAVOURABLE_HIGH), VERDICT_WORSE);
}

Test(verdict, lower_is_better_where_low_is_good)
{
	cr_assert_eq(verdict_of(1, FAVOURABLE_LOW), VERDICT_WORSE);
	cr_assert_eq(verdict_of(-1, FAVOURABLE_LOW), VERDICT_BETTER);
}

Test(verdict, is_only_of_position_where_neither_is_good)
{
	cr_assert_eq(verdict_of(1, FAVOURABLE_NEITHER), VERDICT_HIGHER);
	cr_assert_eq(verdict_of(-1, FAVOURABLE_NEITHER), VERDICT_LOWER);
}

Test(verdict, no_difference_is_similar)
{
	cr_assert_eq(verdict_of(0, FAVOURABLE_HIGH), VERDICT_SIMILAR);
	cr_assert_eq(verdict_of(0, FAVOURABLE_LOW), VERDICT_SIMILAR);
	cr_assert_eq(verdict_of(0, FAVOURABLE_NEITHER), VERDICT_SIMILAR);
}
