/*
 * line_breaks.h - where the lines of a text may break, by Unicode's rules (UAX 14 and 29, as pango has them).
 */
#ifndef GRADIENT_TEXT_LINE_BREAKS_H
#define GRADIENT_TEXT_LINE_BREAKS_H

#include <stddef.h>

struct arena;

/* What may happen before a byte of a text. */
enum line_break {
	BREAK_OF_LINE = 1, /* a line may begin here */
	BREAK_OF_WORD =
		2, /* so may one that has no other place: what a reader takes for a character begins */
};

/*
 * A set of enum line_break for every byte of UTF-8 text and for its end, in the arena. None stands inside a
 * character; that of the end is not set.
 */
const unsigned char *line_breaks_find(struct arena *arena, const char *text, size_t length);

#endif
