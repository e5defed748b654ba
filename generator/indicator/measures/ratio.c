/*
 * ratio.c - value of one group divided by that of another, with limits even on the log scale.
 */
#include "indicator/measures/ratio.h"

#include "indicator/explain.h"
#include "stats/gap.h"

struct value measure_ratio(const struct measure_input *input)
{
	const struct result *pair[] = { input->first, input->second };
	struct value value = measure_state(pair, 2);
	struct explain_numbers n = { 0 };
	struct gap_group first, second;
	struct estimate ratio;

	if (!value_is_shown(&value))
		return value;
	if (!input->method->compares || pair[0]->value.estimate < 0 || pair[1]->value.estimate < 0)
		return value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	if (gap_ratio_value(pair[0]->value.estimate, pair[1]->value.estimate, &value.estimate) !=
	    STATS_OK)
		return value_without(VALUE_NOT_AVAILABLE, REASON_ZERO_COMPARATOR);
	measure_step(input, "%s: %s; %s: %s", measure_group_label(input, pair[0]),
		     explain_number(&n, pair[0]->value.estimate),
		     measure_group_label(input, pair[1]),
		     explain_number(&n, pair[1]->value.estimate));
	measure_step(input, "ratio %s", explain_number(&n, value.estimate));
	if (!measure_ratio_error(input, pair[0], &first) ||
	    !measure_ratio_error(input, pair[1], &second) ||
	    gap_ratio(&first, &second, input->confidence, &ratio) != STATS_OK)
		return value;
	measure_step(input, "standard errors %s and %s", explain_number(&n, first.error),
		     explain_number(&n, second.error));
	if (pair[1]->key.group < 0)
		measure_step(input, "all together hold the group itself; limits take the two as "
				    "independent, and are rather too wide");
	return measure_value(value, &ratio, 1);
}

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	out->value = measure_ratio(input);
}

const struct measure_method measure_RATIO = {
	.source = "Katz et al. (1978), Biometrics 34:469-474, for percentages",
	.compute = compute,
};
