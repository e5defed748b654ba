/*
 * printed_table.c - a table of words as it is printed: its rows and columns, numbers as numbers where a column holds
 * nothing else.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "sheets/table_parts.h"

static const char *cell_words(struct table_maker *maker, const struct table_cell *cell)
{
	const char *const parts[] = { cell->mark_words == NULL ? "" : cell->mark_words,
				      text_plain(maker->arena, &cell->text),
				      text_plain(maker->arena, &cell->detail) };
	struct buffer words;

	buffer_init(&words);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (parts[i][0] == '\0')
			continue;
		if (words.length > 0)
			buffer_add_char(&words, '\n');
		buffer_add_text(&words, parts[i]);
	}
	return buffer_finish(&words, maker->arena);
}

static void note_letter(struct table_maker *maker, const struct table_cell *cell)
{
	if (cell->state != VALUE_SHOWN)
		maker->states |= 1U << cell->state;
}

/* No cell is empty: where nothing is printed, nothing applies. */
static struct data_cell cell_of(struct table_maker *maker, const struct table_cell *printed)
{
	struct data_cell cell = { .text = cell_words(maker, printed) };

	if (cell.text[0] == '\0') {
		cell.text = words_state(&maker->words, VALUE_NOT_APPLICABLE);
		maker->states |= 1U << VALUE_NOT_APPLICABLE;
		return cell;
	}
	note_letter(maker, printed);
	if (strcmp(cell.text, VALUE_ROUNDED) == 0)
		maker->states |= 1U << VALUE_LETTER_ROUNDED;
	cell.is_number = data_read_printed(cell.text, &cell.number, &cell.decimals);
	return cell;
}

/* "[c]" and the like. */
static bool is_shorthand(const char *text)
{
	return text[0] == '[' && strchr(text, ']') != NULL && strchr(text, ']')[1] == '\0';
}

/* Numbers and shorthand alone, all of them with or without "%", make a column of numbers. */
static void settle_type(struct data_table *table, size_t column)
{
	struct data_column *facts = &table->columns[column];
	bool any = false, all = facts->type == DATA_NUMBER;

	for (size_t row = 0; row < table->row_count; row++) {
		const struct data_cell *cell = data_cell_at(table, row, column);

		any = any || cell->is_number;
		all = all && (cell->is_number || is_shorthand(cell->text));
	}
	facts->type = any && all ? DATA_NUMBER : DATA_TEXT;
	for (size_t row = 0; row < table->row_count && facts->type == DATA_TEXT; row++)
		table->cells[row * table->column_count + column].is_number = false;
}

static bool is_taken(const struct data_table *table, size_t count, const char *name, bool heading)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(heading ? table->columns[i].heading : table->columns[i].name, name) == 0)
			return true;
	return false;
}

static const char *made_unique(struct table_maker *maker, const struct data_table *table,
			       size_t count, const char *name, bool heading)
{
	const char *unique = name;

	for (unsigned number = 2; is_taken(table, count, unique, heading); number++)
		unique = arena_printf(maker->arena, heading ? "%s (%u)" : "%s_%u", name, number);
	return unique;
}

/* "Progress so far" becomes "progress_so_far". */
static const char *name_of_heading(struct table_maker *maker, const char *heading)
{
	struct buffer name;

	buffer_init(&name);
	for (; *heading != '\0'; heading++)
		if (isalnum((unsigned char)*heading))
			buffer_add_char(&name, (char)tolower((unsigned char)*heading));
		else if (name.length > 0 && name.bytes[name.length - 1] != '_')
			buffer_add_char(&name, '_');
	while (name.length > 0 && name.bytes[name.length - 1] == '_')
		name.bytes[--name.length] = '\0';
	if (name.length == 0 || isdigit((unsigned char)name.bytes[0]))
		return arena_printf(maker->arena, "column_%s", buffer_finish(&name, maker->arena));
	return buffer_finish(&name, maker->arena);
}

static void add_column(struct table_maker *maker, struct data_table *table, const char *heading,
		       enum data_type type)
{
	size_t count = table->column_count;

	table->columns[count] = (struct data_column){
		.heading = made_unique(maker, table, count, heading, true),
		.description = "",
		.type = type,
	};
	table->columns[count].name = made_unique(
		maker, table, count, name_of_heading(maker, table->columns[count].heading), false);
	table->column_count++;
}

static bool has_groups(const struct table *printed)
{
	for (size_t i = 0; i < printed->row_count; i++)
		if (printed->rows[i].group != NULL)
			return true;
	return false;
}

void data_table_as_printed(struct table_maker *maker, const struct table *printed,
			   struct data_table *table)
{
	bool groups = has_groups(printed);
	const char *group = "";
	struct data_cell *cell;

	table->is_printed = true;
	table->columns =
		arena_array(maker->arena, printed->column_count + 1, sizeof(*table->columns));
	if (groups)
		add_column(maker, table, strings_text(maker->words.strings, STRING_DATA_ROW_GROUP),
			   DATA_TEXT);
	for (size_t i = 0; i < printed->column_count; i++)
		add_column(maker, table, printed->columns[i].heading,
			   printed->columns[i].kind == COLUMN_NUMBER ? DATA_NUMBER : DATA_TEXT);
	table->row_count = printed->row_count;
	table->cells = cell = arena_array(maker->arena, table->row_count * table->column_count + 1,
					  sizeof(*cell));
	for (size_t row = 0; row < printed->row_count; row++) {
		group = printed->rows[row].group != NULL ? printed->rows[row].group : group;
		if (groups)
			*cell++ = (struct data_cell){ .text = group };
		for (size_t i = 0; i < printed->column_count; i++)
			*cell++ = cell_of(maker, &printed->rows[row].cells[i]);
	}
	for (size_t i = 0; i < table->column_count; i++)
		settle_type(table, i);
}
