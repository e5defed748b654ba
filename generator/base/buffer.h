/*
 * buffer.h - a growing run of bytes, for text under construction and for output files in memory.
 *
 * Ownership: the caller owns the buffer and clears it with buffer_clear(). The bytes are always
 *            followed by a zero byte that does not count in length, so text can be used as a string.
 * Errors:    out of memory ends the program, as in arena.h.
 */
#ifndef GRADIENT_BASE_BUFFER_H
#define GRADIENT_BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct buffer {
	char *bytes; /* NULL while nothing was added */
	size_t length, capacity;
};

void buffer_init(struct buffer *buffer);
void buffer_clear(struct buffer *buffer);

/* Gives back the room that is not used. */
void buffer_trim(struct buffer *buffer);

void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
/* The same, from a buffer that is cleared; without a copy when out is empty. */
void buffer_take(struct buffer *out, struct buffer *bytes);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_char(struct buffer *buffer, char character);
void buffer_printf(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));

/* The text so far; "" when nothing was added. Valid until the next change. */
const char *buffer_text(const struct buffer *buffer);

/* A copy in the arena; clears the buffer. */
char *buffer_finish(struct buffer *buffer, struct arena *arena);

#endif
