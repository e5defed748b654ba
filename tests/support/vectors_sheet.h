/*
 * vectors_sheet.h - a file of reference figures taken apart into cells, changed and written elsewhere.
 *
 * All lives in the arena. Failures of all kinds end the test.
 */
#ifndef GRADIENT_TESTS_VECTORS_SHEET_H
#define GRADIENT_TESTS_VECTORS_SHEET_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct vectors_sheet {
	struct arena *arena;
	size_t columns, rows; /* the header is row 0 */
	const char **cells;   /* row by row */
};

struct vectors_sheet vectors_sheet_read(struct arena *arena, const char *path);

/* With a byte order mark and CR LF when windows; cells are quoted where they have to be. */
void vectors_sheet_write(const struct vectors_sheet *sheet, const char *path, bool windows);

/* A cell to read or to replace. */
const char **vectors_sheet_cell(const struct vectors_sheet *sheet, size_t row, size_t column);

/* The columns from the last to the first. */
struct vectors_sheet vectors_sheet_mirrored(const struct vectors_sheet *sheet);

/* The rows behind the header from the last to the first. */
struct vectors_sheet vectors_sheet_upside_down(const struct vectors_sheet *sheet);

#endif
