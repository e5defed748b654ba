/*
 * csv_text.h - the text of a data file, or why it has none.
 *
 * Purpose:   refuses workbooks, archives, web pages and other files that are not CSV whatever their
 *            name says, and turns the declared encoding into UTF-8.
 * Ownership: the text lives in the arena, or is the source itself when that is UTF-8 already.
 */
#ifndef GRADIENT_DATA_CSV_TEXT_H
#define GRADIENT_DATA_CSV_TEXT_H

#include <stddef.h>

struct arena;
struct diag_list;
struct source;

/*
 * A source of valid UTF-8 without zero bytes and of the same name. encoding is one of
 * encoding_names(), or NULL for UTF-8; a byte order mark overrules it. Returns NULL after a
 * diagnostic.
 */
struct source *csv_text(struct arena *arena, struct source *source, const char *encoding,
			struct diag_list *diags);

/* Bytes that the byte order mark takes at the beginning of the text; 0 when there is none. */
size_t csv_text_start(const struct source *text);

#endif
