#include "indicator/measures/attributable.h"

#include "base/arena.h"
#include "indicator/explain.h"
#include "indicator/measures/spread_groups.h"

/* The place of the reference; count, with the state of the measure, when it has no figure. */
static size_t find_reference(const struct measure_input *input, struct spread_groups *spread)
{
	const struct result *least = input->groups[input->count - 1];

	if (input->choice->reference >= 0)
		return spread_find(input, spread, input->choice->reference);
	if (input->choice->reference == REFERENCE_BEST || !input->classification->ordered)
		return spread_best(spread, input->indicator->polarity);
	return spread_find(input, spread, least == NULL ? GROUP_ALL : least->key.group);
}

/* The state of a measure that the figures cannot have; shown when they can. */
static struct value unfit(const struct measure_input *input)
{
	if (input->indicator->polarity == POLARITY_NONE)
		return value_without(VALUE_NOT_APPLICABLE, REASON_NO_BEST_GROUP);
	/* All together are not another group, and what is no share of people has no cells to count. */
	if (input->choice->reference == GROUP_ALL || !measure_has_people(input))
		return value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	return (struct value){ .state = VALUE_SHOWN };
}

static struct value refused(enum stats_outcome outcome)
{
	if (outcome == STATS_ZERO_COMPARATOR)
		return value_without(VALUE_NOT_AVAILABLE, REASON_MEAN_IS_ZERO);
	/* Rates above one event a person are no shares of people. */
	return value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
}

static void work_out(const struct measure_input *input, const struct spread_groups *spread,
		     size_t reference, attributable_figure *figure, double factor,
		     struct breakdown_result *out)
{
	size_t count = spread->groups.count, group;
	struct attributable_group *groups = arena_array(spread->arena, count, sizeof(*groups));
	struct explain_numbers n = { 0 };
	struct attributable found;
	struct estimate estimate;
	enum stats_outcome outcome;

	for (size_t i = 0; i < count; i++)
		groups[i] = (struct attributable_group){ spread->groups.groups[i].value /
								 input->indicator->multiplier,
							 spread->groups.groups[i].population };
	outcome = attributable(groups, count, reference,
			       polarity_favours(input->indicator->polarity), &found, &group);
	if (outcome != STATS_OK) {
		out->value = refused(outcome);
		return;
	}
	spread_explain(input, spread);
	measure_step(input, "reference: %s, %s",
		     measure_group_label(input, spread->results[reference]),
		     explain_number(&n, spread->groups.groups[reference].value));
	measure_step(input, "standard errors: of the risk %s, of the fraction of the mean %s",
		     explain_number(&n, found.risk_error * input->indicator->multiplier),
		     explain_number(&n, found.fraction_error));
	outcome = figure(&found, input->confidence, &estimate);
	if (outcome == STATS_OK) {
		out->value = measure_value(out->value, &estimate, factor);
	} else {
		if (found.reference_is_worse)
			measure_step(input, "the reference does worse than all together: 0");
		out->value.estimate =
			(figure == attributable_risk ? found.risk : found.fraction) * factor;
	}
}

void attributable_measure(const struct measure_input *input, attributable_figure *figure,
			  double factor, struct breakdown_result *out)
{
	struct spread_groups spread;
	size_t reference;

	out->value = unfit(input);
	if (!value_is_shown(&out->value))
		return;
	spread = spread_open(input);
	out->value = spread.state;
	if (value_is_shown(&spread.state)) {
		reference = find_reference(input, &spread);
		out->value = spread.state;
		if (reference < spread.groups.count)
			work_out(input, &spread, reference, figure, factor, out);
	}
	spread_close(&spread);
}
