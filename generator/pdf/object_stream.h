/*
 * object_stream.h - objects packed together in a stream (ISO 32000-1, 7.5.7).
 */
#ifndef GRADIENT_PDF_OBJECT_STREAM_H
#define GRADIENT_PDF_OBJECT_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "pdf/value.h"

struct pdf_packed_object {
	int number;
	size_t at; /* in the text */
};

struct pdf_object_stream {
	struct pdf_slice text;
	struct pdf_packed_object *objects;
	size_t count;
};

struct arena;

/* Reads which objects stand in an unpacked stream; false when its head is damaged. */
bool pdf_object_stream_read(struct arena *arena, struct pdf_slice dictionary, struct pdf_slice text,
			    struct pdf_object_stream *stream);

/* The object at index; none when there is none, or it has another number. */
struct pdf_slice pdf_object_stream_value(const struct pdf_object_stream *stream, size_t index,
					 int number);

#endif
