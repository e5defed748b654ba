#include <math.h>

#include "base/arena.h"
#include "stats/indirect.h"
#include "stats/rate.h"
#include "vectors/vectors.h"

static const struct vectors_tolerance tolerance = { .share = 1e-11, .floor = 1e-9 };

/* As the files have them. */
static const double ratio_multiplier = 100, rate_multiplier = 100000;

static enum stats_outcome sums_of(struct vectors *expected, const struct vectors *inputs,
				  size_t row, struct indirect_sums *out)
{
	const size_t *rows;
	size_t count = vectors_case(expected, row, "case", inputs, &rows), band;
	struct indirect_band *bands = arena_array(vectors_arena(expected), count, sizeof(*bands));

	for (size_t i = 0; i < count; i++)
		bands[i] = (struct indirect_band){
			.events = vectors_number_or(inputs, rows[i], "x", 0),
			.population = vectors_number_or(inputs, rows[i], "n", 0),
			.reference_events = vectors_number_or(inputs, rows[i], "x_ref", 0),
			.reference_population =
				vectors_number_or(inputs, rows[i], "n_ref", nan("")),
		};
	return indirect_standardise(bands, count, out, &band);
}

static const char *const ratio_95[] = { "ratio", "ratio_lower95", "ratio_upper95" };
static const char *const ratio_998[] = { NULL, "ratio_lower998", "ratio_upper998" };
static const char *const rate_95[] = { "rate", "rate_lower95", "rate_upper95" };
static const char *const rate_998[] = { NULL, "rate_lower998", "rate_upper998" };

/* Both figures at one level. */
static enum stats_outcome compare_limits(struct vectors *expected, size_t row,
					 const struct indirect_sums *sums, double confidence,
					 const char *const ratios[static 3],
					 const char *const rates[static 3])
{
	struct estimate ratio = { 0 }, rate = { 0 };
	enum stats_outcome outcome = indirect_ratio(sums, confidence, &ratio);
	bool known = indirect_rate(sums, confidence, &rate) == STATS_OK;

	if (outcome != STATS_NO_EXPECTED_EVENTS)
		vectors_compare_estimate(expected, row, ratios, outcome == STATS_OK, &ratio,
					 ratio_multiplier, tolerance);
	vectors_compare_estimate(expected, row, rates, known, &rate, rate_multiplier, tolerance);
	return outcome;
}

/* Where nothing is expected the files have what IEEE arithmetic makes of a division by 0. */
static void compare_infinite(struct vectors *expected, size_t row, const struct indirect_sums *sums)
{
	bool known = sums->observed > 0;

	vectors_compare(expected, row, ratio_95[0], known, INFINITY, tolerance);
	vectors_compare(expected, row, ratio_95[1], known, INFINITY, tolerance);
	vectors_compare(expected, row, ratio_95[2], true, INFINITY, tolerance);
	vectors_compare(expected, row, ratio_998[1], known, INFINITY, tolerance);
	vectors_compare(expected, row, ratio_998[2], true, INFINITY, tolerance);
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		struct indirect_sums sums = { .observed = nan("") };
		enum stats_outcome outcome = sums_of(expected, inputs, row, &sums);
		bool known = outcome == STATS_OK;

		vectors_compare(expected, row, "observed", known, sums.observed, tolerance);
		vectors_compare(expected, row, "expected", known, sums.expected, tolerance);
		vectors_compare(expected, row, "ref_rate", known,
				sums.reference_rate * rate_multiplier, tolerance);
		if (!known)
			sums.expected = nan("");
		else
			vectors_compare_text(expected, row, "method",
					     count_is_exact(sums.observed, COUNT_EXACT_BELOW_TEN)
						     ? "Exact"
						     : "Byars");
		compare_limits(expected, row, &sums, 0.998, ratio_998, rate_998);
		outcome = compare_limits(expected, row, &sums, 0.95, ratio_95, rate_95);
		if (outcome == STATS_NO_EXPECTED_EVENTS)
			compare_infinite(expected, row, &sums);
		vectors_compare_kind(expected, row,
				     outcome == STATS_NO_EXPECTED_EVENTS ? "undefined"
									 : vectors_kind(outcome));
	}
}

const struct vector_file vectors_isr = {
	.columns = { .texts = (const char *const[]){ "case", "status", NULL },
		     .numbers = (const char *const[]){ "ratio", "ratio_lower95", "ratio_upper95",
						       "ratio_lower998", "ratio_upper998", "rate",
						       "rate_lower95", "rate_upper95",
						       "rate_lower998", "rate_upper998", NULL },
		     .optional =
			     (const char *const[]){ "observed", "expected", "ref_rate", NULL } },
	.inputs = { .texts = (const char *const[]){ "case", NULL },
		    .numbers = (const char *const[]){ "x", "n", "x_ref", "n_ref", NULL } },
	.compare = compare,
};
