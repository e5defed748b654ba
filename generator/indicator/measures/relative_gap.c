/*
 * relative_gap.c - by how many per cent a group is above or below another.
 */
#include "indicator/explain.h"
#include "indicator/measures/ratio.h"

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	struct value ratio = measure_ratio(input);
	struct estimate less_one = measure_estimate(&ratio, 1);
	bool known = ratio.limits.known;

	out->value = ratio;
	if (!value_is_shown(&ratio))
		return;
	less_one.value -= 1;
	less_one.limits.lower -= 1;
	less_one.limits.upper -= 1;
	out->value = measure_value(ratio, &less_one, input->turned ? -100 : 100);
	out->value.limits.known = known;
	if (input->turned)
		measure_step(input, "higher is better: the sign is turned");
}

const struct measure_method measure_RELATIVE_GAP = {
	.source = "Katz et al. (1978), Biometrics 34:469-474, for percentages",
	.compute = compute,
};
