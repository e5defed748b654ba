/*
 * workbook_read.h - a workbook as another program reads it: sheets of cells, marked tables, properties.
 *
 * Reads the written XML on its own, ODS and XLSX into one form, so that both can be held against the same rules and
 * against each other.
 */
#ifndef GRADIENT_TESTS_WORKBOOK_READ_H
#define GRADIENT_TESTS_WORKBOOK_READ_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct read_cell {
	bool there, is_number, is_formula, bold, wraps, filled;
	const char *text; /* of a number: "" */
	double number;
};

struct read_sheet {
	const char *name;
	struct read_cell *cells; /* row by row, all rows as wide as the widest */
	size_t row_count, column_count;
	/* The one marked table, from 0; table_count says how many there are. */
	const char *table;
	size_t table_count, first_row, last_row, first_column, last_column;
	bool merged, frozen, filtered, drawn,
		headed;     /* headed: something at head or foot of pages */
	bool header_marked; /* the header row is marked as such */
};

struct read_book {
	struct read_sheet *sheets;
	size_t count;
	const char *title, *creator, *created, *language;
	const char *active; /* sheet that it opens with */
};

const struct read_book *workbook_read_ods(struct arena *arena, const char *path);
const struct read_book *workbook_read_xlsx(struct arena *arena, const char *path);

const struct read_cell *read_cell_at(const struct read_sheet *sheet, size_t row, size_t column);

/* What breaks the rules of accessible workbooks, a line each; "" when nothing does. */
const char *workbook_faults(struct arena *arena, const struct read_book *book);

#endif
