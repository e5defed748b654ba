#include <string.h>

#include "records/conditions.h"
#include "records/plan.h"
#include "records/worker.h"

const struct row_value *worker_value(const struct worker *worker, int value, size_t row)
{
	const struct plan_value *at = &worker->plan->values[value];

	if (at->column == PLAN_EACH_ROW)
		return &worker->values[at->slot][row];
	return text_cache_value(&worker->caches[at->column], worker->entries[at->column][row],
				at->slot);
}

/* -- columns ---------------------------------------------------------------------------------------------- */

static void find_entries(struct worker *worker, size_t column)
{
	const struct row_batch *batch = worker->batch;

	text_cache_find(&worker->caches[column], batch->bytes, batch->start[column],
			batch->length[column], batch->longest[column], worker->selected,
			worker->selected_count, worker->entries[column]);
}

static void add_bits(struct worker *worker, size_t column)
{
	const uint64_t *conditions = worker->caches[column].records + TEXT_CONDITIONS;
	const uint32_t *entries = worker->entries[column];
	size_t words = worker->plan->words;
	uint64_t *bits = worker->bits;

	if (worker->plan->columns[column].condition_count == 0)
		return;
	if (words == 1) {
		for (size_t i = 0; i < worker->selected_count; i++)
			bits[worker->selected[i]] |= conditions[entries[worker->selected[i]]];
		return;
	}
	for (size_t i = 0; i < worker->selected_count; i++) {
		size_t row = worker->selected[i];

		for (size_t j = 0; j < words; j++)
			bits[row * words + j] |= conditions[entries[row] + j];
	}
}

static void read_columns(struct worker *worker, bool read_by_taken)
{
	const struct plan *plan = worker->plan;

	for (size_t i = 0; i < plan->column_count; i++)
		if (plan->columns[i].kept && plan->columns[i].read_by_taken == read_by_taken) {
			find_entries(worker, i);
			add_bits(worker, i);
		}
}

/* -- what is worked out for each row ---------------------------------------------------------------------- */

static void read_value(struct worker *worker, size_t slot)
{
	const struct plan *plan = worker->plan;
	const struct row_batch *batch = worker->batch;
	int which = plan->each_row.values[slot];
	const struct count_value *value = &plan->query->values[which];
	int source = plan->values[which].source;

	for (size_t i = 0; i < worker->selected_count; i++) {
		size_t row = worker->selected[i];
		struct row_value *out = &worker->values[slot][row];

		if (value->kind == VALUE_COLUMN)
			row_value_of_cell(out, value, batch->bytes + batch->start[source][row],
					  batch->length[source][row]);
		else
			row_value_derive(out, value, worker_value(worker, value->from, row),
					 row_value_spans(value->kind) && value->until != VALUE_NONE
						 ? worker_value(worker, value->until, row)
						 : NULL);
	}
}

static void read_condition(struct worker *worker, int which)
{
	const struct plan *plan = worker->plan;
	const struct count_condition *condition = &plan->query->conditions[which];

	for (size_t i = 0; i < worker->selected_count; i++) {
		size_t row = worker->selected[i];

		conditions_set(worker->bits + row * plan->words, which,
			       row_value_holds(worker_value(worker, condition->value, row),
					       condition, plan->conditions[which].sorted));
	}
}

static void combine_conditions(struct worker *worker, int which)
{
	size_t words = worker->plan->words;
	const struct count_condition *condition = &worker->plan->query->conditions[which];
	const uint64_t *parts = worker->plan->conditions[which].parts;
	bool all = condition->kind == CONDITION_ALL;

	for (size_t i = 0; i < worker->selected_count; i++) {
		uint64_t *bits = worker->bits + worker->selected[i] * words;
		uint64_t others = 0;

		/* Parts that do not hold, or that do: the answer is whether there are any. */
		for (size_t j = 0; j < words; j++)
			others |= (all ? ~bits[j] : bits[j]) & parts[j];
		conditions_set(bits, which, (others != 0) != all);
	}
}

static void read_each_row(struct worker *worker, bool read_by_taken)
{
	const struct plan *plan = worker->plan;

	for (size_t i = 0; i < plan->each_row.value_count; i++)
		if (plan->values[plan->each_row.values[i]].read_by_taken == read_by_taken)
			read_value(worker, i);
	for (size_t i = 0; i < plan->each_row.condition_count; i++) {
		int which = plan->each_row.conditions[i];

		if (plan->conditions[which].read_by_taken != read_by_taken)
			continue;
		if (conditions_have_parts(&plan->query->conditions[which]))
			combine_conditions(worker, which);
		else
			read_condition(worker, which);
	}
}

/* -- which rows are taken --------------------------------------------------------------------------------- */

static void select_rows(struct worker *worker)
{
	const struct plan *plan = worker->plan;
	int taken = plan->query->taken;
	size_t count = 0, left_out = 0;

	if (taken != CONDITION_NONE) {
		for (size_t i = 0; i < worker->batch->count; i++) {
			bool holds = conditions_hold(worker->bits + i * plan->words, taken);

			worker->selected[count] = (uint16_t)i;
			count += holds;
			worker->left[left_out] = (uint16_t)i;
			left_out += !holds;
		}
		worker->selected_count = count;
	}
	worker->left_count = left_out;
}

static void forget_texts(struct worker *worker)
{
	for (size_t i = 0; i < worker->plan->column_count; i++)
		if (worker->plan->columns[i].kept &&
		    text_cache_is_full(&worker->caches[i], worker->batch->count)) {
			worker_tally_texts(worker, i);
			text_cache_forget(&worker->caches[i]);
		}
}

void worker_evaluate(struct worker *worker)
{
	const struct plan *plan = worker->plan;
	size_t count = worker->batch->count;

	forget_texts(worker);
	for (size_t i = 0; i < count; i++)
		worker->selected[i] = (uint16_t)i;
	worker->selected_count = count;
	memset(worker->bits, 0, count * plan->words * sizeof(*worker->bits));
	read_columns(worker, true);
	read_each_row(worker, true);
	select_rows(worker);
	worker->row_count += count;
	worker->taken_count += worker->selected_count;
	read_columns(worker, false);
	read_each_row(worker, false);
	worker_look(worker);
}
