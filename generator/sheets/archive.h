/*
 * archive.h - a zip archive in memory with the same bytes for the same entries: one fixed time, no extra fields.
 *
 * Errors:    diagnostics: libzip, which is loaded for the first archive, is not there, or fails.
 */
#ifndef GRADIENT_SHEETS_ARCHIVE_H
#define GRADIENT_SHEETS_ARCHIVE_H

#include <stdbool.h>

struct archive;
struct buffer;
struct diag_list;

/* NULL after a diagnostic. The list must stay until the archive is finished. */
struct archive *zip_archive_new(struct diag_list *diags);

/*
 * Adds an entry, taking the bytes of the buffer, which must stay until the end: nothing is copied. stored: without
 * compression, as a first entry must be that programs tell the kind of a file by. False after a diagnostic.
 */
bool zip_archive_add(struct archive *archive, const char *name, const struct buffer *bytes,
		     bool stored);

/* Appends the archive to out, or returns false after a diagnostic; frees it in any case. */
bool zip_archive_finish(struct archive *archive, struct buffer *out);

/* Of libzip, which it loads, as in "1.7.3"; NULL when it is not there. */
const char *archive_library_version(void);

#endif
