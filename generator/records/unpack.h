/*
 * unpack.h - a packed file unpacked ahead by a thread of its own.
 *
 * Errors: the bytes before a fault are handed out; then unpack_read() returns 0 and unpack_fault() says why, at which
 *         byte of the packed file, and after how many lines of text.
 */
#ifndef GRADIENT_RECORDS_UNPACK_H
#define GRADIENT_RECORDS_UNPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct unpack;

enum unpack_kind { UNPACK_NONE, UNPACK_GZIP, UNPACK_ZSTD };

/* What the first bytes of a file say; four are enough. */
enum unpack_kind unpack_kind_of(const char *bytes, size_t length);

/* Takes over the open file, which stands at its beginning. */
struct unpack *unpack_new(struct arena *arena, int file, enum unpack_kind kind);

/* Waits for bytes; 0 at the end. */
size_t unpack_read(struct unpack *unpack, char *to, size_t size);

/* line: of the text, where it ends; 0 when it may be damaged anywhere. */
struct unpack_fault {
	const char *detail; /* NULL: the end was the end of the file */
	uint64_t line;
};

struct unpack_fault unpack_fault(const struct unpack *unpack);

/* The same, what has not been read unpacked to its end first. */
struct unpack_fault unpack_rest(struct unpack *unpack);

/* Ends the thread and closes the file. */
void unpack_free(struct unpack *unpack);

#endif
