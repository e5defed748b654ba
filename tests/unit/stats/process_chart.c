#include "stats/process_chart.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors_random.h"

enum { POINTS_MOST = 64, SEGMENTS_MOST = 8 };

static const struct process_options plain = { .choice = { .run_points = PROCESS_RUN_POINTS } };

struct chart {
	struct process_segment segments[SEGMENTS_MOST];
	struct process_point points[POINTS_MOST];
};

static struct chart chart_of(const double *values, size_t count, const size_t *starts,
			     size_t start_count, const struct process_options *options)
{
	struct chart chart = { 0 };

	cr_assert_leq(count, POINTS_MOST);
	cr_assert_lt(start_count, SEGMENTS_MOST);
	cr_assert_eq(process_chart(values, count, starts, start_count, options, chart.segments,
				   chart.points),
		     STATS_OK);
	return chart;
}

/* Six about 10, then seven about 20. */
static const double step[] = { 9, 11, 9, 11, 9, 11, 19, 21, 19, 21, 19, 21, 20 };

Test(process_chart, a_new_segment_has_its_own_limits)
{
	size_t start = 6;
	struct chart chart = chart_of(step, 13, &start, 1, &plain);

	cr_expect_eq(chart.segments[0].first, 0);
	cr_expect_eq(chart.segments[0].count, 6);
	cr_expect_eq(chart.segments[0].limits.mean, 10);
	cr_expect_eq(chart.segments[0].limits.moving_range, 2);
	cr_expect_eq(chart.segments[1].first, 6);
	cr_expect_eq(chart.segments[1].count, 7);
	cr_expect_eq(chart.segments[1].limits.mean, 20);
}

Test(process_chart, rules_do_not_reach_across_segments)
{
	double values[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
	size_t start = 4;
	struct chart whole = chart_of(values, 8, NULL, 0, &plain);
	struct chart parts = chart_of(values, 8, &start, 1, &plain);

	for (size_t i = 0; i < 8; i++) {
		cr_expect(whole.points[i].trend);
		cr_expect_not(parts.points[i].trend);
		cr_expect_eq(parts.points[i].heading, 0);
	}
}

Test(process_chart, limits_of_fewer_than_13_points_are_on_trial)
{
	size_t start = 6;

	cr_expect_not(chart_of(step, 13, NULL, 0, &plain).segments[0].is_short);
	cr_expect(chart_of(step, 12, NULL, 0, &plain).segments[0].is_short);
	cr_expect(chart_of(step, 13, &start, 1, &plain).segments[1].is_short);
}

Test(process_chart, a_baseline_is_that_of_every_segment)
{
	double values[28];
	size_t start = 14;
	struct process_options options = plain;
	struct chart chart;

	for (size_t i = 0; i < 28; i++)
		values[i] = (double)(i % 2) + (i < 14 ? 0 : 100) + (i % 14 < 12 ? 0 : 50);
	options.baseline_points = 12;
	chart = chart_of(values, 28, &start, 1, &options);
	cr_expect_eq(chart.segments[0].limits.mean, 0.5);
	cr_expect_eq(chart.segments[1].limits.mean, 100.5);
	cr_expect(chart.points[12].outside && chart.points[13].outside);
	cr_expect_not(chart.points[11].outside);
	cr_expect(chart.points[26].outside && chart.points[27].outside);
}

Test(process_chart, options_reach_limits_and_rules)
{
	/* The range of 8 at the outlier is screened; then 6 is outside and 7 rising points are 6 too. */
	double values[] = { 1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1 };
	struct process_options options = plain;

	cr_expect_eq(chart_of(values, 14, NULL, 0, &options).segments[0].limits.screened, 0);
	options.screens_ranges = true;
	cr_expect_eq(chart_of(values, 14, NULL, 0, &options).segments[0].limits.screened, 2);
	cr_expect_not(
		chart_of((double[]){ 1, 2, 3, 4, 5, 6 }, 6, NULL, 0, &options).points[0].trend);
	options.choice.run_points = PROCESS_RUN_POINTS_SHORT;
	cr_expect(chart_of((double[]){ 1, 2, 3, 4, 5, 6 }, 6, NULL, 0, &options).points[0].trend);
}

/* Whatever is refused, nothing is written: not even of a first segment that is all right. */
static void expect_refused(const double *values, size_t count, const size_t *starts,
			   size_t start_count, struct process_options options,
			   enum stats_outcome outcome)
{
	struct process_segment segments[SEGMENTS_MOST] = { { .first = 99 }, { .first = 99 } };
	struct process_point points[POINTS_MOST] = { { .side = 99 } };

	cr_expect_eq(process_chart(values, count, starts, start_count, &options, segments, points),
		     outcome);
	cr_expect_eq(segments[0].first, 99);
	cr_expect_eq(segments[1].first, 99);
	cr_expect_eq(points[0].side, 99);
}

Test(process_chart, refuses_what_makes_no_chart)
{
	double missing[] = { 1, 2, 3, 4, nan(""), 6 };
	struct process_options eight = { .choice = { .run_points = 8 } };
	struct process_options brief = plain;
	size_t zero = 0, end = 13, twice[] = { 4, 4 }, back[] = { 6, 4 }, three = 3;

	brief.baseline_points = 5;
	expect_refused(step, 0, NULL, 0, plain, STATS_TOO_FEW_POINTS);
	expect_refused(step, 1, NULL, 0, plain, STATS_TOO_FEW_POINTS);
	expect_refused(step, 13, NULL, 0, eight, STATS_OUT_OF_RANGE);
	expect_refused(step, 13, NULL, 0, brief, STATS_OUT_OF_RANGE);
	expect_refused(step, 13, &zero, 1, plain, STATS_OUT_OF_RANGE);
	expect_refused(step, 13, &end, 1, plain, STATS_OUT_OF_RANGE);
	expect_refused(step, 13, twice, 2, plain, STATS_OUT_OF_RANGE);
	expect_refused(step, 13, back, 2, plain, STATS_OUT_OF_RANGE);
	expect_refused(missing, 6, &three, 1, plain, STATS_OUT_OF_RANGE);
}

/* -- verdicts --------------------------------------------------------------------------------------------- */

Test(process_chart, a_point_is_improvement_or_concern_only_where_a_direction_is_good)
{
	struct process_point high = { .outside = true, .rule = PROCESS_OUTSIDE, .direction = 1 };
	struct process_point low = { .outside = true, .rule = PROCESS_OUTSIDE, .direction = -1 };
	struct process_point common = { .side = 1 };

	cr_expect_eq(process_point_verdict(&high, FAVOURABLE_HIGH), VERDICT_BETTER);
	cr_expect_eq(process_point_verdict(&high, FAVOURABLE_LOW), VERDICT_WORSE);
	cr_expect_eq(process_point_verdict(&high, FAVOURABLE_NEITHER), VERDICT_HIGHER);
	cr_expect_eq(process_point_verdict(&low, FAVOURABLE_HIGH), VERDICT_WORSE);
	cr_expect_eq(process_point_verdict(&low, FAVOURABLE_LOW), VERDICT_BETTER);
	cr_expect_eq(process_point_verdict(&low, FAVOURABLE_NEITHER), VERDICT_LOWER);
	cr_expect_eq(process_point_verdict(&common, FAVOURABLE_HIGH), VERDICT_SIMILAR);
}

Test(process_chart, the_variation_is_improvement_where_rules_contradict_each_other)
{
	/* Below the lower limit, but the end of a rise. */
	struct process_point low_rising = {
		.outside = true,
		.trend = true,
		.side = -1,
		.heading = 1,
		.rule = PROCESS_OUTSIDE,
		.direction = -1,
	};
	/* A fall on the upper side, in a shift. */
	struct process_point high_falling = {
		.shift = true,
		.trend = true,
		.side = 1,
		.heading = -1,
		.rule = PROCESS_TREND,
		.direction = -1,
	};
	struct process_point near_falling = {
		.two_in_three = true,
		.trend = true,
		.side = 1,
		.heading = -1,
		.rule = PROCESS_TREND,
		.direction = -1,
	};
	struct process_point falling = {
		.trend = true,
		.side = 1,
		.heading = -1,
		.rule = PROCESS_TREND,
		.direction = -1,
	};
	struct process_point common = { .side = 1 };

	cr_expect_eq(process_variation(&low_rising, FAVOURABLE_HIGH), VERDICT_BETTER);
	cr_expect_eq(process_variation(&low_rising, FAVOURABLE_LOW), VERDICT_BETTER);
	cr_expect_eq(process_variation(&low_rising, FAVOURABLE_NEITHER), VERDICT_LOWER);
	cr_expect_eq(process_variation(&high_falling, FAVOURABLE_HIGH), VERDICT_BETTER);
	cr_expect_eq(process_variation(&high_falling, FAVOURABLE_LOW), VERDICT_BETTER);
	cr_expect_eq(process_variation(&near_falling, FAVOURABLE_HIGH), VERDICT_BETTER);
	/* No rule speaks of the side alone. */
	cr_expect_eq(process_variation(&falling, FAVOURABLE_HIGH), VERDICT_WORSE);
	cr_expect_eq(process_variation(&common, FAVOURABLE_HIGH), VERDICT_SIMILAR);
}

static enum process_assurance assurance(double target, enum favourable favourable)
{
	struct process_segment segment = { .count = 13, .limits = { .limits = { 40, 60 } } };

	return process_assurance(&segment, &target, favourable);
}

Test(process_chart, a_target_beyond_the_limits_is_always_or_never_met)
{
	cr_expect_eq(assurance(70, FAVOURABLE_HIGH), PROCESS_ASSURANCE_FAILING);
	cr_expect_eq(assurance(70, FAVOURABLE_LOW), PROCESS_ASSURANCE_PASSING);
	cr_expect_eq(assurance(30, FAVOURABLE_HIGH), PROCESS_ASSURANCE_PASSING);
	cr_expect_eq(assurance(30, FAVOURABLE_LOW), PROCESS_ASSURANCE_FAILING);
}

Test(process_chart, a_target_within_the_limits_or_on_one_is_met_now_and_then)
{
	cr_expect_eq(assurance(50, FAVOURABLE_HIGH), PROCESS_ASSURANCE_INCONSISTENT);
	cr_expect_eq(assurance(60, FAVOURABLE_HIGH), PROCESS_ASSURANCE_INCONSISTENT);
	cr_expect_eq(assurance(40, FAVOURABLE_LOW), PROCESS_ASSURANCE_INCONSISTENT);
}

Test(process_chart, there_is_no_assurance_without_target_polarity_or_process)
{
	struct process_segment segment = { .count = 13, .limits = { .limits = { 40, 60 } } };
	struct process_segment point = { .count = 1, .limits = { .limits = { 40, 40 } } };
	double target = 70;

	cr_expect_eq(process_assurance(&segment, NULL, FAVOURABLE_HIGH), PROCESS_ASSURANCE_NONE);
	cr_expect_eq(assurance(nan(""), FAVOURABLE_HIGH), PROCESS_ASSURANCE_NONE);
	cr_expect_eq(assurance(70, FAVOURABLE_NEITHER), PROCESS_ASSURANCE_NONE);
	cr_expect_eq(process_assurance(&point, &target, FAVOURABLE_HIGH), PROCESS_ASSURANCE_NONE);
}

/* -- properties ------------------------------------------------------------------------------------------- */

/* A series that drifts now and then, so that each of the rules has something to find. */
static size_t draw(struct vectors_random *random, double *values)
{
	size_t count = 8 + (size_t)vectors_random_between(random, 0, POINTS_MOST - 8);
	double drift = 0;

	for (size_t i = 0; i < count; i++) {
		if (vectors_random_between(random, 0, 1) < 0.15)
			drift = vectors_random_between(random, -1, 1);
		values[i] = floor(vectors_random_between(random, -3, 3) + 4 * drift * (double)i);
	}
	return count;
}

Test(process_chart, a_series_turned_upside_down_has_the_same_flags_on_the_other_side)
{
	struct vectors_random random = { 82 };
	size_t found[5] = { 0 };

	for (int i = 0; i < 2000; i++) {
		double values[POINTS_MOST], turned[POINTS_MOST];
		size_t count = draw(&random, values), start = count / 2;
		struct process_options options = {
			.screens_ranges = i % 2 == 1,
			.choice = { i % 3 == 0 ? PROCESS_RUN_POINTS_SHORT : PROCESS_RUN_POINTS,
				    i % 5 == 0 },
		};
		struct chart chart, other;

		for (size_t j = 0; j < count; j++)
			turned[j] = -values[j];
		chart = chart_of(values, count, &start, (size_t)i % 2, &options);
		other = chart_of(turned, count, &start, (size_t)i % 2, &options);
		cr_assert_eq(chart.segments[0].limits.limits.lower,
			     -other.segments[0].limits.limits.upper);
		for (size_t j = 0; j < count; j++) {
			const struct process_point *a = &chart.points[j], *b = &other.points[j];

			cr_assert(a->outside == b->outside && a->trend == b->trend &&
				  a->two_in_three == b->two_in_three && a->shift == b->shift);
			cr_assert(a->rule == b->rule && a->side == -b->side &&
				  a->heading == -b->heading && a->direction == -b->direction);
			cr_assert_eq(process_point_verdict(a, FAVOURABLE_HIGH),
				     process_point_verdict(b, FAVOURABLE_LOW));
			cr_assert_eq(process_variation(a, FAVOURABLE_HIGH),
				     process_variation(b, FAVOURABLE_LOW));
			found[a->rule]++;
		}
	}
	for (size_t rule = 0; rule < 5; rule++)
		cr_assert_gt(found[rule], 100);
}

/* What a rule finds does not depend on which way time goes; only where a shared peak heads does. */
Test(process_chart, a_series_turned_round_in_time_has_the_same_flags)
{
	struct vectors_random random = { 83 };

	for (int i = 0; i < 2000; i++) {
		double values[POINTS_MOST], turned[POINTS_MOST];
		size_t count = draw(&random, values);
		struct process_options options = plain;
		struct chart chart, other;

		for (size_t j = 0; j < count; j++)
			turned[count - 1 - j] = values[j];
		chart = chart_of(values, count, NULL, 0, &options);
		other = chart_of(turned, count, NULL, 0, &options);
		for (size_t j = 0; j < count; j++) {
			const struct process_point *a = &chart.points[j];
			const struct process_point *b = &other.points[count - 1 - j];

			cr_assert(a->outside == b->outside && a->trend == b->trend &&
				  a->two_in_three == b->two_in_three && a->shift == b->shift);
			cr_assert_eq(a->rule, b->rule);
		}
	}
}

/* Twice is exact in binary numbers, so that every comparison comes out alike. */
Test(process_chart, a_series_twice_as_high_has_the_same_flags)
{
	struct vectors_random random = { 84 };

	for (int i = 0; i < 1000; i++) {
		double values[POINTS_MOST], twice[POINTS_MOST];
		size_t count = draw(&random, values);
		struct chart chart, other;

		for (size_t j = 0; j < count; j++)
			twice[j] = 2 * values[j];
		chart = chart_of(values, count, NULL, 0, &plain);
		other = chart_of(twice, count, NULL, 0, &plain);
		cr_assert_eq(2 * chart.segments[0].limits.limits.upper,
			     other.segments[0].limits.limits.upper);
		for (size_t j = 0; j < count; j++) {
			cr_assert_eq(chart.points[j].rule, other.points[j].rule);
			cr_assert_eq(chart.points[j].direction, other.points[j].direction);
		}
	}
}
