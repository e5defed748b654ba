#include "stats/rate.h"

#include "vectors/vectors.h"

static const struct vectors_tolerance tolerance = { .share = 1e-11, .floor = 1e-9 };

static void compare(struct vectors *expected, struct vectors *inputs)
{
	(void)inputs;
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		double events = vectors_number_or(expected, row, "x", -1);
		struct estimate out = { 0 };
		enum stats_outcome outcome =
			crude_rate(events, vectors_number_or(expected, row, "n", -1),
				   vectors_number_or(expected, row, "conf", 0.95),
				   COUNT_EXACT_BELOW_TEN, &out);

		vectors_compare_estimate(
			expected, row, (const char *const[]){ "value", "lower", "upper" },
			outcome == STATS_OK, &out,
			vectors_number_or(expected, row, "multiplier", 1), tolerance);
		vectors_compare_kind(expected, row, vectors_kind(outcome));
		/* Of a rate that is none the method means nothing. */
		if (outcome == STATS_OK)
			vectors_compare_text(
				expected, row, "method",
				count_is_exact(events, COUNT_EXACT_BELOW_TEN) ? "Exact" : "Byars");
	}
}

const struct vector_file vectors_rate = {
	.columns = { .texts = (const char *const[]){ "method", "status", NULL },
		     .numbers = (const char *const[]){ "x", "n", "multiplier", "conf", "value",
						       "lower", "upper", NULL } },
	.compare = compare,
};
