/*
 * scan.h - the bytes that give a CSV file its form, found many at a time.
 *
 * Purpose:   two passes over bytes that lie in memory: a census of a piece, and the places of what ends cells and rows.
 *            They exist with vector instructions (AVX-512, AVX2) and without; the results are the same, bit for bit.
 * Quotes:    a byte is inside when an odd number of quotation marks stand before it. For a file without faults that is
 *            what RFC 4180 says, for a doubled mark counts twice; faults are for the reader of rows to find.
 * Lines:     a row ends at LF, at CR LF (of which the LF is the place), or at CR alone.
 * Memory:    SCAN_PADDING bytes behind the end must be readable; what they hold does not matter.
 */
#ifndef GRADIENT_RECORDS_SCAN_H
#define GRADIENT_RECORDS_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "records/records.h"

enum { SCAN_PADDING = 64 };

struct scan_census {
	uint64_t quotes;
	uint64_t line_ends; /* a CR at the very end counts as one */
	bool odd_bytes;     /* a byte is 0 or no ASCII */
};

/* What index() has found, beyond what was there before. */
struct scan_places {
	uint32_t *at; /* of delimiters and row ends outside quotation marks */
	size_t count; /* of them; there is room for as many more as bytes are looked at, and 64 */
	size_t rows;  /* row ends among them */
	uint64_t quotes;   /* quotation marks seen */
	bool lines_inside; /* a line ends between quotation marks */
	bool inside;       /* of the next byte */
};

struct scan {
	void (*census)(const char *bytes, size_t length, struct scan_census *out);

	/* Looks at bytes[from .. to); bytes[to] is readable and tells whether a CR at the end stands alone. */
	void (*index)(const char *bytes, size_t from, size_t to, char delimiter,
		      struct scan_places *places);
};

/* The one with the widest vectors of those that the processor has and that may be used. */
const struct scan *scan_choose(enum records_vectors widest);

/* Each of them, for tests; NULL when the processor lacks the instructions. */
const struct scan *scan_portable(void);
const struct scan *scan_avx2(void);
const struct scan *scan_avx512(void);

#endif
