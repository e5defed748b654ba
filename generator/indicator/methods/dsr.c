/*
 * dsr.c - directly standardised rate, with Dobson's interval.
 *
 * Bands are joined with the standard population by their ages. A standard may be cut into bands in several
 * ways; the one is used that has every band of the data.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/disclosure.h"
#include "indicator/explain.h"
#include "indicator/method.h"
#include "stats/gap.h"
#include "stats/standardise.h"

static const struct standard_band *find_band(const struct standard_population *standard,
					     const struct group *age)
{
	for (size_t i = 0; i < standard->count; i++) {
		const struct standard_band *band = &standard->bands[i];
		bool open = band->upper < band->lower, age_open = age->upper < age->lower;

		if (band->lower == age->lower && open == age_open &&
		    (open || band->upper == age->upper))
			return band;
	}
	return NULL;
}

static const struct group *age_of(const struct method_input *input, const struct observation *row)
{
	return &input->dataset->ages->groups[row->age];
}

static bool has_all_bands(const struct method_input *input,
			  const struct standard_population *standard)
{
	for (size_t i = 0; i < input->count; i++)
		if (input->rows[i].age != AGE_ALL &&
		    find_band(standard, age_of(input, &input->rows[i])) == NULL)
			return false;
	return true;
}

static const struct standard_population *find_standard(const struct method_input *input)
{
	for (size_t i = 0; i < input->reference->standard_count; i++) {
		const struct standard_population *standard = &input->reference->standards[i];

		if (strcmp(standard->name, input->indicator->standard) == 0 &&
		    has_all_bands(input, standard))
			return standard;
	}
	return NULL;
}

/* True when cells beside this one have a band that the rows here leave out. */
static bool lacks_band(const struct method_input *input)
{
	const struct group *ages = input->dataset->ages->groups;

	for (size_t i = 0; i < input->age_set->count; i++) {
		bool found = false;

		for (size_t j = 0; j < input->count && !found; j++)
			found = input->rows[j].age != AGE_ALL &&
				group_overlaps(&ages[input->age_set->ages[i]],
					       age_of(input, &input->rows[j]));
		if (!found)
			return true;
	}
	return false;
}

/* The bands of a cell with their weights, or why no rate can be worked out from them. */
struct bands {
	struct age_band *items;
	size_t count;
	struct value problem; /* shown when there is none */
};

/* Events of a band that has a row; bands of the population without one have got a row of none before. */
static bool events_of(const struct method_input *input, const struct observation *row,
		      struct bands *bands, double *events)
{
	*events = row->numerator.number;
	if (quantity_is_shown(&row->numerator))
		return true;
	if (row->numerator.state == VALUE_SUPPRESSED)
		bands->problem = value_without(VALUE_SUPPRESSED, disclosure_reason(input->rule));
	else
		bands->problem = value_without(VALUE_NOT_AVAILABLE, REASON_NO_NUMERATOR);
	return false;
}

static struct bands collect(struct arena *arena, const struct method_input *input)
{
	const struct standard_population *standard = find_standard(input);
	struct bands bands = { .problem = value_without(VALUE_NOT_AVAILABLE, REASON_NO_AGE_BANDS) };

	bands.items = arena_array(arena, input->count, sizeof(*bands.items));
	for (size_t i = 0; standard != NULL && i < input->count; i++) {
		const struct observation *row = &input->rows[i];
		struct age_band *band = &bands.items[bands.count];

		if (row->age == AGE_ALL)
			continue;
		if (!quantity_is_shown(&row->denominator)) {
			bands.problem = value_without(VALUE_NOT_AVAILABLE, REASON_NO_DENOMINATOR);
			return bands;
		}
		if (!events_of(input, row, &bands, &band->events))
			return bands;
		band->population = row->denominator.number;
		band->standard = find_band(standard, age_of(input, row))->weight;
		bands.count++;
	}
	if (bands.count > 0 && lacks_band(input))
		bands.problem = value_without(VALUE_NOT_AVAILABLE, REASON_EMPTY_AGE_BAND);
	else if (bands.count > 0)
		bands.problem = (struct value){ .state = VALUE_SHOWN };
	return bands;
}

/* Limits tell how many events there were: from the rounded number where the exact one may not be shown. */
static void disclose(const struct method_input *input, struct standardised_sums *sums)
{
	struct quantity events = { .state = VALUE_SHOWN, .number = sums->events };

	disclosure_apply(input->rule, &events);
	if (quantity_is_shown(&events) && events.number > 0)
		sums->events = events.number;
}

static void compute(const struct method_input *input, struct result *result)
{
	struct arena *scratch = arena_new();
	struct bands bands = collect(scratch, input);
	struct estimate estimate, estimate_95;
	struct standardised_sums sums;
	struct gap_group group;
	size_t band;

	result->value = bands.problem;
	if (bands.count == 0 && bands.problem.state == VALUE_NOT_AVAILABLE &&
	    quantity_is_shown(&result->numerator) && result->numerator.number < 10)
		result->value.reason = REASON_FEW_EVENTS_FOR_RATE;
	if (!value_is_shown(&result->value)) {
		arena_free(scratch);
		return;
	}
	if (standardise(bands.items, bands.count, &sums, &band) != STATS_OK) {
		result->value = value_without(VALUE_NOT_AVAILABLE, REASON_EMPTY_AGE_BAND);
	} else if (standardised_rate(&sums, input->confidence, &estimate) != STATS_OK) {
		result->value = value_without(VALUE_NOT_AVAILABLE, REASON_FEW_EVENTS_FOR_RATE);
	} else {
		disclose(input, &sums);
		if (standardised_rate(&sums, input->confidence, &estimate) == STATS_OK &&
		    standardised_rate(&sums, 0.95, &estimate_95) == STATS_OK &&
		    gap_from_standardised(&sums, &group) == STATS_OK)
			method_set(result, &estimate, &estimate_95, group.error,
				   input->indicator->multiplier);
		else
			result->value =
				value_without(VALUE_NOT_AVAILABLE, REASON_FEW_EVENTS_FOR_RATE);
	}
	arena_free(scratch);
}

/* -- explaining ------------------------------------------------------------------------------- */

static const char *quantity_text(struct explain_numbers *numbers, const struct quantity *quantity)
{
	return quantity_is_shown(quantity) ? explain_number(numbers, quantity->number) : "[c]";
}

/* A line for every band, with the numbers that may be shown. */
static void explain_bands(const struct method_input *input, const struct bands *bands, bool coarse,
			  struct buffer *out)
{
	/* Where totals are exact, one hidden band would be what the others leave of them. */
	bool silent = input->rule != NULL && input->rule->secondary;
	struct explain_numbers n = { 0 };

	explain_step(out, coarse ? "age band: events, population, weight"
				 : "age band: events, population, weight, rate x weight");
	for (size_t i = 0, b = 0; i < input->count; i++) {
		const struct age_band *band = &bands->items[b];
		struct quantity events = { .state = VALUE_SHOWN, .number = band->events };

		if (input->rows[i].age == AGE_ALL)
			continue;
		disclosure_apply(input->rule, &events);
		if (silent)
			events.state = VALUE_SUPPRESSED;
		explain_step(out, "%8s: %s, %s, %s%s%s", age_of(input, &input->rows[i])->code,
			     quantity_text(&n, &events), explain_number(&n, band->population),
			     explain_number(&n, band->standard), coarse ? "" : ", ",
			     coarse ? ""
				    : explain_number(&n, band->events / band->population *
								 band->standard));
		b++;
	}
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	struct arena *scratch = arena_new();
	const struct standard_population *standard = find_standard(input);
	const struct value *value = &result->value;
	struct bands bands = collect(scratch, input);
	struct explain_numbers n = { 0 };
	struct standardised_sums sums;
	size_t band;

	explain_step(out, "standard population: %s (%s), %zu age bands", input->indicator->standard,
		     standard == NULL ? "none fits the age bands" : standard->scheme, bands.count);
	if (value_is_shown(&bands.problem) &&
	    standardise(bands.items, bands.count, &sums, &band) == STATS_OK) {
		disclose(input, &sums);
		explain_bands(input, &bands, value->coarse, out);
		explain_step(out, "rate = sum of (rate x weight) / sum of weights x %s = %s",
			     explain_number(&n, input->indicator->multiplier),
			     explain_number(&n, value->estimate));
		if (!value->coarse)
			explain_step(out, "variance of the rate (Dobson) = %s",
				     explain_number(&n, sums.variance));
		if (value->limits.known)
			explain_step(
				out,
				"rate + sqrt(variance / events) x (Byar's limits of the events - "
				"events), from %s events in all, multiplied = %s to %s",
				explain_number(&n, sums.events),
				explain_number(&n, value->limits.lower),
				explain_number(&n, value->limits.upper));
	}
	explain_step(out, "Source: Dobson et al. (1991), Stat Med 10:457-462; not below 10 events");
	arena_free(scratch);
}

const struct method method_dsr = {
	.name = "dsr",
	.interval = "Dobson",
	.needs_denominator = true,
	.standardised = true,
	.is_rate = true,
	.compares = true,
	.uses_exact = true,
	.compute = compute,
	.explain = explain,
};
