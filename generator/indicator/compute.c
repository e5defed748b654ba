#include "indicator/compute.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "indicator/counts.h"
#include "indicator/disclosure.h"
#include "indicator/figure.h"
#include "indicator/grade.h"
#include "indicator/hiding.h"
#include "stats/benchmark.h"
#include "stats/gap.h"

struct computer {
	struct arena *arena;
	const struct report *report;
	const struct dataset *dataset;
	const struct reference *reference;
	struct results *results;
	const struct disclosure_rule **rules; /* of every source; NULL for none */
};

static const struct indicator *indicator_of(const struct computer *computer,
					    const struct result *result)
{
	return &computer->dataset->indicators->items[result->key.indicator];
}

/* -- values ----------------------------------------------------------------------------------- */

static bool is_set(const struct quantity *quantity)
{
	return quantity->state != VALUE_NOT_AVAILABLE;
}

/* Takes a published value; true when the row has one or says why it has none. */
static bool take_given(const struct method_input *input, struct result *result)
{
	const struct observation *row = method_all_ages(input);

	if (row == NULL || !is_set(&row->value))
		return false;
	if (!quantity_is_shown(&row->value)) {
		result->value = value_without(row->value.state, REASON_MARKED_IN_DATA);
		return true;
	}
	result->value = (struct value){ .state = row->value.state,
					.origin = VALUE_GIVEN,
					.estimate = row->value.number,
					.above_zero = row->value.above_zero };
	if (quantity_is_shown(&row->lower) && quantity_is_shown(&row->upper)) {
		result->value.limits =
			(struct interval_limits){ true, row->lower.number, row->upper.number };
		if (input->confidence == 0.95)
			result->limits_95 = result->value.limits;
	}
	/* What was counted here is published nowhere else. */
	if (row->records > 0)
		result->value.origin = VALUE_COMPUTED;
	/* Of a method that takes its value from the data it is that figure, for want of a deviation without limits. */
	if (method_find(input->indicator->method)->from_value && !result->value.limits.known)
		result->value.origin = VALUE_COMPUTED;
	return true;
}

static bool has_deviation(const struct method_input *input)
{
	const struct observation *row = method_all_ages(input);

	return row != NULL && quantity_is_shown(&row->value) && quantity_is_shown(&row->deviation);
}

static bool is_by_age(const struct computer *computer, const struct result *result)
{
	const struct dimensions *dimensions = computer->dataset->dimensions;
	int classification = result->key.classification, dimension;

	if (classification == CLASSIFICATION_ALL)
		return false;
	dimension =
		dimension_find(dimensions, dimensions->classifications[classification]->dimension);
	return dimension >= 0 && dimensions->items[dimension].is_age;
}

/* A part of a figure that is not there: its state becomes that of the figure. */
static struct value lacking(const struct quantity *part, enum value_reason reason)
{
	return value_without(part->state,
			     part->state == VALUE_NOT_AVAILABLE ? reason : REASON_MARKED_IN_DATA);
}

/* Published as a value, the number of events is a count all the same, which its rule protects. */
static bool is_protected_count(const struct method *method, const struct method_input *input)
{
	const struct observation *row = method_all_ages(input);

	return method->is_count && disclosure_protects(input->rule) && row != NULL &&
	       quantity_is_shown(&row->value);
}

/* True when all digits of a figure would tell exact counts that may not be shown exactly. */
static bool is_coarse(const struct method *method, const struct method_input *input)
{
	/* A mean is a whole number, or nearly, divided by that of the people. */
	if (method->from_value)
		return disclosure_rounds(input->people_rule);
	if (!method->uses_exact)
		return false;
	return disclosure_coarsens(input->rule, method->from_ages) ||
	       (method->from_ages && (disclosure_coarsens(input->people_rule, true) ||
				      disclosure_coarsens(input->rates_rule, true)));
}

static void find_value(const struct computer *computer, const struct method_input *input,
		       struct result *result)
{
	const struct method *method = method_find(input->indicator->method);

	if (!(method->from_value && has_deviation(input)) && !is_protected_count(method, input) &&
	    take_given(input, result))
		return;
	if (method->from_ages && is_by_age(computer, result))
		result->value = value_without(VALUE_NOT_APPLICABLE, REASON_AGE_IS_STANDARDISED);
	else if (!method->from_value && !quantity_is_shown(&result->numerator))
		result->value = lacking(&result->numerator, REASON_NOT_IN_DATA);
	else if (method->needs_denominator && !quantity_is_shown(&result->denominator))
		result->value = lacking(&result->denominator, REASON_NO_DENOMINATOR);
	else
		method->compute(input, result);
}

static void compute_value(struct computer *computer, struct result *result)
{
	const struct method *method = method_find(indicator_of(computer, result)->method);
	struct method_input input = results_input(computer->results, computer->reference, result);

	if (result->value.state == VALUE_SUPPRESSED)
		return;
	find_value(computer, &input, result);
	result->value.coarse = value_is_shown(&result->value) &&
			       result->value.origin == VALUE_COMPUTED && is_coarse(method, &input);
}

/* Whose rates an indirect method takes: everybody there, of the same sex in the same period. */
static void find_rates(const struct results *results, const struct reference *reference,
		       const struct result *result, struct method_input *input)
{
	const struct dataset *dataset = results->dataset;
	struct cell_key key = result->key;

	key.organisation = organisation_find(dataset, input->indicator->reference);
	key.classification = CLASSIFICATION_ALL;
	key.group = GROUP_ALL;
	if (key.organisation < 0)
		return;
	input->rates = results_find(results, &key);
	if (input->rates != NULL)
		input->rates_rule = disclosure_rule_find(
			reference, dataset->sources[input->rates->source].rule);
}

struct method_input results_input(const struct results *results, const struct reference *reference,
				  const struct result *result)
{
	const struct dataset *dataset = results->dataset;
	struct cell_key total = result->key;
	int people = counts_people_source(dataset, result);
	struct method_input input = {
		.dataset = dataset,
		.reference = reference,
		.rule = disclosure_rule_find(reference, dataset->sources[result->source].rule),
		.indicator = &dataset->indicators->items[result->key.indicator],
		.age_set = &results->age_sets[result->age_set],
		.confidence = results->confidence,
	};

	total.classification = CLASSIFICATION_ALL;
	total.group = GROUP_ALL;
	input.rows = dataset_find(dataset, &result->key, &input.count);
	input.total = results_find(results, &total);
	if (input.indicator->reference[0] != '\0')
		find_rates(results, reference, result, &input);
	input.from_disclosed = input.rule != NULL && input.rule->rates_from_rounded;
	if (people >= 0)
		input.people_rule = disclosure_rule_find(reference, dataset->sources[people].rule);
	input.people_from_disclosed =
		input.people_rule != input.rule && disclosure_rounds(input.people_rule);
	return input;
}

/*
 * A true zero is as sure as its denominator: any interval at all is wider than nothing. Where counts are
 * rounded a zero may stand for a few.
 */
static bool is_true_zero(const struct computer *computer, const struct method *method,
			 const struct result *result)
{
	return method->is_share && quantity_is_shown(&result->denominator) &&
	       result->value.estimate == 0 && !disclosure_rounds(computer->rules[result->source]);
}

static bool is_wide(const struct value *value)
{
	return value->limits.known &&
	       value->limits.upper - value->limits.lower > fabs(value->estimate);
}

/* Marks what is shown but rests on small numbers. */
static void judge_reliability(const struct computer *computer, struct result *result)
{
	const struct method *method = method_find(indicator_of(computer, result)->method);
	struct value *value = &result->value;

	if (value->state != VALUE_SHOWN || !method->compares)
		return;
	if ((method->is_rate || method->indirect) && quantity_is_shown(&result->numerator) &&
	    result->numerator.number < computer->report->low_count)
		value->reason = REASON_FEW_EVENTS;
	else if (method->is_share && quantity_is_shown(&result->denominator) &&
		 result->denominator.number < computer->report->low_denominator)
		value->reason = REASON_SMALL_DENOMINATOR;
	else if (is_wide(value) && !is_true_zero(computer, method, result) &&
		 !computer->report->wide_intervals_pass)
		value->reason = REASON_WIDE_INTERVAL;
	if (value->reason != REASON_NONE)
		value->state = VALUE_UNRELIABLE;
}

/* Limits come without a word on their confidence; nearly all that is published has 95%. */
static void check_limits(const struct computer *computer, struct diag_list *diags)
{
	const struct results *results = computer->results;
	const struct dataset *dataset = computer->dataset;
	bool *told = arena_array(computer->arena, dataset->source_count + 1, sizeof(*told));

	for (size_t i = 0; results->confidence != 0.95 && i < results->count; i++) {
		const struct result *result = &results->items[i];
		const struct data_source *source = &dataset->sources[result->source];

		if (told[result->source] || result->value.origin != VALUE_GIVEN ||
		    !result->value.limits.known)
			continue;
		told[result->source] = true;
		diag_addf(diags, DIAG_LIMITS_OF_ANOTHER_LEVEL, source->at,
			  "limits of %s under a confidence of %g%%", source->id,
			  100 * results->confidence);
	}
}

/* -- comparisons and shares ------------------------------------------------------------------- */

enum comparison value_compare(const struct value *value, const struct value *benchmark)
{
	const struct interval limits = { value->limits.lower, value->limits.upper };

	if (value->state != VALUE_SHOWN || !value->limits.known || benchmark->state != VALUE_SHOWN)
		return COMPARISON_NONE;
	switch (benchmark_single_overlap(&limits, &benchmark->estimate, FAVOURABLE_NEITHER)) {
	case VERDICT_LOWER:
		return COMPARISON_LOWER;
	case VERDICT_HIGHER:
		return COMPARISON_HIGHER;
	case VERDICT_SIMILAR:
		return COMPARISON_SIMILAR;
	case VERDICT_NOT_COMPARED:
	case VERDICT_BETTER:
	case VERDICT_WORSE:
		break;
	}
	return COMPARISON_NONE;
}

enum comparison values_compare(const struct value *first, const struct value *second)
{
	const struct estimate a = { first->estimate, { first->limits.lower, first->limits.upper } };
	const struct estimate b = { second->estimate,
				    { second->limits.lower, second->limits.upper } };
	struct estimate difference;

	if (first->state != VALUE_SHOWN || second->state != VALUE_SHOWN || !first->limits.known ||
	    !second->limits.known || gap_difference(&a, &b, &difference) != STATS_OK)
		return COMPARISON_NONE;
	if (difference.limits.lower > 0)
		return COMPARISON_HIGHER;
	return difference.limits.upper < 0 ? COMPARISON_LOWER : COMPARISON_SIMILAR;
}

/* The share is of everybody; the comparison is with the total of the same sex. */
static void relate_to_total(struct computer *computer, struct result *result)
{
	const struct method *method = method_find(indicator_of(computer, result)->method);
	struct cell_key key = result->key;
	const struct result *total, *alike;

	key.classification = CLASSIFICATION_ALL;
	key.group = GROUP_ALL;
	alike = results_find(computer->results, &key);
	key.sex = SEX_ALL;
	total = results_find(computer->results, &key);
	result->share = value_without(VALUE_NOT_AVAILABLE, REASON_NO_TOTAL);
	if (!quantity_is_shown(&result->numerator))
		result->share = value_without(result->numerator.state, REASON_GROUP_HIDDEN);
	else if (total != NULL && quantity_is_shown(&total->numerator) &&
		 total->numerator.number > 0)
		result->share = (struct value){ .state = VALUE_SHOWN,
						.estimate = 100 * result->numerator.number /
							    total->numerator.number };
	if (alike != NULL && alike != result && method->compares)
		result->against_all = value_compare(&result->value, &alike->value);
}

/* -- decimals --------------------------------------------------------------------------------- */

/* The smallest figure of an indicator, and whether one is coarse; at: a place in the results, which are in order. */
static double smallest_figure(const struct computer *computer, int number, size_t *at, bool *coarse)
{
	const struct word *named = &computer->report->reference.organisation;
	int own = named->text == NULL ? -1 : organisation_find(computer->dataset, named->text);
	double smallest = INFINITY;

	for (; *at < computer->results->count; (*at)++) {
		const struct result *result = &computer->results->items[*at];

		if (result->key.indicator > number)
			break;
		*coarse = *coarse || result->value.coarse;
		if (value_is_shown(&result->value) &&
		    (own < 0 || result->key.organisation == own) && result->value.estimate != 0)
			smallest = fmin(smallest, fabs(result->value.estimate));
	}
	return smallest;
}

/* One choice for an indicator, so that its figures look alike wherever they stand. */
static unsigned choose_decimals(const struct computer *computer, int number, size_t *at)
{
	const struct indicator *indicator = &computer->dataset->indicators->items[number];
	const struct method *method = method_find(indicator->method);
	bool coarse = false;
	double smallest = smallest_figure(computer, number, at, &coarse);
	unsigned decimals = smallest >= 1 ? 1 : number_decimals_for(smallest, 2);

	if (method->is_count || (method->is_rate && smallest > 1000))
		decimals = 0;
	else if (indicator_is_percentage(indicator) || !method->is_rate)
		decimals = 1;
	if (indicator->decimals == DECIMALS_BY_RULE ||
	    (coarse && decimals < (unsigned)indicator->decimals))
		return decimals;
	return (unsigned)indicator->decimals;
}

/* -- figures that must not give exact counts away --------------------------------------------- */

/* A figure that gives away the few events of an age band is not for print, though its counts may be. */
static void withhold(struct results *results, const struct reference *reference)
{
	for (size_t i = 0; i < results->count; i++) {
		struct result *result = &results->items[i];
		const struct indicator *indicator =
			&results->dataset->indicators->items[result->key.indicator];
		const struct method *method = method_find(indicator->method);
		struct method_input input;

		if (method->exposes == NULL || !value_is_shown(&result->value) ||
		    result->value.origin != VALUE_COMPUTED)
			continue;
		input = results_input(results, reference, result);
		if (!method->exposes(
			    &input, result,
			    results_decimals(results, result->key.indicator, MEASURE_VALUE)))
			continue;
		result->value = value_without(VALUE_SUPPRESSED, disclosure_reason(input.rule));
		result->limits_95.known = false;
		result->standard_error = -1;
		result->against_all = COMPARISON_NONE;
	}
}

static void coarsen_all(struct results *results)
{
	for (size_t i = 0; i < results->count; i++) {
		struct result *result = &results->items[i];

		value_coarsen(&result->value,
			      results_decimals(results, result->key.indicator, MEASURE_VALUE));
		if (!result->value.coarse)
			continue;
		result->limits_95.known = false;
		result->standard_error = -1;
	}
	figures_coarsen(results);
}

static void find_rules(struct computer *computer)
{
	const struct dataset *dataset = computer->dataset;

	computer->rules =
		arena_array(computer->arena, dataset->source_count, sizeof(*computer->rules));
	for (size_t i = 0; i < dataset->source_count; i++)
		computer->rules[i] =
			disclosure_rule_find(computer->reference, dataset->sources[i].rule);
}

struct results *results_compute(struct arena *arena, const struct report *report,
				const struct dataset *dataset, const struct reference *reference,
				struct diag_list *diags)
{
	struct results *results = arena_alloc(arena, sizeof(*results));
	struct computer computer = {
		.arena = arena,
		.report = report,
		.dataset = dataset,
		.reference = reference,
		.results = results,
	};

	*results = (struct results){ .dataset = dataset, .confidence = report->confidence };
	find_rules(&computer);
	counts_collect(arena, results, reference, computer.rules, diags);
	for (size_t i = 0; i < results->count; i++)
		compute_value(&computer, &results->items[i]);
	check_limits(&computer, diags);
	for (size_t i = 0; i < results->count; i++)
		judge_reliability(&computer, &results->items[i]);
	for (size_t i = 0; i < results->count; i++)
		relate_to_total(&computer, &results->items[i]);
	results->decimals =
		arena_array(arena, dataset->indicators->count, sizeof(*results->decimals));
	for (size_t i = 0, at = 0; i < dataset->indicators->count; i++)
		results->decimals[i] = choose_decimals(&computer, (int)i, &at);
	withhold(results, reference);
	figures_begin(arena, results, reference);
	coarsen_all(results);
	if (report->second_grade)
		grades_work_out(arena, results, reference);
	hiding_count_figures(results);
	return results;
}
