/*
 * font_store.h - parts of fonts that pages carry, kept for a page that is made again with the same characters.
 *
 * Ownership: the store lives in the arena it was made in, and holds one part of every font file.
 */
#ifndef GRADIENT_HTML_FONT_STORE_H
#define GRADIENT_HTML_FONT_STORE_H

#include "html/web_font.h"

struct arena;
struct font_store;

struct font_store *font_store_new(struct arena *arena);

/*
 * As web_font_part(), from the store where it has the part of that file with the same characters. store NULL: made
 * anew. The font files themselves must not change.
 */
enum web_font_result font_store_part(struct font_store *store, const char *file,
				     const char *characters, struct buffer *out);

#endif
