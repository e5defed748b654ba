#include "pdf/object_stream.h"

#include "base/arena.h"
#include "pdf/lexeme.h"

static bool take_pair(struct pdf_slice *head, size_t after, size_t length,
		      struct pdf_packed_object *object)
{
	struct pdf_slice number, offset;
	long found, at;

	if (pdf_lex(head, &number) != LEXEME_NUMBER || pdf_lex(head, &offset) != LEXEME_NUMBER ||
	    !pdf_integer(number, 0, PDF_OBJECT_NUMBER_MOST, &found) ||
	    !pdf_integer(offset, 0, (long)(length - after), &at))
		return false;
	*object = (struct pdf_packed_object){ (int)found, after + (size_t)at };
	return true;
}

bool pdf_object_stream_read(struct arena *arena, struct pdf_slice dictionary, struct pdf_slice text,
			    struct pdf_object_stream *stream)
{
	struct pdf_slice head;
	long count, first;

	/* A pair takes four characters, the last one three, which bounds their number. */
	if (!pdf_is_name(pdf_value_of(dictionary, "Type"), "ObjStm") ||
	    !pdf_integer(pdf_value_of(dictionary, "First"), 0, (long)text.length, &first) ||
	    !pdf_integer(pdf_value_of(dictionary, "N"), 0, first / 3 + 1, &count))
		return false;
	*stream = (struct pdf_object_stream){ .text = text };
	stream->objects = arena_array(arena, (size_t)count, sizeof(*stream->objects));
	head = (struct pdf_slice){ text.bytes, (size_t)first };
	for (; stream->count < (size_t)count; stream->count++)
		if (!take_pair(&head, (size_t)first, text.length, &stream->objects[stream->count]))
			return false;
	return true;
}

struct pdf_slice pdf_object_stream_value(const struct pdf_object_stream *stream, size_t index,
					 int number)
{
	struct pdf_slice rest = { "", 0 }, value;

	if (index < stream->count && stream->objects[index].number == number) {
		size_t at = stream->objects[index].at;

		rest = (struct pdf_slice){ stream->text.bytes + at, stream->text.length - at };
	}
	pdf_take(&rest, &value);
	return value;
}
