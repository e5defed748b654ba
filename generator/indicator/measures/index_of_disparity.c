/*
 * index_of_disparity.c - how far groups lie from their mean on average, in per cent of it.
 */
#include "indicator/measures/disparity_measure.h"

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	const struct disparity_settings settings = { .reference = DISPARITY_NO_REFERENCE };
	struct spread_groups spread = spread_open(input);

	out->value = spread.state;
	if (value_is_shown(&spread.state)) {
		spread_explain(input, &spread);
		disparity_measure(input, &spread,
				  input->choice->unweighted ? DISPARITY_INDEX
							    : DISPARITY_INDEX_WEIGHTED,
				  &settings, out);
	}
	spread_close(&spread);
}

const struct measure_method measure_INDEX_OF_DISPARITY = {
	.source =
		"Pearcy and Keppel (2002), Public Health Rep 117:273-280; Efron and Tibshirani (1993), An "
		"Introduction to the Bootstrap",
	.draws = true,
	.compute = compute,
};
