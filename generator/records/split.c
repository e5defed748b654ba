/*
 * split.c - what the rows with each text of a value lack, when several who ask differ in that text alone.
 */
#include <string.h>

#include "records/plan.h"
#include "records/worker.h"

/* Where the text of a row is among those of the split; -1 when it is none of them. */
static int part_of(const struct worker *worker, size_t row)
{
	const struct count_split *split = worker->plan->query->split;
	const struct row_value *value = worker_value(worker, split->value, row);
	size_t low = 0, high = split->text_count;

	if (value->state != ROW_VALUE_PRESENT)
		return -1;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		size_t length = strlen(split->texts[middle]);
		size_t shorter = length < value->length ? length : value->length;
		int order = memcmp(split->texts[middle], row_value_text(value), shorter);

		if (order == 0 && length == value->length)
			return (int)middle;
		if (order < 0 || (order == 0 && length < value->length))
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

static void tally_row(struct worker *worker, int value, size_t row)
{
	const struct count_query *query = worker->plan->query;
	const struct row_value *lacking = worker_value(worker, value, row), *from = NULL;
	int part;

	if (lacking->state != ROW_VALUE_LACKING)
		return;
	part = part_of(worker, row);
	if (part < 0)
		return;
	if (query->values[value].kind != VALUE_COLUMN)
		from = worker_value(worker, query->values[value].from, row);
	worker_tally(worker, &worker->parts[(size_t)part * query->value_count], value, lacking,
		     from, 1, worker->batch->line[row]);
}

static void look_at_column(struct worker *worker, size_t column)
{
	const struct plan_column *item = &worker->plan->columns[column];
	const uint64_t *flags = worker->caches[column].records + TEXT_FLAGS;

	for (size_t i = 0; i < worker->selected_count; i++) {
		size_t row = worker->selected[i];

		if ((flags[worker->entries[column][row]] & TEXT_LACKS) == 0)
			continue;
		for (size_t j = 0; j < item->value_count; j++)
			tally_row(worker, item->values[j], row);
	}
}

void worker_look_at_split(struct worker *worker)
{
	const struct plan *plan = worker->plan;

	if (plan->query->split == NULL)
		return;
	for (size_t i = 0; i < plan->column_count; i++)
		if (plan->columns[i].kept && worker->caches[i].flagged > 0)
			look_at_column(worker, i);
	for (size_t i = 0; i < plan->each_row.value_count; i++)
		for (size_t j = 0; j < worker->selected_count; j++)
			tally_row(worker, plan->each_row.values[i], worker->selected[j]);
}
