/*
 * table.h - a CSV file of ours with known columns: reference lists and catalogues.
 *
 * Purpose:   lists that change in the world are files that users correct; this module reads them by
 *            column name and says which row is at fault.
 * Ownership: texts are copied into the arena.
 */
#ifndef GRADIENT_DATA_TABLE_H
#define GRADIENT_DATA_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/location.h"

struct arena;
struct csv_reader;
struct diag_list;

struct table {
	const char *const *columns; /* as asked for */
	size_t column_count;
	const char **cells; /* row by row; "" for an empty cell */
	size_t *offsets;    /* of the cells, for table_location() */
	size_t row_count;
	struct csv_reader *reader;
};

/*
 * Reads the file; columns are the names of those wanted, of which it must have the first required ones. The
 * others are empty where it has none; columns beyond them are ignored. NULL after a diagnostic.
 */
struct table *table_read(struct arena *arena, const char *path, struct location from,
			 const char *const *columns, size_t column_count, size_t required,
			 struct diag_list *diags);

/* Where a cell stands; its row when the file lacks the column or the row ends before it. */
struct location table_location(const struct table *table, size_t row, size_t column);

const char *table_cell(const struct table *table, size_t row, size_t column);

/* True for "1", "yes" and "true". */
bool table_flag(const struct table *table, size_t row, size_t column);

#endif
