/*
 * stream.h - the bytes of a file in order, unpacked and in UTF-8.
 *
 * Purpose:   plain files are read as they are asked for; those packed with gzip or zstd are unpacked ahead by a thread
 *            of its own. Encodings of one byte a character are turned into UTF-8.
 * Ownership: the stream lives in the arena and ends with stream_close(), which waits for its thread.
 * Errors:    what cannot be opened is told at once. Later a stream ends with a fault: the caller knows the line.
 */
#ifndef GRADIENT_RECORDS_STREAM_H
#define GRADIENT_RECORDS_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "model/count_query.h"

struct arena;
struct stream;

struct stream_fault {
	enum diag_code code;
	const char *detail, *hint; /* detail NULL: no fault */
};

/* NULL after a diagnostic. */
struct stream *stream_open(struct arena *arena, const struct count_place *place,
			   struct diag_list *diags);

/*
 * The first bytes, unpacked, in the encoding of the file; they will be read again. There are fewer than most only
 * when the file has no more, or has a fault.
 */
const char *stream_first(struct stream *stream, size_t most, size_t *length);

/* Fewer than size, which is at least 4, only at the end or when what is next needs more room; 0 at the end. */
size_t stream_read(struct stream *stream, char *to, size_t size);

/* After the end: why it came, when it came too early. */
struct stream_fault stream_fault(const struct stream *stream);

/*
 * Whether a packed file can be unpacked to its end, what has not been read included, and up to which line of the text, if
 * that can be told: otherwise nothing that was found in the text is to be believed. No fault for plain files. For when no
 * thread reads any more; nothing can be read afterwards.
 */
struct stream_fault stream_damage(struct stream *stream, uint64_t *line);

/* Bytes on the disk, packed or not. */
size_t stream_size(const struct stream *stream);
bool stream_is_packed(const struct stream *stream);

void stream_close(struct stream *stream);

#endif
