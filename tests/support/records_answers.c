#include <string.h>

#include "base/arena.h"
#include "support/records_random.h"

static bool same_text(const char *one, const char *other)
{
	return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

static bool same_figure(const struct counted_figure *one, const struct counted_figure *other)
{
	if (one->number != other->number || one->pair_count != other->pair_count)
		return false;
	for (size_t i = 0; i < one->pair_count; i++)
		if (one->pairs[i].number != other->pairs[i].number ||
		    one->pairs[i].count != other->pairs[i].count)
			return false;
	return true;
}

static const char *cells_differ(struct arena *arena, const struct count_query *query, size_t which,
				const struct count_cell *one, const struct count_cell *other)
{
	for (size_t i = 0; i < query->groupings[which].value_count; i++)
		if (!same_text(one->texts[i], other->texts[i]))
			return arena_printf(arena, "text %zu is %s and %s", i,
					    one->texts[i] == NULL ? "missing" : one->texts[i],
					    other->texts[i] == NULL ? "missing" : other->texts[i]);
	if (one->rows != other->rows || one->line != other->line)
		return arena_printf(arena, "%zu rows from line %zu, %zu from line %zu",
				    (size_t)one->rows, (size_t)one->line, (size_t)other->rows,
				    (size_t)other->line);
	for (size_t i = 0; i < query->measure_count; i++)
		if (!same_figure(&one->figures[i], &other->figures[i]))
			return arena_printf(arena, "measure %zu of kind %d is %.6f and %.6f", i,
					    (int)query->measures[i].kind, one->figures[i].number,
					    other->figures[i].number);
	return NULL;
}

static const char *tallies_differ(struct arena *arena, const struct count_tally *one,
				  const struct count_tally *other)
{
	for (size_t i = 0; i < LACK_COUNT; i++)
		if (one->rows[i] != other->rows[i] || one->line[i] != other->line[i] ||
		    !same_text(one->text[i], other->text[i]))
			return arena_printf(
				arena, "lack %zu: %zu from line %zu (%s), %zu from line %zu (%s)",
				i, (size_t)one->rows[i], (size_t)one->line[i], one->text[i],
				(size_t)other->rows[i], (size_t)other->line[i], other->text[i]);
	return NULL;
}

const char *answers_differ(struct arena *arena, const struct count_query *query,
			   const struct count_result *one, const struct count_result *other)
{
	const char *how;

	if (one->rows != other->rows || one->rows_taken != other->rows_taken)
		return arena_printf(arena, "%zu of %zu rows taken, %zu of %zu",
				    (size_t)one->rows_taken, (size_t)one->rows,
				    (size_t)other->rows_taken, (size_t)other->rows);
	for (size_t i = 0; i < query->value_count; i++) {
		if ((how = tallies_differ(arena, &one->taken[i], &other->taken[i])) != NULL)
			return arena_printf(arena, "value %zu, taken: %s", i, how);
		if ((how = tallies_differ(arena, &one->left_out[i], &other->left_out[i])) != NULL)
			return arena_printf(arena, "value %zu, left out: %s", i, how);
	}
	for (size_t i = 0; i < query->grouping_count; i++) {
		const struct count_cells *cells = &one->groupings[i],
					 *others = &other->groupings[i];

		if (cells->count != others->count)
			return arena_printf(arena, "grouping %zu has %zu cells and %zu", i,
					    cells->count, others->count);
		for (size_t j = 0; j < cells->count; j++)
			if ((how = cells_differ(arena, query, i, &cells->items[j],
						&others->items[j])) != NULL)
				return arena_printf(arena, "grouping %zu, cell %zu: %s", i, j, how);
	}
	return NULL;
}
