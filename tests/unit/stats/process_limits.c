#include "stats/process_limits.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors_random.h"

enum { POINTS_MOST = 60 };

static struct process_limits limits_of(const double *values, size_t count, size_t baseline_points,
				       bool screens_ranges)
{
	struct process_limits limits = { .mean = -7 };

	cr_assert_eq(process_limits(values, count, baseline_points, screens_ranges, &limits),
		     STATS_OK);
	return limits;
}

/* Mean 11.5; moving ranges 2, 1 and 2, on average 5/3; 2.66 of them are 4.4333, two thirds of that 2.9556. */
Test(process_limits, are_so_many_mean_moving_ranges_from_the_mean)
{
	struct process_limits limits = limits_of((double[]){ 10, 12, 11, 13 }, 4, 0, false);

	cr_assert_float_eq(limits.mean, 11.5, 1e-15);
	cr_assert_float_eq(limits.moving_range, 5.0 / 3, 1e-15);
	cr_assert_float_eq(limits.limits.lower, 7.066666667, 1e-8);
	cr_assert_float_eq(limits.limits.upper, 15.933333333, 1e-8);
	cr_assert_float_eq(limits.two_thirds.lower, 8.544444444, 1e-8);
	cr_assert_float_eq(limits.two_thirds.upper, 14.455555556, 1e-8);
	cr_assert_float_eq(limits.sigma, 1.477541371, 1e-8);
	cr_assert_eq(limits.ranges, 3);
	cr_assert_eq(limits.screened, 0);
}

static const double with_outlier[] = { 1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1 };

/*
 * The moving ranges 8 and 9 among nine of 1 have a mean of 26/11, and 3.267 of that is 7.7: both are
 * left out, the mean of the rest is 1. The outlier stays in the mean of the points, 26/12.
 */
Test(process_limits, screening_leaves_out_the_ranges_of_an_outlier_but_not_the_outlier)
{
	struct process_limits all = limits_of(with_outlier, 12, 0, false);
	struct process_limits screened = limits_of(with_outlier, 12, 0, true);

	cr_assert_float_eq(all.moving_range, 26.0 / 11, 1e-15);
	cr_assert_eq(all.screened, 0);
	cr_assert_eq(screened.moving_range, 1);
	cr_assert_eq(screened.screened, 2);
	cr_assert_eq(screened.ranges, 11);
	cr_assert_float_eq(screened.mean, 26.0 / 12, 1e-15);
	cr_assert_float_eq(screened.limits.upper, 26.0 / 12 + 2.66, 1e-14);
}

/*
 * Ranges of 1 and, after them, 8 and 40: the mean of these eleven is 57/11, of which 3.267 are 16.9 and
 * leave out the 40 alone, although the 8 is far beyond 3.267 of what is left, 17/10.
 */
Test(process_limits, screening_is_done_once)
{
	double values[] = { 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 9, 49 };
	struct process_limits limits = limits_of(values, 12, 0, true);

	cr_assert_eq(limits.screened, 1);
	cr_assert_float_eq(limits.moving_range, 1.7, 1e-15);
}

Test(process_limits, come_from_the_first_points_when_fixed)
{
	double values[] = { 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 90, 10, 70 };
	struct process_limits fixed = limits_of(values, 15, 12, false);
	struct process_limits alone = limits_of(values, 12, 0, false);
	struct process_limits beyond = limits_of(values, 12, 40, false);

	cr_assert_eq(fixed.mean, 1.5);
	cr_assert_eq(fixed.moving_range, 1);
	cr_assert_eq(fixed.ranges, 11);
	cr_assert_eq(fixed.limits.upper, alone.limits.upper);
	cr_assert_eq(beyond.limits.upper, alone.limits.upper);
	cr_assert_eq(limits_of(values, 12, 13, false).mean, 1.5);
	cr_assert_gt(limits_of(values, 15, 0, false).mean, 10);
	cr_assert_gt(limits_of(values, 15, 13, false).mean, 8);
}

/* 0.1 and the like have no exact binary form; thirteen of them added up and divided again are not 0.1. */
Test(process_limits, of_a_constant_series_are_its_value)
{
	const double constants[] = { 5, 0, -3, 0.1, 82.7, 1e-9, 1234567.89, 1.0 / 3 };

	for (size_t i = 0; i < sizeof(constants) / sizeof(constants[0]); i++)
		for (size_t count = 1; count <= POINTS_MOST; count++)
			for (int screens = 0; screens < 2; screens++) {
				double values[POINTS_MOST];
				struct process_limits limits;

				for (size_t j = 0; j < count; j++)
					values[j] = constants[i];
				limits = limits_of(values, count, 0, screens == 1);
				cr_assert_eq(limits.mean, constants[i]);
				cr_assert_eq(limits.moving_range, 0);
				cr_assert_eq(limits.limits.lower, constants[i]);
				cr_assert_eq(limits.limits.upper, constants[i]);
				cr_assert_eq(limits.screened, screens == 1 ? count - 1 : 0);
			}
}

Test(process_limits, may_leave_what_is_possible)
{
	struct process_limits limits = limits_of((double[]){ 0, 98, 3, 100 }, 4, 0, false);

	cr_assert_lt(limits.limits.lower, 0);
	cr_assert_gt(limits.limits.upper, 100);
}

Test(process_limits, need_points_and_a_long_baseline)
{
	double values[] = { 1, 2, 3 }, missing[] = { 1, nan(""), 3 };
	double endless[] = { 1, 2, -INFINITY };
	double huge[] = { 1e308, 1e308, 1e308 }, far[] = { 1e308, -1e308, 1e307 };
	/* Of these one limit alone is beyond the largest number. */
	double high[] = { 1.06e308, 0.7e308 }, low[] = { -1.06e308, -0.7e308 };
	struct process_limits limits = { .mean = -7 };

	cr_assert_eq(process_limits(values, 0, 0, false, &limits), STATS_TOO_FEW_POINTS);
	cr_assert_eq(process_limits(values, 3, 11, false, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(process_limits(missing, 3, 0, false, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(process_limits(endless, 3, 0, true, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(process_limits(huge, 3, 0, true, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(process_limits(far, 3, 0, false, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(process_limits(high, 2, 0, false, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(process_limits(low, 2, 0, false, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(limits.mean, -7);
}

Test(process_limits, move_and_stretch_with_the_series)
{
	struct vectors_random random = { 81 };

	for (int i = 0; i < 2000; i++) {
		size_t count = 2 + (size_t)vectors_random_between(&random, 0, 50);
		double shift = vectors_random_between(&random, -100, 100);
		double scale = vectors_random_between(&random, -5, 5);
		double values[POINTS_MOST], moved[POINTS_MOST], most = 1 + fabs(shift);
		struct process_limits limits, other;
		double ends[2];

		for (size_t j = 0; j < count; j++) {
			values[j] = vectors_random_between(&random, -10, 10);
			moved[j] = shift + scale * values[j];
			most = fmax(most, fabs(moved[j]));
		}
		limits = limits_of(values, count, 0, i % 2 == 1);
		other = limits_of(moved, count, 0, i % 2 == 1);
		ends[0] = shift + scale * (scale < 0 ? limits.limits.upper : limits.limits.lower);
		ends[1] = shift + scale * (scale < 0 ? limits.limits.lower : limits.limits.upper);
		cr_assert_float_eq(other.mean, shift + scale * limits.mean, 1e-13 * most);
		cr_assert_float_eq(other.sigma, fabs(scale) * limits.sigma, 1e-12 * most);
		cr_assert_float_eq(other.limits.lower, ends[0], 1e-12 * most);
		cr_assert_float_eq(other.limits.upper, ends[1], 1e-12 * most);
		cr_assert_eq(other.screened, limits.screened);
		cr_assert_leq(limits.limits.lower, limits.two_thirds.lower);
		cr_assert_leq(limits.two_thirds.upper, limits.limits.upper);
	}
}
