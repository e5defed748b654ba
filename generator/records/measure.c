#include "records/conditions.h"
#include "records/plan.h"
#include "records/worker.h"

#include <string.h>

/* -- keys ------------------------------------------------------------------------------------------------- */

/* The keys in a cache after those of the cells were made anew. */
static void renew_cache(const struct worker *worker, size_t column, size_t grouping)
{
	const struct plan_column *item = &worker->plan->columns[column];
	const struct text_cache *cache = &worker->caches[column];
	const struct cells *cells = &worker->cells[grouping];

	for (size_t i = 0; i < item->dimension_count; i++) {
		const struct plan_dimension *dimension = &item->dimensions[i];
		int slot = worker->plan->values[dimension->value].slot;

		if (dimension->grouping != grouping)
			continue;
		for (size_t j = 1; j < cache->count; j++) {
			size_t entry = j * cache->stride;

			cache->records[entry + cache->keys + i] =
				(uint64_t)text_cache_value(cache, (uint32_t)entry, slot)->group
				<< cells->shift[dimension->dimension];
		}
	}
}

static void renew_keys(struct worker *worker, size_t grouping)
{
	if (worker->layouts[grouping] == worker->cells[grouping].layout)
		return;
	for (size_t i = 0; i < worker->plan->column_count; i++)
		renew_cache(worker, i, grouping);
	worker->layouts[grouping] = worker->cells[grouping].layout;
}

static void add_column_keys(struct worker *worker, size_t column, size_t grouping)
{
	const struct plan_column *item = &worker->plan->columns[column];
	const struct text_cache *cache = &worker->caches[column];
	const uint32_t *entries = worker->entries[column];

	for (size_t i = 0; i < item->dimension_count; i++) {
		const uint64_t *keys = cache->records + cache->keys + i;

		if (item->dimensions[i].grouping != grouping)
			continue;
		for (size_t j = 0; j < worker->selected_count; j++)
			worker->keys[j] |= keys[entries[worker->selected[j]]];
	}
}

/* Numbers of texts that are worked out for each row; the first time they may widen the keys. */
static void number_each_row(struct worker *worker, size_t grouping)
{
	const struct plan_column *item = &worker->plan->each_row;

	for (size_t i = 0; i < item->dimension_count; i++) {
		const struct plan_dimension *dimension = &item->dimensions[i];
		struct row_value *values =
			worker->values[worker->plan->values[dimension->value].slot];

		if (dimension->grouping != grouping)
			continue;
		for (size_t j = 0; j < worker->selected_count; j++) {
			struct row_value *value = &values[worker->selected[j]];

			if (value->state != ROW_VALUE_PRESENT)
				continue;
			value->group = group_texts_number(&worker->groups[dimension->value],
							  row_value_text(value), value->length);
			cells_widen(&worker->cells[grouping], dimension->dimension, value->group);
		}
	}
}

static void add_each_row_keys(struct worker *worker, size_t grouping)
{
	const struct plan_column *item = &worker->plan->each_row;

	for (size_t i = 0; i < item->dimension_count; i++) {
		const struct plan_dimension *dimension = &item->dimensions[i];
		const struct row_value *values =
			worker->values[worker->plan->values[dimension->value].slot];
		unsigned shift = worker->cells[grouping].shift[dimension->dimension];

		if (dimension->grouping != grouping)
			continue;
		for (size_t j = 0; j < worker->selected_count; j++)
			worker->keys[j] |= (uint64_t)values[worker->selected[j]].group << shift;
	}
}

static void find_cells(struct worker *worker, size_t grouping)
{
	struct cells *cells = &worker->cells[grouping];

	memset(worker->keys, 0, worker->selected_count * sizeof(*worker->keys));
	number_each_row(worker, grouping);
	renew_keys(worker, grouping);
	for (size_t i = 0; i < worker->plan->column_count; i++)
		add_column_keys(worker, i, grouping);
	add_each_row_keys(worker, grouping);
	for (size_t i = 0; i < worker->selected_count; i++) {
		int64_t cell = cells->full ? CELLS_NONE : cells_find(cells, worker->keys[i]);
		uint64_t *words;

		if (cell == CELLS_NONE)
			return;
		worker->cell[i] = (uint32_t)cell;
		worker->offset[i] = (size_t)cell * cells->words;
		words = cells->items + worker->offset[i];
		if (words[CELL_ROWS]++ == 0)
			words[CELL_LINE] = worker->batch->line[worker->selected[i]];
	}
}

/* -- measures --------------------------------------------------------------------------------------------- */

static bool counts(const struct worker *worker, const struct count_measure *measure, size_t row)
{
	return measure->condition == CONDITION_NONE ||
	       conditions_hold(worker->bits + row * worker->plan->words, measure->condition);
}

static void count_events(struct worker *worker, const struct cells *cells,
			 const struct count_measure *measure, size_t word)
{
	size_t words = worker->plan->words, count = worker->selected_count;
	uint64_t *counts = cells->items + word;
	const size_t *offset = worker->offset;
	const uint16_t *selected = worker->selected;
	const uint64_t *bits;
	unsigned shift;

	if (measure->condition == CONDITION_NONE) {
		for (size_t i = 0; i < count; i++)
			counts[offset[i]]++;
		return;
	}
	bits = worker->bits + measure->condition / 64;
	shift = (unsigned)measure->condition % 64;
	if (words == 1)
		for (size_t i = 0; i < count; i++)
			counts[offset[i]] += bits[selected[i]] >> shift & 1;
	else
		for (size_t i = 0; i < count; i++)
			counts[offset[i]] += bits[selected[i] * words] >> shift & 1;
}

static void add_number(uint64_t *words, int64_t number)
{
	uint64_t low = words[SUM_LOW] + (uint64_t)number;

	words[SUM_HIGH] += (number < 0 ? ~(uint64_t)0 : 0) + (low < words[SUM_LOW]);
	words[SUM_LOW] = low;
	words[SUM_ROWS]++;
}

static void add_numbers(struct worker *worker, size_t grouping, size_t which)
{
	const struct count_measure *measure = &worker->plan->query->measures[which];
	const struct cells *cells = &worker->cells[grouping];

	for (size_t i = 0; i < worker->selected_count; i++) {
		size_t row = worker->selected[i];
		const struct row_value *value = worker_value(worker, measure->value, row);

		if (value->state == ROW_VALUE_PRESENT && counts(worker, measure, row))
			add_number(cells->items + worker->offset[i] + worker->measure_words[which],
				   value->number);
	}
}

/* Who or which number a row has; false when it does not count. */
static bool member_of(const struct worker *worker, const struct count_measure *measure, size_t row,
		      struct text_key *key, bool *whole)
{
	const struct row_value *value = worker_value(worker, measure->value, row);

	if (value->state != ROW_VALUE_PRESENT || !counts(worker, measure, row))
		return false;
	*whole = measure->kind == COUNT_SPREAD || value->length <= TEXT_KEY_WHOLE;
	*key = measure->kind == COUNT_SPREAD
		       ? (struct text_key){ (uint64_t)value->number, 0 }
		       : text_key_anywhere(row_value_text(value), value->length);
	return true;
}

static void add_members(struct worker *worker, size_t grouping, size_t which)
{
	const struct count_measure *measure = &worker->plan->query->measures[which];
	const struct cells *cells = &worker->cells[grouping];
	struct member_set *members = worker_members(worker, grouping, which);
	struct text_key keys[ROWS_MOST];
	uint16_t places[ROWS_MOST];
	bool whole[ROWS_MOST];
	size_t count = 0;

	for (size_t i = 0; i < worker->selected_count; i++) {
		if (!member_of(worker, measure, worker->selected[i], &keys[count], &whole[count]))
			continue;
		member_set_expect(members, worker->cell[i], keys[count]);
		places[count++] = (uint16_t)i;
	}
	for (size_t i = 0; i < count; i++) {
		size_t place = places[i];

		if (measure->kind != COUNT_PEOPLE)
			cells->items[worker->offset[place] + worker->measure_words[which]]++;
		member_set_add(members, worker->cell[place], keys[i], whole[i], 1);
	}
}

void worker_measure(struct worker *worker)
{
	const struct count_query *query = worker->plan->query;

	for (size_t i = 0; i < query->grouping_count; i++) {
		find_cells(worker, i);
		if (worker->cells[i].full)
			return;
		for (size_t j = 0; j < query->measure_count; j++)
			if (query->measures[j].kind == COUNT_EVENTS)
				count_events(worker, &worker->cells[i], &query->measures[j],
					     worker->measure_words[j]);
			else if (query->measures[j].kind == COUNT_SUM)
				add_numbers(worker, i, j);
			else
				add_members(worker, i, j);
	}
}
