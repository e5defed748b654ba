#include "records/merge.h"

#include <string.h>

#include "base/arena.h"
#include "records/plan.h"
#include "records/worker.h"

/* The numbers of one worker's texts among those of the other, by value. */
static uint32_t *number_map(struct arena *arena, struct group_texts *into,
			    const struct group_texts *from)
{
	uint32_t *map = arena_array(arena, from->count, sizeof(*map));

	for (size_t i = 1; i < from->count; i++)
		map[i] = group_texts_number(into, from->texts[i], strlen(from->texts[i]));
	return map;
}

static void add_sum(uint64_t *into, const uint64_t *from)
{
	uint64_t low = into[SUM_LOW] + from[SUM_LOW];

	into[SUM_HIGH] += from[SUM_HIGH] + (low < into[SUM_LOW]);
	into[SUM_LOW] = low;
	into[SUM_ROWS] += from[SUM_ROWS];
}

static void add_cell(const struct worker *worker, uint64_t *into, const uint64_t *from)
{
	const struct count_query *query = worker->plan->query;

	if (into[CELL_ROWS] == 0 || from[CELL_LINE] < into[CELL_LINE])
		into[CELL_LINE] = from[CELL_LINE];
	into[CELL_ROWS] += from[CELL_ROWS];
	for (size_t i = 0; i < query->measure_count; i++) {
		size_t word = worker->measure_words[i];

		if (query->measures[i].kind == COUNT_SUM)
			add_sum(into + word, from + word);
		else if (query->measures[i].kind != COUNT_PEOPLE)
			into[word] += from[word];
	}
}

/* First all keys may be widened, then cells are added. */
static void widen(struct cells *into, const struct cells *from, uint32_t *const *maps,
		  const int *values)
{
	for (size_t i = 0; i < from->count; i++)
		for (size_t j = 0; j < from->dimensions; j++)
			cells_widen(into, j, maps[values[j]][cells_number(from, from->keys[i], j)]);
}

/* They are let go of one after the other, since the others grow meanwhile. */
static void merge_members(struct member_set *into, struct member_set *from, const uint32_t *places)
{
	for (size_t i = 0; i < from->capacity; i++) {
		const struct member *member = &from->items[i];

		if (member->count > 0)
			member_set_add(into, places[member->cell], member->key, member->whole,
				       member->count);
	}
	member_set_clear(from);
}

static void merge_cells(struct arena *scratch, struct worker *into, const struct worker *from,
			size_t grouping, uint32_t *const *maps)
{
	const int *values = into->plan->query->groupings[grouping].values;
	size_t measures = into->plan->query->measure_count;
	struct cells *cells = &into->cells[grouping];
	const struct cells *other = &from->cells[grouping];
	uint32_t *places = arena_array(scratch, other->count + 1, sizeof(*places));

	widen(cells, other, maps, values);
	for (size_t i = 0; i < other->count && !cells->full; i++) {
		uint64_t key = 0;
		int64_t cell;

		for (size_t j = 0; j < cells->dimensions; j++)
			key |= (uint64_t)maps[values[j]][cells_number(other, other->keys[i], j)]
			       << cells->shift[j];
		cell = cells_find(cells, key);
		if (cell == CELLS_NONE)
			return;
		places[i] = (uint32_t)cell;
		add_cell(into, cells_words(cells, cell), cells_words(other, (int64_t)i));
	}
	for (size_t i = 0; i < measures && !cells->full; i++)
		merge_members(worker_members(into, grouping, i), worker_members(from, grouping, i),
			      places);
}

static void merge_tally(struct arena *arena, struct count_tally *into,
			const struct count_tally *from)
{
	for (size_t i = 0; i < LACK_COUNT; i++) {
		if (from->rows[i] == 0)
			continue;
		if (into->rows[i] == 0 || from->line[i] < into->line[i]) {
			into->line[i] = from->line[i];
			into->text[i] = arena_strdup(arena, from->text[i]);
		}
		into->rows[i] += from->rows[i];
	}
}

void merge_worker(struct worker *into, const struct worker *from)
{
	const struct count_query *query = into->plan->query;
	struct arena *scratch = arena_new();
	uint32_t **maps = arena_array(scratch, query->value_count + 1, sizeof(*maps));

	for (size_t i = 0; i < query->value_count; i++) {
		maps[i] = number_map(scratch, &into->groups[i], &from->groups[i]);
		merge_tally(into->arena, &into->taken[i], &from->taken[i]);
		merge_tally(into->arena, &into->left_out[i], &from->left_out[i]);
	}
	for (size_t i = 0;
	     query->split != NULL && i < query->split->text_count * query->value_count; i++)
		merge_tally(into->arena, &into->parts[i], &from->parts[i]);
	for (size_t i = 0; i < query->grouping_count; i++)
		merge_cells(scratch, into, from, i, maps);
	into->row_count += from->row_count;
	into->taken_count += from->taken_count;
	arena_free(scratch);
}
