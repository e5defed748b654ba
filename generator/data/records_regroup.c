/*
 * records_regroup.c - texts of one meaning, such as A, B and C for one ethnic group: events of theirs can be added
 * up, but people who have several of them would be counted twice. Then the question is asked again with one
 * text for all.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "data/records_rows.h"

static int compare_rows(const void *a, const void *b)
{
	const struct records_row *left = a, *right = b;
	int order = cell_key_compare(&left->observation.key, &right->observation.key);

	if (order != 0)
		return order;
	if (left->observation.age != right->observation.age)
		return left->observation.age < right->observation.age ? -1 : 1;
	return (left->cell > right->cell) - (left->cell < right->cell);
}

bool records_rows_clash(struct records_rows *rows)
{
	if (rows->count > 1)
		qsort(rows->items, rows->count, sizeof(*rows->items), compare_rows);
	for (size_t i = 1; i < rows->count; i++) {
		const struct records_row *row = &rows->items[i], *last = &rows->items[i - 1];

		if (!row->adds_up && row->cell != last->cell &&
		    row->observation.age == last->observation.age &&
		    cell_key_compare(&row->observation.key, &last->observation.key) == 0)
			return true;
	}
	return false;
}

/* -- the question ----------------------------------------------------------------------------- */

/* The first text of a meaning, which stands for all of them. */
static const char *first_text(const struct records_texts *texts, int meaning)
{
	for (size_t i = 0; i < texts->count; i++)
		if (texts->items[i].meaning == meaning)
			return texts->items[i].text;
	return NULL;
}

/* Records of an unknown group are those without any. */
static bool is_unknown(const struct records_rows *rows, int by, int meaning)
{
	const struct dimensions *dimensions = rows->reader->dataset->dimensions;
	const struct classification *classification =
		by < 0 ? NULL : dimensions->classifications[rows->plan->classifications[by]];

	return classification != NULL && meaning >= 0 &&
	       classification->groups[meaning].kind == GROUP_UNKNOWN;
}

static const struct count_lookup *meanings(const struct records_rows *rows,
					   const struct records_texts *texts, int by)
{
	struct arena *arena = rows->reader->arena;
	const char **keys = arena_array(arena, texts->count + 1, sizeof(*keys));
	const char **found = arena_array(arena, texts->count + 1, sizeof(*found));
	size_t count = 0;

	for (size_t i = 0; i < texts->count; i++) {
		const struct records_text *text = &texts->items[i];

		if (is_unknown(rows, by, text->meaning))
			continue;
		keys[count] = text->text;
		found[count++] = text->meaning == TEXT_SKIPPED ? text->text
							       : first_text(texts, text->meaning);
	}
	return records_lookup_of(arena, "", keys, found, count);
}

/* The value behind one that is read through a lookup of its texts; VALUE_NONE: not made yet. */
struct regrouping {
	const struct records_rows *rows;
	struct count_value *values;
	size_t value_count;
	int *made; /* by list of texts */
};

static int regrouped_value(struct regrouping *regrouping, int value, size_t list, int by)
{
	const struct records_texts *texts = &regrouping->rows->texts[list];

	if (regrouping->made[list] == VALUE_NONE) {
		struct count_value through = {
			.kind = VALUE_LOOKUP,
			.name = regrouping->values[value].name,
			.at = regrouping->values[value].at,
			.from = value,
			.until = VALUE_NONE,
			.lookup = meanings(regrouping->rows, texts, by),
		};

		regrouping->made[list] = (int)regrouping->value_count;
		regrouping->values[regrouping->value_count++] = through;
	}
	return regrouping->made[list];
}

static struct count_grouping regrouped(struct regrouping *regrouping, size_t number)
{
	const struct records_plan *plan = regrouping->rows->plan;
	const struct records_grouping *grouping = &plan->groupings[number];
	struct count_grouping made = plan->query.groupings[number];
	int *values =
		arena_array(regrouping->rows->reader->arena, made.value_count + 1, sizeof(*values));

	for (int role = 0; role < DATA_ROLE_COUNT; role++) {
		bool is_group = role == DATA_ROLE_GROUP;
		int place = grouping->places[role];

		if (place == PLACE_MISSING)
			continue;
		values[place] =
			regrouped_value(regrouping, made.values[place],
					is_group ? records_by_texts(grouping->by) : (size_t)role,
					is_group ? grouping->by : -1);
	}
	made.values = values;
	return made;
}

struct count_query records_regrouped(const struct records_rows *rows)
{
	struct arena *arena = rows->reader->arena;
	const struct count_query *query = &rows->plan->query;
	size_t lists = DATA_ROLE_COUNT + rows->plan->source->records.by_count;
	struct regrouping regrouping = {
		.rows = rows,
		.values =
			arena_array(arena, query->value_count + lists, sizeof(*regrouping.values)),
		.value_count = query->value_count,
		.made = arena_array(arena, lists, sizeof(*regrouping.made)),
	};
	struct count_grouping *groupings =
		arena_array(arena, query->grouping_count + 1, sizeof(*groupings));
	struct count_query again = *query;

	memcpy(regrouping.values, query->values, query->value_count * sizeof(*regrouping.values));
	for (size_t i = 0; i < lists; i++)
		regrouping.made[i] = VALUE_NONE;
	for (size_t i = 0; i < query->grouping_count; i++)
		groupings[i] = regrouped(&regrouping, i);
	again.values = regrouping.values;
	again.value_count = regrouping.value_count;
	again.groupings = groupings;
	return again;
}
