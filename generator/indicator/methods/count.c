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
	double events = method_numerator(input, result);
	struct estimate estimate = { .value = events }, estimate_95 = { .value = events };

	if (count_limits(events, input->confidence, COUNT_EXACT_BELOW_TEN, &estimate.limits) !=
		    STATS_OK ||
	    count_limits(events, 0.95, COUNT_EXACT_BELOW_TEN, &estimate_95.limits) != STATS_OK)
		return;
	method_set(result, &estimate, &estimate_95, sqrt(events), input->indicator->multiplier);
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	struct explain_numbers n = { 0 };

	explain_step(out, "value = count = %s",
		     explain_number(&n, method_numerator(input, result)));
	explain_step(out, "Poisson limits = %s to %s",
		     explain_number(&n, result->value.limits.lower),
		     explain_number(&n, result->value.limits.upper));
}

const struct method method_count = {
	.name = "count",
	.is_count = true,
	.interval = "Byar",
	.compute = compute,
	.explain = explain,
};
