/*
 * mean.c - the mean that the data give, with Student's interval from the standard deviation beside it.
 *
 * Without a standard deviation it has no limits, unless the data have some: then it is taken as published.
 */
#include "stats/mean.h"

#include <math.h>

#include "base/buffer.h"
#include "indicator/explain.h"
#include "indicator/method.h"

/* Of as many people as may be shown: limits tell how many there were. */
static struct mean_summary summary_of(const struct method_input *input, const struct result *result)
{
	const struct observation *row = method_all_ages(input);

	return (struct mean_summary){
		.count = result->denominator.number,
		.mean = row->value.number,
		.deviation = row->deviation.number,
	};
}

static void compute(const struct method_input *input, struct result *result)
{
	const struct observation *row = method_all_ages(input);
	struct estimate estimate, estimate_95;
	struct mean_summary summary;

	if (row == NULL || !quantity_is_shown(&row->value)) {
		result->value = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
		return;
	}
	summary = summary_of(input, result);
	result->value = (struct value){ .state = VALUE_SHOWN, .estimate = summary.mean };
	if (mean_limits(&summary, input->confidence, &estimate) == STATS_OK &&
	    mean_limits(&summary, 0.95, &estimate_95) == STATS_OK)
		method_set(result, &estimate, &estimate_95, summary.deviation / sqrt(summary.count),
			   1);
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	struct explain_numbers n = { 0 };
	struct mean_summary summary;

	if (!value_is_shown(&result->value) || method_all_ages(input) == NULL)
		return;
	summary = summary_of(input, result);
	explain_step(out, "mean as in the data = %s", explain_number(&n, result->value.estimate));
	if (result->value.limits.known && result->value.coarse)
		explain_step(out,
			     "mean -+ t x standard deviation / sqrt(n), with n = %s = %s to %s",
			     explain_number(&n, summary.count),
			     explain_number(&n, result->value.limits.lower),
			     explain_number(&n, result->value.limits.upper));
	else if (result->value.limits.known)
		explain_step(
			out,
			"mean -+ t x standard deviation / sqrt(n), with %s and n = %s = %s to %s",
			explain_number(&n, summary.deviation), explain_number(&n, summary.count),
			explain_number(&n, result->value.limits.lower),
			explain_number(&n, result->value.limits.upper));
	else
		explain_step(out, summary.count > 1
					  ? "no limits: the data give no standard deviation"
					  : "no limits for a single value");
	explain_step(out, "Source: Student (1908), Biometrika 6:1-25");
}

const struct method method_mean = {
	.name = "mean",
	.interval = "Student",
	.source = "Student (1908), Biometrika 6:1-25",
	.needs_denominator = true,
	.from_value = true,
	.compares = true,
	.compute = compute,
	.explain = explain,
};
