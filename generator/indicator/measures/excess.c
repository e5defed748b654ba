/*
 * excess.c - events in a group beyond those that it would have with the rate of another.
 *
 * From the counts as they may be shown: of a standardised rate too it is the crude rates that count.
 */
#include "indicator/explain.h"
#include "indicator/measure_method.h"
#include "stats/gap.h"
#include "stats/proportion.h"

/* The crude figure of a group, per person; false with the state of the measure when it has no counts to show. */
static bool crude(const struct measure_input *input, const struct result *result,
		  struct estimate *out, struct value *state)
{
	const struct quantity *count = &result->numerator;
	enum count_rule rule =
		input->indicator->byar_below_ten ? COUNT_BYAR_ALWAYS : COUNT_EXACT_BELOW_TEN;
	double events = count->number, people;

	if (!measure_people(result, &people, state))
		return false;
	if (!quantity_is_shown(count)) {
		*state = count->state == VALUE_SUPPRESSED
				 ? value_without(VALUE_SUPPRESSED, REASON_GROUP_HIDDEN)
				 : value_without(VALUE_NOT_AVAILABLE, REASON_NO_NUMERATOR);
		return false;
	}
	/* Rounding can put a part above its whole by less than one step. */
	if (input->method->is_share && events > people)
		events = people;
	*state = value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	return (input->method->is_share
			? proportion(events, people, input->confidence, out)
			: crude_rate(events, people, input->confidence, rule, out)) == STATS_OK;
}

/* False with the state of the measure: a group has no counts, or numbers are too large for their product. */
static bool work_out(const struct measure_input *input, struct estimate *excess,
		     struct value *state)
{
	struct estimate first, second, difference = { 0 };

	if (!crude(input, input->first, &first, state) ||
	    !crude(input, input->second, &second, state))
		return false;
	/* Of two estimates there is always one. */
	gap_difference(&first, &second, &difference);
	return gap_excess(&difference, input->first->denominator.number, excess) == STATS_OK;
}

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	const struct result *pair[] = { input->first, input->second };
	struct explain_numbers n = { 0 };
	struct estimate excess;
	struct value without;

	out->value = measure_state(pair, 2);
	/* Counts as shown are not exact ones. */
	out->value.coarse = false;
	if (!value_is_shown(&out->value))
		return;
	if (!input->method->is_rate && !input->method->is_share) {
		out->value = value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
		return;
	}
	if (!work_out(input, &excess, &without)) {
		out->value = without;
		return;
	}
	out->value = measure_value(out->value, &excess, 1);
	measure_step(input, "%s: %s of %s; %s: %s of %s", measure_group_label(input, pair[0]),
		     explain_number(&n, pair[0]->numerator.number),
		     explain_number(&n, pair[0]->denominator.number),
		     measure_group_label(input, pair[1]),
		     explain_number(&n, pair[1]->numerator.number),
		     explain_number(&n, pair[1]->denominator.number));
}

const struct measure_method measure_EXCESS = {
	.source = "Zou and Donner (2008), Stat Med 27:1693-1702, for the difference",
	.of_counts = true,
	.compute = compute,
};
