/*
 * rows.h - the rows of a piece, many at a time, with the cells of the columns that are wanted.
 *
 * Purpose:   where each row has as many cells as the header and quoted cells hold neither quotation marks nor line
 *            ends, cells are where the scan says. Any other stretch is read byte by byte (row_parse.h), which finds
 *            the faults too. Both give the same cells: data/csv.h's, which are not cut.
 * Ownership: belongs to one thread; batches point into the piece, which may be changed: doubled quotation marks are
 *            made single in place.
 */
#ifndef GRADIENT_RECORDS_ROWS_H
#define GRADIENT_RECORDS_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "records/fault.h"

struct arena;
struct piece;
struct plan;
struct row_format;
struct rows;
struct scan;

enum { ROWS_MOST = 512 };

/* Rows of a piece. Cells are by column of the plan, then by row. */
struct row_batch {
	const char *bytes;
	size_t count;
	uint32_t (*start)[ROWS_MOST], (*length)[ROWS_MOST];
	uint32_t *longest; /* of the cells of a column, at least */
	uint64_t line[ROWS_MOST];
	uint32_t begin[ROWS_MOST]; /* of the row */
};

struct rows *rows_new(struct arena *arena, const struct plan *plan, const struct row_format *format,
		      const struct scan *scan);

/* The piece must have been checked for bytes that are no text. */
void rows_start(struct rows *rows, struct piece *piece);

/* NULL at the end of the piece; after a fault too, but for the rows before it. */
const struct row_batch *rows_next(struct rows *rows);

/* The row of a batch is the header once more, or nearly. Adds the fault then. */
bool rows_is_header(struct rows *rows, size_t row);

const struct fault *rows_fault(const struct rows *rows);

void rows_free(struct rows *rows);

#endif
