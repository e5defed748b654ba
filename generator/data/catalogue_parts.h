/*
 * catalogue_parts.h - the cells of a catalogue, for catalogue*.c alone.
 */
#ifndef GRADIENT_DATA_CATALOGUE_PARTS_H
#define GRADIENT_DATA_CATALOGUE_PARTS_H

#include "data/catalogue_columns.h"
#include "data/catalogue_lists.h"

struct catalogue_file;
struct diag_list;
struct table;

struct catalogue_cells {
	struct arena *arena;
	struct diag_list *diags;
	const struct table *table;
	struct thresholds thresholds;
	const char *core; /* the choice that the threshold "core" stands for */
};

/* Says that a cell cannot be used; hint may be NULL. */
void catalogue_bad_cell(const struct catalogue_cells *cells, size_t row,
			enum catalogue_column column, const char *hint);

/* Puts what the row says in the place of what indicator holds; empty cells change nothing. */
void catalogue_fill(const struct catalogue_cells *cells, size_t row, struct indicator *indicator);

/* The indicators that rows name as nested_in and denominator_indicator stand in the file and form no ring. */
void catalogue_check_relations(const struct catalogue_cells *cells);

/* Reads the file and the thresholds that it names; arena and diags are set. False after diagnostics. */
bool catalogue_open(struct catalogue_cells *cells, const struct catalogue_file *file);

#endif
