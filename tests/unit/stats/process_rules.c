#include "stats/process_rules.h"

#include <criterion/criterion.h>
#include <string.h>

enum { POINTS_MOST = 32 };

/* Mean 0, process limits at 3 and -3, the lines near them at 2 and -2. */
static const struct process_limits limits = { .limits = { -3, 3 }, .two_thirds = { -2, 2 } };

static const struct process_choice usual = { PROCESS_RUN_POINTS, false };
static const struct process_choice six = { PROCESS_RUN_POINTS_SHORT, false };
static const struct process_choice all = { PROCESS_RUN_POINTS, true };

static struct process_point points[POINTS_MOST];

static void apply(const double *values, size_t count, struct process_choice choice)
{
	cr_assert_leq(count, POINTS_MOST);
	process_rules(values, count, &limits, choice, points);
}

enum flag { OUTSIDE, TREND, TWO_IN_THREE, SHIFT };

static bool has(const struct process_point *point, enum flag flag)
{
	const bool flags[] = { point->outside, point->trend, point->two_in_three, point->shift };

	return flags[flag];
}

/* "x" for a point with the flag, "." for one without. */
static void expect(enum flag flag, const char *wanted)
{
	for (size_t i = 0; i < strlen(wanted); i++)
		cr_expect_eq(has(&points[i], flag), wanted[i] == 'x', "point %zu of %s", i, wanted);
}

/* "+", "-" and "0" for a number by its sign. */
static char sign(int number)
{
	return number > 0 ? '+' : number < 0 ? '-' : '0';
}

static void expect_headings(const char *wanted)
{
	for (size_t i = 0; i < strlen(wanted); i++)
		cr_expect_eq(sign(points[i].heading), wanted[i], "point %zu of %s", i, wanted);
}

#define APPLY(choice, ...)                                                                         \
	apply((double[]){ __VA_ARGS__ }, sizeof((double[]){ __VA_ARGS__ }) / sizeof(double), choice)

Test(process_rules, beyond_a_limit_is_outside_and_on_it_is_not)
{
	APPLY(usual, 3, 3.001, -3, -3.001, 0);
	expect(OUTSIDE, ".x.x.");
	cr_expect_eq(points[1].rule, PROCESS_OUTSIDE);
	cr_expect_eq(points[1].direction, 1);
	cr_expect_eq(points[3].direction, -1);
	cr_expect_eq(points[4].rule, PROCESS_COMMON_CAUSE);
	cr_expect_eq(points[4].direction, 0);
	cr_expect_eq(points[4].side, 0);
}

Test(process_rules, six_steps_in_one_direction_make_a_trend_of_seven)
{
	APPLY(usual, 0.1, -0.5, -0.4, -0.3, -0.2, 0.1, 0.2, 0.3, 0.2);
	expect(TREND, ".xxxxxxx.");
	expect_headings("0+++++++0");
	APPLY(usual, 0.1, 0.5, 0.4, 0.3, 0.2, -0.1, -0.2, -0.3, -0.2);
	expect(TREND, ".xxxxxxx.");
	expect_headings("0-------0");
	/* Rising, although most of it lies below the mean. */
	APPLY(usual, -0.7, -0.6, -0.5, -0.4, -0.3, -0.2, 0.1);
	expect(TREND, "xxxxxxx");
	cr_expect_eq(points[0].direction, 1);
	cr_expect_eq(points[0].side, -1);
}

Test(process_rules, five_steps_make_a_trend_only_of_six)
{
	APPLY(usual, 0.1, -0.5, -0.4, -0.3, 0.1, 0.2, 0.3, 0.2);
	expect(TREND, "........");
	APPLY(six, 0.1, -0.5, -0.4, -0.3, 0.1, 0.2, 0.3, 0.2);
	expect(TREND, ".xxxxxx.");
	APPLY(six, 0.1, -0.5, -0.4, -0.3, 0.1, 0.2, 0.1);
	expect(TREND, ".......");
}

Test(process_rules, an_equal_value_breaks_a_trend)
{
	APPLY(usual, -0.5, -0.4, -0.3, -0.3, 0.1, 0.2, 0.3, 0.4, 0.3);
	expect(TREND, ".........");
	APPLY(usual, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5);
	expect(TREND, "........");
}

Test(process_rules, a_shared_peak_heads_where_the_next_trend_does)
{
	APPLY(usual, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4, 0.3, 0.2, 0.1, -0.1, -0.2, -0.3, 0.5);
	expect(TREND, "xxxxxxxxxxxxx.");
	expect_headings("++++++-------0");
	/* The last point of the series has no following step. */
	APPLY(usual, 0.3, 0.2, 0.1, -0.1, -0.2, -0.3, -0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3);
	expect_headings("------+++++++");
}

Test(process_rules, a_trend_that_ends_before_an_equal_value_heads_where_it_came_from)
{
	APPLY(usual, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
	expect(TREND, "xxxxxxxxxxxxxx");
	expect_headings("++++++++++++++");
}

Test(process_rules, two_of_three_near_a_limit_are_marked_and_the_third_is_not)
{
	APPLY(usual, 0.1, 2.5, 0.5, 2.4, -0.1, -2.5, -2.1, -0.1, 0.1);
	expect(TWO_IN_THREE, ".x.x.xx..");
	cr_expect_eq(points[1].rule, PROCESS_TWO_IN_THREE);
	cr_expect_eq(points[1].direction, 1);
	cr_expect_eq(points[6].direction, -1);
	APPLY(usual, 2.5, 2.5, 2.5);
	expect(TWO_IN_THREE, "xxx");
}

Test(process_rules, two_in_three_needs_three_on_one_side)
{
	APPLY(usual, 2.5, -0.5, 2.4, 0, 2.4, 2.5, -1);
	expect(TWO_IN_THREE, ".......");
	APPLY(usual, 2.5, 2.5);
	expect(TWO_IN_THREE, "..");
	APPLY(usual, 2.5, 2.5, -1);
	expect(TWO_IN_THREE, "...");
	APPLY(usual, -1, 2.5, 2.5);
	expect(TWO_IN_THREE, "...");
	APPLY(usual, 0, 2.5, 2.5, 0);
	expect(TWO_IN_THREE, "....");
}

Test(process_rules, near_a_limit_is_beyond_the_line_and_not_on_it)
{
	APPLY(usual, 2, 2, 2);
	expect(TWO_IN_THREE, "...");
	APPLY(usual, -2, -2, -2.1);
	expect(TWO_IN_THREE, "...");
	APPLY(usual, 3, 2.1, 0.1);
	expect(TWO_IN_THREE, "xx.");
}

Test(process_rules, points_outside_count_as_near_only_where_that_is_chosen)
{
	APPLY(usual, 3.5, 2.3, 0.2, -0.1, -3.5, -3.5, -2.1);
	expect(TWO_IN_THREE, ".......");
	APPLY(all, 3.5, 2.3, 0.2, -0.1, -3.5, -3.5, -2.1);
	expect(TWO_IN_THREE, "xx..xxx");
	cr_expect_eq(points[0].rule, PROCESS_OUTSIDE);
	cr_expect_eq(points[1].rule, PROCESS_TWO_IN_THREE);
}

Test(process_rules, seven_points_on_one_side_are_a_shift)
{
	APPLY(usual, -1, 1, 0.5, 1, 0.5, 1, 0.5, 1, -1);
	expect(SHIFT, ".xxxxxxx.");
	cr_expect_eq(points[2].rule, PROCESS_SHIFT);
	cr_expect_eq(points[2].direction, 1);
	APPLY(usual, -1, -0.5, -1, -0.5, -1, -0.5, -1);
	expect(SHIFT, "xxxxxxx");
	cr_expect_eq(points[6].direction, -1);
}

Test(process_rules, six_points_on_one_side_are_a_shift_only_of_six)
{
	APPLY(usual, -1, 1, 0.5, 1, 0.5, 1, 0.5, -1);
	expect(SHIFT, "........");
	APPLY(six, -1, 1, 0.5, 1, 0.5, 1, 0.5, -1);
	expect(SHIFT, ".xxxxxx.");
	APPLY(six, -1, 1, 0.5, 1, 0.5, 1, -0.5, -1);
	expect(SHIFT, "........");
}

Test(process_rules, a_point_on_the_mean_breaks_a_shift)
{
	APPLY(usual, 1, 0.5, 1, 0, 0.5, 1, 0.5, 1, 0.5);
	expect(SHIFT, ".........");
	APPLY(usual, 0, 0, 0, 0, 0, 0, 0, 0);
	expect(SHIFT, "........");
}

/* Rising through a limit: the first point is in a trend and a shift, the last but one near a limit, the last outside. */
Test(process_rules, the_first_rule_names_a_point)
{
	APPLY(all, 0.5, 1, 1.5, 1.8, 1.9, 2.5, 3.5, 2.6, 0.5, 1);
	expect(OUTSIDE, "......x...");
	expect(TREND, "xxxxxxx...");
	expect(TWO_IN_THREE, ".....xxx..");
	expect(SHIFT, "xxxxxxxxxx");
	cr_expect_eq(points[4].rule, PROCESS_TREND);
	cr_expect_eq(points[5].rule, PROCESS_TREND);
	cr_expect_eq(points[6].rule, PROCESS_OUTSIDE);
	cr_expect_eq(points[7].rule, PROCESS_TWO_IN_THREE);
	cr_expect_eq(points[8].rule, PROCESS_SHIFT);
}
