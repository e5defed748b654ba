/*
 * source.h - an input file in memory, and the way from a byte in it to a line and column.
 *
 * Purpose:   every reader works on bytes in memory and names faults by offset; this module turns
 *            offsets into what an editor shows. Files compressed with gzip are unpacked while read.
 * Ownership: the source lives in the arena; bytes are followed by a zero byte beyond length.
 * Lines end at LF, CR LF or CR alone. A byte order mark takes no column.
 */
#ifndef GRADIENT_BASE_SOURCE_H
#define GRADIENT_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;

struct source {
	const char *name; /* for messages */
	const char *bytes;
	size_t length;
	struct arena *arena;
	size_t *line_starts; /* made when first needed */
	size_t line_count;
};

enum { SOURCE_SIZE_MOST_MIB = 1024 };

/*
 * Reads the file at path. from is where the spec names the file; it is the place of the message when
 * the file is missing or unreadable (the file itself when from.file is NULL); unreadable is that message,
 * by which a missing report differs from missing data.
 * Returns NULL after a diagnostic: missing, unreadable, not a file, too large, damaged gzip.
 */
struct source *source_read(struct arena *arena, const char *path, const char *name,
			   struct location from, enum diag_code unreadable,
			   struct diag_list *diags);

/* Tells the list of a file that a library reads by itself, such as a font, as source_read() does of its own. */
void source_note_file(const char *path, struct diag_list *diags);

/* The same for a file of any size, which is read in pieces; a file that the list has already is not read again. */
void source_note_large_file(const char *path, struct diag_list *diags);

/* A source over text that is already in memory and outlives it; no zero byte need follow the text. */
struct source *source_of_text(struct arena *arena, const char *name, const char *bytes,
			      size_t length);

/* Line and column of the character that begins at or holds offset; offset <= length. */
struct location source_location(struct source *source, size_t offset);

/* The version of zlib in use. */
const char *source_library_version(void);

#endif
