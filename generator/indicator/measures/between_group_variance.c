/*
 * between_group_variance.c - variance of the groups about their mean, each counted by its population.
 */
#include "indicator/measures/spread_groups.h"

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	struct spread_groups spread = spread_open(input);
	struct between_estimate found = { 0 };
	enum stats_outcome outcome = STATS_OK;

	if (value_is_shown(&spread.state)) {
		spread_explain(input, &spread);
		outcome = between_group_variance(&spread.groups, input->confidence, &found);
	}
	spread_set(&spread, outcome, &found, out);
	spread_not_below_zero(&out->value);
	spread_close(&spread);
}

const struct measure_method measure_BETWEEN_GROUP_VARIANCE = {
	.source = "Schlotheuber and Hosseinpoor (2022), Int J Environ Res Public Health 19:3697",
	.compute = compute,
};
