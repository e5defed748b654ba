/*
 * count.c - number of events or people, with a Poisson interval.
 */
#include <math.h>

#include "base/buffer.h"
#include "indicator/explain.h"
#include "indicator/method.h"
#include "stats/rate.h"

static void compute(const struct method_input *input, struct result *result)
{
	/* The count is printed: never from the exact one. */
	double events = result->numerator.number;
	struct estimate estimate = { .value = events }, estimate_95 = { .value = events };

	if (count_limits(events, input->confidence, method_count_rule(input), &estimate.limits) !=
		    STATS_OK ||
	    count_limits(events, 0.95, method_count_rule(input), &estimate_95.limits) != STATS_OK)
		return;
	method_set(result, &estimate, &estimate_95, sqrt(events), input->indicator->multiplier);
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	struct explain_numbers n = { 0 };
	bool exact = count_is_exact(result->numerator.number, method_count_rule(input));
	explain_step(out, "value = count = %s", explain_number(&n, result->numerator.number));
	explain_step(out, "%s limits = %s to %s", exact ? "exact Poisson" : "Byar's",
		     explain_number(&n, result->value.limits.lower),
		     explain_number(&n, result->value.limits.upper));
}

const struct method method_count = {
	.name = "count",
	.is_count = true,
	.interval = "Byar",
	.source = "Breslow and Day (1987), Statistical methods in cancer research II, IARC",
	.compute = compute,
	.explain = explain,
};
