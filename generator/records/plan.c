#include "records/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "data/csv.h"
#include "records/conditions.h"
#include "records/row_value.h"

static void mark_value(struct plan *plan, int value)
{
	const struct count_value *item;

	if (value == VALUE_NONE || plan->values[value].read_by_taken)
		return;
	plan->values[value].read_by_taken = true;
	item = &plan->query->values[value];
	if (item->kind == VALUE_COLUMN)
		return;
	mark_value(plan, item->from);
	if (row_value_spans(item->kind))
		mark_value(plan, item->until);
}

static void mark_condition(struct plan *plan, int which)
{
	const struct count_condition *condition;

	if (which == CONDITION_NONE)
		return;
	condition = &plan->query->conditions[which];
	plan->conditions[which].read_by_taken = true;
	if (!conditions_have_parts(condition))
		mark_value(plan, condition->value);
	else
		for (size_t i = 0; i < condition->part_count; i++)
			mark_condition(plan, condition->parts[i]);
}

/* -- columns ---------------------------------------------------------------------------------------------- */

static const char *const *header(struct arena *arena, const struct csv_reader *reader)
{
	const char **names = arena_array(arena, csv_columns(reader), sizeof(*names));

	for (size_t i = 0; i < csv_columns(reader); i++)
		names[i] = csv_column_name(reader, i);
	return names;
}

static int column_of(struct plan *plan, size_t place, const char *name)
{
	for (size_t i = 0; i < plan->column_count; i++)
		if (plan->columns[i].place == place)
			return (int)i;
	plan->columns[plan->column_count] =
		(struct plan_column){ .place = place, .name = name, .kept = true };
	return (int)plan->column_count++;
}

static bool find_columns(struct arena *arena, struct plan *plan, const struct count_place *place,
			 struct csv_reader *reader, struct diag_list *diags)
{
	const struct count_query *query = plan->query;
	bool found = true;

	for (size_t i = 0; i < query->value_count; i++) {
		const struct count_value *value = &query->values[i];
		int column;

		if (value->kind != VALUE_COLUMN)
			continue;
		column = csv_find_column(reader, value->name);
		if (column == CSV_COLUMN_MISSING)
			diag_add(
				diags, DIAG_COLUMN_UNKNOWN, value->at,
				arena_printf(arena, "\"%s\" in %s", value->name, place->shown_path),
				suggest_hint(arena, value->name, header(arena, reader),
					     csv_columns(reader)));
		found = found && column >= 0;
		if (column >= 0)
			plan->values[i].column = column_of(
				plan, (size_t)column,
				place->headerless ? NULL : csv_column_name(reader, (size_t)column));
	}
	return found;
}

/* Texts of people are too many to be worth keeping. */
static void find_people(struct plan *plan)
{
	for (size_t i = 0; i < plan->query->measure_count; i++) {
		const struct count_measure *measure = &plan->query->measures[i];

		if ((measure->kind == COUNT_PEOPLE || measure->kind == COUNT_REPEATS) &&
		    plan->query->values[measure->value].kind == VALUE_COLUMN)
			plan->columns[plan->values[measure->value].column].kept = false;
	}
}

/* -- what follows from what ------------------------------------------------------------------------------- */

static struct plan_column *home(struct plan *plan, int column)
{
	return column == PLAN_EACH_ROW ? &plan->each_row : &plan->columns[column];
}

static int home_of_value(const struct plan *plan, const struct count_value *value, int column)
{
	if (value->kind == VALUE_COLUMN)
		return plan->columns[column].kept ? column : PLAN_EACH_ROW;
	column = plan->values[value->from].column;
	if (row_value_spans(value->kind) && value->until != VALUE_NONE &&
	    plan->values[value->until].column != column)
		return PLAN_EACH_ROW;
	return column;
}

/* Columns of people keep their number in the list of columns, for cells are taken from there. */
static void place_values(struct arena *arena, struct plan *plan)
{
	const struct count_query *query = plan->query;

	for (size_t i = 0; i < query->value_count; i++) {
		struct plan_value *value = &plan->values[i];
		int column = home_of_value(plan, &query->values[i], value->column);
		struct plan_column *at = home(plan, column);
		int *values;

		if (query->values[i].kind == VALUE_COLUMN) {
			value->source = value->column;
			plan->columns[value->source].read_by_taken |= value->read_by_taken;
		}
		value->column = column;
		value->slot = (int)at->value_count;
		values = arena_array(arena, at->value_count + 1, sizeof(*values));
		if (at->value_count > 0)
			memcpy(values, at->values, at->value_count * sizeof(*values));
		values[at->value_count++] = (int)i;
		at->values = values;
	}
}

static int home_of_condition(const struct plan *plan, const int *homes, size_t which)
{
	const struct count_condition *condition = &plan->query->conditions[which];

	if (!conditions_have_parts(condition))
		return plan->values[condition->value].column;
	for (size_t i = 0; i < condition->part_count; i++)
		if (homes[condition->parts[i]] != homes[condition->parts[0]])
			return PLAN_EACH_ROW;
	return condition->part_count == 0 ? PLAN_EACH_ROW : homes[condition->parts[0]];
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *const *sorted_texts(struct arena *arena, const struct count_condition *condition)
{
	const char **texts = arena_array(arena, condition->text_count + 1, sizeof(*texts));

	for (size_t i = 0; i < condition->text_count; i++)
		texts[i] = condition->texts[i];
	qsort(texts, condition->text_count, sizeof(*texts), by_text);
	return texts;
}

static const uint64_t *part_bits(struct arena *arena, const struct plan *plan,
				 const struct count_condition *condition)
{
	uint64_t *bits = arena_array(arena, plan->words, sizeof(*bits));

	for (size_t i = 0; i < condition->part_count; i++)
		conditions_set(bits, condition->parts[i], true);
	return bits;
}

static void place_conditions(struct arena *arena, struct plan *plan)
{
	const struct count_query *query = plan->query;
	int *homes = arena_array(arena, query->condition_count + 1, sizeof(*homes));

	plan->words = (query->condition_count + 63) / 64;
	for (size_t i = 0; i < query->condition_count; i++) {
		struct plan_column *at;
		int *conditions;

		homes[i] = home_of_condition(plan, homes, i);
		at = home(plan, homes[i]);
		conditions = arena_array(arena, at->condition_count + 1, sizeof(*conditions));
		if (at->condition_count > 0)
			memcpy(conditions, at->conditions,
			       at->condition_count * sizeof(*conditions));
		conditions[at->condition_count++] = (int)i;
		at->conditions = conditions;
		if (!conditions_have_parts(&query->conditions[i]))
			plan->conditions[i].sorted = sorted_texts(arena, &query->conditions[i]);
		else
			plan->conditions[i].parts = part_bits(arena, plan, &query->conditions[i]);
	}
}

static void place_dimensions(struct arena *arena, struct plan *plan)
{
	const struct count_query *query = plan->query;

	for (size_t i = 0; i < query->grouping_count; i++)
		for (size_t j = 0; j < query->groupings[i].value_count; j++) {
			int value = query->groupings[i].values[j];
			struct plan_column *at = home(plan, plan->values[value].column);
			struct plan_dimension *dimensions =
				arena_array(arena, at->dimension_count + 1, sizeof(*dimensions));

			if (at->dimension_count > 0)
				memcpy(dimensions, at->dimensions,
				       at->dimension_count * sizeof(*dimensions));
			dimensions[at->dimension_count++] = (struct plan_dimension){
				.value = value, .grouping = i, .dimension = j
			};
			at->dimensions = dimensions;
		}
}

struct plan *plan_make(struct arena *arena, const struct count_query *query,
		       const struct count_place *place, struct csv_reader *reader,
		       struct diag_list *diags)
{
	struct plan *plan = arena_alloc(arena, sizeof(*plan));

	plan->query = query;
	plan->cells_in_row = csv_columns(reader);
	plan->values = arena_array(arena, query->value_count + 1, sizeof(*plan->values));
	plan->conditions =
		arena_array(arena, query->condition_count + 1, sizeof(*plan->conditions));
	plan->columns = arena_array(arena, query->value_count + 1, sizeof(*plan->columns));
	if (!find_columns(arena, plan, place, reader, diags))
		return NULL;
	mark_condition(plan, query->taken);
	find_people(plan);
	place_values(arena, plan);
	place_conditions(arena, plan);
	place_dimensions(arena, plan);
	return plan;
}

bool plan_column_is_named(const struct plan_column *column, const char *text, size_t length)
{
	row_value_cut(&text, &length);
	return column->name != NULL && length > 0 && strlen(column->name) == length &&
	       memcmp(column->name, text, length) == 0;
}
