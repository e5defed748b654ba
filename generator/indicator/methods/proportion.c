/*
 * proportion.c - numerator out of denominator, with Wilson's interval.
 */
#include "stats/proportion.h"
#include "base/buffer.h"
#include "indicator/explain.h"
#include "indicator/method.h"
#include "stats/gap.h"
#include "stats/normal.h"

static void compute(const struct method_input *input, struct result *result)
{
	double numerator = method_numerator(input, result);
	double denominator = method_denominator(input, result);
	struct estimate estimate, estimate_95;
	struct gap_group group;

	/* Rounding can put a part above its whole by less than one step. */
	if (input->from_disclosed && numerator > denominator)
		numerator = denominator;
	if (proportion(numerator, denominator, input->confidence, &estimate) != STATS_OK ||
	    proportion(numerator, denominator, 0.95, &estimate_95) != STATS_OK ||
	    gap_from_proportion(numerator, denominator, &group) != STATS_OK) {
		result->value = value_without(VALUE_NOT_AVAILABLE, REASON_ZERO_DENOMINATOR);
		return;
	}
	method_set(result, &estimate, &estimate_95, group.error, input->indicator->multiplier);
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	struct explain_numbers n = { 0 };
	double x = method_numerator(input, result), d = method_denominator(input, result);
	double z = normal_deviate(input->confidence);

	if (result->value.coarse)
		explain_step(out, "p = numerator / denominator, from the exact counts");
	else
		explain_step(out, "p = numerator / denominator = %s / %s = %s",
			     explain_number(&n, x), explain_number(&n, d),
			     explain_number(&n, x / d));
	explain_step(out, "value = p x %s = %s", explain_number(&n, input->indicator->multiplier),
		     explain_number(&n, result->value.estimate));
	explain_step(out, "Wilson's limits, z = %s:", explain_number(&n, z));
	explain_step(
		out,
		"(2 x + z^2 -+ z sqrt(z^2 + 4 x (1 - p))) / (2 (n + z^2)), multiplied = %s to %s",
		explain_number(&n, result->value.limits.lower),
		explain_number(&n, result->value.limits.upper));
	explain_step(out, "Source: Wilson (1927), J Am Stat Assoc 22:209-212");
}

const struct method method_proportion = {
	.name = "proportion",
	.interval = "Wilson",
	.source = "Wilson (1927), J Am Stat Assoc 22:209-212",
	.needs_denominator = true,
	.is_share = true,
	.compares = true,
	.has_trend = true,
	.uses_exact = true,
	.compute = compute,
	.explain = explain,
};
