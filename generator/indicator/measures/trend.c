/*
 * trend.c - recent trend: a line through the last five yearly figures, and whether it rises or falls.
 *
 * Points: the figure of the period itself, which must be there, and the four latest before it. A year
 *         without a figure and limits that may be shown is passed over as the rule has it; the change in
 *         a year is then one from figure to figure, and marked as uncertain.
 * Limits: none; the rule tests the change at 99.8% and gives it no interval.
 */
#include "stats/trend.h"

#include "indicator/explain.h"
#include "indicator/measure_method.h"
#include "indicator/measures/spread_groups.h"

struct points {
	const struct result *results[TREND_POINTS]; /* oldest first */
	struct estimate estimates[TREND_POINTS];
	struct value state;
};

static bool is_valid(const struct result *result)
{
	return result != NULL && value_is_shown(&result->value) && result->limits_95.known;
}

/* Why there is no trend up to a period without a figure. */
static struct value without_latest(const struct result *latest)
{
	if (latest == NULL)
		return value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	if (value_is_shown(&latest->value))
		return value_without(VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
	return value_without(latest->value.state, latest->value.state == VALUE_SUPPRESSED
							  ? REASON_GROUP_HIDDEN
							  : latest->value.reason);
}

static struct value state_of(const struct measure_input *input, const struct cell_key *key)
{
	if (!input->method->has_trend)
		return value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	if (!period_is_yearly(&input->periods[key->period]))
		return value_without(VALUE_NOT_APPLICABLE, REASON_NOT_YEARLY);
	if (input->series_count == 0 || !is_valid(input->series[0]))
		return without_latest(input->series_count == 0 ? NULL : input->series[0]);
	return (struct value){ .state = VALUE_SHOWN };
}

/* The last five that are valid; fewer leave a state that says so. */
static void collect(const struct measure_input *input, struct points *points)
{
	size_t count = 0, year = 0;

	for (; year < input->series_count && count < TREND_POINTS; year++)
		if (is_valid(input->series[year]))
			points->results[TREND_POINTS - ++count] = input->series[year];
	if (count < TREND_POINTS) {
		points->state = value_without(VALUE_NOT_AVAILABLE, REASON_FEW_YEARS);
		return;
	}
	points->state = measure_state(points->results, TREND_POINTS);
	if (points->state.state == VALUE_SHOWN && year > TREND_POINTS) {
		points->state.state = VALUE_UNRELIABLE;
		points->state.reason = REASON_YEARS_LEFT_OUT;
	}
	for (size_t i = 0; i < TREND_POINTS; i++)
		points->estimates[i] = (struct estimate){ points->results[i]->value.estimate,
							  { points->results[i]->limits_95.lower,
							    points->results[i]->limits_95.upper } };
}

static const char *period_of(const struct measure_input *input, const struct result *result)
{
	return input->periods[result->key.period].code;
}

static void explain(const struct measure_input *input, const struct points *points,
		    const struct trend *trend)
{
	static const char *const directions[] = {
		[TREND_NOT_SIGNIFICANT] = "no clear trend",
		[TREND_INCREASING] = "up",
		[TREND_DECREASING] = "down",
	};
	struct explain_numbers n = { 0 };

	if (input->steps == NULL)
		return;
	measure_step(input, "t, period: value, limits at 95%%, standard error s, weight 1 / s^2");
	for (size_t i = 0; i < TREND_POINTS; i++) {
		const struct estimate *point = &points->estimates[i];
		double error = trend_error(&point->limits);

		measure_step(input, "  %zu, %s: %s, %s to %s, %s, %s", i + 1,
			     period_of(input, points->results[i]), explain_number(&n, point->value),
			     explain_number(&n, point->limits.lower),
			     explain_number(&n, point->limits.upper), explain_number(&n, error),
			     explain_number(&n, 1 / (error * error)));
	}
	measure_step(input, "slope of the weighted line %s, chi-squared %s (clear above %s)",
		     explain_number(&n, trend->slope), explain_number(&n, trend->chi_squared),
		     explain_number(&n, trend_clear_above));
	for (size_t i = 0; i < TREND_POINTS; i++)
		measure_step(input, "  slope without %s: %s", period_of(input, points->results[i]),
			     explain_number(&n, trend->slopes_without[i]));
	measure_step(input, "the trend is: %s", directions[trend->direction]);
}

static enum comparison change_of(const struct trend *trend, const struct value *state)
{
	static const enum comparison changes[] = {
		[TREND_NOT_SIGNIFICANT] = COMPARISON_SIMILAR,
		[TREND_INCREASING] = COMPARISON_HIGHER,
		[TREND_DECREASING] = COMPARISON_LOWER,
	};

	/* Nothing is said of figures from small numbers. */
	if (state->state != VALUE_SHOWN && state->reason != REASON_YEARS_LEFT_OUT)
		return COMPARISON_NONE;
	return changes[trend->direction];
}

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	struct points points;
	struct trend trend;

	out->value = state_of(input, &out->key);
	if (!value_is_shown(&out->value))
		return;
	collect(input, &points);
	out->value = points.state;
	if (!value_is_shown(&out->value))
		return;
	if (trend_recent(points.estimates, TREND_POINTS,
			 polarity_favours(input->indicator->polarity), &trend) != STATS_OK) {
		out->value = value_without(VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
		return;
	}
	out->value.estimate = trend.slope;
	out->change = change_of(&trend, &out->value);
	explain(input, &points, &trend);
}

const struct measure_method measure_TREND = {
	.source = "Fingertips, public health technical guidance on recent trends",
	.compute = compute,
};
