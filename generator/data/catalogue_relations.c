#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "data/catalogue_parts.h"
#include "data/table.h"

static void tell(const struct catalogue_cells *cells, size_t row, enum catalogue_column column,
		 const char *hint)
{
	diag_add(cells->diags, DIAG_CATALOGUE_RELATION, table_location(cells->table, row, column),
		 arena_printf(cells->arena, "%s=\"%s\"", catalogue_column(column)->name,
			      table_cell(cells->table, row, column)),
		 hint);
}

/* The row of an indicator in the file; -1 when there is none. */
static int find_row(const struct catalogue_cells *cells, const char *id)
{
	for (size_t row = 0; row < cells->table->row_count; row++)
		if (strcmp(table_cell(cells->table, row, FIELD_ID), id) == 0)
			return (int)row;
	return -1;
}

/* True when the row comes back to itself on its way along a column. */
static bool is_in_ring(const struct catalogue_cells *cells, size_t row,
		       enum catalogue_column column)
{
	int at = (int)row;

	/* A way longer than the file goes round a ring that the row leads to. */
	for (size_t step = 0; step <= cells->table->row_count; step++) {
		const char *next = table_cell(cells->table, (size_t)at, column);

		at = next[0] == '\0' ? -1 : find_row(cells, next);
		if (at < 0)
			return false;
		if ((size_t)at == row)
			return true;
	}
	return false;
}

/* The other indicators of the file. */
static const char *others_hint(const struct catalogue_cells *cells, size_t row, const char *cell)
{
	const char **ids = arena_array(cells->arena, cells->table->row_count, sizeof(*ids));
	size_t count = 0;

	for (size_t i = 0; i < cells->table->row_count; i++)
		if (i != row)
			ids[count++] = table_cell(cells->table, i, FIELD_ID);
	return suggest_hint(cells->arena, cell, ids, count);
}

static void check_cell(const struct catalogue_cells *cells, size_t row,
		       enum catalogue_column column)
{
	const char *cell = table_cell(cells->table, row, column);

	if (cell[0] == '\0')
		return;
	if (find_row(cells, cell) < 0) {
		tell(cells, row, column, others_hint(cells, row, cell));
	} else if (is_in_ring(cells, row, column)) {
		tell(cells, row, column, "the relation comes back to the indicator itself");
	}
}

void catalogue_check_relations(const struct catalogue_cells *cells)
{
	for (size_t row = 0; row < cells->table->row_count; row++) {
		check_cell(cells, row, FIELD_NESTED_IN);
		check_cell(cells, row, FIELD_DENOMINATOR_INDICATOR);
	}
}
