/*
 * crude_rate.c - events per people or time at risk, with Byar's interval, exact under 10 events.
 */
#include "base/buffer.h"
#include "indicator/explain.h"
#include "indicator/method.h"
#include "stats/gap.h"
#include "stats/rate.h"

static void compute(const struct method_input *input, struct result *result)
{
	double events = method_numerator(input, result);
	double population = method_denominator(input, result);
	struct estimate estimate, estimate_95;
	struct gap_group group;

	if (crude_rate(events, population, input->confidence, method_count_rule(input),
		       &estimate) != STATS_OK ||
	    crude_rate(events, population, 0.95, method_count_rule(input), &estimate_95) !=
		    STATS_OK ||
	    gap_from_rate(events, population, &group) != STATS_OK) {
		result->value = value_without(VALUE_NOT_AVAILABLE, REASON_ZERO_DENOMINATOR);
		return;
	}
	method_set(result, &estimate, &estimate_95, group.error, input->indicator->multiplier);
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	struct explain_numbers n = { 0 };
	double events = method_numerator(input, result);
	double population = method_denominator(input, result);
	struct interval limits;

	if (result->value.coarse)
		explain_step(out, "rate = events / population x %s, from the exact counts = %s",
			     explain_number(&n, input->indicator->multiplier),
			     explain_number(&n, result->value.estimate));
	else
		explain_step(out, "rate = events / population x %s = %s / %s x %s = %s",
			     explain_number(&n, input->indicator->multiplier),
			     explain_number(&n, events), explain_number(&n, population),
			     explain_number(&n, input->indicator->multiplier),
			     explain_number(&n, result->value.estimate));
	if (!result->value.coarse &&
	    count_limits(events, input->confidence, method_count_rule(input), &limits) == STATS_OK)
		explain_step(out, "limits of the count: %s = %s to %s",
			     count_is_exact(events, method_count_rule(input))
				     ? "exact Poisson limits, since there are fewer than 10 events"
			     : input->indicator->byar_below_ten
				     ? "Byar's approximation, as the report asks for all counts"
				     : "Byar's approximation, since there are 10 events or more",
			     explain_number(&n, limits.lower), explain_number(&n, limits.upper));
	explain_step(out, "divided by the population and multiplied = %s to %s",
		     explain_number(&n, result->value.limits.lower),
		     explain_number(&n, result->value.limits.upper));
	explain_step(out,
		     "Source: Breslow and Day (1987), Statistical methods in cancer research II");
}

const struct method method_crude_rate = {
	.name = "crude-rate",
	.interval = "Byar",
	.source = "Breslow and Day (1987), Statistical methods in cancer research II, IARC",
	.needs_denominator = true,
	.is_rate = true,
	.compares = true,
	.has_trend = true,
	.uses_exact = true,
	.compute = compute,
	.explain = explain,
};
