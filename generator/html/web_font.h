/*
 * web_font.h - a part of a font file, for a page that carries its fonts with it.
 *
 * Only the glyphs of the characters in use are kept, with kerning and figures of equal width, by HarfBuzz. The
 * names of the font are left out but for its copyright and licence: what is left is a modified version, which may
 * not bear a reserved name, and the licence must stay with it (SIL Open Font License 1.1).
 */
#ifndef GRADIENT_HTML_WEB_FONT_H
#define GRADIENT_HTML_WEB_FONT_H

#include <stddef.h>

struct buffer;

enum web_font_result {
	WEB_FONT_MADE,
	WEB_FONT_UNREADABLE,
	WEB_FONT_RESERVED, /* the font says that it may not be embedded, or not in part */
};

/* Adds every character of valid UTF-8 text once, in the order of their numbers. */
void web_font_characters(const char *text, size_t length, struct buffer *out);

/* The characters of UTF-8 text in a font file, as a font file; out is untouched unless it is made. */
enum web_font_result web_font_part(const char *file, const char *text, struct buffer *out);

/* Of HarfBuzz, as in "6.0.0". */
const char *web_font_library_version(void);

#endif
