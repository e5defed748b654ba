#include "stats/gap.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/proportion.h"
#include "stats/rate.h"
#include "stats/standardise.h"
#include "support/vectors_random.h"

static const struct gap_group untouched = { -7, -7 };

Test(gap, takes_a_proportion)
{
	struct gap_group group = untouched;

	cr_assert_eq(gap_from_proportion(1, 0, &group), STATS_NO_DENOMINATOR);
	cr_assert_eq(gap_from_proportion(-1, 5, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_from_proportion(1, nan(""), &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_from_proportion(6, 5, &group), STATS_NUMERATOR_EXCEEDS_DENOMINATOR);
	cr_assert_eq(group.value, -7);
	cr_assert_eq(gap_from_proportion(20, 100, &group), STATS_OK);
	cr_assert_eq(group.value, 0.2);
	cr_assert_float_eq(group.error, 0.04, 1e-16);
}

Test(gap, takes_a_rate)
{
	struct gap_group group = untouched;

	cr_assert_eq(gap_from_rate(1, 0, &group), STATS_NO_DENOMINATOR);
	cr_assert_eq(gap_from_rate(-1, 5, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_from_rate(1, HUGE_VAL, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(group.value, -7);
	cr_assert_eq(gap_from_rate(25, 100, &group), STATS_OK);
	cr_assert_eq(group.value, 0.25);
	cr_assert_eq(group.error, 0.05);
}

Test(gap, takes_a_standardised_rate_of_ten_events_or_more)
{
	struct standardised_sums sums = { .events = 9, .rate = 0.3, .variance = 0.01 };
	struct gap_group group = untouched;

	cr_assert_eq(gap_from_standardised(&sums, &group), STATS_TOO_FEW_EVENTS);
	cr_assert_eq(group.value, -7);
	sums.events = 10;
	cr_assert_eq(gap_from_standardised(&sums, &group), STATS_OK);
	cr_assert_eq(group.value, 0.3);
	cr_assert_eq(group.error, 0.1);
}

Test(gap, takes_published_limits)
{
	struct estimate even = { 50, { 48, 52 } }, wrong = { 50, { 52, 48 } };
	struct gap_group group = untouched;

	cr_assert_eq(gap_from_limits(&wrong, 0.95, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_from_limits(&even, 95, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(group.value, -7);
	cr_assert_eq(gap_from_limits(&even, 0.95, &group), STATS_OK);
	cr_assert_eq(group.value, 50);
	cr_assert_float_eq(group.error, 2 / 1.959963984540054, 1e-14);
}

Test(gap, takes_published_limits_on_the_log_scale)
{
	struct estimate even = { 2, { 1, 4 } }, wrong = { 5, { 1, 4 } };
	struct estimate zero = { 1, { 0, 4 } }, negative = { 1, { -1, 4 } };
	struct gap_group group = untouched;

	cr_assert_eq(gap_from_log_limits(&wrong, 0.95, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_from_log_limits(&even, 0, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_from_log_limits(&negative, 0.95, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_from_log_limits(&zero, 0.95, &group), STATS_ZERO_EVENTS_IN_GROUP);
	cr_assert_eq(group.value, -7);
	cr_assert_eq(gap_from_log_limits(&even, 0.95, &group), STATS_OK);
	cr_assert_eq(group.value, 2);
	cr_assert_float_eq(group.error, 2 * log(4) / (2 * 1.959963984540054), 1e-14);
}

Test(gap, difference_works_without_events)
{
	struct estimate first, comparator, gap;

	crude_rate(0, 100, 0.95, COUNT_EXACT_BELOW_TEN, &first);
	crude_rate(4, 120, 0.95, COUNT_EXACT_BELOW_TEN, &comparator);
	cr_assert_eq(gap_difference(&first, &comparator, &gap), STATS_OK);
	cr_assert_float_eq(gap.value, -4.0 / 120, 1e-16);
	cr_assert(gap.limits.lower < gap.value && gap.limits.upper > gap.value);
}

Test(gap, differences_refuse_what_is_no_estimate)
{
	struct estimate good = { 1, { 0, 2 } }, bad = { 3, { 0, 2 } }, gap = { .value = -7 };
	struct gap_group group = { 1, 1 }, no_value = { nan(""), 1 }, no_error = { 1, -1 };

	cr_assert_eq(gap_difference(&good, &bad, &gap), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_difference(&bad, &good, &gap), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_difference_wald(&group, &no_value, 0.95, &gap), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_difference_wald(&no_error, &group, 0.95, &gap), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_difference_wald(&group, &group, 1, &gap), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap.value, -7);
}

Test(gap, ratio_to_nothing_is_not_calculable)
{
	struct gap_group none = { 0, 0 }, some = { 0.5, 0.1 };
	struct estimate ratio = { .value = -7 };
	double value = -7;

	cr_assert_eq(gap_ratio_value(0.5, 0, &value), STATS_ZERO_COMPARATOR);
	cr_assert_eq(gap_ratio_value(0, 0, &value), STATS_ZERO_COMPARATOR);
	cr_assert_eq(gap_ratio(&some, &none, 0.95, &ratio), STATS_ZERO_COMPARATOR);
	cr_assert(value == -7 && ratio.value == -7);
}

Test(gap, ratio_of_nothing_has_a_value_but_no_log_limits)
{
	struct gap_group none = { 0, 0 }, some = { 0.5, 0.1 };
	struct estimate ratio = { .value = -7 };
	double value = -7;

	cr_assert_eq(gap_ratio(&none, &some, 0.95, &ratio), STATS_ZERO_EVENTS_IN_GROUP);
	cr_assert_eq(ratio.value, -7);
	cr_assert_eq(gap_ratio_value(0, 0.5, &value), STATS_OK);
	cr_assert_eq(value, 0);
}

Test(gap, ratios_refuse_values_below_zero_and_wrong_errors)
{
	struct gap_group good = { 1, 1 }, bad = { 1, nan("") };
	struct estimate ratio = { .value = -7 };
	double value = -7;

	cr_assert_eq(gap_ratio_value(-1, 1, &value), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_ratio_value(1, -1, &value), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_ratio(&good, &bad, 0.95, &ratio), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_ratio(&bad, &good, 0.95, &ratio), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_ratio(&good, &good, nan(""), &ratio), STATS_OUT_OF_RANGE);
	cr_assert(value == -7 && ratio.value == -7);
}

static enum stats_outcome exact(double x1, double n1, double x0, double n0, double confidence)
{
	struct interval limits = { -7, -7 };
	enum stats_outcome outcome = gap_rate_ratio_exact(x1, n1, x0, n0, confidence, &limits);

	cr_assert(outcome == STATS_OK || (limits.lower == -7 && limits.upper == -7));
	return outcome;
}

Test(gap, exact_ratio_needs_people_and_events)
{
	cr_assert_eq(exact(0, 10, 0, 10, 0.95), STATS_UNBOUNDED);
	cr_assert_eq(exact(1, 0, 1, 10, 0.95), STATS_NO_DENOMINATOR);
	cr_assert_eq(exact(1, 10, 1, 0, 0.95), STATS_NO_DENOMINATOR);
	cr_assert_eq(exact(-1, 10, 1, 10, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(exact(1, -10, 1, 10, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(exact(1, 10, -1, 10, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(exact(1, 10, 1, -10, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(exact(1, 10, 1, 10, 0), STATS_OUT_OF_RANGE);
	cr_assert_eq(exact(1e9, 1e10, 1, 10, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(exact(5e8, 1e10, 5e8, 1e10, 0.95), STATS_OK);
}

Test(gap, exact_ratio_is_open_where_a_group_has_no_events)
{
	struct interval limits;

	cr_assert_eq(gap_rate_ratio_exact(0, 100, 4, 120, 0.95, &limits), STATS_OK);
	cr_assert(limits.lower == 0 && limits.upper > 1 && limits.upper < 2);
	cr_assert_eq(gap_rate_ratio_exact(5, 300, 0, 350, 0.95, &limits), STATS_OK);
	cr_assert(limits.lower > 1 && isinf(limits.upper));
}

Test(gap, exact_ratio_mirrors_and_is_wider_than_on_the_log_scale)
{
	struct vectors_random random = { 18 };

	for (int i = 0; i < 1000; i++) {
		double x1 = vectors_random_count(&random, 1, 1e4), n1 = 10 * x1 + 20;
		double x0 = vectors_random_count(&random, 1, 1e4), n0 = 5 * x0 + 30;
		struct gap_group first, comparator;
		struct interval limits, mirrored;
		struct estimate ratio;

		gap_rate_ratio_exact(x1, n1, x0, n0, 0.95, &limits);
		gap_rate_ratio_exact(x0, n0, x1, n1, 0.95, &mirrored);
		cr_assert_float_eq(limits.lower * mirrored.upper, 1, 1e-11);
		cr_assert_float_eq(limits.upper * mirrored.lower, 1, 1e-11);
		gap_from_rate(x1, n1, &first);
		gap_from_rate(x0, n0, &comparator);
		cr_assert_eq(gap_ratio(&first, &comparator, 0.95, &ratio), STATS_OK);
		cr_assert(limits.lower < ratio.value && ratio.value < limits.upper);
		cr_assert_geq(limits.upper / limits.lower, ratio.limits.upper / ratio.limits.lower);
	}
}

Test(gap, with_the_groups_exchanged_changes_sign_or_is_inverted)
{
	struct vectors_random random = { 19 };

	for (int i = 0; i < 2000; i++) {
		double n1 = vectors_random_count(&random, 10, 1e5);
		double n0 = vectors_random_count(&random, 10, 1e5);
		double x1 = fmin(vectors_random_count(&random, 1, n1), n1);
		double x0 = fmin(vectors_random_count(&random, 1, n0), n0);
		struct estimate first, comparator, gap, back;
		struct gap_group first_group, comparator_group;

		proportion(x1, n1, 0.95, &first);
		proportion(x0, n0, 0.95, &comparator);
		gap_difference(&first, &comparator, &gap);
		gap_difference(&comparator, &first, &back);
		cr_assert_eq(gap.value, -back.value);
		cr_assert_float_eq(gap.limits.lower, -back.limits.upper, 1e-15);
		cr_assert_float_eq(gap.limits.upper, -back.limits.lower, 1e-15);
		cr_assert(gap.limits.lower >= -1 && gap.limits.upper <= 1);
		cr_assert(gap.limits.lower <= gap.value && gap.value <= gap.limits.upper);
		gap_from_proportion(x1, n1, &first_group);
		gap_from_proportion(x0, n0, &comparator_group);
		gap_ratio(&first_group, &comparator_group, 0.998, &gap);
		gap_ratio(&comparator_group, &first_group, 0.998, &back);
		cr_assert_float_eq(gap.value * back.value, 1, 1e-14);
		cr_assert_float_eq(gap.limits.lower * back.limits.upper, 1, 1e-13);
		cr_assert(gap.limits.lower <= gap.value && gap.value <= gap.limits.upper);
	}
}

Test(gap, even_limits_give_the_same_difference_from_limits_and_from_errors)
{
	struct vectors_random random = { 20 };

	for (int i = 0; i < 1000; i++) {
		double value = vectors_random_between(&random, 60, 90);
		double other = vectors_random_between(&random, 60, 90);
		double half = vectors_random_between(&random, 0, 5);
		struct estimate first = { value, { value - half, value + half } };
		struct estimate comparator = { other, { other - 1, other + 1 } }, gap, wald;
		struct gap_group first_group, comparator_group;

		gap_from_limits(&first, 0.95, &first_group);
		gap_from_limits(&comparator, 0.95, &comparator_group);
		gap_difference(&first, &comparator, &gap);
		gap_difference_wald(&first_group, &comparator_group, 0.95, &wald);
		cr_assert_float_eq(gap.limits.lower, wald.limits.lower, 1e-12);
		cr_assert_float_eq(gap.limits.upper, wald.limits.upper, 1e-12);
	}
}

Test(gap, refuses_what_no_number_holds)
{
	struct estimate high = { 1e308, { 1e308, 1e308 } }, low = { -1e308, { -1e308, -1e308 } };
	struct estimate wide = { 0, { -1.7e308, 1.7e308 } }, out = { .value = -7 };
	struct gap_group most = { 1e308, 0 }, least = { -1e308, 0 };
	struct gap_group vague = { 0.001, 1e308 }, some = { 1, 0.1 };
	double value = -7;

	cr_assert_eq(gap_difference(&high, &low, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_difference(&wide, &wide, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_difference_wald(&most, &least, 0.95, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_excess(&high, 10, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_ratio_value(1e308, 1e-308, &value), STATS_OUT_OF_RANGE);
	cr_assert_eq(gap_ratio(&vague, &some, 0.95, &out), STATS_OUT_OF_RANGE);
	cr_assert(out.value == -7 && value == -7);
}
