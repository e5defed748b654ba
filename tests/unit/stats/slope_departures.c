/* Whether the groups lie on the line that was fitted to them. */

#include "stats/slope.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/normal.h"
#include "support/slopes.h"
#include "support/vectors_random.h"

enum { NO_GROUP = 777 };

/* Five equal groups, each with a standard error of 1. */
static void make_groups(struct slope_group *groups, const double *values)
{
	double half = normal_deviate(0.95);

	for (size_t i = 0; i < 5; i++)
		groups[i] =
			(struct slope_group){ { values[i], { values[i] - half, values[i] + half } },
					      1000 };
}

static size_t departures_of(const double *values, size_t *furthest)
{
	struct slope_group groups[5];
	struct slope_fit fit;

	make_groups(groups, values);
	fit = slope_fit_of(groups, 5, SLOPE_LINEAR);
	*furthest = NO_GROUP;
	return slope_departures(&fit, groups, 5, furthest);
}

Test(slope_departures, are_none_on_a_straight_line)
{
	size_t furthest;

	cr_assert_eq(departures_of((const double[]){ 10, 20, 30, 40, 50 }, &furthest), 0);
	cr_assert_eq(furthest, NO_GROUP);
}

/* One group lifted by h stays 0.8 h (the third) or 0.7 h (the second) off: the line follows it. */
Test(slope_departures, begin_beyond_three_standard_errors)
{
	size_t furthest;

	cr_assert_eq(departures_of((const double[]){ 10, 20, 30 + 2.99 / 0.8, 40, 50 }, &furthest),
		     0);
	cr_assert_eq(furthest, NO_GROUP);
	cr_assert_eq(departures_of((const double[]){ 10, 20, 30 + 3.01 / 0.8, 40, 50 }, &furthest),
		     1);
	cr_assert_eq(furthest, 2);
	cr_assert_eq(departures_of((const double[]){ 10, 20 - 2.99 / 0.7, 30, 40, 50 }, &furthest),
		     0);
	cr_assert_eq(departures_of((const double[]){ 10, 20 - 3.01 / 0.7, 30, 40, 50 }, &furthest),
		     1);
	cr_assert_eq(furthest, 1);
}

Test(slope_departures, name_the_group_that_is_furthest_off)
{
	size_t furthest;

	cr_assert_eq(departures_of((const double[]){ 10, 40, 50, 49, 50 }, &furthest), 2);
	cr_assert_eq(furthest, 2);
	cr_assert_eq(departures_of((const double[]){ 10, 80, 30, 31, 50 }, &furthest), 3);
	cr_assert_eq(furthest, 1);
}

/* Lifting the first group by 6 leaves it 2.4 above the line, and the second as far below. */
Test(slope_departures, look_at_the_middle_groups_only)
{
	double half = normal_deviate(0.95) / 2;
	struct slope_group groups[5];
	struct slope_fit fit;
	size_t furthest = NO_GROUP;

	make_groups(groups, (const double[]){ 36, 30, 30, 30, 30 });
	groups[0].estimate.limits = (struct interval){ 36 - half, 36 + half };
	fit = slope_fit_of(groups, 5, SLOPE_LINEAR);
	cr_assert_float_eq(groups[0].estimate.value - slope_fitted(&fit, 0.1), 2.4, 1e-12);
	cr_assert_eq(slope_departures(&fit, groups, 5, &furthest), 0);
	cr_assert_eq(furthest, NO_GROUP);
	/* The same error in the second group makes it one that is off. */
	groups[1].estimate.limits = (struct interval){ 30 - half, 30 + half };
	cr_assert_eq(slope_departures(&fit, groups, 5, &furthest), 1);
	cr_assert_eq(furthest, 1);
}

Test(slope_departures, cannot_be_told_without_standard_errors)
{
	struct slope_group groups[5];
	struct slope_fit fit;
	size_t furthest = NO_GROUP;

	make_groups(groups, (const double[]){ 10, 80, 30, 31, 50 });
	for (size_t i = 0; i < 5; i++)
		groups[i].estimate.limits =
			(struct interval){ groups[i].estimate.value, groups[i].estimate.value };
	fit = slope_fit_of(groups, 5, SLOPE_LINEAR);
	cr_assert_eq(slope_departures(&fit, groups, 5, &furthest), 0);
	cr_assert_eq(furthest, NO_GROUP);
}

/* On the scale of the line: what is straight in the logarithm departs from it as it is, and not there. */
Test(slope_departures, are_measured_on_the_scale_of_the_line)
{
	struct slope_group groups[5];
	struct slope_fit fit;
	size_t furthest;

	for (size_t i = 0; i < 5; i++) {
		double value = exp(-(double)i);

		groups[i] = (struct slope_group){ { value, { 0.95 * value, value / 0.95 } }, 1000 };
	}
	fit = slope_fit_of(groups, 5, SLOPE_LOG_RATE);
	cr_assert_eq(slope_departures(&fit, groups, 5, &furthest), 0);
	fit = slope_fit_of(groups, 5, SLOPE_LINEAR_RATE);
	cr_assert_gt(slope_departures(&fit, groups, 5, &furthest), 0);
}

Test(slope_departures, do_not_depend_on_the_unit_or_the_end_that_comes_first)
{
	struct vectors_random random = { 68 };

	for (int i = 0; i < 1000; i++) {
		struct slope_group groups[5], turned[5];
		size_t furthest = NO_GROUP, other = NO_GROUP, count;
		struct slope_fit fit, back;
		double values[5];

		for (size_t j = 0; j < 5; j++)
			values[j] = vectors_random_between(&random, 0, 20);
		make_groups(groups, values);
		for (size_t j = 0; j < 5; j++) {
			turned[j] = groups[4 - j];
			turned[j].estimate.value *= 7;
			turned[j].estimate.limits.lower *= 7;
			turned[j].estimate.limits.upper *= 7;
		}
		fit = slope_fit_of(groups, 5, SLOPE_LINEAR);
		back = slope_fit_of(turned, 5, SLOPE_LINEAR);
		count = slope_departures(&fit, groups, 5, &furthest);
		cr_assert_eq(slope_departures(&back, turned, 5, &other), count);
		cr_assert(count == 0 ? other == NO_GROUP : other == 4 - furthest);
	}
}
