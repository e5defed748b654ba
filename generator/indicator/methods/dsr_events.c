/*
 * dsr_events.c - directly standardised rate of events that one person can have several of, such as admissions.
 *
 * They do not come by chance alone: the interval is wider than that of as many events of different people.
 */
#include "indicator/method.h"
#include "indicator/methods/standard_parts.h"

static void compute(const struct method_input *input, struct result *result)
{
	standard_compute(input, result, true);
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	standard_explain(input, result, true, out);
}

static bool exposes(const struct method_input *input, const struct result *result,
		    unsigned decimals)
{
	return standard_exposes(input, result, decimals, true);
}

const struct method method_dsr_events = {
	.name = "dsr-events",
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
