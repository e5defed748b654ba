#include "data/table.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/source.h"
#include "data/csv.h"

/* Says in one message which of the required columns the header lacks. */
static bool find_columns(struct csv_reader *reader, const struct table *table, size_t required,
			 int *positions, struct diag_list *diags)
{
	struct buffer missing;
	bool found = true;

	buffer_init(&missing);
	for (size_t i = 0; i < table->column_count; i++) {
		positions[i] = csv_find_column(reader, table->columns[i]);
		found = found && positions[i] != CSV_COLUMN_AMBIGUOUS;
		if (i < required && positions[i] == CSV_COLUMN_MISSING)
			buffer_printf(&missing, "%s\"%s\"", missing.length == 0 ? "" : ", ",
				      table->columns[i]);
	}
	if (missing.length > 0)
		diag_addf(diags, DIAG_REFERENCE_ROW, csv_column_location(reader, 0),
			  "the header lacks %s", buffer_text(&missing));
	found = found && missing.length == 0;
	buffer_clear(&missing);
	return found;
}

static void read_row(struct arena *arena, struct table *table, const struct csv_record *record,
		     const int *positions)
{
	size_t first = table->row_count++ * table->column_count;

	for (size_t i = 0; i < table->column_count; i++) {
		struct csv_cell cell;

		table->cells[first + i] = "";
		table->offsets[first + i] = record->offset;
		if (positions[i] < 0 || (size_t)positions[i] >= record->count)
			continue;
		cell = csv_trim(record->cells[positions[i]]);
		table->offsets[first + i] = cell.offset;
		if (cell.length > 0)
			table->cells[first + i] = arena_strndup(arena, cell.text, cell.length);
	}
}

/* About as many rows as a table has, so that its lists seldom grow. */
static size_t rows_expected(const struct source *source)
{
	size_t lines = 1;

	for (const char *at = source->bytes, *end = at + source->length;
	     (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
		lines++;
	return lines;
}

struct table *table_read(struct arena *arena, const char *path, struct location from,
			 const char *const *columns, size_t column_count, size_t required,
			 struct diag_list *diags)
{
	struct source *source = source_read(arena, path, path, from, DIAG_DATA_UNREADABLE, diags);
	struct csv_reader *reader = source == NULL ? NULL : csv_open(arena, source, NULL, diags);
	struct table *table = arena_alloc(arena, sizeof(*table));
	int *positions = arena_array(arena, column_count, sizeof(*positions));
	size_t cell_capacity = 0, offset_capacity = 0;
	const struct csv_record *record;

	if (reader == NULL)
		return NULL;
	*table = (struct table){ .columns = columns,
				 .column_count = column_count,
				 .reader = reader };
	if (!find_columns(reader, table, required, positions, diags))
		return NULL;
	cell_capacity = offset_capacity = rows_expected(source);
	table->cells = arena_array(arena, cell_capacity, column_count * sizeof(*table->cells));
	table->offsets =
		arena_array(arena, offset_capacity, column_count * sizeof(*table->offsets));
	while ((record = csv_next(reader)) != NULL) {
		table->cells = arena_grow(arena, table->cells, table->row_count, &cell_capacity,
					  column_count * sizeof(*table->cells));
		table->offsets =
			arena_grow(arena, table->offsets, table->row_count, &offset_capacity,
				   column_count * sizeof(*table->offsets));
		read_row(arena, table, record, positions);
	}
	return csv_failed(reader) ? NULL : table;
}

struct location table_location(const struct table *table, size_t row, size_t column)
{
	return csv_location(table->reader, table->offsets[row * table->column_count + column]);
}

const char *table_cell(const struct table *table, size_t row, size_t column)
{
	return table->cells[row * table->column_count + column];
}

bool table_flag(const struct table *table, size_t row, size_t column)
{
	const char *text = table_cell(table, row, column);

	return strcmp(text, "1") == 0 || strcmp(text, "yes") == 0 || strcmp(text, "true") == 0;
}
