#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/lexeme.h"
#include "pdf/writer.h"
#include "pdf/writer_parts.h"

/* The new number of an object, which is copied later unless it was asked for before. */
static int new_number(struct pdf_writer *writer, int old)
{
	struct copying *copying = &writer->copying;

	while ((size_t)old >= copying->capacity)
		copying->numbers = arena_grow(writer->arena, copying->numbers, copying->capacity,
					      &copying->capacity, sizeof(*copying->numbers));
	if (copying->numbers[old] == 0) {
		copying->numbers[old] = pdf_writer_reserve(writer);
		copying->waiting =
			arena_grow(writer->arena, copying->waiting, copying->waiting_count,
				   &copying->waiting_capacity, sizeof(*copying->waiting));
		copying->waiting[copying->waiting_count++] = old;
	}
	return copying->numbers[old];
}

static bool is_regular(char character)
{
	return !pdf_is_space(character) && strchr("()<>[]{}/%", character) == NULL;
}

/* White-space goes in where two lexemes would run together. */
static void add_lexeme(struct buffer *out, size_t start, struct pdf_slice lexeme)
{
	if (out->length > start && lexeme.length > 0 && is_regular(lexeme.bytes[0]) &&
	    is_regular(out->bytes[out->length - 1]))
		buffer_add_char(out, ' ');
	buffer_add(out, lexeme.bytes, lexeme.length);
}

/* A reference to nothing is null (7.3.10). */
static void add_reference(struct pdf_writer *writer, const struct pdf_file *file,
			  struct pdf_slice reference, size_t start, struct buffer *out)
{
	int number, generation;
	struct buffer text;

	if (pdf_file_resolve(file, reference).length == 0 ||
	    !pdf_reference(reference, &number, &generation)) {
		add_lexeme(out, start, pdf_text("null"));
		return;
	}
	buffer_init(&text);
	buffer_printf(&text, "%d 0 R", new_number(writer, number));
	add_lexeme(out, start, (struct pdf_slice){ text.bytes, text.length });
	buffer_clear(&text);
}

static bool lacks_glyph_map(struct pdf_slice dictionary)
{
	return pdf_is_name(pdf_value_of(dictionary, "Subtype"), "CIDFontType2") &&
	       pdf_is_name(pdf_value_of(dictionary, "Type"), "Font") &&
	       pdf_value_of(dictionary, "CIDToGIDMap").length == 0;
}

/* Adds a value, its references renumbered. */
static void add_value(struct pdf_writer *writer, const struct pdf_file *file,
		      struct pdf_slice value, struct buffer *out)
{
	struct pdf_slice rest = value, ahead, lexeme, whole;
	size_t start = out->length;
	enum pdf_lexeme kind;

	for (;;) {
		ahead = rest;
		kind = pdf_lex(&rest, &lexeme);
		if (kind == LEXEME_END || kind == LEXEME_FAULT)
			break;
		if (kind == LEXEME_NUMBER && pdf_take(&ahead, &whole) == PDF_REFERENCE) {
			add_reference(writer, file, whole, start, out);
			rest = ahead;
			continue;
		}
		add_lexeme(out, start, lexeme);
		if (kind == LEXEME_DICTIONARY_OPEN && pdf_take(&ahead, &whole) == PDF_DICTIONARY &&
		    lacks_glyph_map(whole))
			buffer_add_text(out, "/CIDToGIDMap/Identity");
	}
}

/* The entries of a dictionary besides the length of its stream, which is written anew. */
static void add_stream_entries(struct pdf_writer *writer, const struct pdf_file *file,
			       struct pdf_slice dictionary, struct buffer *out)
{
	struct pdf_slice rest = pdf_inside(dictionary), key, value;

	while (pdf_take(&rest, &key) == PDF_NAME && pdf_take(&rest, &value) != PDF_NONE) {
		if (pdf_is_name(key, "Length"))
			continue;
		buffer_add(out, key.bytes, key.length);
		buffer_add_char(out, ' ');
		add_value(writer, file, value, out);
	}
}

static void copy_object(struct pdf_writer *writer, const struct pdf_file *file, int old)
{
	struct pdf_slice value = pdf_file_object(file, old), packed;
	int number = writer->copying.numbers[old];
	const char *fault = NULL;
	struct buffer text;

	buffer_init(&text);
	if (!pdf_file_has_stream(file, old)) {
		if (value.length > 0)
			add_value(writer, file, value, &text);
		else
			buffer_add_text(&text, "null");
		pdf_writer_object(writer, number, (struct pdf_slice){ text.bytes, text.length });
	} else if (pdf_file_stream_packed(file, old, &packed, &fault)) {
		add_stream_entries(writer, file, value, &text);
		pdf_writer_stream_as_is(writer, number, buffer_text(&text), packed);
	} else {
		writer->fault = fault;
	}
	buffer_clear(&text);
}

/* Copying one object may bring others: they wait in a line, however deep they lie. */
static void copy_waiting(struct pdf_writer *writer, const struct pdf_file *file)
{
	struct copying *copying = &writer->copying;

	while (copying->waiting_from < copying->waiting_count)
		copy_object(writer, file, copying->waiting[copying->waiting_from++]);
}

int pdf_writer_copy(struct pdf_writer *writer, const struct pdf_file *file, int number)
{
	int copy = new_number(writer, number);

	copy_waiting(writer, file);
	return copy;
}

struct pdf_slice pdf_writer_copy_value(struct pdf_writer *writer, const struct pdf_file *file,
				       struct pdf_slice value)
{
	struct buffer text;
	size_t length;

	buffer_init(&text);
	add_value(writer, file, value, &text);
	copy_waiting(writer, file);
	length = text.length;
	return (struct pdf_slice){ buffer_finish(&text, writer->arena), length };
}
