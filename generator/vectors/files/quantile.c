#include "stats/quantile.h"

#include "base/arena.h"
#include "vectors/vectors.h"

static const struct vectors_tolerance equal = { 0 };

/* Areas without a score belong to no part and do not count. */
static void compare_case(struct vectors *expected, const size_t *rows, size_t count)
{
	struct arena *arena = vectors_arena(expected);
	double *scores = arena_array(arena, count, sizeof(*scores));
	double *sorted = arena_array(arena, count, sizeof(*sorted));
	unsigned *parts = arena_array(arena, count, sizeof(*parts));
	double wanted = vectors_number_or(expected, rows[0], "nquantiles", 0);
	bool highest_is_first = vectors_number_or(expected, rows[0], "highest_is_1", 1) != 0;
	size_t scored = 0, moved;
	enum stats_outcome outcome;

	if (wanted < 1 || wanted > 1e6 || wanted != (unsigned)wanted) {
		vectors_fault(expected, rows[0], "nquantiles", "no number of parts");
		return;
	}
	for (size_t i = 0; i < count; i++)
		scored += vectors_number(expected, rows[i], "score", &scores[scored]);
	outcome = quantile_assign(scores, scored, (unsigned)wanted, highest_is_first, sorted, parts,
				  &moved);
	for (size_t i = 0, next = 0; i < count; i++) {
		bool known = outcome == STATS_OK && !vectors_missing(expected, rows[i], "score");

		vectors_compare(expected, rows[i], "quantile", known, known ? parts[next] : 0,
				equal);
		next += known;
	}
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	(void)inputs;
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		const size_t *rows;
		size_t count;

		if (!vectors_starts(expected, row, "case"))
			continue;
		count = vectors_select(expected, "case", vectors_text(expected, row, "case"),
				       &rows);
		compare_case(expected, rows, count);
	}
}

const struct vector_file vectors_quantile = {
	.columns = { .texts = (const char *const[]){ "case", NULL },
		     .numbers = (const char *const[]){ "score", "nquantiles", "highest_is_1",
						       "quantile", NULL } },
	.compare = compare,
};
