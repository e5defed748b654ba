/*
 * records.h - the rows of a CSV file counted, however many there are.
 *
 * Purpose:   answers a count query (model/count_query.h) from a file with a row for each event or person: plain,
 *            or packed with gzip or zstd, which its content tells and not its name. One pass, by several threads.
 * Form:      what CSV is here is what data/csv.h says, byte for byte. Beside that every row must have as many cells as
 *            the header (further ones that are empty do not count), and none may repeat the header.
 * Numbers:   sign, up to 12 digits, point and up to 6 digits. Sums are added up in whole millionths. Dates of
 *            DATE_FORM_ISO may have a time behind them, which is not looked at.
 * Memory:    for each thread a piece of the file and what is known of the texts of columns, which is forgotten when
 *            it grows too large; then the cells, and of people and repeats each person in each cell (24 bytes, by
 *            table with room for twice as many). Nothing grows with the rows.
 * Order:     the answer, lines of first rows and messages included, does not depend on the number of threads.
 */
#ifndef GRADIENT_RECORDS_RECORDS_H
#define GRADIENT_RECORDS_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/count_query.h"

enum {
	RECORDS_THREADS_MOST = 64,
	RECORDS_CELLS_MOST = 1024 * 1024,   /* of one grouping */
	RECORDS_ROW_MOST = 8 * 1024 * 1024, /* bytes of one row */
};

/* The widest vector instructions that may be used, of those that the processor has; for tests. */
enum records_vectors {
	RECORDS_VECTORS_ANY,
	RECORDS_VECTORS_AVX2,
	RECORDS_VECTORS_NONE,
	RECORDS_VECTORS
};

/* All zero, or NULL: as many threads as processors, pieces of the size that is fastest, any vector instructions. */
struct records_options {
	unsigned threads;
	size_t piece; /* bytes of the file that are handed to a thread at a time; for tests */
	enum records_vectors vectors;
	size_t members; /* bytes of what tells people apart, about; above that there is no answer and no message; 0: any */
};

/* A count_answer; context is a const struct records_options * or NULL. place->path is not NULL. */
bool records_count(void *context, struct arena *arena, const struct count_query *query,
		   const struct count_place *place, struct count_result *result,
		   struct diag_list *diags);

/* "1.5.4", of libzstd. */
const char *records_library_version(void);

#endif
