/*
 * gather.c - one table for all figures and tables of the report that show the same indicators by the same groups: who
 * opens a workbook finds a breakdown in one place, its years, measures and groups under each other, and reads in a
 * column which figure or table shows a row. Tables of words without caption are put together by gather_printed.c.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "document/document.h"
#include "sheets/table_parts.h"
#include "sheets/tables.h"
#include "words/phrases.h"

/* -- what a table is of ------------------------------------------------------------------------------------- */

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool says_breakdown(const struct long_row *row)
{
	return row->cells[LONG_BREAKDOWN].text != NULL;
}

/* Every indicator and breakdown of the rows, each once and in one order; NULL when a row is of none. */
static const char *words_of_scope(struct arena *arena, const struct long_rows *rows)
{
	const char **words = arena_array(arena, 2 * rows->count + 1, sizeof(*words));
	struct buffer scope;
	size_t count = 0;

	for (size_t i = 0; i < rows->count; i++) {
		const struct long_row *row = &rows->items[i];

		if (row->cells[LONG_INDICATOR_ID].text == NULL)
			return NULL;
		words[count++] = row->cells[LONG_INDICATOR_ID].text;
		if (says_breakdown(row))
			words[count++] =
				arena_printf(arena, "/%s", row->cells[LONG_BREAKDOWN].text);
	}
	qsort(words, count, sizeof(*words), compare_texts);
	buffer_init(&scope);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || strcmp(words[i - 1], words[i]) != 0)
			buffer_printf(&scope, "%s\n", words[i]);
	return buffer_finish(&scope, arena);
}

/* -- rows put together -------------------------------------------------------------------------------------- */

static bool are_equal(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* The panel is a place in a picture, no part of what a figure is. */
static bool are_of_same(const struct long_row *a, const struct long_row *b)
{
	static const enum long_column keys[] = { LONG_INDICATOR_ID, LONG_PERIOD,    LONG_AREA,
						 LONG_AREA_CODE,    LONG_BREAKDOWN, LONG_GROUP,
						 LONG_SEX,          LONG_SERIES,    LONG_POINT,
						 LONG_MEASURE };

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (!are_equal(a->cells[keys[i]].text, b->cells[keys[i]].text))
			return false;
	return true;
}

static bool has_twins(const struct long_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		for (size_t other = 0; other < i; other++)
			if (are_of_same(&rows->items[i], &rows->items[other]))
				return true;
	return false;
}

/* Nothing that both rows say differs: a number that one place hides and another shows does. */
static bool agree(const struct long_row *a, const struct long_row *b)
{
	static const enum long_column said[] = { LONG_VALUE,     LONG_LOWER,       LONG_UPPER,
						 LONG_NUMERATOR, LONG_DENOMINATOR, LONG_COMPARED,
						 LONG_STATUS,    LONG_UNIT };

	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		const struct data_cell *first = &a->cells[said[i]], *second = &b->cells[said[i]];

		if (first->text == NULL || second->text == NULL)
			continue;
		if (first->is_number != second->is_number ||
		    (first->is_number ? first->number != second->number
				      : strcmp(first->text, second->text) != 0))
			return false;
	}
	return true;
}

static struct long_row *find_row(const struct table_maker *maker, const struct long_row *of)
{
	for (size_t i = 0; i < maker->row_count; i++)
		if (are_of_same(&maker->rows[i], of))
			return &maker->rows[i];
	return NULL;
}

static bool all_agree(const struct table_maker *maker, const struct long_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct long_row *row = find_row(maker, &rows->items[i]);

		if (row != NULL && !agree(row, &rows->items[i]))
			return false;
	}
	return true;
}

/* What both print, or the two in turn: "45.9%; 46%". */
static const char *both_printed(struct table_maker *maker, const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == NULL ? b : a;
	return strcmp(a, b) == 0 ? a : arena_printf(maker->arena, "%s; %s", a, b);
}

/* What one row lacks the other says; of two roundings the finer is kept. */
static void complete(struct table_maker *maker, struct long_row *row, const struct long_row *other)
{
	const char *printed =
		both_printed(maker, row->cells[LONG_PRINTED].text, other->cells[LONG_PRINTED].text);

	for (enum long_column c = 0; c < LONG_COLUMNS; c++) {
		struct data_cell *cell = &row->cells[c];

		if (cell->text == NULL || (cell->is_number && other->cells[c].text != NULL &&
					   other->cells[c].decimals > cell->decimals))
			*cell = other->cells[c];
	}
	row->cells[LONG_PRINTED].text = printed;
	row->has_key = row->has_key || other->has_key;
}

static void add_shown_in(struct table_maker *maker, struct long_row *row, const char *label)
{
	const char *before = row->cells[LONG_SHOWN_IN].text;

	row_set_text(row, LONG_SHOWN_IN,
		     before == NULL ? label : arena_printf(maker->arena, "%s, %s", before, label));
}

static void add_part(struct table_maker *maker, const struct data_table *part)
{
	for (size_t i = 0; i < part->rows->count; i++) {
		struct long_row of = part->rows->items[i], *row;

		of.cells[LONG_PANEL].text = NULL;
		row = find_row(maker, &of);
		if (row == NULL)
			*(row = rows_add_empty(maker)) = of;
		else
			complete(maker, row, &of);
		add_shown_in(maker, row, part->label);
	}
	maker->states |= part->states;
}

/* What a table must share with another to be put together with it; NULL when it stands alone. */
static const char *scope_of(struct arena *arena, const struct data_table *table)
{
	if (table->rows == NULL || table->label[0] == '\0' || has_twins(table->rows))
		return NULL;
	return words_of_scope(arena, table->rows);
}

/* -- in one order ------------------------------------------------------------------------------------------- */

/* Points that the data leave out come last: they have no place in the order. */
static int compare_rows(const void *first, const void *second)
{
	const struct long_row *a = first, *b = second;
	const int order[][2] = {
		{ b->has_key, a->has_key },
		{ a->key.indicator, b->key.indicator },
		{ a->choice.measure, b->choice.measure },
		{ a->key.organisation, b->key.organisation },
		{ a->key.period, b->key.period },
		{ a->key.classification, b->key.classification },
		{ a->key.group, b->key.group },
		{ a->key.sex, b->key.sex },
		{ a->choice.reference, b->choice.reference },
		{ (int)a->place, (int)b->place },
	};

	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		if (order[i][0] != order[i][1])
			return order[i][0] < order[i][1] ? -1 : 1;
	return 0;
}

static void sort_rows(struct table_maker *maker)
{
	for (size_t i = 0; i < maker->row_count; i++)
		maker->rows[i].place = i;
	qsort(maker->rows, maker->row_count, sizeof(*maker->rows), compare_rows);
}

/* -- the table ---------------------------------------------------------------------------------------------- */

static const char *joined_labels(struct table_maker *maker, const struct data_table *table)
{
	const char **labels = arena_array(maker->arena, table->part_count, sizeof(*labels));

	for (size_t i = 0; i < table->part_count; i++)
		labels[i] = table->parts[i]->label;
	return names_joined(&maker->words, labels, table->part_count);
}

static bool have_one_source(const struct data_table *table)
{
	for (size_t i = 1; i < table->part_count; i++)
		if (strcmp(table->parts[0]->source, table->parts[i]->source) != 0)
			return false;
	return true;
}

static void finish(struct table_maker *maker, struct data_table *table)
{
	const struct data_table *first = table->parts[0];

	table->name = first->name;
	table->file = "";
	table->label = joined_labels(maker, table);
	table->title = table->subject = first->subject;
	table->section = first->section;
	table->subtitle = table->alternative = "";
	table->node = first->node;
	table->source = have_one_source(table) ? first->source : "";
	data_table_gather_lines(maker, table);
	sort_rows(maker);
	data_table_from_rows(maker, table);
	table->states = maker->states & ~(1U << VALUE_SHOWN);
}

struct gathering {
	const struct data_tables *tables;
	const char **scopes; /* of every table; NULL where it stands alone */
	bool *done;
};

/* The first table, and all behind it that are of the same and say the same. */
static void gather(struct table_maker *maker, struct gathering *gathering, size_t at,
		   struct data_table *table)
{
	const struct data_tables *tables = gathering->tables;

	maker->rows = NULL;
	maker->row_count = maker->row_capacity = 0;
	maker->states = 0;
	*table = (struct data_table){
		.parts =
			arena_array(maker->arena, tables->count, sizeof(const struct data_table *)),
	};
	for (size_t i = at; i < tables->count; i++) {
		const struct data_table *part = &tables->items[i];

		if (gathering->done[i] || !are_equal(gathering->scopes[i], gathering->scopes[at]) ||
		    !all_agree(maker, part->rows))
			continue;
		gathering->done[i] = true;
		add_part(maker, part);
		table->parts[table->part_count++] = part;
	}
	if (table->part_count > 1) {
		finish(maker, table);
	} else {
		*table = tables->items[at];
	}
}

const struct data_tables *data_tables_gather(struct arena *arena, const struct data_tables *tables,
					     const struct results *results,
					     const struct strings *strings)
{
	struct table_maker maker = {
		.arena = arena,
		.words = { .arena = arena, .strings = strings, .results = results },
	};
	struct gathering gathering = {
		.tables = tables,
		.scopes = arena_array(arena, tables->count + 1, sizeof(*gathering.scopes)),
		.done = arena_array(arena, tables->count + 1, sizeof(*gathering.done)),
	};
	struct data_tables *out = arena_alloc(arena, sizeof(*out));

	*out = (struct data_tables){
		.items = arena_array(arena, tables->count + 1, sizeof(*out->items)),
	};
	for (size_t i = 0; i < tables->count; i++)
		gathering.scopes[i] = scope_of(arena, &tables->items[i]);
	for (size_t i = 0; i < tables->count; i++) {
		if (gathering.done[i])
			continue;
		if (gathering.scopes[i] != NULL)
			gather(&maker, &gathering, i, &out->items[out->count]);
		else if (!data_table_join(&maker, tables, i, gathering.done, out,
					  &out->items[out->count]))
			out->items[out->count] = tables->items[i];
		out->count++;
	}
	return out;
}
