/*
 * theil_index.c - Theil index, which counts most what happens in groups above the mean.
 */
#include "indicator/measures/spread_groups.h"
#include "stats/entropy.h"

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	struct spread_groups spread = spread_open(input);
	enum stats_outcome outcome = STATS_OK;
	struct entropy found = { 0 };

	if (value_is_shown(&spread.state)) {
		spread_explain(input, &spread);
		outcome = theil_index(&spread.groups, input->confidence, &found);
	}
	spread_set(&spread, outcome, &found.estimate, out);
	spread_not_below_zero(&out->value);
	spread_close(&spread);
}

const struct measure_method measure_THEIL_INDEX = {
	.source =
		"Theil (1967), Economics and Information Theory; Schlotheuber and Hosseinpoor (2022), Int J "
		"Environ Res Public Health 19:3697",
	.compute = compute,
};
