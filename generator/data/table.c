#include "data/table.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "data/csv.h"

static bool find_columns(struct csv_reader *reader, const struct table *table, int *positions,
			 struct diag_list *diags)
{
	bool found = true;

	for (size_t i = 0; i < table->column_count; i++) {
		positions[i] = csv_find_column(reader, table->columns[i]);
		if (positions[i] >= 0)
			continue;
		found = false;
		if (positions[i] == CSV_COLUMN_MISSING)
			diag_addf(diags, DIAG_COLUMN_UNKNOWN, csv_column_location(reader, 0),
				  "\"%s\"", table->columns[i]);
	}
	return found;
}

static void read_row(struct arena *arena, struct csv_reader *reader, struct table *table,
		     const struct csv_record *record, const int *positions)
{
	const char **cells = table->cells + table->row_count * table->column_count;

	table->locations[table->row_count++] = csv_location(reader, record->offset);
	for (size_t i = 0; i < table->column_count; i++) {
		struct csv_cell cell;

		cells[i] = "";
		if ((size_t)positions[i] >= record->count)
			continue;
		cell = csv_trim(record->cells[positions[i]]);
		if (cell.length > 0)
			cells[i] = arena_strndup(arena, cell.text, cell.length);
	}
}

struct table *table_read(struct arena *arena, const char *path, struct location from,
			 const char *const *columns, size_t column_count, struct diag_list *diags)
{
	struct source *source = source_read(arena, path, path, from, DIAG_DATA_UNREADABLE, diags);
	struct csv_reader *reader = source == NULL ? NULL : csv_open(arena, source, NULL, diags);
	struct table *table = arena_alloc(arena, sizeof(*table));
	int *positions = arena_array(arena, column_count, sizeof(*positions));
	size_t cell_capacity = 0, location_capacity = 0;
	const struct csv_record *record;

	if (reader == NULL)
		return NULL;
	*table = (struct table){ .columns = columns, .column_count = column_count };
	if (!find_columns(reader, table, positions, diags))
		return NULL;
	while ((record = csv_next(reader)) != NULL) {
		table->cells = arena_grow(arena, table->cells, table->row_count, &cell_capacity,
					  column_count * sizeof(*table->cells));
		table->locations = arena_grow(arena, table->locations, table->row_count,
					      &location_capacity, sizeof(*table->locations));
		read_row(arena, reader, table, record, positions);
	}
	return csv_failed(reader) ? NULL : table;
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
