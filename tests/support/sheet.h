/*
 * sheet.h - a CSV file as a test looks at it: what the program wrote, and the published files it
 * is held against.
 *
 * Reads on its own, not with the reader under test: RFC 4180, a byte order mark, rows ended by LF
 * or CR LF, plain or gzip. Cells that a short row lacks are empty. The first row is the header.
 * Ownership: all in the arena. Failures of all kinds end the test.
 */
#ifndef GRADIENT_TESTS_SHEET_H
#define GRADIENT_TESTS_SHEET_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct sheet;

struct sheet *sheet_read(struct arena *arena, const char *path);

/* Rows without the header. */
size_t sheet_rows(const struct sheet *sheet);

/* The column must be there. */
const char *sheet_text(const struct sheet *sheet, size_t row, const char *column);
bool sheet_is(const struct sheet *sheet, size_t row, const char *column, const char *text);

/* NaN for an empty cell; anything else must be a number. */
double sheet_number(const struct sheet *sheet, size_t row, const char *column);

#endif
