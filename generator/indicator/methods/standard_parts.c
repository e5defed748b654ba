#include "indicator/methods/standard_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/disclosure.h"
#include "indicator/explain.h"
#include "stats/gap.h"
#include "stats/standardise.h"

static const struct group *age_of(const struct method_input *input, const struct observation *row)
{
	return &input->dataset->ages->groups[row->age];
}

static bool has_all_bands(const struct method_input *input,
			  const struct standard_population *standard)
{
	double weight;

	for (size_t i = 0; i < input->count; i++)
		if (input->rows[i].age != AGE_ALL &&
		    !standard_weight(standard, age_of(input, &input->rows[i])->lower,
				     age_of(input, &input->rows[i])->upper, &weight))
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
	struct repeat_band
		*repeats; /* the same with what each person had; NULL for single events */
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

/* What each person of a band had. False when the data do not tell it. */
static bool repeats_of(struct arena *arena, const struct observation *row,
		       const struct age_band *band, struct bands *bands)
{
	struct repeat_band *repeats = &bands->repeats[bands->count];
	struct repeated_events *events;
	size_t count = 0;

	if (row->repeats == NULL && band->events > 0) {
		bands->problem = value_without(VALUE_NOT_AVAILABLE, REASON_NO_REPEATS);
		return false;
	}
	for (const struct repeats *at = row->repeats; at != NULL; at = at->next)
		count++;
	events = arena_array(arena, count, sizeof(*events));
	*repeats = (struct repeat_band){ events, count, band->population, band->standard };
	for (const struct repeats *at = row->repeats; at != NULL; at = at->next)
		*events++ = (struct repeated_events){ at->events, at->people };
	return true;
}

static struct bands collect(struct arena *arena, const struct method_input *input, bool repeated)
{
	const struct standard_population *standard = find_standard(input);
	struct bands bands = { .problem = value_without(VALUE_NOT_AVAILABLE, REASON_NO_AGE_BANDS) };

	bands.items = arena_array(arena, input->count, sizeof(*bands.items));
	if (repeated)
		bands.repeats = arena_array(arena, input->count, sizeof(*bands.repeats));
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
		standard_weight(standard, age_of(input, row)->lower, age_of(input, row)->upper,
				&band->standard);
		if (repeated && !repeats_of(arena, row, band, &bands))
			return bands;
		bands.count++;
	}
	if (bands.count > 0 && lacks_band(input))
		bands.problem = value_without(VALUE_NOT_AVAILABLE, REASON_EMPTY_AGE_BAND);
	else if (bands.count > 0)
		bands.problem = (struct value){ .state = VALUE_SHOWN };
	return bands;
}

size_t standard_bands(struct arena *arena, const struct method_input *input,
		      struct age_band **bands)
{
	struct bands collected = collect(arena, input, false);

	*bands = collected.items;
	return value_is_shown(&collected.problem) ? collected.count : 0;
}

static enum stats_outcome sum_up(const struct bands *bands, struct standardised_sums *sums)
{
	size_t band;

	return bands->repeats == NULL
		       ? standardise(bands->items, bands->count, sums, &band)
		       : standardise_repeats(bands->repeats, bands->count, sums, &band);
}

/* Limits tell how many events there were: from the rounded number where the exact one may not be shown. */
static void disclose(const struct method_input *input, struct standardised_sums *sums)
{
	struct quantity events = { .state = VALUE_SHOWN, .number = sums->events };

	disclosure_apply(input->rule, &events);
	if (quantity_is_shown(&events) && events.number > 0)
		sums->events = events.number;
}

void standard_compute(const struct method_input *input, struct result *result, bool repeated)
{
	struct arena *scratch = arena_new();
	struct bands bands = collect(scratch, input, repeated);
	struct estimate estimate, estimate_95;
	struct standardised_sums sums;
	struct gap_group group;

	result->value = bands.problem;
	if (bands.count == 0 && bands.problem.state == VALUE_NOT_AVAILABLE &&
	    quantity_is_shown(&result->numerator) && result->numerator.number < 10)
		result->value.reason = REASON_FEW_EVENTS_FOR_RATE;
	if (!value_is_shown(&result->value)) {
		arena_free(scratch);
		return;
	}
	if (sum_up(&bands, &sums) != STATS_OK) {
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

/* People by their events, where no rule keeps small numbers of them back. */
static void explain_repeats(const struct repeat_band *band, struct buffer *out)
{
	struct explain_numbers n = { 0 };

	for (size_t i = 0; i < band->count; i++)
		if (band->repeats[i].people > 0)
			explain_step(out, "          people with %s %s: %s",
				     explain_number(&n, band->repeats[i].events),
				     band->repeats[i].events == 1 ? "event" : "events",
				     explain_number(&n, band->repeats[i].people));
}

/* True when the events of a band are those of a few people: what the other bands leave would be near them. */
static bool has_few_people(const struct method_input *input)
{
	for (size_t i = 0; i < input->count; i++)
		if (disclosure_hides(input->rule, observation_people(&input->rows[i])))
			return true;
	return false;
}

/* True when a hidden number of people would be what the other bands leave of an exact total. */
static bool hides_people(const struct method_input *input, const struct bands *bands)
{
	for (size_t i = 0; i < bands->count; i++)
		if (disclosure_hides(input->people_rule, bands->items[i].population))
			return input->people_rule->secondary;
	return false;
}

/* A line for every band, with the numbers that may be shown. */
static void explain_bands(const struct method_input *input, const struct bands *bands, bool coarse,
			  struct buffer *out)
{
	/* Where totals are exact, one hidden band would be what the others leave of them. */
	bool silent = (input->rule != NULL && input->rule->secondary) || has_few_people(input);
	bool people_silent = hides_people(input, bands);
	struct explain_numbers n = { 0 };

	explain_step(out, coarse ? "age band: events, population, weight"
				 : "age band: events, population, weight, rate x weight");
	for (size_t i = 0, b = 0; i < input->count; i++) {
		const struct age_band *band = &bands->items[b];
		struct quantity events = { .state = VALUE_SHOWN, .number = band->events };
		struct quantity people = { .state = VALUE_SHOWN, .number = band->population };

		if (input->rows[i].age == AGE_ALL)
			continue;
		disclosure_apply(input->rule, &events);
		disclosure_apply(input->people_rule, &people);
		if (people_silent)
			people.state = VALUE_SUPPRESSED;
		if (silent)
			events.state = VALUE_SUPPRESSED;
		explain_step(out, "%8s: %s, %s, %s%s%s", age_of(input, &input->rows[i])->code,
			     quantity_text(&n, &events), quantity_text(&n, &people),
			     explain_number(&n, band->standard), coarse ? "" : ", ",
			     coarse ? ""
				    : explain_number(&n, band->events / band->population *
								 band->standard));
		if (bands->repeats != NULL && !disclosure_coarsens(input->rule, true))
			explain_repeats(&bands->repeats[b], out);
		b++;
	}
}

static void explain_standard(const struct method_input *input,
			     const struct standard_population *standard, size_t bands,
			     struct buffer *out)
{
	if (standard == NULL)
		explain_step(out, "standard population: %s: none of its cuts fits the age bands",
			     input->indicator->standard);
	else
		explain_step(out, "standard population: %s (%s), %zu age bands; %s",
			     standard->label, standard->scheme, bands, standard->source);
}

void standard_explain(const struct method_input *input, const struct result *result, bool repeated,
		      struct buffer *out)
{
	struct arena *scratch = arena_new();
	const struct standard_population *standard = find_standard(input);
	const struct value *value = &result->value;
	struct bands bands = collect(scratch, input, repeated);
	struct explain_numbers n = { 0 };
	struct standardised_sums sums;

	explain_standard(input, standard, bands.count, out);
	if (value_is_shown(&bands.problem) && sum_up(&bands, &sums) == STATS_OK) {
		disclose(input, &sums);
		explain_bands(input, &bands, value->coarse, out);
		explain_step(out, "rate = sum of (rate x weight) / sum of weights x %s = %s",
			     explain_number(&n, input->indicator->multiplier),
			     explain_number(&n, value->estimate));
		if (!value->coarse)
			explain_step(
				out,
				repeated
					? "variance of the rate = sum of (weight / population)^2 x sum of (events of a person^2 x people) / (sum of weights)^2 = %s"
					: "variance of the rate (Dobson) = %s",
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
