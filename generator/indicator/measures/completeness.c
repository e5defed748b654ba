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

static bool has_unknown_group(const struct classification *classification)
{
	for (size_t i = 0; i < classification->count; i++)
		if (classification->groups[i].kind == GROUP_UNKNOWN)
			return true;
	return false;
}

/* True when records were counted by the classification, and none of them was of its unknown group. */
static bool is_complete(const struct measure_input *input)
{
	return input->counted && input->unknown == NULL && input->count > 0 &&
	       has_unknown_group(input->classification);
}

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	static const struct quantity none = { .state = VALUE_SHOWN };
	const struct quantity *unknown, *all;
	struct explain_numbers n = { 0 };

	out->value = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	if (input->total == NULL || (input->unknown == NULL && !is_complete(input)))
		return;
	unknown = input->unknown == NULL ? &none : records(input, input->unknown);
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
