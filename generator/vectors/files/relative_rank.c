#include "stats/relative_rank.h"

#include "base/arena.h"
#include "vectors/vectors.h"

static const struct vectors_tolerance tolerance = { .share = 1e-14, .floor = 1 };

static void compare_case(struct vectors *expected, const size_t *rows, size_t count)
{
	struct arena *arena = vectors_arena(expected);
	double *populations = arena_array(arena, count, sizeof(*populations));
	double *shares = arena_array(arena, count, sizeof(*shares));
	double *ranks = arena_array(arena, count, sizeof(*ranks));
	bool known;

	for (size_t i = 0; i < count; i++)
		populations[i] = vectors_number_or(expected, rows[i], "pop", -1);
	known = relative_ranks(populations, count, shares, ranks) == STATS_OK;
	for (size_t i = 0; i < count; i++) {
		vectors_compare(expected, rows[i], "share", known, shares[i], tolerance);
		vectors_compare(expected, rows[i], "relative_rank", known, ranks[i], tolerance);
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
		compare_case(expected, vectors_order(expected, rows, count, "group"), count);
	}
}

const struct vector_file vectors_relative_rank = {
	.columns = { .texts = (const char *const[]){ "case", NULL },
		     .numbers = (const char *const[]){ "group", "pop", "share", "relative_rank",
						       NULL } },
	.compare = compare,
};
