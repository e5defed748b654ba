#include "stats/proportion.h"

#include "vectors/vectors.h"

static const struct vectors_tolerance tolerance = { .share = 1e-12, .floor = 1e-9 };

static void compare(struct vectors *expected, struct vectors *inputs)
{
	(void)inputs;
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		struct estimate out = { 0 };
		enum stats_outcome outcome =
			proportion(vectors_number_or(expected, row, "x", -1),
				   vectors_number_or(expected, row, "n", -1),
				   vectors_number_or(expected, row, "conf", 0.95), &out);

		vectors_compare_estimate(
			expected, row, (const char *const[]){ "value", "lower", "upper" },
			outcome == STATS_OK, &out,
			vectors_number_or(expected, row, "multiplier", 1), tolerance);
		vectors_compare_kind(expected, row, vectors_kind(outcome));
	}
}

const struct vector_file vectors_proportion = {
	.columns = { .texts = (const char *const[]){ "status", NULL },
		     .numbers = (const char *const[]){ "x", "n", "multiplier", "conf", "value",
						       "lower", "upper", NULL } },
	.compare = compare,
};
