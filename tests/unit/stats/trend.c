#include "stats/trend.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "support/vectors_random.h"

enum { POINTS_MOST = 100 };

static void points_of(struct estimate *points, const double *values, size_t count, double half)
{
	for (size_t i = 0; i < count; i++)
		points[i] = (struct estimate){ values[i], { values[i] - half, values[i] + half } };
}

static struct trend trend_of(const double *values, size_t count, double half,
			     enum favourable favourable)
{
	struct estimate points[POINTS_MOST];
	struct trend trend;

	points_of(points, values, count, half);
	cr_assert_eq(trend_recent(points, count, favourable, &trend), STATS_OK);
	return trend;
}

Test(trend, needs_five_points)
{
	struct estimate points[4];
	struct trend trend = { .slope = -7 };

	points_of(points, (double[]){ 50, 52, 55, 57 }, 4, 2);
	cr_assert_eq(trend_recent(points, 4, FAVOURABLE_LOW, &trend), STATS_TOO_FEW_POINTS);
	cr_assert_eq(trend.slope, -7);
}

Test(trend, uses_the_last_five_points)
{
	double values[] = { 90, 85, 50, 52, 55, 57, 60 };
	struct trend all = trend_of(values, 7, 2, FAVOURABLE_LOW);
	struct trend last = trend_of(values + 2, 5, 2, FAVOURABLE_LOW);

	cr_assert_eq(all.slope, last.slope);
	cr_assert_eq(all.chi_squared, last.chi_squared);
	cr_assert_eq(all.direction, TREND_INCREASING);
	cr_assert_eq(all.verdict, VERDICT_WORSE);
}

Test(trend, says_better_or_worse_only_where_a_direction_is_good)
{
	double rising[] = { 50, 52, 55, 57, 60 }, falling[] = { 60, 57, 55, 52, 50 };

	cr_assert_eq(trend_of(rising, 5, 2, FAVOURABLE_HIGH).verdict, VERDICT_BETTER);
	cr_assert_eq(trend_of(rising, 5, 2, FAVOURABLE_NEITHER).verdict, VERDICT_HIGHER);
	cr_assert_eq(trend_of(falling, 5, 2, FAVOURABLE_NEITHER).verdict, VERDICT_LOWER);
	cr_assert_eq(trend_of(falling, 5, 2, FAVOURABLE_NEITHER).direction, TREND_DECREASING);
}

Test(trend, is_not_significant_within_the_limits)
{
	double values[] = { 50, 52, 51, 52, 53 };
	struct trend trend = trend_of(values, 5, 2, FAVOURABLE_LOW);

	cr_assert_eq(trend.direction, TREND_NOT_SIGNIFICANT);
	cr_assert_eq(trend.verdict, VERDICT_SIMILAR);
	cr_assert_float_eq(trend.slope, 0.6, 1e-12);
	cr_assert_float_eq(trend.chi_squared, 3.45744, 1e-9);
}

Test(trend, does_not_rest_on_one_point)
{
	double rising[] = { 50.4, 50.2, 50.1, 50, 58 }, falling[] = { 50, 50.2, 50.3, 50.4, 42 };

	cr_assert_gt(trend_of(rising, 5, 0.5, FAVOURABLE_LOW).chi_squared, 300);
	cr_assert_eq(trend_of(rising, 5, 0.5, FAVOURABLE_LOW).direction, TREND_NOT_SIGNIFICANT);
	cr_assert_eq(trend_of(falling, 5, 0.5, FAVOURABLE_LOW).direction, TREND_NOT_SIGNIFICANT);
}

Test(trend, refuses_points_without_value_or_sampling_error)
{
	struct estimate points[5];
	struct trend trend = { .slope = -7 };

	points_of(points, (double[]){ 50, 52, 55, 57, 60 }, 5, 2);
	points[3].limits.upper = points[3].limits.lower;
	cr_assert_eq(trend_recent(points, 5, FAVOURABLE_LOW, &trend), STATS_NO_SAMPLING_ERROR);
	points[3].limits.upper = points[3].limits.lower - 1;
	cr_assert_eq(trend_recent(points, 5, FAVOURABLE_LOW, &trend), STATS_OUT_OF_RANGE);
	points[3] = (struct estimate){ nan(""), { 1, 2 } };
	cr_assert_eq(trend_recent(points, 5, FAVOURABLE_LOW, &trend), STATS_OUT_OF_RANGE);
	cr_assert_eq(trend.slope, -7);
}

Test(trend, turned_round_in_time_changes_sign_only)
{
	struct vectors_random random = { 15 };

	for (int i = 0; i < 2000; i++) {
		struct estimate points[5], turned[5];
		struct trend trend, back;

		for (size_t j = 0; j < 5; j++) {
			double value = vectors_random_between(&random, 40, 60);
			double half = vectors_random_between(&random, 1, 5);

			points[j] = (struct estimate){ value, { value - half, value + half } };
			turned[4 - j] = points[j];
		}
		trend_recent(points, 5, FAVOURABLE_HIGH, &trend);
		trend_recent(turned, 5, FAVOURABLE_LOW, &back);
		cr_assert_float_eq(trend.slope, -back.slope, 1e-10);
		cr_assert_float_eq(trend.chi_squared, back.chi_squared, 1e-7);
		cr_assert_eq(trend.verdict, back.verdict);
	}
}

/* With one of five points on a line left out the slope is that of the line. */
Test(trend, has_the_slope_of_the_four_points_that_are_left)
{
	struct estimate points[5];
	struct trend trend;

	points_of(points, (double[]){ 50, 52, 54, 56, 68 }, 5, 2);
	cr_assert_eq(trend_recent(points, 5, FAVOURABLE_LOW, &trend), STATS_OK);
	cr_assert_float_eq(trend.slopes_without[4], 2, 1e-12);
	cr_assert_gt(trend.slopes_without[0], 2);
}

Test(trend, reads_the_standard_error_off_the_width_of_limits)
{
	cr_assert_float_eq(trend_error(&(struct interval){ 48.04, 51.96 }), 1, 1e-12);
}

Test(trend, refuses_limits_too_close_for_their_squares)
{
	struct estimate points[5];
	struct trend trend = { .slope = -7 };

	points_of(points, (double[]){ 50, 52, 55, 57, 60 }, 5, 2);
	points[2] = (struct estimate){ 0, { 0, 1e-200 } };
	cr_expect_eq(trend_recent(points, 5, FAVOURABLE_LOW, &trend), STATS_OUT_OF_RANGE);
	cr_expect_eq(trend.slope, -7);
}
