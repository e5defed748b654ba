/*
 * completeness.c - of how many records the group is known.
 */
#include "indicator/explain.h"
#include "indicator/measure_method.h"

/* Records are counted by the denominator where it comes with them, otherwise by the numerator. */
static const struct quantity *records(const struct measure_input *input,
				      const struct result *result)
{
	return input->method->is_share && input->indicator->denominator_source[0] == '\0'
		       ? &result->denominator
		       : &result->numerator;
}

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	const struct quantity *unknown, *all;
	struct explain_numbers n = { 0 };

	out->value = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	if (input->unknown == NULL || input->total == NULL)
		return;
	unknown = records(input, input->unknown);
	all = records(input, input->total);
	if (!quantity_is_shown(unknown)) {
		out->value = unknown->state == VALUE_SUPPRESSED
				     ? value_without(VALUE_SUPPRESSED, REASON_GROUP_HIDDEN)
				     : value_without(unknown->state, REASON_NO_NUMERATOR);
		return;
	}
	if (!quantity_is_shown(all) || all->number <= 0 || unknown->number > all->number) {
		out->value = value_without(VALUE_NOT_AVAILABLE, REASON_NO_TOTAL);
		return;
	}
	out->value = (struct value){ .state = VALUE_SHOWN,
				     .estimate = 100 * (1 - unknown->number / all->number) };
	measure_step(input, "records %s, of unknown group %s", explain_number(&n, all->number),
		     explain_number(&n, unknown->number));
}

const struct measure_method measure_COMPLETENESS = {
	.source = "",
	.of_counts = true,
	.compute = compute,
};
