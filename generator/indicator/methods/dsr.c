/*
 * dsr.c - directly standardised rate, with Dobson's interval.
 *
 * Bands are joined with the standard population by their ages. A standard may be cut into bands in several
 * ways; the one is used that has every band of the data.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
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

/* Bands of the cell with their weights; 0 when there are none that can be used. */
static size_t collect(struct arena *arena, const struct method_input *input,
		      struct age_band **bands, enum value_reason *reason)
{
	const struct standard_population *standard = find_standard(input);
	size_t count = 0;

	*reason = REASON_NO_AGE_BANDS;
	*bands = arena_array(arena, input->count, sizeof(**bands));
	for (size_t i = 0; standard != NULL && i < input->count; i++) {
		const struct observation *row = &input->rows[i];

		if (row->age == AGE_ALL)
			continue;
		if (!quantity_is_shown(&row->denominator)) {
			*reason = REASON_NO_DENOMINATOR;
			return 0;
		}
		(*bands)[count++] = (struct age_band){
			.events = quantity_is_shown(&row->numerator) ? row->numerator.number : 0,
			.population = row->denominator.number,
			.standard = find_band(standard, age_of(input, row))->weight,
		};
	}
	return count;
}

static void compute(const struct method_input *input, struct result *result)
{
	struct arena *scratch = arena_new();
	struct estimate estimate, estimate_95;
	struct standardised_sums sums;
	struct age_band *bands;
	struct gap_group group;
	enum value_reason reason;
	size_t band, count = collect(scratch, input, &bands, &reason);

	if (count == 0 && quantity_is_shown(&result->numerator) && result->numerator.number < 10)
		reason = REASON_FEW_EVENTS_FOR_RATE;
	if (count == 0)
		result->value = value_without(VALUE_NOT_AVAILABLE, reason);
	else if (standardise(bands, count, &sums, &band) != STATS_OK)
		result->value = value_without(VALUE_NOT_AVAILABLE, REASON_EMPTY_AGE_BAND);
	else if (standardised_rate(&sums, input->confidence, &estimate) != STATS_OK ||
		 standardised_rate(&sums, 0.95, &estimate_95) != STATS_OK ||
		 gap_from_standardised(&sums, &group) != STATS_OK)
		result->value = value_without(VALUE_NOT_AVAILABLE, REASON_FEW_EVENTS_FOR_RATE);
	else
		method_set(result, &estimate, &estimate_95, group.error,
			   input->indicator->multiplier);
	arena_free(scratch);
}

static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	struct arena *scratch = arena_new();
	const struct standard_population *standard = find_standard(input);
	struct explain_numbers n = { 0 };
	struct standardised_sums sums;
	struct age_band *bands;
	enum value_reason reason;
	size_t band, count = collect(scratch, input, &bands, &reason);

	explain_step(out, "standard population: %s (%s), %zu age bands", input->indicator->standard,
		     standard == NULL ? "none fits the age bands" : standard->scheme, count);
	if (count > 0 && standardise(bands, count, &sums, &band) == STATS_OK) {
		explain_step(out, "age band: events, population, weight, rate x weight");
		for (size_t i = 0, b = 0; i < input->count; i++) {
			if (input->rows[i].age == AGE_ALL)
				continue;
			explain_step(out, "%8s: %s, %s, %s, %s",
				     age_of(input, &input->rows[i])->code,
				     explain_number(&n, bands[b].events),
				     explain_number(&n, bands[b].population),
				     explain_number(&n, bands[b].standard),
				     explain_number(&n, bands[b].events / bands[b].population *
								bands[b].standard));
			b++;
		}
		explain_step(out, "rate = sum of (rate x weight) / sum of weights x %s = %s",
			     explain_number(&n, input->indicator->multiplier),
			     explain_number(&n, sums.rate * input->indicator->multiplier));
		explain_step(out, "variance of the rate (Dobson) = %s, from %s events in all",
			     explain_number(&n, sums.variance), explain_number(&n, sums.events));
		if (result->value.limits.known)
			explain_step(
				out,
				"rate + sqrt(variance / events) x (Byar's limits of the events - "
				"events), multiplied = %s to %s",
				explain_number(&n, result->value.limits.lower),
				explain_number(&n, result->value.limits.upper));
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
	.compute = compute,
	.explain = explain,
};
