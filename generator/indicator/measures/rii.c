/*
 * rii.c - relative index of inequality.
 */
#include "indicator/measures/logistic_curve.h"
#include "indicator/measures/slope_line.h"

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	double direction = measure_slope_turned(input) ? 1 : -1;
	struct estimate relative;
	enum stats_outcome outcome;
	struct slope_fit fit;

	if (input->choice->transform == TRANSFORM_LOGISTIC) {
		logistic_measure(input, logistic_ratio, out);
		if (value_is_shown(&out->value) && !measure_slope_turned(input))
			out->value = measure_inverted(out->value);
		return;
	}
	if (!measure_slope(input, out, &fit))
		return;
	outcome = slope_relative_index(&fit, input->confidence, direction, &relative);
	if (outcome == STATS_OK)
		out->value = measure_value(out->value, &relative, 1);
	else if (slope_relative_index_value(&fit, direction, &out->value.estimate) != STATS_OK)
		out->value = value_without(VALUE_NOT_AVAILABLE, REASON_ZERO_COMPARATOR);
	/* A line that crosses 0 between its ends has a ratio that says nothing. */
	if (value_is_shown(&out->value) && out->value.estimate <= 0)
		out->value = value_without(VALUE_NOT_AVAILABLE, REASON_ZERO_COMPARATOR);
}

const struct measure_method measure_RII = {
	.source =
		"Low and Low (2004), J Public Health 26:388-395; interval of a straight line by Fieller "
		"(1954), J R Stat Soc B 16:175-185",
	.needs_order = true,
	.compute = compute,
};
