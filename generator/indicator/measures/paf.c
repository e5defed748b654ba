/*
 * paf.c - population attributable fraction: by what share the whole would change.
 */
#include "indicator/measures/attributable.h"

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	attributable_measure(input, attributable_fraction, 100, out);
}

const struct measure_method measure_PAF = {
	.source = "Walter (1978), Int J Epidemiol 7:175-182",
	.compute = compute,
};
