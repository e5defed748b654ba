#include "vectors/age_bands.h"

static const struct vectors_tolerance tolerance = { .share = 1e-12, .floor = 1e-9 };

static void compare_row(struct vectors *expected, size_t row, enum stats_outcome outcome,
			const struct standardised_sums *sums)
{
	double multiplier = vectors_number_or(expected, row, "multiplier", 1);
	bool summed = outcome == STATS_OK;
	struct estimate at95 = { 0 }, at998 = { 0 };

	if (summed) {
		outcome = standardised_rate(sums, 0.95, &at95);
		standardised_rate(sums, 0.998, &at998);
	}
	/* The reference adds up counts of a case that has no rate for its empty age band; the program does not. */
	if (summed) {
		vectors_compare(expected, row, "total_count", true, sums->events, tolerance);
		vectors_compare(expected, row, "total_pop", true, sums->population, tolerance);
	}
	vectors_compare(expected, row, "vardsr", summed, multiplier * multiplier * sums->variance,
			tolerance);
	vectors_compare_estimate(expected, row,
				 (const char *const[]){ "value", "lower95", "upper95" },
				 outcome == STATS_OK, &at95, multiplier, tolerance);
	vectors_compare_estimate(expected, row,
				 (const char *const[]){ NULL, "lower998", "upper998" },
				 outcome == STATS_OK, &at998, multiplier, tolerance);
	vectors_compare_kind(expected, row, vectors_kind(outcome));
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		struct standardised_sums sums = { 0 };
		const size_t *rows;
		size_t count = vectors_case(expected, row, "case", inputs, &rows);

		if (count > 0)
			compare_row(expected, row, age_band_sums(inputs, rows, count, &sums),
				    &sums);
	}
}

const struct vector_file vectors_dsr = {
	.columns = { .texts = (const char *const[]){ "case", "status", NULL },
		     .numbers = (const char *const[]){ "multiplier", "total_count", "total_pop",
						       "value", "lower95", "upper95", "lower998",
						       "upper998", NULL },
		     .optional = (const char *const[]){ "vardsr", NULL } },
	.inputs = { .texts = (const char *const[]){ "case", NULL },
		    .numbers = (const char *const[]){ "x", "n", "stdpop", NULL } },
	.compare = compare,
};
