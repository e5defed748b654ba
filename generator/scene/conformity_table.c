#include "scene/conformity_table.h"

#include "base/arena.h"

struct grid {
	struct arena *arena;
	const struct structure *structure;
	const struct structure_order *order;
	int table;
	size_t row, width; /* of the rows so far; width 0 before the first */
	struct column {
		size_t below; /* rows that a cell from above still takes */
		bool headed;  /* it has a header cell */
	} * columns;
	size_t capacity;
	const char *fault;
};

static const struct structure_element *element_of(const struct grid *grid, int number)
{
	return &grid->structure->elements[number];
}

static bool is_cell(const struct structure_element *element)
{
	return element->type == STRUCTURE_HEADER_CELL || element->type == STRUCTURE_DATA_CELL;
}

static void fault(struct grid *grid, const char *what)
{
	if (grid->fault == NULL)
		grid->fault = arena_printf(grid->arena, "row %zu: %s", grid->row, what);
}

static struct column *column_at(struct grid *grid, size_t column)
{
	while (grid->capacity <= column)
		grid->columns = arena_grow(grid->arena, grid->columns, grid->capacity,
					   &grid->capacity, sizeof(*grid->columns));
	return &grid->columns[column];
}

/* Header cells that a cell names are in its table. */
static bool names_headers(struct grid *grid, const struct structure_element *cell)
{
	for (size_t i = 0; i < cell->header_count; i++) {
		int around = cell->headers[i];

		if (around < 0 || element_of(grid, around)->type != STRUCTURE_HEADER_CELL)
			return false;
		while (around >= 0 && around != grid->table)
			around = element_of(grid, around)->parent;
		if (around < 0)
			return false;
	}
	return true;
}

/* Columns that the cell takes, from column on; returns the column behind them. */
static size_t take_columns(struct grid *grid, const struct structure_element *cell, size_t column)
{
	size_t columns = cell->columns == 0 ? 1 : cell->columns;
	size_t rows = cell->rows == 0 ? 1 : cell->rows;

	for (size_t i = 0; i < columns; i++, column++) {
		struct column *taken = column_at(grid, column);

		if (taken->below > 0)
			fault(grid, "cells overlap");
		taken->below = rows;
		if (cell->type == STRUCTURE_HEADER_CELL && cell->scope == SCOPE_COLUMN)
			taken->headed = true;
	}
	return column;
}

static size_t next_free(struct grid *grid, size_t column)
{
	while (column_at(grid, column)->below > 0)
		column++;
	return column;
}

static void check_row(struct grid *grid, int row)
{
	size_t column = 0;
	bool headed = false;

	grid->row++;
	for (int i = grid->order->first[row]; i >= 0; i = grid->order->next[i])
		headed = headed || (element_of(grid, i)->type == STRUCTURE_HEADER_CELL &&
				    element_of(grid, i)->scope == SCOPE_ROW);
	for (int i = grid->order->first[row]; i >= 0; i = grid->order->next[i]) {
		const struct structure_element *cell = element_of(grid, i);

		if (!is_cell(cell))
			continue;
		column = next_free(grid, column);
		if (cell->type == STRUCTURE_HEADER_CELL && cell->scope == SCOPE_NONE)
			fault(grid,
			      "a header cell does not say whether it heads its row or its column");
		if (!names_headers(grid, cell))
			fault(grid, "a cell names a header cell that is not in its table");
		if (cell->type == STRUCTURE_DATA_CELL && cell->header_count == 0 && !headed &&
		    !column_at(grid, column)->headed)
			fault(grid, "a cell has no header cell");
		column = take_columns(grid, cell, column);
	}
	column = next_free(grid, column);
	if (grid->width > 0 && grid->width != column)
		fault(grid, arena_printf(grid->arena, "%zu cells where others have %zu", column,
					 grid->width));
	grid->width = column;
	for (size_t i = 0; i < column; i++)
		grid->columns[i].below--;
}

const char *conformity_table_fault(struct arena *arena, const struct structure *structure,
				   const struct structure_order *order, int table)
{
	struct grid grid = {
		.arena = arena, .structure = structure, .order = order, .table = table
	};

	for (int part = order->first[table]; part >= 0; part = order->next[part]) {
		const struct structure_element *element = &structure->elements[part];

		if (element->type == STRUCTURE_TABLE_ROW)
			check_row(&grid, part);
		if (element->type != STRUCTURE_TABLE_HEAD && element->type != STRUCTURE_TABLE_BODY)
			continue;
		for (int row = order->first[part]; row >= 0; row = order->next[row])
			if (structure->elements[row].type == STRUCTURE_TABLE_ROW)
				check_row(&grid, row);
	}
	for (size_t i = 0; i < grid.width; i++)
		if (grid.columns[i].below > 0)
			fault(&grid, "a cell reaches below the table");
	return grid.fault;
}
