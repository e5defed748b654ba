/*
 * source_store.h - what input files held when they were read, for runs that share them.
 *
 * Purpose:   many statements are made from one spec, the same lists and often the same data. A list of diagnostics
 *            that uses a store makes source_read() and source_note_file() take from it what is there, so that a file
 *            is read once and all runs see the same bytes of it, whatever becomes of the file meanwhile.
 * Ownership: the store lives in its arena, with the bytes; these stay when the store is closed.
 */
#ifndef GRADIENT_BASE_SOURCE_STORE_H
#define GRADIENT_BASE_SOURCE_STORE_H

#include <stddef.h>

struct arena;
struct diag_list;
struct source_store;

struct stored_source {
	const char *path;
	const char *digest; /* SHA-256 of the file as it is on the disk, in hexadecimal */
	size_t size;        /* bytes on the disk */
	const char *
		bytes; /* unpacked, a zero byte behind them; NULL when only the digest was asked for */
	size_t length;
};

struct source_store *source_store_new(struct arena *arena);

/* From now on nothing is added. */
void source_store_close(struct source_store *store);

/* NULL when it is not there. */
const struct stored_source *source_store_find(const struct source_store *store, const char *path);

/*
 * The digest of a file, from the store, else from the disk and, unless the store is closed, kept in it. NULL when
 * the file cannot be read.
 */
const char *source_store_digest(struct source_store *store, const char *path);

/* Adds to a store, for source.c alone. bytes are copied unless they are NULL. */
void source_store_add(struct source_store *store, const char *path, const char *digest, size_t size,
		      const char *bytes, size_t length);

#endif
