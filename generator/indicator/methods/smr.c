/*
 * smr.c - indirectly standardised ratio (such as the SMR): observed over expected events.
 */
#include "indicator/method.h"
#include "indicator/methods/indirect_parts.h"

static void compute(const struct method_input *input, struct result *result)
{
	indirect_compute(input, result, indirect_ratio);
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	indirect_explain(input, result, false, out);
}

const struct method method_smr = {
	.name = "smr",
	.interval = "Byar",
	.source = "Breslow and Day (1987), Statistical methods in cancer research II, IARC",
	.needs_denominator = true,
	.standardised = true,
	.indirect = true,
	.from_ages = true,
	.compares = true,
	.uses_exact = true,
	.compute = compute,
	.explain = explain,
};
