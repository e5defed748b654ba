/*
 * sii.c - slope index of inequality.
 */
#include "indicator/measures/logistic_curve.h"
#include "indicator/measures/slope_line.h"

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	double multiplier = input->indicator->multiplier;
	struct estimate slope;
	struct slope_fit fit;

	if (input->choice->transform == TRANSFORM_LOGISTIC) {
		logistic_measure(input, logistic_difference, out);
		if (value_is_shown(&out->value) && !measure_slope_turned(input))
			out->value = measure_turned(out->value);
		return;
	}
	if (!measure_slope(input, out, &fit))
		return;
	/* A negative multiplier makes the index that of the most less the least deprived. */
	if (slope_index(&fit, input->confidence,
			measure_slope_turned(input) ? multiplier : -multiplier, &slope) == STATS_OK)
		out->value = measure_value(out->value, &slope, 1);
	else
		out->value = value_without(VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
}

const struct measure_method measure_SII = {
	.source =
		"Low and Low (2004), J Public Health 26:388-395; interval in closed form, the limit of "
		"the usual simulation for many draws",
	.needs_order = true,
	.compute = compute,
};
