/*
 * archive.h - a zip archive in memory with the same bytes for the same entries: one fixed time, no extra fields.
 */
#ifndef GRADIENT_SHEETS_ARCHIVE_H
#define GRADIENT_SHEETS_ARCHIVE_H

#include <stdbool.h>

struct archive;
struct buffer;

/* NULL when the library fails; *fault then says why. */
struct archive *zip_archive_new(const char **fault);

/*
 * Adds an entry, taking the bytes of the buffer, which must stay until the end: nothing is copied. stored: without
 * compression, as a first entry must be that programs tell the kind of a file by.
 */
bool zip_archive_add(struct archive *archive, const char *name, const struct buffer *bytes,
		     bool stored, const char **fault);

/* Appends the archive to out; frees it in any case. */
bool zip_archive_finish(struct archive *archive, struct buffer *out, const char **fault);

/* Of libzip, as in "1.7.3". */
const char *archive_library_version(void);

#endif
