/*
 * unpack_kinds.h - how bytes are unpacked, one kind of packing beside the other; for unpack.c.
 *
 * Several packed parts one behind the other are one file, as gzip and zstd say; zeros behind a part of gzip are filling.
 * Anything else behind it is damage: it may be the rest of the records.
 */
#ifndef GRADIENT_RECORDS_UNPACK_KINDS_H
#define GRADIENT_RECORDS_UNPACK_KINDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The packed file. */
struct unpack_source {
	int file;
	unsigned char
		*bytes; /* of UNPACK_SOURCE_SIZE; those from used to length are to be unpacked */
	size_t length, used;
	uint64_t offset; /* in the file, of the first of bytes */
	int fault;       /* errno */
};

enum { UNPACK_SOURCE_SIZE = 256 * 1024 };

/* Bytes to unpack; false at the end of the file and when it cannot be read. */
bool unpack_source_has(struct unpack_source *source);

enum unpack_state {
	UNPACK_MORE,
	UNPACK_ENDED,
	UNPACK_CUT_OFF,
	UNPACK_DAMAGED,
	UNPACK_CHECKSUM, /* everything could be unpacked, and is not what was packed */
	UNPACK_UNREADABLE,
};

struct unpack_method {
	void *(*start)(void);

	/* Unpacks to full size, or to the end: *length bytes. UNPACK_MORE only when all room is used. */
	enum unpack_state (*fill)(void *method, struct unpack_source *source, char *to, size_t size,
				  size_t *length);
	void (*end)(void *method);
};

extern const struct unpack_method unpack_gzip, unpack_zstd;

#endif
