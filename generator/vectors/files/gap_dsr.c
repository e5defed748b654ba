#include "vectors/age_bands.h"
#include "vectors/gaps.h"

static const struct gap_columns columns = { "diff_mover_lower", "diff_mover_upper",
					    "ratio_log_lower", "ratio_log_upper" };

/* The rates are per this many people unless dsr_expected.csv has another number for the case. */
static const double usual_multiplier = 100000, confidence = 0.95;

/* False after a fault when the inputs have no such case. */
static bool side_of(struct vectors *expected, size_t row, const char *column,
		    const struct vectors *inputs, struct gap_side *out)
{
	const char *name = vectors_text(expected, row, column);
	struct standardised_sums sums;
	const size_t *rows;
	size_t count = vectors_select(inputs, "case", name, &rows);

	if (count == 0) {
		vectors_fault(expected, row, column, "the inputs have no case \"%s\"", name);
		return false;
	}
	*out = (struct gap_side){ 0 };
	out->known = age_band_sums(inputs, rows, count, &sums) == STATS_OK &&
		     standardised_rate(&sums, confidence, &out->estimate) == STATS_OK &&
		     gap_from_standardised(&sums, &out->group) == STATS_OK;
	return true;
}

static double multiplier_of(const struct vectors *rates, const char *name)
{
	size_t row;

	return vectors_find(rates, "case", name, &row)
		       ? vectors_number_or(rates, row, "multiplier", usual_multiplier)
		       : usual_multiplier;
}

static void compare_row(struct vectors *expected, size_t row, const struct vectors *inputs,
			double multiplier)
{
	struct gap_side first, comparator;

	if (!side_of(expected, row, "case1", inputs, &first) ||
	    !side_of(expected, row, "case0", inputs, &comparator))
		return;
	vectors_compare(expected, row, "value1", first.known, multiplier * first.group.value,
			gap_tolerance);
	vectors_compare(expected, row, "value0", comparator.known,
			multiplier * comparator.group.value, gap_tolerance);
	gaps_compare(expected, row, &first, &comparator, confidence, multiplier, &columns);
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	const struct vectors_columns rate_columns = {
		.texts = (const char *const[]){ "case", NULL },
		.numbers = (const char *const[]){ "multiplier", NULL },
	};
	const struct vectors *rates = vectors_other(expected, "dsr_expected.csv", &rate_columns);

	for (size_t row = 0; rates != NULL && row < vectors_rows(expected); row++)
		compare_row(expected, row, inputs,
			    multiplier_of(rates, vectors_text(expected, row, "case1")));
}

const struct vector_file vectors_gap_dsr = {
	.columns = { .texts = (const char *const[]){ "case1", "case0", NULL },
		     .numbers =
			     (const char *const[]){ "value1", "value0", "diff", "diff_wald_lower",
						    "diff_wald_upper", "diff_mover_lower",
						    "diff_mover_upper", "ratio", "ratio_log_lower",
						    "ratio_log_upper", "pct_higher", NULL } },
	.inputs = { .texts = (const char *const[]){ "case", NULL },
		    .numbers = (const char *const[]){ "x", "n", "stdpop", NULL } },
	.compare = compare,
};
