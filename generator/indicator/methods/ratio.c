/*
 * ratio.c - numerator divided by denominator where either can be the larger, such as the activity of a
 * year against that of a baseline year. Both vary by chance in ways the data do not tell: no interval.
 */
#include "base/buffer.h"
#include "indicator/explain.h"
#include "indicator/method.h"

static void compute(const struct method_input *input, struct result *result)
{
	double denominator = method_denominator(input, result);

	if (denominator <= 0) {
		result->value = value_without(VALUE_NOT_AVAILABLE, REASON_ZERO_DENOMINATOR);
		return;
	}
	result->value = (struct value){
		.state = VALUE_SHOWN,
		.estimate = method_numerator(input, result) / denominator *
			    input->indicator->multiplier,
	};
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	struct explain_numbers n = { 0 };

	if (result->value.coarse) {
		explain_step(out,
			     "value = numerator / denominator x %s, from the exact counts = %s",
			     explain_number(&n, input->indicator->multiplier),
			     explain_number(&n, result->value.estimate));
		return;
	}
	explain_step(out, "value = numerator / denominator x %s = %s / %s x %s = %s",
		     explain_number(&n, input->indicator->multiplier),
		     explain_number(&n, method_numerator(input, result)),
		     explain_number(&n, method_denominator(input, result)),
		     explain_number(&n, input->indicator->multiplier),
		     explain_number(&n, result->value.estimate));
}

const struct method method_ratio = {
	.name = "ratio",
	.interval = "",
	.source = "",
	.needs_denominator = true,
	.uses_exact = true,
	.compute = compute,
	.explain = explain,
};
