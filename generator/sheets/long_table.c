/*
 * long_table.c - rows of the long format put into columns: those that some row fills.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "sheets/table_parts.h"

struct column_facts {
	const char *name;
	enum string_id heading, about;
	enum data_type type;
	enum data_column_use use;
	bool key;
};

static const struct column_facts facts[] = {
#define LONG_COLUMN(symbol, name, type, use, key)                                                  \
	[LONG_##symbol] = {                                                                        \
		name, STRING_DATA_##symbol, STRING_DATA_##symbol##_ABOUT, type, use, key           \
	},
#include "sheets/long_columns.def"
#undef LONG_COLUMN
};

static const char *word(const struct table_maker *maker, enum string_id id)
{
	return strings_text(maker->words.strings, id);
}

static bool is_filled(const struct table_maker *maker, enum long_column column)
{
	for (size_t i = 0; i < maker->row_count; i++)
		if (maker->rows[i].cells[column].text != NULL)
			return true;
	return false;
}

/* Numbers of people or events, and shares of them, have no interval by their nature. */
static bool has_interval(const struct long_row *row)
{
	enum measure measure = row->choice.measure;

	return row->has_key && measure != MEASURE_COUNT && measure != MEASURE_DENOMINATOR &&
	       measure != MEASURE_SHARE;
}

/* What a cell says that has no figure of its own: no cell is empty. */
static struct data_cell filler(struct table_maker *maker, const struct long_row *row,
			       enum long_column column)
{
	const struct data_cell *value = &row->cells[LONG_VALUE];
	enum value_state state = VALUE_NOT_APPLICABLE;

	if (facts[column].type == DATA_DATE)
		return (struct data_cell){ .text = "" };
	if (column == LONG_BREAKDOWN && row->has_key)
		return (struct data_cell){ .text = word(maker, STRING_DATA_NO_GROUP) };
	if ((column == LONG_GROUP || column == LONG_SEX) && row->has_key)
		return (struct data_cell){ .text = word(maker, STRING_DATA_ALL) };
	if ((column == LONG_LOWER || column == LONG_UPPER) && !value->is_number)
		return *value;
	if (((column == LONG_LOWER || column == LONG_UPPER) && has_interval(row)) ||
	    ((column == LONG_NUMERATOR || column == LONG_DENOMINATOR) &&
	     row->choice.measure == MEASURE_VALUE))
		state = VALUE_NOT_AVAILABLE;
	maker->states |= 1U << state;
	return (struct data_cell){ .text = words_state(&maker->words, state) };
}

static void add_column(const struct table_maker *maker, enum long_column column,
		       struct data_column *out)
{
	const struct placeholder parts[] = { { "confidence", words_confidence(&maker->words, 0) },
					     { 0 } };

	*out = (struct data_column){
		.name = facts[column].name,
		.heading = words_fill(&maker->words, facts[column].heading, parts),
		.description = word(maker, facts[column].about),
		.type = facts[column].type,
		.use = facts[column].use,
		.is_key = facts[column].key,
	};
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *key_of(struct table_maker *maker, const struct data_table *table, size_t row)
{
	struct buffer key;

	buffer_init(&key);
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].is_key)
			buffer_printf(&key, "%s\x1f", data_cell_at(table, row, i)->text);
	return buffer_finish(&key, maker->arena);
}

static bool has_unique_keys(struct table_maker *maker, const struct data_table *table)
{
	const char **keys = arena_array(maker->arena, table->row_count + 1, sizeof(*keys));

	for (size_t i = 0; i < table->row_count; i++)
		keys[i] = key_of(maker, table, i);
	qsort(keys, table->row_count, sizeof(*keys), compare_texts);
	for (size_t i = 1; i < table->row_count; i++)
		if (strcmp(keys[i - 1], keys[i]) == 0)
			return false;
	return true;
}

const char *rows_counts_words(const struct table_maker *maker)
{
	const struct indicator *indicator = NULL, *other;
	bool counts = false;

	for (size_t i = 0; i < maker->row_count; i++) {
		const struct long_row *row = &maker->rows[i];

		if (!row->has_key)
			continue;
		other = &maker->words.results->dataset->indicators->items[row->key.indicator];
		if (indicator != NULL && other != indicator)
			return "";
		indicator = other;
		counts = counts || (row->cells[LONG_NUMERATOR].text != NULL &&
				    row->cells[LONG_DENOMINATOR].text != NULL);
	}
	if (!counts || indicator->events[0] == '\0' || indicator->population[0] == '\0')
		return "";
	return words_fill(&maker->words, STRING_DATA_COUNTS,
			  (const struct placeholder[]){ { "events", indicator->events },
							{ "people", indicator->population },
							{ 0 } });
}

void data_table_from_rows(struct table_maker *maker, struct data_table *table)
{
	enum long_column columns[LONG_COLUMNS];
	struct data_cell *cell;

	table->columns = arena_array(maker->arena, LONG_COLUMNS, sizeof(*table->columns));
	for (enum long_column c = 0; c < LONG_COLUMNS; c++)
		if (is_filled(maker, c)) {
			columns[table->column_count] = c;
			add_column(maker, c, &table->columns[table->column_count++]);
		}
	table->row_count = maker->row_count;
	table->cells = arena_array(maker->arena, table->row_count * table->column_count + 1,
				   sizeof(*table->cells));
	cell = table->cells;
	for (size_t row = 0; row < table->row_count; row++)
		for (size_t i = 0; i < table->column_count; i++, cell++) {
			*cell = maker->rows[row].cells[columns[i]];
			if (cell->text == NULL)
				*cell = filler(maker, &maker->rows[row], columns[i]);
		}
	table->keys_are_unique = has_unique_keys(maker, table);
}
