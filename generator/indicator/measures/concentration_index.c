/*
 * concentration_index.c - absolute concentration index.
 */
#include "indicator/measures/concentration.h"

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	concentration_measure(input, CONCENTRATION_ABSOLUTE, out);
}

const struct measure_method measure_CONCENTRATION_INDEX = {
	.source =
		"Kakwani, Wagstaff and van Doorslaer (1997), J Econom 77:87-103; Wagstaff (2005), Health Econ "
		"14:429-432; Erreygers (2009), J Health Econ 28:504-515",
	.needs_order = true,
	.compute = compute,
};
