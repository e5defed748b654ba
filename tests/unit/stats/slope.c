#include "stats/slope.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/slopes.h"

enum { NO_GROUP = 777 };

static const struct slope_group rates[] = {
	{ { 20, { 18, 22 } }, 1000 },    { { 17, { 15, 19 } }, 1200 },
	{ { 15, { 13.5, 16.5 } }, 900 }, { { 12, { 10, 14.5 } }, 1100 },
	{ { 9, { 7.5, 11 } }, 1300 },
};

/* Outcome for the groups above as proportions with one of them replaced. */
static enum stats_outcome outcome_with(struct slope_group other, enum slope_model model)
{
	struct slope_group groups[5];
	struct slope_fit fit = { .slope = -7 };
	size_t group = NO_GROUP;
	enum stats_outcome outcome;

	for (size_t i = 0; i < 5; i++) {
		groups[i] = rates[i];
		groups[i].estimate.value /= 100;
		groups[i].estimate.limits.lower /= 100;
		groups[i].estimate.limits.upper /= 100;
	}
	groups[3] = other;
	outcome = slope_fit(groups, 5, model, &fit, &group);
	cr_assert(outcome == STATS_OK ? group == NO_GROUP : group == 3 && fit.slope == -7);
	return outcome;
}

Test(slope, needs_five_to_a_hundred_groups)
{
	struct slope_group groups[101];
	struct slope_fit fit;
	size_t group = NO_GROUP;

	for (size_t i = 0; i < 101; i++)
		groups[i] = rates[i % 5];
	cr_assert_eq(slope_fit(groups, 4, SLOPE_LINEAR, &fit, &group), STATS_TOO_FEW_GROUPS);
	cr_assert_eq(slope_fit(groups, 0, SLOPE_LINEAR, &fit, &group), STATS_TOO_FEW_GROUPS);
	cr_assert_eq(slope_fit(groups, 101, SLOPE_LINEAR, &fit, &group), STATS_TOO_MANY_GROUPS);
	cr_assert_eq(group, NO_GROUP);
	cr_assert_eq(slope_fit(groups, 100, SLOPE_LINEAR, &fit, &group), STATS_OK);
	cr_assert_eq(slope_fit(groups, 5, SLOPE_LINEAR, &fit, &group), STATS_OK);
}

Test(slope, names_the_group_without_people)
{
	struct slope_group empty = { { 0.1, { 0.05, 0.2 } }, 0 }, wrong = empty;

	cr_assert_eq(outcome_with(empty, SLOPE_LINEAR), STATS_ZERO_POPULATION_GROUP);
	wrong.population = -5;
	cr_assert_eq(outcome_with(wrong, SLOPE_LINEAR), STATS_OUT_OF_RANGE);
	wrong.population = nan("");
	cr_assert_eq(outcome_with(wrong, SLOPE_LINEAR), STATS_OUT_OF_RANGE);
}

Test(slope, refuses_a_value_outside_its_limits)
{
	struct slope_group wrong = { { 0.5, { 0.05, 0.2 } }, 1000 };

	cr_assert_eq(outcome_with(wrong, SLOPE_LINEAR), STATS_OUT_OF_RANGE);
	wrong.estimate.value = nan("");
	cr_assert_eq(outcome_with(wrong, SLOPE_LINEAR), STATS_OUT_OF_RANGE);
}

Test(slope, has_no_logarithm_of_a_group_without_events)
{
	struct slope_group none = { { 0, { 0, 0.02 } }, 1000 },
			   low = { { 0.01, { 0, 0.02 } }, 1000 };
	struct slope_group negative = { { 0.01, { -0.01, 0.02 } }, 1000 };

	cr_assert_eq(outcome_with(none, SLOPE_LOG_RATE), STATS_ZERO_EVENTS_IN_GROUP);
	cr_assert_eq(outcome_with(none, SLOPE_LINEAR_RATE), STATS_ZERO_EVENTS_IN_GROUP);
	cr_assert_eq(outcome_with(none, SLOPE_LOGIT_PROPORTION), STATS_ZERO_EVENTS_IN_GROUP);
	cr_assert_eq(outcome_with(low, SLOPE_LOG_RATE), STATS_ZERO_EVENTS_IN_GROUP);
	cr_assert_eq(outcome_with(negative, SLOPE_LOG_RATE), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with(none, SLOPE_LINEAR), STATS_OK);
	cr_assert_eq(outcome_with(negative, SLOPE_LINEAR), STATS_OK);
}

Test(slope, has_no_logit_of_a_group_where_all_have_the_attribute)
{
	struct slope_group all = { { 1, { 0.98, 1 } }, 1000 },
			   percent = { { 98, { 97, 99 } }, 1000 };

	cr_assert_eq(outcome_with(all, SLOPE_LOGIT_PROPORTION), STATS_ALL_EVENTS_IN_GROUP);
	cr_assert_eq(outcome_with(all, SLOPE_LINEAR_PROPORTION), STATS_ALL_EVENTS_IN_GROUP);
	cr_assert_eq(outcome_with(percent, SLOPE_LOGIT_PROPORTION), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with(percent, SLOPE_LOG_RATE), STATS_OK);
}

Test(slope, finds_an_exact_line)
{
	static const double populations[] = { 210, 160.5, 340, 120, 169.5 };
	struct slope_group groups[5];
	struct estimate index, relative;
	struct slope_fit fit;
	double before = 0;

	/* 80 at the most deprived end, 84 at the least, known without error. */
	for (size_t i = 0; i < 5; i++) {
		double value = 80 + 4 * (before + populations[i] / 2) / 1000;

		groups[i] = (struct slope_group){ { value, { value, value } }, populations[i] };
		before += populations[i];
	}
	fit = slope_fit_of(groups, 5, SLOPE_LINEAR);
	cr_assert_float_eq(slope_fitted(&fit, 0), 80, 1e-12);
	cr_assert_float_eq(slope_fitted(&fit, 0.5), 82, 1e-12);
	cr_assert_float_eq(slope_fitted(&fit, 1), 84, 1e-12);
	cr_assert_eq(slope_index(&fit, 0.95, 1, &index), STATS_OK);
	cr_assert_eq(slope_relative_index(&fit, 0.95, 1, &relative), STATS_OK);
	cr_assert_float_eq(index.value, 4, 1e-12);
	cr_assert_float_eq(index.limits.lower, 4, 1e-12);
	cr_assert_float_eq(relative.value, 1.05, 1e-13);
	cr_assert_float_eq(relative.limits.lower, 1.05, 1e-13);
	cr_assert_float_eq(relative.limits.upper, 1.05, 1e-13);
}

Test(slope, draws_a_curve_where_the_scale_is_not_linear)
{
	struct slope_fit fit = slope_fit_of(rates, 5, SLOPE_LOG_RATE);
	double middle = slope_fitted(&fit, 0.5);

	cr_assert_float_eq(middle * middle, slope_fitted(&fit, 0) * slope_fitted(&fit, 1), 1e-10);
}

Test(slope, indices_need_a_confidence_and_a_multiplier)
{
	struct slope_fit fit = slope_fit_of(rates, 5, SLOPE_LINEAR);
	struct estimate out = { .value = -7 };
	double value = -7;

	cr_assert_eq(slope_index(&fit, 95, 1, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(slope_index(&fit, 0.95, 0, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(slope_index(&fit, 0.95, HUGE_VAL, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(slope_relative_index(&fit, 0, 1, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(slope_relative_index(&fit, 0.95, nan(""), &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(slope_relative_index_value(&fit, 0, &value), STATS_OUT_OF_RANGE);
	cr_assert(out.value == -7 && value == -7);
}

/* Straight lines by their fitted ends, each with a standard error of 1. */
static struct slope_fit line(double start, double end)
{
	return (struct slope_fit){
		.model = SLOPE_LINEAR,
		.intercept = start,
		.slope = end - start,
		.slope_variance = 2,
		.start_variance = 1,
		.end_variance = 1,
	};
}

Test(slope, relative_index_is_unbounded_where_it_may_divide_by_zero)
{
	struct slope_fit low_start = line(1, 50), low_end = line(50, 1), none = line(0, 50);
	struct estimate out = { .value = -7 };
	double value = -7;

	cr_assert_eq(slope_relative_index(&low_start, 0.95, 1, &out), STATS_UNBOUNDED);
	cr_assert_eq(slope_relative_index(&low_end, 0.95, -1, &out), STATS_UNBOUNDED);
	cr_assert_eq(slope_relative_index(&none, 0.95, 1, &out), STATS_UNBOUNDED);
	cr_assert_eq(slope_relative_index_value(&none, 1, &value), STATS_ZERO_COMPARATOR);
	cr_assert(out.value == -7 && value == -7);
	/* Without limits there is a figure as long as the divisor is not 0 itself. */
	cr_assert_eq(slope_relative_index_value(&low_start, 1, &value), STATS_OK);
	cr_assert_float_eq(value, 50, 1e-13);
	cr_assert_eq(slope_relative_index_value(&none, -1, &value), STATS_OK);
	cr_assert_eq(value, 0);
	/* The other way round the divisor is far from 0. */
	cr_assert_eq(slope_relative_index(&low_start, 0.95, -1, &out), STATS_OK);
	cr_assert_float_eq(out.value, 0.02, 1e-15);
	cr_assert_eq(slope_relative_index(&low_end, 0.95, 1, &out), STATS_OK);
	cr_assert(out.limits.lower < 0 && out.limits.upper > 0.02);
}

Test(slope, no_gradient_is_exactly_zero)
{
	struct slope_group groups[5];
	struct estimate out;
	struct slope_fit fit;

	for (size_t i = 0; i < 5; i++) {
		groups[i] = rates[i];
		groups[i].estimate = (struct estimate){ 0.5, { 0.4, 0.6 } };
	}
	for (enum slope_model model = SLOPE_LINEAR; model <= SLOPE_LOGIT_PROPORTION; model++) {
		fit = slope_fit_of(groups, 5, model);
		slope_index(&fit, 0.95, -1, &out);
		cr_assert_float_eq(out.value, 0, 1e-16);
		cr_assert_float_eq(out.limits.lower, -out.limits.upper, 1e-15);
		slope_relative_index(&fit, 0.95, -1, &out);
		cr_assert_float_eq(out.value, 1, 1e-15);
	}
}

Test(slope, turned_upside_down_below_zero_keeps_its_ratio)
{
	struct slope_fit above = line(50, 40), below = line(-50, -40);
	struct estimate up, down;

	cr_assert_eq(slope_relative_index(&above, 0.95, -1, &up), STATS_OK);
	cr_assert_eq(slope_relative_index(&below, 0.95, -1, &down), STATS_OK);
	cr_assert_float_eq(up.value, down.value, 1e-15);
	cr_assert_float_eq(up.limits.lower, down.limits.lower, 1e-15);
	cr_assert_float_eq(up.limits.upper, down.limits.upper, 1e-15);
}

Test(slope, relative_index_far_from_zero_has_the_limits_of_the_delta_method)
{
	struct slope_fit fit = line(50000, 40000);
	struct estimate out;
	double error = 0.8 * hypot(1 / 50000.0, 1 / 40000.0);

	cr_assert_eq(slope_relative_index(&fit, 0.95, 1, &out), STATS_OK);
	cr_assert_float_eq(out.limits.lower, 0.8 - 1.959964 * error, 1e-8);
	cr_assert_float_eq(out.limits.upper, 0.8 + 1.959964 * error, 1e-8);
}

/* From its two ends, the same line as the one that was fitted. */
Test(slope, a_line_between_its_ends_is_the_one_that_was_fitted)
{
	static const enum slope_model models[] = { SLOPE_LINEAR, SLOPE_LINEAR_RATE,
						   SLOPE_LOG_RATE };

	for (size_t m = 0; m < 3; m++) {
		struct slope_fit fit = slope_fit_of(rates, 5, models[m]);
		struct slope_fit again =
			slope_line(models[m], slope_fitted(&fit, 0), slope_fitted(&fit, 1));

		for (int i = 0; i <= 10; i++)
			cr_assert_float_eq(slope_fitted(&again, i / 10.0),
					   slope_fitted(&fit, i / 10.0), 1e-12);
	}
}

Test(slope, a_line_of_logarithms_has_the_geometric_mean_in_its_middle)
{
	struct slope_fit logarithms = slope_line(SLOPE_LOG_RATE, 0.09, 0.01);
	struct slope_fit straight = slope_line(SLOPE_LINEAR, 0.09, 0.01);
	struct slope_fit logits = slope_line(SLOPE_LOGIT_PROPORTION, 0.8, 0.2);

	cr_assert_float_eq(slope_fitted(&logarithms, 0.5), 0.03, 1e-15);
	cr_assert_float_eq(slope_fitted(&straight, 0.5), 0.05, 1e-15);
	/* Odds of 4 and 1/4: 1 in the middle. */
	cr_assert_float_eq(slope_fitted(&logits, 0.5), 0.5, 1e-15);
	cr_assert_float_eq(slope_fitted(&logits, 0.25), 2.0 / 3, 1e-15);
}

Test(slope, refuses_values_and_populations_too_large_to_work_with)
{
	struct slope_group groups[5];
	struct slope_fit fit = { .slope = -7 };
	size_t group = NO_GROUP;

	for (size_t i = 0; i < 5; i++)
		groups[i] = rates[i];
	groups[3].estimate = (struct estimate){ 1e200, { 0, 1e200 } };
	cr_assert_eq(slope_fit(groups, 5, SLOPE_LINEAR, &fit, &group), STATS_OUT_OF_RANGE);
	cr_assert_eq(group, 0);
	groups[3] = rates[3];
	groups[2].population = groups[4].population = 1e308;
	group = NO_GROUP;
	cr_assert_eq(slope_fit(groups, 5, SLOPE_LINEAR, &fit, &group), STATS_OUT_OF_RANGE);
	cr_assert(group == 0 && fit.slope == -7);
}

Test(slope, is_unbounded_where_no_number_holds_the_end_of_the_line)
{
	struct slope_fit steep = { .model = SLOPE_LOG_RATE, .slope = 800 };
	struct slope_fit unsure = { .model = SLOPE_LOG_RATE, .slope_variance = 1e6 };
	struct estimate out = { .value = -7 };
	double value = -7;

	cr_assert_eq(slope_index(&steep, 0.95, 1, &out), STATS_UNBOUNDED);
	cr_assert_eq(slope_relative_index(&steep, 0.95, 1, &out), STATS_UNBOUNDED);
	cr_assert_eq(slope_relative_index_value(&steep, 1, &value), STATS_UNBOUNDED);
	cr_assert_eq(slope_index(&unsure, 0.95, 1, &out), STATS_UNBOUNDED);
	cr_assert_eq(slope_relative_index(&unsure, 0.95, 1, &out), STATS_UNBOUNDED);
	cr_assert(out.value == -7 && value == -7);
	cr_assert_eq(slope_relative_index_value(&unsure, 1, &value), STATS_OK);
	cr_assert_eq(value, 1);
}
