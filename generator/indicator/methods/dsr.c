/*
 * dsr.c - directly standardised rate, with Dobson's interval.
 */
#include "indicator/method.h"
#include "indicator/methods/standard_parts.h"

static void compute(const struct method_input *input, struct result *result)
{
	standard_compute(input, result, false);
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	standard_explain(input, result, false, out);
}

static bool exposes(const struct method_input *input, const struct result *result,
		    unsigned decimals)
{
	return standard_exposes(input, result, decimals, false);
}

const struct method method_dsr = {
	.name = "dsr",
	.interval = "Dobson",
	.source =
		"Dobson et al. (1991), Stat Med 10:457-462; not below 10 events: Morris et al. (2018), "
		"Popul Health Metr 16:18",
	.needs_denominator = true,
	.standardised = true,
	.from_ages = true,
	.is_rate = true,
	.compares = true,
	.has_trend = true,
	.uses_exact = true,
	.compute = compute,
	.explain = explain,
	.exposes = exposes,
};
