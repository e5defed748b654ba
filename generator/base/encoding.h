/*
 * encoding.h - text encodings: what is valid UTF-8, and how to get there.
 */
#ifndef GRADIENT_BASE_ENCODING_H
#define GRADIENT_BASE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* True when bytes[0 .. length) is UTF-8 without a zero byte; otherwise *bad is the first bad offset. */
bool encoding_is_utf8(const char *bytes, size_t length, size_t *bad);

/* Characters in valid UTF-8. */
size_t encoding_characters(const char *text, size_t length);

/* The character that begins at text, valid UTF-8, and in *length the bytes it takes. */
uint32_t encoding_character(const char *text, size_t *length);

/* The most bytes of valid UTF-8, up to most, that end with a whole character. */
size_t encoding_cut(const char *text, size_t length, size_t most);

/* Names a spec may declare, ended by NULL: "utf-8", "windows-1252", "iso-8859-1", "macintosh". */
const char *const *encoding_names(void);

/*
 * Turns bytes in a declared encoding into UTF-8 in the arena. Returns NULL with the offset of the first
 * byte that the encoding does not know in *bad.
 */
char *encoding_to_utf8(struct arena *arena, const char *encoding, const char *bytes, size_t length,
		       size_t *out_length, size_t *bad);

/* Lower case by Unicode's rules, for comparing labels. */
char *encoding_fold_case(struct arena *arena, const char *text);

/* The text with its first character in upper case. */
char *encoding_capital(struct arena *arena, const char *text);

#endif
