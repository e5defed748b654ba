#include "stats/rate.h"

#include "vectors/gaps.h"
#include <math.h>

static const struct gap_columns columns = { "diff_mover_lower", "diff_mover_upper",
					    "ratio_log_lower", "ratio_log_upper" };

static struct gap_side side_of(double events, double population, double confidence)
{
	struct gap_side side = { 0 };

	side.known = crude_rate(events, population, confidence, COUNT_EXACT_BELOW_TEN,
				&side.estimate) == STATS_OK &&
		     gap_from_rate(events, population, &side.group) == STATS_OK;
	return side;
}

/*
 * Without any event nothing is known of the ratio. Where the file has the limits all the same, they are those of
 * the formula, which is from 0 to infinity.
 */
static bool is_anything(const struct vectors *expected, size_t row, enum stats_outcome outcome)
{
	return outcome == STATS_UNBOUNDED && !vectors_missing(expected, row, "ratio_exact_upper");
}

static void compare_row(struct vectors *expected, size_t row)
{
	double x1 = vectors_number_or(expected, row, "x1", -1);
	double n1 = vectors_number_or(expected, row, "n1", -1);
	double x0 = vectors_number_or(expected, row, "x0", -1);
	double n0 = vectors_number_or(expected, row, "n0", -1);
	double multiplier = vectors_number_or(expected, row, "multiplier", 1);
	double confidence = vectors_number_or(expected, row, "conf", 0.95);
	struct gap_side first = side_of(x1, n1, confidence);
	struct gap_side comparator = side_of(x0, n0, confidence);
	struct estimate exact = { .limits = { 0, HUGE_VAL } };
	enum stats_outcome outcome =
		gap_rate_ratio_exact(x1, n1, x0, n0, confidence, &exact.limits);
	bool known = outcome == STATS_OK || is_anything(expected, row, outcome);

	vectors_compare(expected, row, "rate1", first.known, multiplier * first.group.value,
			gap_tolerance);
	vectors_compare(expected, row, "rate0", comparator.known,
			multiplier * comparator.group.value, gap_tolerance);
	vectors_compare_estimate(
		expected, row,
		(const char *const[]){ NULL, "ratio_exact_lower", "ratio_exact_upper" }, known,
		&exact, 1, gap_tolerance);
	vectors_compare_kind(
		expected, row,
		gaps_compare(expected, row, &first, &comparator, confidence, multiplier, &columns));
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	(void)inputs;
	for (size_t row = 0; row < vectors_rows(expected); row++)
		compare_row(expected, row);
}

const struct vector_file vectors_gap_rate = {
	.columns = { .texts = (const char *const[]){ "status", NULL },
		     .numbers =
			     (const char *const[]){ "x1", "n1", "x0", "n0", "multiplier", "conf",
						    "rate1", "rate0", "diff", "diff_wald_lower",
						    "diff_wald_upper", "diff_mover_lower",
						    "diff_mover_upper", "ratio", "ratio_log_lower",
						    "ratio_log_upper", "ratio_exact_lower",
						    "ratio_exact_upper", NULL } },
	.compare = compare,
};
