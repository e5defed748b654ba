/*
 * count_split_answer.c - the part of an answer that is one asker's.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/string_index.h"
#include "data/count_split_parts.h"

/* New names of the texts of a lookup: of each number the text that is asked for. */
struct renaming {
	struct string_index
		*numbers; /* texts of what was counted -> numbers; NULL: none is renamed */
	const char **texts;
	size_t count;
};

struct taking {
	struct arena *arena, *scratch;
	const struct counted_query *counted;
	const struct count_query *asked;
	bool *wanted; /* texts of the split */
	size_t wanted_count;
	bool *renamed;          /* values whose lookup has other texts */
	struct renaming *names; /* by value */
};

static const struct count_split *split_of(const struct taking *taking)
{
	return taking->counted->query.split;
}

/* The place of a text among those of the split; as many as there are when it is none. */
static size_t text_place(const struct count_split *split, const char *text)
{
	size_t low = 0, high = split->text_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(split->texts[middle], text);

		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return split->text_count;
}

/* -- whether it can be told -------------------------------------------------------------------- */

/* The condition that stands for all askers; it has the texts of the split themselves. */
static int split_condition(const struct count_query *query)
{
	for (size_t i = 0; i < query->condition_count; i++)
		if (query->conditions[i].texts == query->split->texts)
			return (int)i;
	return CONDITION_NONE;
}

static bool find_wanted(struct taking *taking, int condition)
{
	const struct count_condition *asked = &taking->asked->conditions[condition];
	const struct count_split *split = split_of(taking);

	taking->wanted =
		arena_array(taking->scratch, split->text_count + 1, sizeof(*taking->wanted));
	for (size_t i = 0; i < asked->text_count; i++) {
		size_t place = text_place(split, asked->texts[i]);

		if (place == split->text_count)
			return false;
		taking->wanted_count += !taking->wanted[place];
		taking->wanted[place] = true;
	}
	return true;
}

/* Where cells have the value of the split for nothing else, those of two texts cannot be made one. */
static bool tells_texts_apart(const struct taking *taking)
{
	const struct count_query *asked = taking->asked;

	for (size_t i = 0; i < asked->grouping_count; i++)
		if (taking->counted->query.groupings[i].value_count >
			    asked->groupings[i].value_count &&
		    taking->wanted_count != 1)
			return false;
	return true;
}

/* A value whose texts have other names may be in groupings alone. */
static bool is_used_elsewhere(const struct count_query *query, int value)
{
	for (size_t i = 0; i < query->value_count; i++)
		if (query->values[i].kind != VALUE_COLUMN &&
		    (query->values[i].from == value || query->values[i].until == value))
			return true;
	for (size_t i = 0; i < query->condition_count; i++)
		if (query->conditions[i].kind != CONDITION_ALL &&
		    query->conditions[i].kind != CONDITION_ANY &&
		    query->conditions[i].value == value)
			return true;
	for (size_t i = 0; i < query->measure_count; i++)
		if (query->measures[i].value == value)
			return true;
	return false;
}

static bool is_mine(const struct taking *taking, size_t grouping, const struct count_cell *cell)
{
	const struct count_query *query = &taking->counted->query;
	const char *text;

	if (query->split == NULL)
		return true;
	text = cell->texts[count_grouping_place(&query->groupings[grouping], query->split->value)];
	return text != NULL && taking->wanted[text_place(query->split, text)];
}

/* The texts that the asker's rows have of a value, as far as the first answer tells; NULL when it does not. */
static struct string_index *texts_of_rows(const struct taking *taking, int value)
{
	const struct counted_query *first = taking->counted->first;
	struct string_index *texts = string_index_new(taking->scratch);
	bool seen = false;

	if (first == NULL || (size_t)value >= first->query.value_count)
		return NULL;
	for (size_t i = 0; i < first->query.grouping_count; i++) {
		const struct count_cells *cells = &first->result.groupings[i];
		size_t place = count_grouping_place(&first->query.groupings[i], value);

		if (place == first->query.groupings[i].value_count)
			continue;
		seen = true;
		for (size_t j = 0; j < cells->count; j++) {
			const char *text = cells->items[j].texts[place];
			struct taking of_first = *taking;

			of_first.counted = first;
			if (text != NULL && is_mine(&of_first, i, &cells->items[j]))
				string_index_add(texts, text, 0);
		}
	}
	return seen ? texts : NULL;
}

/* False when two texts that are one here are two there, or the other way round. */
static bool add_name(struct renaming *names, struct string_index *taken, const char *from,
		     const char *to)
{
	int number = string_index_find(names->numbers, from);

	if (number != STRING_INDEX_NONE)
		return strcmp(names->texts[number], to) == 0;
	if (!string_index_add(taken, to, 0))
		return false;
	string_index_add(names->numbers, from, (int)names->count);
	names->texts[names->count++] = to;
	return true;
}

/* Keys that are asked for have a text; others must not be in any row of the asker's. */
static bool rename_texts(struct taking *taking, int value)
{
	const struct count_value *mine = &taking->asked->values[value];
	const struct count_lookup *theirs = taking->counted->query.values[value].lookup;
	struct string_index *rows = texts_of_rows(taking, mine->from), *taken;
	struct renaming *names = &taking->names[value];
	size_t next = 0;

	if (rows == NULL || is_used_elsewhere(taking->asked, value))
		return false;
	taken = string_index_new(taking->scratch);
	names->numbers = string_index_new(taking->scratch);
	names->texts = arena_array(taking->scratch, theirs->count + 1, sizeof(*names->texts));
	for (size_t i = 0; i < theirs->count; i++) {
		int order = next == mine->lookup->count
				    ? 1
				    : strcmp(mine->lookup->keys[next], theirs->keys[i]);

		if (order < 0)
			return false;
		if (order > 0 && string_index_find(rows, theirs->keys[i]) != STRING_INDEX_NONE)
			return false;
		if (order == 0 &&
		    !add_name(names, taken, theirs->texts[i], mine->lookup->texts[next++]))
			return false;
	}
	return next == mine->lookup->count;
}

static bool can_tell(struct taking *taking)
{
	const struct count_query *query = &taking->counted->query;
	size_t values = query->value_count + 1;
	int condition = query->split == NULL ? CONDITION_NONE : split_condition(query);

	taking->renamed = arena_array(taking->scratch, values, sizeof(*taking->renamed));
	taking->names = arena_array(taking->scratch, values, sizeof(*taking->names));
	if (taking->asked->split != NULL ||
	    !count_queries_alike(taking->asked, query, condition,
				 query->split == NULL ? NULL : taking->renamed))
		return false;
	if (query->split == NULL)
		return true;
	if (!find_wanted(taking, condition) || !tells_texts_apart(taking))
		return false;
	for (size_t i = 0; i < query->value_count; i++)
		if (taking->renamed[i] && !rename_texts(taking, (int)i))
			return false;
	return true;
}

/* -- cells ------------------------------------------------------------------------------------- */

/* False when a text has no name: it belongs to nobody who asked. */
static bool take_cell(const struct taking *taking, const struct count_grouping *grouping,
		      const struct count_cell *from, struct count_cell *to)
{
	const char **texts = arena_array(taking->arena, grouping->value_count + 1, sizeof(*texts));

	*to = *from;
	to->texts = texts;
	for (size_t i = 0; i < grouping->value_count; i++) {
		const struct renaming *names = &taking->names[grouping->values[i]];
		int number;

		texts[i] = from->texts[i];
		if (names->numbers == NULL || texts[i] == NULL)
			continue;
		number = string_index_find(names->numbers, texts[i]);
		if (number == STRING_INDEX_NONE)
			return false;
		texts[i] = names->texts[number];
	}
	return true;
}

/* As count_cells are in order. */
static int by_texts(const void *a, const void *b, void *texts)
{
	const struct count_cell *x = a, *y = b;

	for (size_t i = 0; i < *(const size_t *)texts; i++) {
		const char *left = x->texts[i], *right = y->texts[i];
		int order = left == NULL || right == NULL ? (left == NULL) - (right == NULL)
							  : strcmp(left, right);

		if (order != 0)
			return order;
	}
	return 0;
}

static bool take_cells(const struct taking *taking, size_t number, struct count_cells *cells)
{
	const struct count_cells *from = &taking->counted->result.groupings[number];
	const struct count_grouping *grouping = &taking->asked->groupings[number];
	size_t texts = grouping->value_count, count = 0;
	struct count_cell *items;

	for (size_t i = 0; i < from->count; i++)
		count += is_mine(taking, number, &from->items[i]);
	items = arena_array(taking->arena, count + 1, sizeof(*items));
	count = 0;
	for (size_t i = 0; i < from->count; i++)
		if (is_mine(taking, number, &from->items[i]) &&
		    !take_cell(taking, grouping, &from->items[i], &items[count++]))
			return false;
	qsort_r(items, count, sizeof(*items), by_texts, &texts);
	*cells = (struct count_cells){ .items = items, .count = count };
	return true;
}

/* -- tallies ----------------------------------------------------------------------------------- */

static void add_tally(struct count_tally *into, const struct count_tally *from)
{
	for (size_t i = 0; i < LACK_COUNT; i++) {
		if (from->rows[i] > 0 && (into->rows[i] == 0 || from->line[i] < into->line[i])) {
			into->line[i] = from->line[i];
			into->text[i] = from->text[i];
		}
		into->rows[i] += from->rows[i];
	}
}

static void mark_value(const struct count_query *query, int value, bool *read)
{
	if (value == VALUE_NONE || read[value])
		return;
	read[value] = true;
	if (query->values[value].kind == VALUE_COLUMN)
		return;
	mark_value(query, query->values[value].from, read);
	mark_value(query, query->values[value].until, read);
}

static void mark_condition(const struct count_query *query, int condition, bool *read)
{
	const struct count_condition *at;

	if (condition == CONDITION_NONE)
		return;
	at = &query->conditions[condition];
	for (size_t i = 0; i < at->part_count; i++)
		mark_condition(query, at->parts[i], read);
	if (at->kind != CONDITION_ALL && at->kind != CONDITION_ANY)
		mark_value(query, at->value, read);
}

/* Rows of the others are left out; of those only what decides on that is tallied. */
static void take_tallies(const struct taking *taking, struct count_result *result)
{
	const struct count_result *whole = &taking->counted->result;
	size_t values = taking->asked->value_count;
	struct count_tally *taken = arena_array(taking->arena, values + 1, sizeof(*taken));
	struct count_tally *left_out = arena_array(taking->arena, values + 1, sizeof(*left_out));
	bool *read = arena_array(taking->scratch, values + 1, sizeof(*read));

	mark_condition(taking->asked, taking->asked->taken, read);
	for (size_t i = 0; i < values; i++) {
		for (size_t lack = 0; lack < LACK_COUNT; lack++)
			taken[i].text[lack] = left_out[i].text[lack] = "";
		add_tally(&left_out[i], &whole->left_out[i]);
		for (size_t part = 0; part < split_of(taking)->text_count; part++)
			if (taking->wanted[part])
				add_tally(&taken[i], &whole->parts[part][i]);
			else if (read[i])
				add_tally(&left_out[i], &whole->parts[part][i]);
	}
	result->taken = taken;
	result->left_out = left_out;
}

/* -- the whole --------------------------------------------------------------------------------- */

static bool take(const struct taking *taking, struct count_result *result)
{
	const struct count_result *whole = &taking->counted->result;
	size_t count = taking->asked->grouping_count;
	struct count_cells *groupings = arena_array(taking->arena, count + 1, sizeof(*groupings));

	if (taking->counted->query.split == NULL) {
		*result = *whole;
		return true;
	}
	*result = (struct count_result){ .rows = whole->rows, .groupings = groupings };
	for (size_t i = 0; i < count; i++)
		if (!take_cells(taking, i, &groupings[i]))
			return false;
	for (size_t i = 0; i < groupings[0].count; i++)
		result->rows_taken += groupings[0].items[i].rows;
	take_tallies(taking, result);
	return true;
}

bool count_split_answer(struct arena *arena, const struct counted_query *counted,
			const struct count_query *asked, struct count_result *result)
{
	struct taking taking = {
		.arena = arena, .scratch = arena_new(), .counted = counted, .asked = asked
	};
	bool told = can_tell(&taking) && take(&taking, result);

	arena_free(taking.scratch);
	return told;
}
