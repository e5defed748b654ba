#include "stats/range.h"

#include <criterion/criterion.h>
#include <math.h>

Test(range, confidence_lies_between_zero_and_one)
{
	cr_assert(range_is_confidence(0.95));
	cr_assert_not(range_is_confidence(0));
	cr_assert_not(range_is_confidence(1));
	cr_assert_not(range_is_confidence(95));
	cr_assert_not(range_is_confidence(nan("")));
	/* Of the number next to 1 there is no tail that could be told from none. */
	cr_assert(range_is_confidence(0.999999999999999));
	cr_assert_not(range_is_confidence(nextafter(1, 0)));
}

Test(range, counts_are_finite_and_not_below_zero)
{
	cr_assert(range_is_count(0));
	cr_assert(range_is_count(2.5));
	cr_assert_not(range_is_count(-1));
	cr_assert_not(range_is_count(HUGE_VAL));
	cr_assert_not(range_is_count(nan("")));
}

static bool is_interval(double lower, double upper)
{
	return range_is_interval(&(struct interval){ lower, upper });
}

Test(range, intervals_are_finite_and_in_order)
{
	cr_assert(is_interval(-1, 1));
	cr_assert(is_interval(1, 1));
	cr_assert_not(is_interval(1, -1));
	cr_assert_not(is_interval(nan(""), 1));
	cr_assert_not(is_interval(1, nan("")));
	cr_assert_not(is_interval(-HUGE_VAL, 1));
	cr_assert_not(is_interval(1, HUGE_VAL));
}

static bool is_estimate(double value, double lower, double upper)
{
	return range_is_estimate(&(struct estimate){ value, { lower, upper } });
}

Test(range, estimates_lie_between_their_limits)
{
	cr_assert(is_estimate(0, -1, 1));
	cr_assert(is_estimate(1, 1, 1));
	cr_assert_not(is_estimate(2, -1, 1));
	cr_assert_not(is_estimate(-2, -1, 1));
	cr_assert_not(is_estimate(nan(""), -1, 1));
	cr_assert_not(is_estimate(0, 1, -1));
}
