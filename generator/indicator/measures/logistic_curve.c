#include "indicator/measures/logistic_curve.h"

#include "indicator/explain.h"
#include "stats/slope.h"

/* False with the state when a group has no population. */
static bool collect(const struct measure_input *input, struct logistic_group *groups,
		    struct value *state)
{
	for (size_t i = 0; i < input->count; i++) {
		const struct result *result = input->groups[i];

		if (!measure_people(result, &groups[i].population, state))
			return false;
		groups[i].events = result->value.estimate / input->indicator->multiplier *
				   groups[i].population;
	}
	return true;
}

static struct value refused(enum stats_outcome outcome)
{
	if (outcome == STATS_TOO_FEW_GROUPS)
		return value_without(VALUE_NOT_AVAILABLE, REASON_FEW_GROUPS);
	return value_without(VALUE_NOT_AVAILABLE, REASON_ZERO_EVENTS_IN_GROUP);
}

void logistic_measure(const struct measure_input *input, logistic_figure *figure,
		      struct breakdown_result *out)
{
	bool difference = figure == logistic_difference;
	struct logistic_group groups[SLOPE_GROUPS_MOST];
	struct explain_numbers n = { 0 };
	struct logistic_index index;
	struct logistic_fit fit;
	enum stats_outcome outcome;
	size_t group;

	out->value = measure_state(input->groups, input->count);
	if (!input->method->compares || !indicator_is_percentage(input->indicator))
		out->value = value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	else if (input->count > SLOPE_GROUPS_MOST)
		out->value = value_without(VALUE_NOT_AVAILABLE, REASON_FEW_GROUPS);
	if (!value_is_shown(&out->value) || !collect(input, groups, &out->value))
		return;
	outcome = logistic_fit(groups, input->count, &fit, &group);
	if (outcome == STATS_OK)
		outcome = figure(&fit, input->confidence, &index);
	if (outcome != STATS_OK) {
		out->value = refused(outcome);
		return;
	}
	out->value = measure_value(out->value, &index.estimate,
				   difference ? input->indicator->multiplier : 1);
	out->fitted_most = logistic_fitted(&fit, 0) * input->indicator->multiplier;
	out->fitted_least = logistic_fitted(&fit, 1) * input->indicator->multiplier;
	measure_step(input, "logit at relative rank r: %s + %s (r - %s)",
		     explain_number(&n, fit.level), explain_number(&n, fit.slope),
		     explain_number(&n, fit.centre));
	measure_step(input, "curve at the most deprived end %s, at the least deprived end %s",
		     explain_number(&n, out->fitted_most), explain_number(&n, out->fitted_least));
}
