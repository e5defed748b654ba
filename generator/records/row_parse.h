/*
 * row_parse.h - one row read byte by byte, by the rules of data/csv.h.
 */
#ifndef GRADIENT_RECORDS_ROW_PARSE_H
#define GRADIENT_RECORDS_ROW_PARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

/* How the rows of a file look. */
struct row_format {
	char delimiter;
	size_t cells;             /* of the header */
	const char *const *names; /* of its cells, cut; NULL when there is none */
};

struct row_cell {
	uint32_t start, length;
	bool doubled; /* quotation marks in it are still double */
};

struct row_parse {
	struct row_cell *cells; /* room for one more than in the header */
	size_t count;           /* of cells; those beyond the header are counted only */
	bool filled_beyond;     /* one of those is not empty */
	size_t end;             /* of the row, at its line end */
	enum diag_code code;    /* of a fault, ... */
	size_t fault;           /* ... and where it is */
	const char *detail;
};

/* Where a row begins, blank lines passed over, at or behind `at`; length when there is none. Counts lines passed. */
size_t row_find(const char *bytes, size_t at, size_t length, char delimiter, uint64_t *lines);

/* False when there is a fault. */
bool row_parse(const char *bytes, size_t at, size_t length, const struct row_format *format,
	       struct row_parse *row);

/* Makes doubled quotation marks in a cell single, in place. */
void row_undouble(char *bytes, struct row_cell *cell);

/* Line ends in bytes, each CR LF one; bytes[length] is readable. */
uint64_t row_line_ends(const char *bytes, size_t length);

#endif
