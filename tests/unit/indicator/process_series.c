#include "indicator/process_series.h"

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"

enum { VALUES = 14 };

static struct arena *arena;
static struct indicator indicator;
static double values[VALUES];

/* Up and down by 2 about 51: mean step 2, limits 51 -+ 2.66 * 2. */
static void set_up(void)
{
	arena = arena_new();
	indicator = indicator_blank();
	indicator.polarity = POLARITY_HIGH_GOOD;
	for (size_t i = 0; i < VALUES; i++)
		values[i] = i % 2 == 0 ? 50 : 52;
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(process_series, .init = set_up, .fini = tear_down);

Test(process_series, limits_are_the_mean_and_its_usual_steps)
{
	struct process_series series;

	cr_assert(process_series(arena, &indicator, values, VALUES, NULL, 0, NULL, &series));
	cr_assert_eq(series.part_count, 1);
	cr_assert_eq(series.parts[0].last, VALUES - 1);
	cr_assert_float_eq(series.parts[0].low, 51 - 5.32, 1e-9);
	cr_assert_float_eq(series.parts[0].high, 51 + 5.32, 1e-9);
	cr_assert_eq(series.course, PROCESS_COURSE_USUAL);
	cr_assert_eq(series.prospect, PROCESS_PROSPECT_NONE);
	cr_assert_not(series.parts[0].trial);
}

Test(process_series, a_last_value_beyond_a_limit_is_judged)
{
	struct process_series series;

	values[VALUES - 1] = 20;
	cr_assert(process_series(arena, &indicator, values, VALUES, NULL, 0, NULL, &series));
	cr_assert_eq(series.course, PROCESS_COURSE_LOWER);
	cr_assert_eq(series.variation, VERDICT_WORSE);
	cr_assert_eq(series.verdicts[VALUES - 1], VERDICT_WORSE);
}

Test(process_series, a_limit_that_no_figure_can_have_is_infinite)
{
	struct process_series series;

	indicator.unit = "%";
	for (size_t i = 0; i < VALUES; i++)
		values[i] = i % 2 == 0 ? 0 : 100;
	cr_assert(process_series(arena, &indicator, values, VALUES, NULL, 0, NULL, &series));
	cr_assert_eq(series.parts[0].low, -(double)INFINITY);
	cr_assert_eq(series.parts[0].high, (double)INFINITY);
}

Test(process_series, a_target_within_the_limits_is_met_at_times)
{
	const double within = 51, below = 40, above = 60;
	struct process_series series;

	process_series(arena, &indicator, values, VALUES, NULL, 0, &within, &series);
	cr_assert_eq(series.prospect, PROCESS_PROSPECT_AT_TIMES);
	process_series(arena, &indicator, values, VALUES, NULL, 0, &below, &series);
	cr_assert_eq(series.prospect, PROCESS_PROSPECT_MET);
	process_series(arena, &indicator, values, VALUES, NULL, 0, &above, &series);
	cr_assert_eq(series.prospect, PROCESS_PROSPECT_MISSED);
}

Test(process_series, parts_have_limits_of_their_own)
{
	static const size_t starts[] = { 7 };
	struct process_series series;

	for (size_t i = 7; i < VALUES; i++)
		values[i] += 100;
	cr_assert(process_series(arena, &indicator, values, VALUES, starts, 1, NULL, &series));
	cr_assert_eq(series.part_count, 2);
	cr_assert_eq(series.parts[0].last, 6);
	cr_assert_gt(series.parts[1].low, series.parts[0].high);
	cr_assert(series.parts[1].trial);
}

Test(process_series, one_value_has_no_limits)
{
	struct process_series series;

	cr_assert_not(process_series(arena, &indicator, values, 1, NULL, 0, NULL, &series));
}

/* Eight values are too few to call the last one anything, and to tell whether a target is met. */
Test(process_series, trial_limits_judge_nothing)
{
	struct process_series series;
	double target = 90;

	values[7] = 20;
	cr_assert(process_series(arena, &indicator, values, 8, NULL, 0, &target, &series));
	cr_assert(series.parts[0].trial);
	cr_assert_eq(series.verdicts[7], VERDICT_SIMILAR);
	cr_assert_eq(series.variation, VERDICT_NOT_COMPARED);
	cr_assert_eq(series.course, PROCESS_COURSE_NONE);
	cr_assert_eq(series.prospect, PROCESS_PROSPECT_NONE);
}

Test(process_series, a_short_first_part_leaves_the_last_one_judged)
{
	static const size_t starts[] = { 1 };
	struct process_series series;

	values[VALUES - 1] = 20;
	cr_assert(process_series(arena, &indicator, values, VALUES, starts, 1, NULL, &series));
	cr_assert(series.parts[0].trial);
	cr_assert_not(series.parts[1].trial);
	cr_assert_eq(series.course, PROCESS_COURSE_LOWER);
	cr_assert_eq(series.verdicts[VALUES - 1], VERDICT_WORSE);
}
