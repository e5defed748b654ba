#include "stats/bootstrap.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What the statistics below need to know, and what they saw. */
struct seen {
	size_t calls;
	double least, most;
};

static void first_value(void *context, const double *drawn, double *out)
{
	struct seen *seen = context;

	seen->calls++;
	seen->least = fmin(seen->least, drawn[0]);
	seen->most = fmax(seen->most, drawn[0]);
	out[0] = drawn[0];
}

static struct interval limits_of_one(const struct bootstrap *bootstrap, double value, double error,
				     struct seen *seen)
{
	struct bootstrap_sample sample = { &value, &error, 1, 1, first_value, seen };
	double *scratch = calloc(bootstrap_scratch(bootstrap, 1, 1), sizeof(*scratch));
	struct interval limits = { 0, 0 };

	*seen = (struct seen){ 0, HUGE_VAL, -HUGE_VAL };
	cr_assert_eq(bootstrap_limits(bootstrap, &sample, scratch, &limits), STATS_OK);
	free(scratch);
	return limits;
}

/* Five standard deviations of a limit at 95% from 10,000 draws, for a standard error of 1. */
static const double chance = 5 * 0.0267;

Test(bootstrap, of_a_value_far_from_its_bounds_is_even_about_it)
{
	struct bootstrap bootstrap = bootstrap_usual();
	struct seen seen;
	struct interval limits = limits_of_one(&bootstrap, 50, 2, &seen);

	cr_assert_float_eq(limits.lower, 50 - 1.96 * 2, 2 * chance);
	cr_assert_float_eq(limits.upper, 50 + 1.96 * 2, 2 * chance);
	cr_assert_eq(seen.calls, 10000);
}

Test(bootstrap, draws_again_what_is_below_zero)
{
	struct bootstrap bootstrap = bootstrap_usual();
	struct seen seen;
	struct interval limits = limits_of_one(&bootstrap, 0, 1, &seen);

	/* Quantiles of the upper half of the distribution: at 0.5125 and 0.9875 of the whole. */
	cr_assert_float_eq(limits.lower, 0.031338, 5 * 0.00196);
	cr_assert_float_eq(limits.upper, 2.241403, 5 * 0.0241);
	cr_assert_geq(seen.least, 0);
}

Test(bootstrap, draws_again_what_is_above_the_most_a_value_can_be)
{
	struct bootstrap bootstrap = bootstrap_usual();
	struct seen seen;
	struct interval limits;

	bootstrap.most = 100;
	limits = limits_of_one(&bootstrap, 100, 1, &seen);
	cr_assert_float_eq(limits.upper, 100 - 0.031338, 5 * 0.00196);
	cr_assert_float_eq(limits.lower, 100 - 2.241403, 5 * 0.0241);
	cr_assert_leq(seen.most, 100);
}

Test(bootstrap, without_errors_has_no_width)
{
	struct bootstrap bootstrap = bootstrap_usual();
	struct seen seen;
	struct interval limits = limits_of_one(&bootstrap, 12.34, 0, &seen);

	cr_assert(limits.lower == 12.34 && limits.upper == 12.34);
	bootstrap.most = 12.34;
	limits = limits_of_one(&bootstrap, 12.34, 0, &seen);
	cr_assert(limits.lower == 12.34 && limits.upper == 12.34);
}

Test(bootstrap, is_wider_for_more_confidence)
{
	struct bootstrap bootstrap = bootstrap_usual();
	struct interval narrow, usual, wide;
	struct seen seen;

	usual = limits_of_one(&bootstrap, 50, 2, &seen);
	bootstrap.confidence = 0.834;
	narrow = limits_of_one(&bootstrap, 50, 2, &seen);
	bootstrap.confidence = 0.998;
	wide = limits_of_one(&bootstrap, 50, 2, &seen);
	cr_assert(wide.lower < usual.lower && usual.lower < narrow.lower);
	cr_assert(narrow.upper < usual.upper && usual.upper < wide.upper);
	cr_assert_float_eq(narrow.upper, 50 + 1.385 * 2, 2 * chance);
	cr_assert_float_eq(wide.upper, 50 + 3.09 * 2, 2 * 5 * 0.094);
}

Test(bootstrap, is_the_same_every_time_and_another_from_another_seed)
{
	struct bootstrap bootstrap = bootstrap_usual();
	struct interval once, again, other;
	struct seen seen;

	once = limits_of_one(&bootstrap, 50, 2, &seen);
	again = limits_of_one(&bootstrap, 50, 2, &seen);
	cr_assert_eq(memcmp(&once, &again, sizeof(once)), 0);
	bootstrap.seed++;
	other = limits_of_one(&bootstrap, 50, 2, &seen);
	cr_assert(other.lower != once.lower && other.upper != once.upper);
	cr_assert_float_eq(other.lower, once.lower, 2 * 2 * chance);
}

Test(bootstrap, can_draw_more_often)
{
	struct bootstrap bootstrap = bootstrap_usual();
	struct interval limits;
	struct seen seen;

	bootstrap.draws = 250000;
	limits = limits_of_one(&bootstrap, 50, 2, &seen);
	cr_assert_eq(seen.calls, 250000);
	cr_assert_float_eq(limits.lower, 50 - 1.96 * 2, 2 * chance / 5);
	cr_assert_float_eq(limits.upper, 50 + 1.96 * 2, 2 * chance / 5);
}

static void mixture(void *context, const double *drawn, double *out)
{
	(void)context;
	out[0] = drawn[0] + drawn[1] / 4 + drawn[2] / 16;
}

static void mixture_and_values(void *context, const double *drawn, double *out)
{
	mixture(context, drawn, out);
	out[1] = drawn[1];
	out[2] = -drawn[2];
}

static const double three_values[] = { 1, 60, 99 }, three_errors[] = { 1, 2.5, 4 };

/* The generator, the draws and the quantiles written a second time, in another language. */
Test(bootstrap, gives_what_another_program_gives)
{
	struct bootstrap bootstrap = bootstrap_usual();
	struct bootstrap_sample sample = { three_values, three_errors, 3, 1, mixture, NULL };
	double *scratch;
	struct interval limits;

	bootstrap.most = 100;
	scratch = calloc(bootstrap_scratch(&bootstrap, 3, 3), sizeof(*scratch));
	cr_assert_eq(bootstrap_limits(&bootstrap, &sample, scratch, &limits), STATS_OK);
	cr_assert_float_eq(limits.lower, 20.51591381730305, 1e-13);
	cr_assert_float_eq(limits.upper, 24.432169541414428, 1e-13);
	free(scratch);
}

Test(bootstrap, takes_all_statistics_from_the_same_draws)
{
	struct bootstrap bootstrap = bootstrap_usual();
	struct bootstrap_sample sample = { three_values,       three_errors, 3, 3,
					   mixture_and_values, NULL };
	double *scratch = calloc(bootstrap_scratch(&bootstrap, 3, 3), sizeof(*scratch));
	struct interval all[3], one;

	cr_assert_eq(bootstrap_limits(&bootstrap, &sample, scratch, all), STATS_OK);
	sample.statistics = 1;
	sample.work_out = mixture;
	cr_assert_eq(bootstrap_limits(&bootstrap, &sample, scratch, &one), STATS_OK);
	cr_assert_eq(memcmp(&all[0], &one, sizeof(one)), 0);
	cr_assert_float_eq(all[1].lower, 60 - 1.96 * 2.5, 2.5 * chance);
	cr_assert_float_eq(all[2].lower, -99 - 1.96 * 4, 4 * chance);
	cr_assert_float_eq(all[2].upper, -99 + 1.96 * 4, 4 * chance);
	free(scratch);
}

static enum stats_outcome outcome_of(struct bootstrap bootstrap, double value, double error)
{
	struct seen seen = { 0 };
	double values[] = { 5, value }, errors[] = { 1, error };
	struct bootstrap_sample sample = { values, errors, 2, 1, first_value, &seen };
	double *scratch = calloc(3 + 2 * BOOTSTRAP_DRAWS_MOST, sizeof(*scratch));
	struct interval limits = { -7, -7 };
	enum stats_outcome outcome = bootstrap_limits(&bootstrap, &sample, scratch, &limits);

	cr_assert((outcome == STATS_OK) == (limits.lower != -7 && limits.upper != -7));
	free(scratch);
	return outcome;
}

Test(bootstrap, refuses_values_that_cannot_be)
{
	struct bootstrap bootstrap = bootstrap_usual();

	bootstrap.most = 100;
	cr_assert_eq(outcome_of(bootstrap, 100, 1), STATS_OK);
	cr_assert_eq(outcome_of(bootstrap, 100.5, 1), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(bootstrap, -0.5, 1), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(bootstrap, nan(""), 1), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(bootstrap, 50, -1), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(bootstrap, 50, HUGE_VAL), STATS_OUT_OF_RANGE);
}

Test(bootstrap, refuses_settings_that_make_no_sense)
{
	struct bootstrap bootstrap = bootstrap_usual();

	bootstrap.confidence = 95;
	cr_assert_eq(outcome_of(bootstrap, 50, 1), STATS_OUT_OF_RANGE);
	bootstrap = bootstrap_usual();
	bootstrap.draws = 9999;
	cr_assert_eq(outcome_of(bootstrap, 50, 1), STATS_OUT_OF_RANGE);
	bootstrap.draws = BOOTSTRAP_DRAWS_MOST + 1;
	cr_assert_eq(outcome_of(bootstrap, 50, 1), STATS_OUT_OF_RANGE);
}

Test(bootstrap, gives_up_on_errors_that_leave_no_possible_value)
{
	struct bootstrap bootstrap = bootstrap_usual();

	bootstrap.most = 100;
	cr_assert_eq(outcome_of(bootstrap, 50, 1e6), STATS_ERROR_TOO_LARGE);
	/* One of 75 tries is possible, and nearly every one of the other group: one of 38. */
	cr_assert_eq(outcome_of(bootstrap, 50, 3000), STATS_ERROR_TOO_LARGE);
	/* Half of the draws are possible however large the error is, when there is no upper bound. */
	bootstrap.most = HUGE_VAL;
	cr_assert_eq(outcome_of(bootstrap, 50, 1e6), STATS_OK);
	/* A third of the draws is. */
	bootstrap.most = 100;
	cr_assert_eq(outcome_of(bootstrap, 50, 100), STATS_OK);
}

Test(bootstrap, never_draws_what_is_no_number)
{
	struct bootstrap bootstrap = bootstrap_usual();
	struct seen seen;
	struct interval limits = limits_of_one(&bootstrap, 1e308, 1e308, &seen);

	cr_assert(isfinite(seen.most) && isfinite(limits.upper));
}

/* A statistic that is finite; one that is not for some draws, and one for none. */
static void not_always_a_number(void *context, const double *drawn, double *out)
{
	(void)context;
	out[0] = drawn[0];
	out[1] = drawn[0] > 50 ? HUGE_VAL : 0;
}

static void never_a_number(void *context, const double *drawn, double *out)
{
	(void)context;
	out[0] = drawn[0];
	out[1] = -HUGE_VAL;
}

Test(bootstrap, gives_no_limit_that_is_no_number)
{
	struct bootstrap bootstrap = bootstrap_usual();
	double value = 50, error = 1;
	struct bootstrap_sample sample = { &value, &error, 1, 2, not_always_a_number, NULL };
	double *scratch = calloc(bootstrap_scratch(&bootstrap, 1, 2), sizeof(*scratch));
	struct interval limits[2] = { { -7, -7 }, { -7, -7 } };

	cr_assert_eq(bootstrap_limits(&bootstrap, &sample, scratch, limits), STATS_OUT_OF_RANGE);
	sample.work_out = never_a_number;
	cr_assert_eq(bootstrap_limits(&bootstrap, &sample, scratch, limits), STATS_OUT_OF_RANGE);
	cr_assert(limits[0].lower == -7 && limits[0].upper == -7 && limits[1].lower == -7);
	free(scratch);
}
