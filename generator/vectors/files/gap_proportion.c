#include "stats/proportion.h"
#include "vectors/gaps.h"

static const struct gap_columns columns = { "diff_newcombe_lower", "diff_newcombe_upper",
					    "ratio_katz_lower", "ratio_katz_upper" };

static struct gap_side side_of(double numerator, double denominator, double confidence)
{
	struct gap_side side = { 0 };

	side.known = proportion(numerator, denominator, confidence, &side.estimate) == STATS_OK &&
		     gap_from_proportion(numerator, denominator, &side.group) == STATS_OK;
	return side;
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	(void)inputs;
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		double confidence = vectors_number_or(expected, row, "conf", 0.95);
		struct gap_side first =
			side_of(vectors_number_or(expected, row, "x1", -1),
				vectors_number_or(expected, row, "n1", -1), confidence);
		struct gap_side comparator =
			side_of(vectors_number_or(expected, row, "x0", -1),
				vectors_number_or(expected, row, "n0", -1), confidence);

		vectors_compare(expected, row, "p1", first.known, first.group.value, gap_tolerance);
		vectors_compare(expected, row, "p0", comparator.known, comparator.group.value,
				gap_tolerance);
		vectors_compare_kind(
			expected, row,
			gaps_compare(expected, row, &first, &comparator, confidence, 1, &columns));
	}
}

const struct vector_file vectors_gap_proportion = {
	.columns = { .texts = (const char *const[]){ "status", NULL },
		     .numbers =
			     (const char *const[]){ "x1", "n1", "x0", "n0", "conf", "p1", "p0",
						    "diff", "diff_newcombe_lower",
						    "diff_newcombe_upper", "diff_wald_lower",
						    "diff_wald_upper", "ratio", "ratio_katz_lower",
						    "ratio_katz_upper", NULL } },
	.compare = compare,
};
