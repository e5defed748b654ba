/*
 * mean_difference.c - how far groups lie on average from their mean, from the figure of all together, from the
 * best of them, or from one of them.
 */
#include "indicator/explain.h"
#include "indicator/measures/disparity_measure.h"

/* What is measured, by group and by person. */
struct distance {
	enum disparity unweighted, weighted;
};

static const struct distance from_mean = { DISPARITY_MEAN_DIFFERENCE_FROM_MEAN,
					   DISPARITY_MEAN_DIFFERENCE_FROM_MEAN_WEIGHTED };
static const struct distance from_best = { DISPARITY_MEAN_DIFFERENCE_FROM_BEST,
					   DISPARITY_MEAN_DIFFERENCE_FROM_BEST_WEIGHTED };
static const struct distance from_reference = { DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE,
						DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE_WEIGHTED };

/* The figure of all together, which knows more than the mean of the groups that have one. */
static void take_total(const struct measure_input *input, struct spread_groups *spread,
		       struct disparity_settings *settings)
{
	struct value total = measure_state(&input->total, 1);
	struct explain_numbers n = { 0 };

	if (!value_is_shown(&total)) {
		spread->state = input->total == NULL
					? value_without(VALUE_NOT_AVAILABLE, REASON_NO_TOTAL)
					: total;
		return;
	}
	spread_add_state(spread, &total);
	settings->setting_average = input->total->value.estimate;
	measure_step(input, "all together: %s", explain_number(&n, settings->setting_average));
}

static const struct distance *choose(const struct measure_input *input,
				     struct spread_groups *spread,
				     struct disparity_settings *settings)
{
	int reference = input->choice->reference;

	if (reference == REFERENCE_BEST) {
		if (settings->favourable == FAVOURABLE_NEITHER)
			spread->state = value_without(VALUE_NOT_APPLICABLE, REASON_NO_BEST_GROUP);
		return &from_best;
	}
	if (reference >= 0) {
		settings->reference = spread_find(input, spread, reference);
		return &from_reference;
	}
	if (reference == GROUP_ALL)
		take_total(input, spread, settings);
	return &from_mean;
}

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	struct disparity_settings settings = {
		.favourable = polarity_favours(input->indicator->polarity),
		.reference = DISPARITY_NO_REFERENCE,
	};
	struct spread_groups spread = spread_open(input);
	const struct distance *distance = NULL;

	if (value_is_shown(&spread.state)) {
		spread_explain(input, &spread);
		distance = choose(input, &spread, &settings);
	}
	out->value = spread.state;
	if (value_is_shown(&spread.state))
		disparity_measure(input, &spread,
				  input->choice->unweighted ? distance->unweighted
							    : distance->weighted,
				  &settings, out);
	spread_close(&spread);
}

const struct measure_method measure_MEAN_DIFFERENCE = {
	.source =
		"Schlotheuber and Hosseinpoor (2022), Int J Environ Res Public Health 19:3697; Efron and "
		"Tibshirani (1993), An Introduction to the Bootstrap",
	.draws = true,
	.compute = compute,
};
