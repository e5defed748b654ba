#include <math.h>

#include "base/arena.h"
#include "stats/standardise.h"
#include "vectors/vectors.h"

static const struct vectors_tolerance tolerance = { .share = 1e-12, .floor = 1e-9 };

/* The rows of a case that have the age band of its row i, from there on. */
static size_t collect(const struct vectors *inputs, const size_t *rows, size_t count, size_t i,
		      struct repeated_events *out, struct repeat_band *band)
{
	const char *label = vectors_text(inputs, rows[i], "ageband");
	size_t found = 0;

	*band = (struct repeat_band){
		.repeats = out,
		.population = vectors_number_or(inputs, rows[i], "n", nan("")),
		.standard = vectors_number_or(inputs, rows[i], "stdpop", nan("")),
	};
	for (size_t j = i; j < count; j++) {
		if (!vectors_is(inputs, rows[j], "ageband", label))
			continue;
		out[found++] = (struct repeated_events){
			.events = vectors_number_or(inputs, rows[j], "eventfreq", nan("")),
			.people = vectors_number_or(inputs, rows[j], "persons", 0),
		};
		/* A band has one population and one weight; not a number is refused later. */
		if (vectors_number_or(inputs, rows[j], "n", nan("")) != band->population ||
		    vectors_number_or(inputs, rows[j], "stdpop", nan("")) != band->standard)
			band->population = nan("");
	}
	band->count = found;
	return found;
}

static bool seen_before(const struct vectors *inputs, const size_t *rows, size_t i)
{
	const char *label = vectors_text(inputs, rows[i], "ageband");

	for (size_t j = 0; j < i; j++)
		if (vectors_is(inputs, rows[j], "ageband", label))
			return true;
	return false;
}

static enum stats_outcome sums_of(struct vectors *expected, const struct vectors *inputs,
				  size_t row, struct standardised_sums *out)
{
	const size_t *rows;
	size_t count = vectors_case(expected, row, "case", inputs, &rows);
	struct arena *arena = vectors_arena(expected);
	struct repeat_band *bands = arena_array(arena, count, sizeof(*bands));
	struct repeated_events *repeats = arena_array(arena, count, sizeof(*repeats));
	size_t used = 0, found = 0, band;

	for (size_t i = 0; i < count; i++)
		if (!seen_before(inputs, rows, i))
			found += collect(inputs, rows, count, i, &repeats[found], &bands[used++]);
	return standardise_repeats(bands, used, out, &band);
}

static enum stats_outcome compare_limits(struct vectors *expected, size_t row,
					 const struct standardised_sums *sums, double multiplier,
					 double confidence, const char *const columns[static 3])
{
	struct estimate out = { 0 };
	enum stats_outcome outcome = standardised_rate(sums, confidence, &out);

	vectors_compare_estimate(expected, row, columns, outcome == STATS_OK, &out, multiplier,
				 tolerance);
	return outcome;
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	static const char *const columns_95[] = { "value", "lower95", "upper95" };
	static const char *const columns_998[] = { NULL, "lower998", "upper998" };

	for (size_t row = 0; row < vectors_rows(expected); row++) {
		double multiplier = vectors_number_or(expected, row, "multiplier", 1);
		struct standardised_sums sums = { .events = nan("") };
		enum stats_outcome outcome = sums_of(expected, inputs, row, &sums), limits;
		bool known = outcome == STATS_OK;

		/* The reference may add up counts of a case that has no rate for its empty age band. */
		if (known) {
			vectors_compare(expected, row, "total_count", true, sums.events, tolerance);
			vectors_compare(expected, row, "total_pop", true, sums.population,
					tolerance);
		}
		vectors_compare(expected, row, "vardsr", known,
				multiplier * multiplier * sums.variance, tolerance);
		compare_limits(expected, row, &sums, multiplier, 0.998, columns_998);
		limits = compare_limits(expected, row, &sums, multiplier, 0.95, columns_95);
		vectors_compare_kind(expected, row, vectors_kind(known ? limits : outcome));
	}
}

const struct vector_file vectors_dsr_nonindependent = {
	.columns = { .texts = (const char *const[]){ "case", "status", NULL },
		     .numbers = (const char *const[]){ "multiplier", "value", "lower95", "upper95",
						       "lower998", "upper998", NULL },
		     .optional =
			     (const char *const[]){ "total_count", "total_pop", "vardsr", NULL } },
	.inputs = { .texts = (const char *const[]){ "case", "ageband", NULL },
		    .numbers =
			    (const char *const[]){ "eventfreq", "persons", "n", "stdpop", NULL } },
	.compare = compare,
};
