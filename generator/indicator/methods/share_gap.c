/*
 * share_gap.c - a group's share of all numerators less its share of all denominators: 0 when the group is
 * reached in proportion to its need.
 */
#include "base/buffer.h"
#include "indicator/explain.h"
#include "indicator/method.h"

static void compute(const struct method_input *input, struct result *result)
{
	const struct result *total = input->total;

	if (result->key.group == GROUP_ALL) {
		result->value = value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
		return;
	}
	if (total == NULL || !quantity_is_shown(&total->numerator) ||
	    !quantity_is_shown(&total->denominator) || total->numerator.number <= 0 ||
	    total->denominator.number <= 0) {
		result->value = value_without(VALUE_NOT_AVAILABLE, REASON_NO_TOTAL);
		return;
	}
	result->value = (struct value){
		.state = VALUE_SHOWN,
		.estimate = (result->numerator.number / total->numerator.number -
			     result->denominator.number / total->denominator.number) *
			    input->indicator->multiplier,
	};
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	struct explain_numbers n = { 0 };

	explain_step(out, "share of numerators = %s / %s",
		     explain_number(&n, result->numerator.number),
		     explain_number(&n, input->total->numerator.number));
	explain_step(out, "share of denominators = %s / %s",
		     explain_number(&n, result->denominator.number),
		     explain_number(&n, input->total->denominator.number));
	explain_step(out, "difference x %s = %s", explain_number(&n, input->indicator->multiplier),
		     explain_number(&n, result->value.estimate));
}

const struct method method_share_gap = {
	.name = "share-gap",
	.in_points = true,
	.interval = "",
	.source = "",
	.needs_denominator = true,
	.compute = compute,
	.explain = explain,
};
