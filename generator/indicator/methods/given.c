/*
 * given.c - value and limits as published, taken as they are. Any method takes a published value in this
 * way when the data have one; this one never computes.
 */
#include "base/buffer.h"
#include "indicator/explain.h"
#include "indicator/method.h"

static void compute(const struct method_input *input, struct result *result)
{
	(void)input;
	result->value = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	const struct observation *row = method_all_ages(input);

	(void)result;
	if (row != NULL && row->records > 0)
		explain_step(out,
			     "median of the numbers of the records; of an even count the mean of "
			     "the two in the middle");
	else
		explain_step(out, "the value is published elsewhere; it is not worked out again");
}

const struct method method_given = {
	.name = "given",
	.interval = "as published",
	.source = "",
	.compares = true,
	.has_trend = true,
	.compute = compute,
	.explain = explain,
};
