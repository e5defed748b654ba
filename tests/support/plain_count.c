#include "support/plain_count.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/string_index.h"
#include "data/csv.h"
#include "support/plain_value.h"

struct group {
	const char **texts;
	struct plain_figure *figures;
	uint64_t rows, line;
};

struct plain_figure {
	double events;
	int64_t millionths;
	struct string_index *index; /* of people or numbers */
	struct count_pair *pairs;   /* a number, and how often; of repeats a person and how often */
	size_t count, capacity;
};

struct groups {
	struct string_index *index;
	struct group *items;
	size_t count, capacity;
};

struct counter {
	struct arena *arena;
	const struct count_query *query;
	struct plain_row row;
	struct groups *groupings;
	struct count_tally *taken, *left_out;
	bool *read_by_taken;
};

static const char *key_of(const struct counter *counter, const struct count_grouping *grouping)
{
	const char *key = "";

	for (size_t i = 0; i < grouping->value_count; i++) {
		const struct plain_value *value = &counter->row.values[grouping->values[i]];

		key = value->missing ? arena_printf(counter->arena, "%s\x1f-", key)
				     : arena_printf(counter->arena, "%s\x1f+%s", key, value->text);
	}
	return key;
}

static struct group *group_of(struct counter *counter, size_t which, uint64_t line)
{
	const struct count_grouping *grouping = &counter->query->groupings[which];
	struct groups *groups = &counter->groupings[which];
	const char *key = key_of(counter, grouping);
	int found = string_index_find(groups->index, key);
	struct group *group;

	if (found != STRING_INDEX_NONE)
		return &groups->items[found];
	groups->items = arena_grow(counter->arena, groups->items, groups->count, &groups->capacity,
				   sizeof(*groups->items));
	string_index_add(groups->index, key, (int)groups->count);
	group = &groups->items[groups->count++];
	group->line = line;
	group->texts =
		arena_array(counter->arena, grouping->value_count + 1, sizeof(*group->texts));
	for (size_t i = 0; i < grouping->value_count; i++)
		if (!counter->row.values[grouping->values[i]].missing)
			group->texts[i] = counter->row.values[grouping->values[i]].text;
	group->figures =
		arena_array(counter->arena, counter->query->measure_count, sizeof(*group->figures));
	for (size_t i = 0; i < counter->query->measure_count; i++)
		group->figures[i].index = string_index_new(counter->arena);
	return group;
}

static void add_once(struct counter *counter, struct plain_figure *figure, const char *key,
		     double number)
{
	int found = string_index_find(figure->index, key);

	if (found == STRING_INDEX_NONE) {
		figure->pairs = arena_grow(counter->arena, figure->pairs, figure->count,
					   &figure->capacity, sizeof(*figure->pairs));
		found = (int)figure->count++;
		figure->pairs[found].number = number;
		string_index_add(figure->index, key, found);
	}
	figure->pairs[found].count++;
}

static void count_measure(struct counter *counter, const struct count_measure *measure,
			  struct plain_figure *figure)
{
	const struct plain_value *value =
		measure->value == VALUE_NONE ? NULL : &counter->row.values[measure->value];

	if (!plain_holds(&counter->row, counter->query, measure->condition) ||
	    (value != NULL && value->missing))
		return;
	figure->events += 1;
	if (measure->kind == COUNT_PEOPLE || measure->kind == COUNT_REPEATS)
		add_once(counter, figure, value->text, 0);
	else if (measure->kind == COUNT_SUM)
		figure->millionths += value->millionths;
	else if (measure->kind == COUNT_SPREAD)
		add_once(counter, figure,
			 arena_printf(counter->arena, "%lld", (long long)value->millionths),
			 (double)value->millionths / 1e6);
}

static void tally(struct count_tally *tallies, size_t which, const struct plain_value *value,
		  uint64_t line)
{
	struct count_tally *tally = &tallies[which];

	if (!value->missing || value->inherited)
		return;
	if (tally->rows[value->lack]++ == 0) {
		tally->line[value->lack] = line;
		tally->text[value->lack] = value->stood;
	}
}

static void mark_values(struct counter *counter, int value)
{
	const struct count_value *item;

	if (value == VALUE_NONE || counter->read_by_taken[value])
		return;
	counter->read_by_taken[value] = true;
	item = &counter->query->values[value];
	if (item->kind == VALUE_COLUMN)
		return;
	mark_values(counter, item->from);
	if (item->kind == VALUE_AGE || item->kind == VALUE_DAYS || item->kind == VALUE_WEEKS)
		mark_values(counter, item->until);
}

static void mark_condition(struct counter *counter, int condition)
{
	const struct count_condition *item;

	if (condition == CONDITION_NONE)
		return;
	item = &counter->query->conditions[condition];
	if (item->kind != CONDITION_ALL && item->kind != CONDITION_ANY)
		mark_values(counter, item->value);
	else
		for (size_t i = 0; i < item->part_count; i++)
			mark_condition(counter, item->parts[i]);
}

static void count_row(struct counter *counter, struct count_result *result, uint64_t line)
{
	const struct count_query *query = counter->query;
	bool taken = plain_holds(&counter->row, query, query->taken);

	result->rows++;
	result->rows_taken += taken;
	for (size_t i = 0; i < query->value_count; i++)
		if (taken || counter->read_by_taken[i])
			tally(taken ? counter->taken : counter->left_out, i,
			      &counter->row.values[i], line);
	for (size_t i = 0; taken && i < query->grouping_count; i++) {
		struct group *group = group_of(counter, i, line);

		group->rows++;
		for (size_t j = 0; j < query->measure_count; j++)
			count_measure(counter, &query->measures[j], &group->figures[j]);
	}
}

static int by_number(const void *a, const void *b)
{
	double x = ((const struct count_pair *)a)->number,
	       y = ((const struct count_pair *)b)->number;

	return (x > y) - (x < y);
}

/* How many people have how many rows, from the rows of each. */
static void turn_repeats(struct arena *arena, const struct plain_figure *figure,
			 struct counted_figure *out)
{
	struct count_pair *pairs = arena_array(arena, figure->count + 1, sizeof(*pairs));

	for (size_t i = 0; i < figure->count; i++) {
		size_t at = 0;

		while (at < out->pair_count && pairs[at].number != (double)figure->pairs[i].count)
			at++;
		pairs[at].number = (double)figure->pairs[i].count;
		pairs[at].count++;
		out->pair_count += at == out->pair_count;
	}
	qsort(pairs, out->pair_count, sizeof(*pairs), by_number);
	out->pairs = pairs;
}

static struct counted_figure finish(struct arena *arena, const struct count_measure *measure,
				    struct plain_figure *figure)
{
	struct counted_figure out = { .number = figure->events };

	if (measure->kind == COUNT_PEOPLE)
		out.number = (double)figure->count;
	else if (measure->kind == COUNT_SUM)
		out.number = (double)figure->millionths / 1e6;
	else if (measure->kind == COUNT_REPEATS)
		turn_repeats(arena, figure, &out);
	else if (measure->kind == COUNT_SPREAD) {
		if (figure->count > 0)
			qsort(figure->pairs, figure->count, sizeof(*figure->pairs), by_number);
		out.pairs = figure->pairs;
		out.pair_count = figure->count;
	}
	return out;
}

static int by_texts(const void *a, const void *b, void *count)
{
	const struct count_cell *x = a, *y = b;

	for (size_t i = 0; i < *(const size_t *)count; i++) {
		int order;

		if (x->texts[i] == NULL || y->texts[i] == NULL)
			order = (x->texts[i] == NULL) - (y->texts[i] == NULL);
		else
			order = strcmp(x->texts[i], y->texts[i]);
		if (order != 0)
			return order;
	}
	return 0;
}

static struct count_cells cells_of(struct counter *counter, size_t which)
{
	const struct count_query *query = counter->query;
	struct groups *groups = &counter->groupings[which];
	struct count_cell *cells = arena_array(counter->arena, groups->count + 1, sizeof(*cells));
	size_t dimensions = query->groupings[which].value_count;

	for (size_t i = 0; i < groups->count; i++) {
		struct group *group = &groups->items[i];
		struct counted_figure *figures =
			arena_array(counter->arena, query->measure_count, sizeof(*figures));

		for (size_t j = 0; j < query->measure_count; j++)
			figures[j] =
				finish(counter->arena, &query->measures[j], &group->figures[j]);
		cells[i] = (struct count_cell){
			.texts = group->texts,
			.figures = figures,
			.rows = group->rows,
			.line = group->line,
		};
	}
	qsort_r(cells, groups->count, sizeof(*cells), by_texts, &dimensions);
	return (struct count_cells){ .items = cells, .count = groups->count };
}

static bool find_columns(struct counter *counter, struct csv_reader *reader,
			 const struct count_place *place, struct diag_list *diags)
{
	const struct count_query *query = counter->query;
	bool found = true;

	for (size_t i = 0; i < query->value_count; i++) {
		int *column = &counter->row.columns[i];

		if (query->values[i].kind != VALUE_COLUMN)
			continue;
		*column = csv_find_column(reader, query->values[i].name);
		if (*column == CSV_COLUMN_MISSING)
			diag_addf(diags, DIAG_COLUMN_UNKNOWN, query->values[i].at, "\"%s\" in %s",
				  query->values[i].name, place->shown_path);
		found = found && *column >= 0;
	}
	return found;
}

static void start(struct counter *counter, struct arena *arena, const struct count_query *query)
{
	size_t values = query->value_count + 1;

	*counter = (struct counter){ .arena = arena, .query = query };
	counter->row = (struct plain_row){
		.values = arena_array(arena, values, sizeof(struct plain_value)),
		.columns = arena_array(arena, values, sizeof(int)),
	};
	counter->taken = arena_array(arena, values, sizeof(*counter->taken));
	counter->left_out = arena_array(arena, values, sizeof(*counter->left_out));
	for (size_t i = 0; i < query->value_count; i++)
		for (size_t lack = 0; lack < LACK_COUNT; lack++)
			counter->taken[i].text[lack] = counter->left_out[i].text[lack] = "";
	counter->read_by_taken = arena_array(arena, values, sizeof(bool));
	mark_condition(counter, query->taken);
	counter->groupings =
		arena_array(arena, query->grouping_count + 1, sizeof(*counter->groupings));
	for (size_t i = 0; i < query->grouping_count; i++)
		counter->groupings[i].index = string_index_new(arena);
}

bool plain_count(void *context, struct arena *arena, const struct count_query *query,
		 const struct count_place *place, struct count_result *result,
		 struct diag_list *diags)
{
	struct csv_options options = { .delimiter = place->delimiter,
				       .encoding = place->encoding,
				       .preamble = place->preamble,
				       .headerless = place->headerless };
	struct source *source = source_read(arena, place->path, place->shown_path, place->at,
					    DIAG_DATA_UNREADABLE, diags);
	struct csv_reader *reader =
		source == NULL ? NULL : csv_open(arena, source, &options, diags);
	const struct csv_record *record;
	struct count_cells *cells;
	struct counter counter;

	(void)context;
	if (reader == NULL)
		return false;
	start(&counter, arena, query);
	if (!find_columns(&counter, reader, place, diags))
		return false;
	*result = (struct count_result){ .taken = counter.taken, .left_out = counter.left_out };
	while ((record = csv_next(reader)) != NULL) {
		plain_read_row(arena, &counter.row, query, record);
		count_row(&counter, result, csv_location(reader, record->offset).line);
	}
	cells = arena_array(arena, query->grouping_count + 1, sizeof(*cells));
	for (size_t i = 0; i < query->grouping_count; i++)
		cells[i] = cells_of(&counter, i);
	result->groupings = cells;
	return !csv_failed(reader);
}
