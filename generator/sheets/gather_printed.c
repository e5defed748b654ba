/*
 * gather_printed.c - one table for all tables of words without caption that have the same columns: what was done, of
 * every section, in one place, with a column that names the section.
 */
#include <string.h>

#include "base/arena.h"
#include "document/document.h"
#include "sheets/table_parts.h"

static bool have_same_columns(const struct data_table *a, const struct data_table *b)
{
	if (a->column_count != b->column_count)
		return false;
	for (size_t i = 0; i < a->column_count; i++)
		if (strcmp(a->columns[i].heading, b->columns[i].heading) != 0)
			return false;
	return true;
}

static bool may_join(const struct data_table *table)
{
	return table->is_printed && table->label[0] == '\0' && table->node->title.count == 0;
}

static const char *plain_title(const struct table_maker *maker, const struct node *node)
{
	return node == NULL ? "" : text_plain(maker->arena, &node->title);
}

static const char *section_around(const struct table_maker *maker, const struct node *node)
{
	while (node != NULL && node->kind != NODE_SECTION)
		node = node->parent;
	return plain_title(maker, node);
}

/* What all of them are called, as far as it is the same. */
static const char *common_title(const struct table_maker *maker, const struct data_table *table)
{
	const char *title = plain_title(maker, node_titled_around(table->parts[0]->node));

	for (size_t i = 1; i < table->part_count; i++)
		if (strcmp(title, plain_title(maker, node_titled_around(table->parts[i]->node))) !=
		    0)
			return table->parts[0]->columns[0].heading;
	return title;
}

/* A column holds numbers where it does in all parts. */
static void join_columns(struct table_maker *maker, struct data_table *table)
{
	const struct data_table *first = table->parts[0];

	table->column_count = first->column_count + 1;
	table->columns = arena_array(maker->arena, table->column_count, sizeof(*table->columns));
	table->columns[0] = (struct data_column){
		.name = "section",
		.heading = strings_text(maker->words.strings, STRING_SHEET_COLUMN_SECTION),
		.description = "",
		.type = DATA_TEXT,
	};
	for (size_t i = 0; i < first->column_count; i++) {
		struct data_column *column = &table->columns[i + 1];

		*column = first->columns[i];
		for (size_t part = 1; part < table->part_count; part++)
			if (table->parts[part]->columns[i].type != column->type)
				column->type = DATA_TEXT;
	}
}

static void join_rows(struct table_maker *maker, struct data_table *table)
{
	struct data_cell *cell;

	for (size_t part = 0; part < table->part_count; part++)
		table->row_count += table->parts[part]->row_count;
	table->cells = arena_array(maker->arena, table->row_count * table->column_count,
				   sizeof(*table->cells));
	cell = table->cells;
	for (size_t part = 0; part < table->part_count; part++) {
		const struct data_table *of = table->parts[part];

		for (size_t row = 0; row < of->row_count; row++) {
			*cell++ = (struct data_cell){ .text = section_around(maker, of->node) };
			for (size_t i = 0; i < of->column_count; i++) {
				*cell = *data_cell_at(of, row, i);
				if (table->columns[i + 1].type == DATA_TEXT)
					cell->is_number = false;
				cell++;
			}
		}
	}
}

static bool has_line(const struct data_table *table, const char *line)
{
	for (size_t i = 0; i < table->line_count; i++)
		if (strcmp(table->lines[i], line) == 0)
			return true;
	return false;
}

/* Each once. */
static void join_lines(struct table_maker *maker, struct data_table *table)
{
	size_t most = 0;

	for (size_t part = 0; part < table->part_count; part++)
		most += table->parts[part]->line_count;
	table->lines = arena_array(maker->arena, most + 1, sizeof(*table->lines));
	for (size_t part = 0; part < table->part_count; part++)
		for (size_t i = 0; i < table->parts[part]->line_count; i++)
			if (!has_line(table, table->parts[part]->lines[i]))
				table->lines[table->line_count++] = table->parts[part]->lines[i];
}

bool data_table_join(struct table_maker *maker, const struct data_tables *tables, size_t at,
		     bool *done, const struct data_tables *before, struct data_table *table)
{
	const struct data_table *first = &tables->items[at];
	struct table_subjects subjects;

	*table = (struct data_table){
		.parts = arena_array(maker->arena, tables->count, sizeof(*table->parts)),
	};
	for (size_t i = at; i < tables->count && may_join(first); i++)
		if (!done[i] && may_join(&tables->items[i]) &&
		    have_same_columns(first, &tables->items[i]))
			table->parts[table->part_count++] = &tables->items[i];
	if (table->part_count < 2)
		return false;
	for (size_t i = 0; i < table->part_count; i++) {
		done[table->parts[i] - tables->items] = true;
		table->states |= table->parts[i]->states;
	}
	join_columns(maker, table);
	join_rows(maker, table);
	join_lines(maker, table);
	table->title = common_title(maker, table);
	subjects = (struct table_subjects){ table->title, table->title };
	table->name = data_table_name(maker->arena, before, "", &subjects);
	table->file = table->label = table->subtitle = table->section = "";
	table->alternative = table->source = "";
	table->node = first->node;
	table->place = first->place;
	table->is_printed = true;
	return true;
}
