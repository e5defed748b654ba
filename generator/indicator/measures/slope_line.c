#include "indicator/measures/slope_line.h"

#include <math.h>

#include "indicator/explain.h"
#include "stats/normal.h"

static struct value without_line(enum stats_outcome outcome)
{
	if (outcome == STATS_TOO_FEW_GROUPS)
		return value_without(VALUE_NOT_AVAILABLE, REASON_FEW_GROUPS);
	if (outcome == STATS_ZERO_EVENTS_IN_GROUP)
		return value_without(VALUE_NOT_AVAILABLE, REASON_ZERO_EVENTS_IN_GROUP);
	if (outcome == STATS_ALL_EVENTS_IN_GROUP)
		return value_without(VALUE_NOT_AVAILABLE, REASON_ALL_EVENTS_IN_GROUP);
	/* A scale for figures that cannot be below 0, or above 100%, and these are. */
	return value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
}

/* Published figures per 1,000 and the like are rates; those per one are means, years, ratios. */
static bool is_rate(const struct indicator *indicator, const struct method *method)
{
	return method->is_rate || method->indirect ||
	       (indicator->multiplier > 1 && !indicator_is_percentage(indicator));
}

enum measure_transform measure_slope_transform(const struct indicator *indicator,
					       const struct method *method,
					       enum measure_transform transform)
{
	if (transform != TRANSFORM_BY_METHOD)
		return transform;
	if (is_rate(indicator, method))
		return TRANSFORM_LOG;
	return indicator_is_percentage(indicator) ? TRANSFORM_LOGIT : TRANSFORM_NONE;
}

enum slope_model measure_slope_model(const struct indicator *indicator, const struct method *method,
				     enum measure_transform transform)
{
	enum measure_transform chosen = measure_slope_transform(indicator, method, transform);

	if (chosen == TRANSFORM_LOG)
		return SLOPE_LOG_RATE;
	if (chosen == TRANSFORM_LOGIT || chosen == TRANSFORM_LOGISTIC)
		return SLOPE_LOGIT_PROPORTION;
	if (is_rate(indicator, method))
		return SLOPE_LINEAR_RATE;
	return indicator_is_percentage(indicator) ? SLOPE_LINEAR_PROPORTION : SLOPE_LINEAR;
}

bool measure_slope_turned(const struct measure_input *input)
{
	return input->choice->raw || input->turned;
}

/* False with the state of the measure when a group lacks limits or a population. */
static bool collect(const struct measure_input *input, struct slope_group *groups,
		    struct value *state)
{
	double multiplier = input->indicator->multiplier;

	for (size_t i = 0; i < input->count; i++) {
		const struct result *result = input->groups[i];

		if (!result->limits_95.known) {
			*state = value_without(VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
			return false;
		}
		if (!measure_people(result, &groups[i].population, state))
			return false;
		groups[i].estimate = (struct estimate){ result->value.estimate / multiplier,
							{ result->limits_95.lower / multiplier,
							  result->limits_95.upper / multiplier } };
	}
	return true;
}

/* What the limits of both indices are worked out from. */
static void explain_limits(const struct measure_input *input, const struct slope_fit *fit)
{
	double half = normal_deviate(input->confidence) * sqrt(fit->slope_variance);
	struct explain_numbers n = { 0 };

	if (fit->model == SLOPE_LOG_RATE || fit->model == SLOPE_LOGIT_PROPORTION) {
		measure_step(input,
			     "limits: of lines with the same middle and the slopes %s and %s",
			     explain_number(&n, fit->slope - half),
			     explain_number(&n, fit->slope + half));
		return;
	}
	measure_step(
		input,
		"limits: slopes %s and %s; of the relative index by Fieller, variances of the ends "
		"%s and %s, covariance %s",
		explain_number(&n, fit->slope - half), explain_number(&n, fit->slope + half),
		explain_number(&n, fit->start_variance), explain_number(&n, fit->end_variance),
		explain_number(&n, fit->covariance));
}

static void explain_departures(const struct measure_input *input, const struct slope_group *groups,
			       const struct slope_fit *fit)
{
	size_t furthest = 0, off = slope_departures(fit, groups, input->count, &furthest);

	if (off > 0)
		measure_step(
			input,
			"groups between the ends that lie off the line by more than 3 standard "
			"errors: %zu, furthest %s",
			off, measure_group_label(input, input->groups[furthest]));
}

static void explain(const struct measure_input *input, const struct slope_group *groups,
		    const struct slope_fit *fit)
{
	static const char *const scales[] = {
		[SLOPE_LINEAR] = "the values",
		[SLOPE_LINEAR_RATE] = "the values",
		[SLOPE_LINEAR_PROPORTION] = "the values",
		[SLOPE_LOG_RATE] = "the logarithms of the values",
		[SLOPE_LOGIT_PROPORTION] = "the logits of the values, ln(p / (1 - p))",
	};
	double before = 0, all = 0;
	struct explain_numbers n = { 0 };

	if (input->steps == NULL)
		return;
	for (size_t i = 0; i < input->count; i++)
		all += groups[i].population;
	measure_step(input, "group: value, limits at 95%%, population, relative rank");
	for (size_t i = 0; i < input->count; i++) {
		const struct result *result = input->groups[i];

		measure_step(input, "  %s: %s, %s to %s, %s, %s",
			     measure_group_label(input, result),
			     explain_number(&n, result->value.estimate),
			     explain_number(&n, result->limits_95.lower),
			     explain_number(&n, result->limits_95.upper),
			     explain_number(&n, groups[i].population),
			     explain_number(&n, (before + groups[i].population / 2) / all));
		before += groups[i].population;
	}
	measure_step(input, "weighted straight line through %s, per one person",
		     scales[fit->model]);
	measure_step(input, "at rank r: %s + %s r; variance of the slope %s",
		     explain_number(&n, fit->intercept), explain_number(&n, fit->slope),
		     explain_number(&n, fit->slope_variance));
	explain_limits(input, fit);
	explain_departures(input, groups, fit);
}

bool measure_slope(const struct measure_input *input, struct breakdown_result *out,
		   struct slope_fit *fit)
{
	double multiplier = input->indicator->multiplier;
	struct slope_group groups[SLOPE_GROUPS_MOST];
	struct explain_numbers n = { 0 };
	enum stats_outcome outcome;
	size_t group;

	out->value = input->method->compares
			     ? measure_state(input->groups, input->count)
			     : value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	if (value_is_shown(&out->value) && input->count > SLOPE_GROUPS_MOST)
		out->value = value_without(VALUE_NOT_AVAILABLE, REASON_FEW_GROUPS);
	if (!value_is_shown(&out->value) || !collect(input, groups, &out->value))
		return false;
	outcome = slope_fit(
		groups, input->count,
		measure_slope_model(input->indicator, input->method, input->choice->transform), fit,
		&group);
	if (outcome != STATS_OK) {
		out->value = without_line(outcome);
		return false;
	}
	out->fitted_most = slope_fitted(fit, 0) * multiplier;
	out->fitted_least = slope_fitted(fit, 1) * multiplier;
	explain(input, groups, fit);
	measure_step(input, "line at the most deprived end %s, at the least deprived end %s",
		     explain_number(&n, out->fitted_most), explain_number(&n, out->fitted_least));
	if (input->choice->raw)
		measure_step(input, "sign as fitted: the least less the most deprived end");
	else
		measure_step(input, input->turned ? "higher is better: the least less the most "
						    "deprived end"
						  : "the most less the least deprived end");
	return true;
}
