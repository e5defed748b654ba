#include "indicator/hiding.h"

#include <math.h>

#include "base/arena.h"
#include "base/diag.h"
#include "disclosure/control.h"
#include "disclosure/interval.h"
#include "indicator/counts.h"
#include "indicator/disclosure.h"
#include "indicator/known_cells.h"
#include "indicator/method.h"
#include "model/earlier.h"

struct hider {
	struct arena *scratch;
	struct results *results;
	const struct disclosure_rule *const *rules;
	struct control control;
	struct known_cells cells;      /* whose results these are */
	struct hiding *first, *hiding; /* of every result: by the rules alone, and in the end */
	bool *derived; /* of every result: its numerator is not in the data, but follows from them */
};

static bool is_in_data(const struct hider *hider, size_t at)
{
	return hider->cells.places[at] != NOT_IN_DATA;
}

static const struct disclosure_rule *rule_of(const struct hider *hider, size_t at, bool denominator)
{
	int source =
		denominator ? hider->control.people_sources[at] : hider->results->items[at].source;

	return source < 0 ? NULL : hider->rules[source];
}

/* -- how counts belong together --------------------------------------------------------------------- */

static struct control_indicator kind_of(const struct indicator *indicator)
{
	const struct method *method = method_find(indicator->method);
	bool adjusted = method->standardised || method->from_ages || method->from_value;
	bool percentage = indicator_is_percentage(indicator) && !adjusted;

	return (struct control_indicator){
		.is_share = method->is_share,
		.is_divided = percentage || (method->is_rate && !adjusted),
	};
}

static struct control control_of(struct arena *scratch, const struct known_cells *cells,
				 const struct reference *reference,
				 const struct disclosure_rule *const *rules)
{
	const struct results *results = &cells->results;
	const struct indicators *indicators = results->dataset->indicators;
	struct control_indicator *kinds =
		arena_array(scratch, indicators->count + 1, sizeof(*kinds));
	int *people = arena_array(scratch, results->count + 1, sizeof(*people));

	for (size_t i = 0; i < indicators->count; i++)
		kinds[i] = kind_of(&indicators->items[i]);
	for (size_t i = 0; i < results->count; i++)
		people[i] = counts_people_source(results->dataset, &results->items[i]);
	return (struct control){
		.results = results,
		.reference = reference,
		.rules = rules,
		.people_sources = people,
		.indicators = kinds,
		.told = (const struct quantity(*)[2])cells->told,
	};
}

/* -- numerators that follow from a published value ---------------------------------------------------- */

/* A percentage of so many people is a count of people, whether the data say it or not. */
static void derive(struct hider *hider, size_t at)
{
	const struct dataset *dataset = hider->results->dataset;
	struct result *result = &hider->results->items[at];
	double per = dataset->indicators->items[result->key.indicator].multiplier;
	size_t count;
	const struct observation *row = dataset_find(dataset, &result->key, &count);

	if (row == NULL || !hider->control.indicators[result->key.indicator].is_divided ||
	    !rule_is_guarded(rule_of(hider, at, false)) || row->age != AGE_ALL ||
	    result->numerator.state != VALUE_NOT_AVAILABLE || !quantity_is_shown(&row->value) ||
	    !quantity_is_shown(&result->denominator) || per <= 0)
		return;
	result->numerator = (struct quantity){
		.state = VALUE_SHOWN,
		.number = floor(row->value.number * result->denominator.number / per + 0.5),
	};
	hider->derived[at] = true;
}

/* -- what the rules hide by themselves ---------------------------------------------------------------- */

static bool is_hidden(const struct disclosure_rule *rule, const struct quantity *quantity)
{
	return quantity->state == VALUE_SUPPRESSED ||
	       (quantity_is_shown(quantity) && disclosure_hides(rule, quantity->number));
}

/* Of a cell whose data tell the events of each person, how many had any; -1 otherwise. */
static double people_of(const struct dataset *dataset, const struct result *result)
{
	size_t count;
	const struct observation *rows = dataset_find(dataset, &result->key, &count);
	double sum = 0;

	if (rows[0].age == AGE_ALL && (rows[0].repeats != NULL || count == 1))
		return observation_people(&rows[0]);
	for (size_t i = 0; i < count; i++) {
		double people = observation_people(&rows[i]);

		if (rows[i].age != AGE_ALL && people < 0 && rows[i].numerator.number > 0)
			return -1;
		sum += people > 0 ? people : 0;
	}
	return sum;
}

static void hide_small(struct hider *hider)
{
	for (size_t i = 0; i < hider->results->count; i++) {
		const struct result *result = &hider->results->items[i];
		const struct disclosure_rule *rule = rule_of(hider, i, false);
		double people =
			is_in_data(hider, i) ? people_of(hider->results->dataset, result) : -1;

		/* Many events of a few people are as much theirs as a few events. */
		hider->first[i] = (struct hiding){
			.numerator = is_hidden(rule, &result->numerator) ||
				     disclosure_hides(rule, people),
			.denominator = is_hidden(rule_of(hider, i, true), &result->denominator),
		};
		hider->hiding[i] = hider->first[i];
	}
}

/* -- what was done ------------------------------------------------------------------------------------ */

static void count_effect(const struct hider *hider, size_t at, bool denominator)
{
	const struct result *result = &hider->results->items[at];
	const struct quantity *exact = denominator ? &result->denominator : &result->numerator;
	const struct hiding *first = &hider->first[at], *hiding = &hider->hiding[at];
	bool hidden = denominator ? hiding->denominator : hiding->numerator;
	int source = denominator ? hider->control.people_sources[at] : result->source;
	struct disclosure_effect *effect;

	if (!is_in_data(hider, at) || source < 0 ||
	    (!quantity_is_shown(exact) && exact->state != VALUE_SUPPRESSED))
		return;
	effect = &hider->results->effects[source];
	effect->counts++;
	effect->unprotected += hiding->exposed[denominator];
	if (exact->state == VALUE_SUPPRESSED)
		effect->hidden_in_data++;
	else if (denominator ? first->denominator : first->numerator)
		effect->hidden_first++;
	else if (hidden)
		effect->hidden_further++;
	else if (disclosure_rounds(effect->rule))
		effect->changed++;
}

/* Once for every earlier statement. */
static void tell_known(const struct hider *hider, struct diag_list *diags)
{
	const struct dataset *dataset = hider->results->dataset;
	size_t *known = arena_array(hider->scratch, dataset->earlier_count + 1, sizeof(*known));

	for (size_t i = 0; hider->cells.told != NULL && i < hider->results->count; i++)
		for (int side = 0; side < 2 && is_in_data(hider, i); side++)
			known[hider->cells.statements[i]] += hider->hiding[i].known_before[side];
	for (size_t i = 0; i < dataset->earlier_count; i++)
		if (known[i] > 0)
			diag_addf(diags, DIAG_EARLIER_SHOWED, dataset->earlier[i].at,
				  "%s: %zu of its counts", dataset->earlier[i].file, known[i]);
}

static void count_effects(struct arena *arena, const struct hider *hider, struct diag_list *diags)
{
	const struct dataset *dataset = hider->results->dataset;
	struct disclosure_effect *effects =
		arena_array(arena, dataset->source_count + 1, sizeof(*effects));

	hider->results->effects = effects;
	for (size_t i = 0; i < dataset->source_count; i++)
		effects[i].rule = hider->rules[i];
	for (size_t i = 0; i < hider->results->count; i++) {
		count_effect(hider, i, false);
		count_effect(hider, i, true);
	}
	for (size_t i = 0; i < dataset->source_count; i++)
		if (effects[i].unprotected > 0)
			diag_addf(diags, DIAG_COUNT_UNPROTECTED, dataset->sources[i].at,
				  "%s: %zu of its counts", dataset->sources[i].id,
				  effects[i].unprotected);
}

void hiding_count_figures(struct results *results)
{
	for (size_t i = 0; i < results->count; i++) {
		const struct result *result = &results->items[i];
		struct disclosure_effect *effect = &results->effects[result->source];

		if (result->value.state == VALUE_NOT_AVAILABLE ||
		    result->value.state == VALUE_NOT_APPLICABLE)
			continue;
		effect->figures++;
		if (result->value.state != VALUE_SUPPRESSED)
			continue;
		effect->figures_hidden++;
		effect->figures_withheld += result->numerator.state != VALUE_SUPPRESSED &&
					    result->denominator.state != VALUE_SUPPRESSED;
	}
}

/* -- what is left ------------------------------------------------------------------------------------- */

static void disclose(const struct hider *hider, size_t at)
{
	struct result *result = &hider->results->items[at];
	const struct hiding *hiding = &hider->hiding[at];
	const struct disclosure_rule *rule = rule_of(hider, at, false);
	const struct disclosure_rule *below = rule_of(hider, at, true);

	if (hider->derived[at])
		result->numerator = (struct quantity){ .state = VALUE_NOT_AVAILABLE };
	if (hiding->numerator)
		result->numerator = (struct quantity){ .state = VALUE_SUPPRESSED };
	if (hiding->denominator)
		result->denominator = (struct quantity){ .state = VALUE_SUPPRESSED };
	disclosure_apply(rule, &result->numerator);
	disclosure_apply(below, &result->denominator);
	if (hiding->numerator && rule != NULL && rule->hides)
		result->value = value_without(VALUE_SUPPRESSED, disclosure_reason(rule));
	else if (hiding->denominator && below != NULL && below->hides)
		result->value = value_without(VALUE_SUPPRESSED, disclosure_reason(below));
}

/* To the results of the dataset, whose counts are gone with that. */
static void take_back(const struct hider *hider, struct results *results)
{
	for (size_t i = 0; i < hider->results->count; i++)
		if (is_in_data(hider, i))
			results->items[hider->cells.places[i]] = hider->results->items[i];
	results->effects = hider->results->effects;
}

void hiding_apply(struct arena *arena, struct results *results, const struct reference *reference,
		  const struct disclosure_rule *const *rules, struct diag_list *diags)
{
	struct arena *scratch = arena_new();
	struct hider hider = {
		.scratch = scratch,
		.rules = rules,
		.cells = known_cells_of(scratch, results),
	};
	size_t count = hider.cells.results.count;

	hider.results = &hider.cells.results;
	hider.control = control_of(scratch, &hider.cells, reference, rules);
	hider.first = arena_array(scratch, count + 1, sizeof(struct hiding));
	hider.hiding = arena_array(scratch, count + 1, sizeof(struct hiding));
	hider.derived = arena_array(scratch, count + 1, sizeof(bool));
	for (size_t i = 0; i < count; i++)
		derive(&hider, i);
	hide_small(&hider);
	control_hide(&hider.control, hider.hiding);
	count_effects(arena, &hider, diags);
	tell_known(&hider, diags);
	for (size_t i = 0; i < count; i++)
		disclose(&hider, i);
	take_back(&hider, results);
	arena_free(scratch);
}
