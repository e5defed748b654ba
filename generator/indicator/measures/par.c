/*
 * par.c - population attributable risk: by how much the whole would change.
 */
#include "indicator/measures/attributable.h"

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	attributable_measure(input, attributable_risk, input->indicator->multiplier, out);
}

const struct measure_method measure_PAR = {
	.source = "Walter (1978), Int J Epidemiol 7:175-182",
	.compute = compute,
};
