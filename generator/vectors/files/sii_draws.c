/*
 * A simulation of the slope index without its generator: the file of inputs holds the draws of a standard
 * normal variable, a column z1, z2, ... a group and a row a draw.
 */
#include <math.h>

#include "base/arena.h"
#include "vectors/slope_draws.h"
#include "vectors/slope_groups.h"

static const struct vectors_tolerance tolerance = { .share = 1e-10, .floor = 1e-3 };

static void add_draws(struct slope_draws *out, const struct vectors *draws, size_t count)
{
	struct arena *arena = vectors_arena(draws);
	const char **columns = arena_array(arena, out->groups, sizeof(*columns));
	double *deviates = arena_array(arena, out->groups, sizeof(*deviates));

	for (size_t i = 0; i < out->groups; i++)
		columns[i] = arena_printf(arena, "z%zu", i + 1);
	for (size_t row = 0; row < count; row++) {
		for (size_t i = 0; i < out->groups; i++)
			deviates[i] = vectors_number_or(draws, row, columns[i], nan(""));
		slope_draws_add(out, deviates);
	}
	slope_draws_order(out);
}

static size_t whole(const struct vectors *vectors, size_t row, const char *column, size_t most)
{
	return (size_t)fmin(fmax(vectors_number_or(vectors, row, column, 0), 0), (double)most);
}

static void compare_place(struct vectors *expected, size_t row, const char *column,
			  const struct slope_draws *draws, const struct drawn_index *index,
			  size_t place)
{
	double figure = 0;
	bool known = drawn_index_at(draws, index, place, &figure);

	vectors_compare(expected, row, column, known, figure, tolerance);
}

static void compare_row(struct vectors *expected, size_t row, const struct slope_draws *draws)
{
	/* Beyond the last place is no figure either. */
	struct slope_places places =
		slope_draws_places(draws, whole(expected, row, "pos_lower", draws->draws + 1),
				   whole(expected, row, "pos_upper", draws->draws + 1));

	compare_place(expected, row, "sii_lower95", draws, &draws->slope, places.lower);
	compare_place(expected, row, "sii_upper95", draws, &draws->slope, places.upper);
	compare_place(expected, row, "rii_lower95", draws, &draws->ratio, places.lower);
	compare_place(expected, row, "rii_upper95", draws, &draws->ratio, places.upper);
}

static void compare(struct vectors *expected, struct vectors *draws)
{
	const struct vectors *inputs =
		vectors_other(expected, "sii_inputs.csv", &slope_group_columns);
	struct arena *arena = vectors_arena(expected);

	for (size_t row = 0; inputs != NULL && row < vectors_rows(expected); row++) {
		const size_t *rows;
		size_t count = vectors_case(expected, row, "case", inputs, &rows);
		size_t reps = whole(expected, row, "reps", vectors_rows(draws));
		struct slope_draws drawn = { 0 };

		if (count == 0)
			continue;
		if (!vectors_has(draws, arena_printf(arena, "z%zu", count))) {
			vectors_fault(expected, row, "case", "there are no draws for %zu groups",
				      count);
			continue;
		}
		if (slope_draws_begin(arena, slope_groups(inputs, rows, count), count,
				      slope_model_of(inputs, rows[0]),
				      vectors_number_or(inputs, rows[0], "multiplier", 1), reps,
				      &drawn) == STATS_OK)
			add_draws(&drawn, draws, reps);
		compare_row(expected, row, &drawn);
	}
}

const struct vector_file vectors_sii_draws = {
	.columns = { .texts = (const char *const[]){ "case", NULL },
		     .numbers = (const char *const[]){ "reps", "pos_lower", "pos_upper",
						       "sii_lower95", "sii_upper95", "rii_lower95",
						       "rii_upper95", NULL } },
	.inputs = { .numbers = (const char *const[]){ "z1", NULL },
		    .optional = (const char *const[]){ "z2", "z3", "z4", "z5", "z6", "z7", "z8",
						       "z9", "z10", NULL } },
	.also = "sii_inputs.csv",
	.compare = compare,
};
