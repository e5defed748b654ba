/*
 * life_expectancy.c - years of life expected at an age, from deaths and population by age band.
 *
 * The last band is that of the data, or the one that the indicator closes its table at: later ones are added
 * to it.
 */
#include "stats/life_table.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/explain.h"
#include "indicator/method.h"

/* A life table of a cell, or why there is none. */
struct table {
	struct life_band *bands;
	struct life_row *rows;
	size_t count;
	const struct life_row *at; /* the age asked for */
	struct value problem;
};

static const struct group *age_of(const struct method_input *input, const struct observation *row)
{
	return &input->dataset->ages->groups[row->age];
}

/* Adds a band, or what it holds to the band that closes the table. False when it leaves a gap. */
static bool add(const struct method_input *input, const struct observation *row,
		struct table *table, double *next)
{
	const struct group *age = age_of(input, row);
	double closing = input->indicator->closing_age;
	bool opens = closing <= 0 || age->lower <= closing;
	bool endless = age->upper < age->lower;

	if (age->lower != *next ||
	    (closing > 0 && age->lower < closing && (endless || age->upper >= closing)))
		return false;
	/* Nothing comes after the band without end. */
	*next = endless ? -1 : age->upper + 1;
	if (opens)
		table->bands[table->count++] = (struct life_band){ .start_age = age->lower };
	table->bands[table->count - 1].population += row->denominator.number;
	table->bands[table->count - 1].deaths += row->numerator.number;
	return true;
}

static struct value collect(const struct method_input *input, struct table *table)
{
	const struct value incomplete = value_without(VALUE_NOT_AVAILABLE, REASON_LIFE_BANDS);
	double next = 0;

	for (size_t i = 0; i < input->count; i++) {
		const struct observation *row = &input->rows[i];

		if (row->age == AGE_ALL)
			continue;
		if (row->numerator.state == VALUE_SUPPRESSED ||
		    row->denominator.state == VALUE_SUPPRESSED)
			return value_without(VALUE_SUPPRESSED, REASON_MARKED_IN_DATA);
		if (!quantity_is_shown(&row->numerator) || !quantity_is_shown(&row->denominator) ||
		    !add(input, row, table, &next))
			return incomplete;
	}
	return next == -1 ? (struct value){ .state = VALUE_SHOWN } : incomplete;
}

static enum value_reason reason_of(enum stats_outcome outcome)
{
	if (outcome == STATS_POPULATION_TOO_SMALL)
		return REASON_LIFE_FEW_PEOPLE;
	if (outcome == STATS_NO_DEATHS_IN_LAST_BAND || outcome == STATS_UNBOUNDED)
		return REASON_LIFE_WITHOUT_END;
	if (outcome == STATS_NUMERATOR_EXCEEDS_DENOMINATOR)
		return REASON_LIFE_MORE_DEATHS;
	if (outcome == STATS_NO_SURVIVORS)
		return REASON_LIFE_NO_SURVIVORS;
	return REASON_LIFE_BANDS;
}

static struct table table_of(struct arena *arena, const struct method_input *input)
{
	struct table table = {
		.bands = arena_array(arena, input->count, sizeof(*table.bands)),
		.rows = arena_array(arena, input->count, sizeof(*table.rows)),
	};
	enum stats_outcome outcome;
	size_t band;

	table.problem = collect(input, &table);
	if (!value_is_shown(&table.problem))
		return table;
	outcome = life_table(table.bands, table.count, table.rows, &band);
	if (outcome != STATS_OK) {
		table.problem = value_without(VALUE_NOT_AVAILABLE, reason_of(outcome));
		return table;
	}
	for (size_t i = 0; i < table.count; i++)
		if (table.bands[i].start_age == input->indicator->at_age)
			table.at = &table.rows[i];
	if (table.at == NULL)
		table.problem = value_without(VALUE_NOT_AVAILABLE, REASON_LIFE_BANDS);
	return table;
}

static void compute(const struct method_input *input, struct result *result)
{
	struct arena *scratch = arena_new();
	struct table table = table_of(scratch, input);
	struct life_expectancy life, life_95;
	enum stats_outcome outcome;

	result->value = table.problem;
	if (value_is_shown(&table.problem)) {
		outcome = life_expectancy(table.at, input->confidence, &life);
		if (outcome != STATS_OK || life_expectancy(table.at, 0.95, &life_95) != STATS_OK)
			result->value = value_without(VALUE_NOT_AVAILABLE, reason_of(outcome));
		else if (life.too_wide)
			result->value = value_without(VALUE_NOT_AVAILABLE, REASON_LIFE_TOO_WIDE);
		else
			method_set(result, &life.years, &life_95.years, table.at->error, 1);
	}
	arena_free(scratch);
}

/* Deaths of a band can be few enough to be somebody's: the table is told without them. */
static void explain(const struct method_input *input, const struct result *result,
		    struct buffer *out)
{
	struct arena *scratch = arena_new();
	struct table table = table_of(scratch, input);
	struct explain_numbers n = { 0 };

	if (table.at != NULL) {
		explain_step(out, "life table of %s age bands, closing at %s and over",
			     explain_number(&n, (double)table.count),
			     explain_number(&n, table.bands[table.count - 1].start_age));
		explain_step(
			out,
			"chance of dying in a band q = M n / (1 + M n (1 - a)), M = deaths / "
			"population, n its years, a = 0.1 under 1 and 0.5 after, 1 in the last");
	}
	if (value_is_shown(&result->value)) {
		explain_step(out, "years ahead at %s = years lived from there on / survivors = %s",
			     explain_number(&n, input->indicator->at_age),
			     explain_number(&n, result->value.estimate));
		if (!result->value.coarse)
			explain_step(out, "standard error = %s",
				     explain_number(&n, table.at->error));
		explain_step(out, "years -+ z x standard error = %s to %s",
			     explain_number(&n, result->value.limits.lower),
			     explain_number(&n, result->value.limits.upper));
	}
	explain_step(out, "Source: Chiang (1968); last band: Silcocks et al. (2001), J Epidemiol "
			  "Community Health 55:38-43; not for 5,000 people or fewer");
	arena_free(scratch);
}

const struct method method_life_expectancy = {
	.name = "life-expectancy",
	.interval = "Chiang, Silcocks",
	.source =
		"Chiang (1968), Introduction to stochastic processes in biostatistics; last age band: "
		"Silcocks et al. (2001), J Epidemiol Community Health 55:38-43",
	.needs_denominator = true,
	.is_life = true,
	.from_ages = true,
	.compares = true,
	.uses_exact = true,
	.compute = compute,
	.explain = explain,
};
