#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fatal.h"

void buffer_init(struct buffer *buffer)
{
	*buffer = (struct buffer){ 0 };
}

void buffer_clear(struct buffer *buffer)
{
	free(buffer->bytes);
	buffer_init(buffer);
}

/* Room for extra more bytes and the zero behind them. */
static void reserve(struct buffer *buffer, size_t extra)
{
	size_t needed, capacity = buffer->capacity == 0 ? 256 : buffer->capacity;
	char *bytes;

	if (extra < buffer->capacity - buffer->length)
		return;
	if (__builtin_add_overflow(buffer->length, extra, &needed) ||
	    __builtin_add_overflow(needed, 1, &needed))
		capacity = 0;
	while (capacity != 0 && capacity < needed)
		if (__builtin_mul_overflow(capacity, 2, &capacity))
			capacity = 0;
	if (capacity != 0 && capacity == buffer->capacity)
		return;
	bytes = capacity == 0 ? NULL : realloc(buffer->bytes, capacity);
	if (bytes == NULL)
		fatal_out_of_memory();
	buffer->bytes = bytes;
	buffer->capacity = capacity;
}

void buffer_trim(struct buffer *buffer)
{
	char *bytes = buffer->bytes == NULL ? NULL : realloc(buffer->bytes, buffer->length + 1);

	if (bytes == NULL)
		return;
	buffer->bytes = bytes;
	buffer->capacity = buffer->length + 1;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
	reserve(buffer, length);
	if (length > 0)
		memcpy(buffer->bytes + buffer->length, bytes, length);
	buffer->length += length;
	buffer->bytes[buffer->length] = '\0';
}

void buffer_take(struct buffer *out, struct buffer *bytes)
{
	if (out->length == 0) {
		buffer_clear(out);
		*out = *bytes;
	} else {
		buffer_add(out, bytes->bytes, bytes->length);
		free(bytes->bytes);
	}
	buffer_init(bytes);
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void buffer_add_char(struct buffer *buffer, char character)
{
	buffer_add(buffer, &character, 1);
}

void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
{
	size_t room = buffer->capacity - buffer->length;
	va_list again;
	int length;

	/* What fits, as nearly all does, is formatted once. */
	va_copy(again, arguments);
	length = vsnprintf(room == 0 ? NULL : buffer->bytes + buffer->length, room, format, again);
	va_end(again);
	if (length <= 0)
		return;
	if ((size_t)length >= room) {
		reserve(buffer, (size_t)length);
		vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, arguments);
	}
	buffer->length += (size_t)length;
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	buffer_vprintf(buffer, format, arguments);
	va_end(arguments);
}

const char *buffer_text(const struct buffer *buffer)
{
	return buffer->bytes == NULL ? "" : buffer->bytes;
}

char *buffer_finish(struct buffer *buffer, struct arena *arena)
{
	char *text = arena_strndup(arena, buffer_text(buffer), buffer->length);

	buffer_clear(buffer);
	return text;
}
