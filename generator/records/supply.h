/*
 * supply.h - a file in pieces that begin and end with whole rows, handed out one by one to any thread.
 *
 * Purpose:   a row end is one only outside quotation marks, which nobody can tell in the middle of a file. So whoever
 *            takes a piece counts the marks and lines in it, many bytes at a time, before it lets the next one in: that
 *            is a small part of the work, and each piece can then be read by itself, with its place and line known.
 * Ownership: the supply lives in the arena and borrows the stream. A piece keeps its memory from one use to the next;
 *            supply_clear_piece() gives it back.
 */
#ifndef GRADIENT_RECORDS_SUPPLY_H
#define GRADIENT_RECORDS_SUPPLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "records/fault.h"

struct arena;
struct scan;
struct stream;
struct supply;

struct piece {
	char *bytes; /* readable for SCAN_PADDING bytes behind length, writable for one */
	size_t length, capacity;
	uint64_t offset; /* of its first byte in the text */
	uint64_t line;   /* of its first row */
	bool odd_bytes;  /* not certain to be ASCII without zero bytes */
	bool too_long; /* a row that does not end within RECORDS_ROW_MOST bytes; there are no pieces behind it */
};

/* piece: bytes in a piece, about; skip: bytes of the text before the first row, which is in line. */
struct supply *supply_new(struct arena *arena, struct stream *stream, const struct scan *scan,
			  size_t piece, size_t skip, uint64_t line);

/* False at the end. */
bool supply_next(struct supply *supply, struct piece *piece);

/* No more pieces. */
void supply_stop(struct supply *supply);

/* Why the stream ended, when it ended too early; for after the last piece. */
struct fault supply_fault(const struct supply *supply);

/* Bytes of text handed out. */
uint64_t supply_length(const struct supply *supply);

void supply_clear_piece(struct piece *piece);
void supply_free(struct supply *supply);

#endif
