#include "base/arena.h"
#include "records/plan.h"
#include "records/worker.h"

/* -- tallies ---------------------------------------------------------------------------------------------- */

void worker_tally(struct worker *worker, struct count_tally *tallies, int value,
		  const struct row_value *lacking, const struct row_value *from, uint64_t rows,
		  uint64_t line)
{
	struct count_tally *tally = &tallies[value];
	char buffer[ROW_VALUE_TEXT_MOST];
	const char *text;
	size_t length;

	if (tally->rows[lacking->lack] == 0 || line < tally->line[lacking->lack]) {
		text = row_value_stood(&worker->plan->query->values[value], lacking, from, buffer,
				       &length);
		tally->text[lacking->lack] = arena_strndup(worker->arena, text, length);
		tally->line[lacking->lack] = line;
	}
	tally->rows[lacking->lack] += rows;
}

static void tally_entry(struct worker *worker, size_t column, uint32_t entry)
{
	const struct plan *plan = worker->plan;
	const struct text_cache *cache = &worker->caches[column];
	const struct plan_column *item = &plan->columns[column];
	const struct text_lacks *lacks = &cache->lacks[text_cache_number(cache, entry)];

	for (size_t i = 0; i < item->value_count; i++) {
		int value = item->values[i];
		const struct count_value *asked = &plan->query->values[value];
		const struct row_value *lacking = text_cache_value(cache, entry, (int)i);
		const struct row_value *from = NULL;

		if (lacking->state != ROW_VALUE_LACKING)
			continue;
		if (asked->kind != VALUE_COLUMN)
			from = text_cache_value(cache, entry, plan->values[asked->from].slot);
		if (lacks->rows > 0)
			worker_tally(worker, worker->taken, value, lacking, from, lacks->rows,
				     lacks->line);
		if (lacks->left_out > 0 && plan->values[value].read_by_taken)
			worker_tally(worker, worker->left_out, value, lacking, from,
				     lacks->left_out, lacks->left_out_line);
	}
}

void worker_tally_texts(struct worker *worker, size_t column)
{
	const struct text_cache *cache = &worker->caches[column];

	for (size_t i = 1; i < cache->count; i++)
		if ((cache->records[i * cache->stride + TEXT_FLAGS] & TEXT_LACKS) != 0)
			tally_entry(worker, column, (uint32_t)(i * cache->stride));
}

static void tally_each_row(struct worker *worker, int value, bool taken)
{
	const struct count_value *item = &worker->plan->query->values[value];
	const uint16_t *rows = taken ? worker->selected : worker->left;
	size_t count = taken ? worker->selected_count : worker->left_count;

	for (size_t i = 0; i < count; i++) {
		const struct row_value *lacking = worker_value(worker, value, rows[i]);
		const struct row_value *from = NULL;

		if (lacking->state != ROW_VALUE_LACKING)
			continue;
		if (item->kind != VALUE_COLUMN)
			from = worker_value(worker, item->from, rows[i]);
		worker_tally(worker, taken ? worker->taken : worker->left_out, value, lacking, from,
			     1, worker->batch->line[rows[i]]);
	}
}

/* -- entries that want a closer look ---------------------------------------------------------------------- */

/* Numbers for the texts of an entry that a taken row has for the first time. */
static void number_texts(struct worker *worker, size_t column, uint32_t entry)
{
	const struct plan_column *item = &worker->plan->columns[column];
	struct text_cache *cache = &worker->caches[column];
	uint64_t *record = cache->records + entry;

	text_cache_unflag(cache, entry, TEXT_UNGROUPED);
	for (size_t i = 0; i < item->dimension_count; i++) {
		const struct plan_dimension *dimension = &item->dimensions[i];
		struct row_value *value =
			text_cache_value(cache, entry, worker->plan->values[dimension->value].slot);
		struct cells *cells = &worker->cells[dimension->grouping];

		if (value->state != ROW_VALUE_PRESENT)
			continue;
		if (value->group == 0)
			value->group = group_texts_number(&worker->groups[dimension->value],
							  row_value_text(value), value->length);
		cells_widen(cells, dimension->dimension, value->group);
		record[cache->keys + i] = (uint64_t)value->group
					  << cells->shift[dimension->dimension];
	}
}

static void look_at_row(struct worker *worker, size_t column, size_t row, bool taken)
{
	struct text_cache *cache = &worker->caches[column];
	uint32_t entry = worker->entries[column][row];
	uint64_t flags = cache->records[entry + TEXT_FLAGS], line = worker->batch->line[row];
	struct text_lacks *lacks;

	if ((flags & TEXT_LACKS) != 0) {
		lacks = &cache->lacks[text_cache_number(cache, entry)];
		if (taken && lacks->rows++ == 0)
			lacks->line = line;
		if (!taken && lacks->left_out++ == 0)
			lacks->left_out_line = line;
	}
	if (taken && (flags & TEXT_UNGROUPED) != 0)
		number_texts(worker, column, entry);
	if ((flags & TEXT_IS_NAME) != 0)
		rows_is_header(worker->rows, row);
}

static void look_at_column(struct worker *worker, size_t column, bool taken)
{
	const uint64_t *flags = worker->caches[column].records + TEXT_FLAGS;
	const uint32_t *entries = worker->entries[column];
	const uint16_t *rows = taken ? worker->selected : worker->left;
	size_t count = taken ? worker->selected_count : worker->left_count, found = 0;
	uint16_t some[ROWS_MOST];

	if (worker->caches[column].flagged == 0)
		return;
	/* Which rows these are cannot be foretold, so that a list is quicker than a question for each. */
	for (size_t i = 0; i < count; i++) {
		some[found] = rows[i];
		found += flags[entries[rows[i]]] != 0;
	}
	for (size_t i = 0; i < found; i++)
		look_at_row(worker, column, some[i], taken);
}

void worker_look(struct worker *worker)
{
	const struct plan *plan = worker->plan;

	for (size_t i = 0; i < plan->column_count; i++) {
		if (!plan->columns[i].kept)
			continue;
		look_at_column(worker, i, true);
		if (plan->columns[i].read_by_taken)
			look_at_column(worker, i, false);
	}
	for (size_t i = 0; i < plan->each_row.value_count; i++) {
		int value = plan->each_row.values[i];

		tally_each_row(worker, value, true);
		if (plan->values[value].read_by_taken)
			tally_each_row(worker, value, false);
	}
	worker_look_at_split(worker);
}
