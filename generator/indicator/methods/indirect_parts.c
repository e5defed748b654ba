#include "indicator/methods/indirect_parts.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/counts.h"
#include "indicator/explain.h"
#include "stats/gap.h"

/* The reference is everybody of its organisation, of the same sex in the same period. */
static const struct observation *reference_rows(const struct method_input *input,
						const struct result *result, size_t *count)
{
	struct cell_key key = result->key;

	*count = 0;
	key.organisation = organisation_find(input->dataset, input->indicator->reference);
	key.classification = CLASSIFICATION_ALL;
	key.group = GROUP_ALL;
	return key.organisation < 0 ? NULL : dataset_find(input->dataset, &key, count);
}

static const struct observation *row_of_age(const struct observation *rows, size_t count, int age)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].age == age)
			return &rows[i];
	return NULL;
}

/* False when the population of the cell is not known by the ages of the reference. */
static bool has_ages(const struct method_input *input, const struct observation *reference,
		     size_t count)
{
	bool any = false;

	for (size_t i = 0; i < input->count; i++) {
		const struct observation *row = &input->rows[i];

		if (row->age == AGE_ALL)
			continue;
		if (!quantity_is_shown(&row->denominator) ||
		    row_of_age(reference, count, row->age) == NULL)
			return false;
		any = true;
	}
	return any;
}

/* As many events of the reference as may be shown: those expected of all its people tell their number. */
static void disclose(const struct method_input *input, const struct observation *reference,
		     size_t count, struct indirect_sums *sums)
{
	double exact = counts_exact(reference, count, false).number;

	if (input->rates == NULL || !quantity_is_shown(&input->rates->numerator) || exact <= 0 ||
	    input->rates->numerator.number <= 0)
		return;
	sums->expected *= input->rates->numerator.number / exact;
	sums->reference_rate *= input->rates->numerator.number / exact;
}

/* The sums of all bands of the reference, or why there are none. */
static struct value collect(struct arena *arena, const struct method_input *input,
			    const struct result *result, struct indirect_sums *sums)
{
	const struct value no_reference =
		value_without(VALUE_NOT_AVAILABLE, REASON_NO_REFERENCE_RATES);
	size_t count, used = 0, at;
	const struct observation *reference = reference_rows(input, result, &count);
	struct indirect_band *bands = arena_array(arena, count, sizeof(*bands));

	for (size_t i = 0; i < count; i++) {
		const struct observation *from = &reference[i], *row;

		if (from->age == AGE_ALL)
			continue;
		if (!quantity_is_shown(&from->numerator) || !quantity_is_shown(&from->denominator))
			return no_reference;
		row = row_of_age(input->rows, input->count, from->age);
		bands[used++] = (struct indirect_band){
			.population = row == NULL ? 0 : row->denominator.number,
			.reference_events = from->numerator.number,
			.reference_population = from->denominator.number,
		};
	}
	if (used == 0)
		return no_reference;
	if (!has_ages(input, reference, count))
		return value_without(VALUE_NOT_AVAILABLE, REASON_NO_POPULATION_BY_AGE);
	if (indirect_standardise(bands, used, sums, &at) != STATS_OK)
		return no_reference;
	if (input->rates != NULL && input->rates->numerator.state == VALUE_SUPPRESSED)
		return value_without(VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	sums->observed = result->numerator.number;
	disclose(input, reference, count, sums);
	return (struct value){ .state = VALUE_SHOWN };
}

void indirect_compute(const struct method_input *input, struct result *result,
		      indirect_figure *figure)
{
	struct arena *scratch = arena_new();
	struct estimate estimate, estimate_95;
	struct indirect_sums sums;
	struct gap_group group;

	result->value = collect(scratch, input, result, &sums);
	arena_free(scratch);
	if (!value_is_shown(&result->value))
		return;
	if (figure(&sums, input->confidence, &estimate) == STATS_OK &&
	    figure(&sums, 0.95, &estimate_95) == STATS_OK &&
	    gap_from_rate(sums.observed, sums.expected, &group) == STATS_OK)
		method_set(result, &estimate, &estimate_95,
			   figure == indirect_rate ? group.error * sums.reference_rate
						   : group.error,
			   input->indicator->multiplier);
	else
		result->value = value_without(VALUE_NOT_AVAILABLE, REASON_NO_EXPECTED_EVENTS);
}

/* What is expected tells events by age of the reference, or people: the formula goes without it. */
static void explain_coarse(const struct method_input *input, const struct result *result,
			   bool with_rate, struct buffer *out)
{
	struct explain_numbers n = { 0 };

	explain_step(out, "expected = sum of (population x rate of the reference)");
	explain_step(out, "%s x %s = %s",
		     with_rate ? "observed / expected x rate of the reference"
			       : "observed / expected",
		     explain_number(&n, input->indicator->multiplier),
		     explain_number(&n, result->value.estimate));
	explain_step(out, "limits of the observed count, divided and multiplied alike = %s to %s",
		     explain_number(&n, result->value.limits.lower),
		     explain_number(&n, result->value.limits.upper));
}

void indirect_explain(const struct method_input *input, const struct result *result, bool with_rate,
		      struct buffer *out)
{
	struct arena *scratch = arena_new();
	struct explain_numbers n = { 0 };
	struct indirect_sums sums;
	struct value collected = collect(scratch, input, result, &sums);

	arena_free(scratch);
	explain_step(out, "reference: %s, rates of every age band", input->indicator->reference);
	if (!value_is_shown(&collected) || !value_is_shown(&result->value))
		return;
	if (result->value.coarse) {
		explain_coarse(input, result, with_rate, out);
		return;
	}
	explain_step(out, "expected = sum of (population x rate of the reference) = %s",
		     explain_number(&n, sums.expected));
	explain_step(out, "observed / expected = %s / %s = %s", explain_number(&n, sums.observed),
		     explain_number(&n, sums.expected),
		     explain_number(&n, sums.observed / sums.expected));
	if (with_rate)
		explain_step(out, "rate of the reference, all ages = %s",
			     explain_number(&n, sums.reference_rate));
	explain_step(out, "%s x %s = %s",
		     with_rate ? "observed / expected x rate of the reference"
			       : "observed / expected",
		     explain_number(&n, input->indicator->multiplier),
		     explain_number(&n, result->value.estimate));
	explain_step(
		out, "limits of the observed count (%s), divided and multiplied alike = %s to %s",
		count_is_exact(sums.observed, COUNT_EXACT_BELOW_TEN) ? "exact Poisson" : "Byar's",
		explain_number(&n, result->value.limits.lower),
		explain_number(&n, result->value.limits.upper));
}
