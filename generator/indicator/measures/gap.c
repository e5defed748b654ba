/*
 * gap.c - difference of two groups, with limits put together from those of both.
 */
#include "stats/gap.h"
#include "indicator/explain.h"
#include "indicator/measure_method.h"

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	const struct result *pair[] = { input->first, input->second };
	struct explain_numbers n = { 0 };
	struct estimate first, second, gap;

	out->value = measure_state(pair, 2);
	if (!value_is_shown(&out->value))
		return;
	first = measure_estimate(&input->first->value, 1);
	second = measure_estimate(&input->second->value, 1);
	measure_step(input, "%s: %s; %s: %s", measure_group_label(input, input->first),
		     explain_number(&n, first.value), measure_group_label(input, input->second),
		     explain_number(&n, second.value));
	if (input->turned)
		measure_step(input, "higher is better: the second less the first");
	out->value.estimate = (first.value - second.value) * (input->turned ? -1 : 1);
	if (!input->first->value.limits.known || !input->second->value.limits.known ||
	    gap_difference(&first, &second, &gap) != STATS_OK)
		return;
	out->value = measure_value(out->value, &gap, input->turned ? -1 : 1);
	if (input->second->key.group < 0)
		measure_step(input, "all together hold the group itself; limits take the two as "
				    "independent, and are rather too wide");
	measure_step(input, "limits from those of both: %s to %s and %s to %s",
		     explain_number(&n, first.limits.lower), explain_number(&n, first.limits.upper),
		     explain_number(&n, second.limits.lower),
		     explain_number(&n, second.limits.upper));
}

const struct measure_method measure_GAP = {
	.source =
		"Newcombe (1998), Stat Med 17:873-890, method 10; Zou and Donner (2008), Stat Med "
		"27:1693-1702",
	.compute = compute,
};
