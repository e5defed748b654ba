#include "pdf/indirect.h"

#include <string.h>

#include "pdf/lexeme.h"

bool pdf_indirect_at(struct pdf_slice file, size_t offset, struct pdf_indirect *object)
{
	struct pdf_slice rest, number, generation, keyword;
	long found, version;

	if (offset >= file.length)
		return false;
	rest = (struct pdf_slice){ file.bytes + offset, file.length - offset };
	if (pdf_lex(&rest, &number) != LEXEME_NUMBER ||
	    !pdf_integer(number, 0, PDF_OBJECT_NUMBER_MOST, &found))
		return false;
	if (pdf_lex(&rest, &generation) != LEXEME_NUMBER ||
	    !pdf_integer(generation, 0, PDF_GENERATION_MOST, &version))
		return false;
	if (pdf_lex(&rest, &keyword) != LEXEME_KEYWORD || !pdf_is_keyword(keyword, "obj"))
		return false;
	*object = (struct pdf_indirect){ .number = (int)found, .generation = (int)version };
	if (pdf_take(&rest, &object->value) == PDF_NONE)
		return false;
	object->behind = rest;
	return true;
}

/* Takes the keyword and the end of its line off the front (7.3.8.1). */
static bool take_stream_keyword(struct pdf_slice *rest)
{
	struct pdf_slice keyword;
	size_t end = 0;

	if (pdf_lex(rest, &keyword) != LEXEME_KEYWORD || !pdf_is_keyword(keyword, "stream"))
		return false;
	if (end < rest->length && rest->bytes[end] == '\r')
		end++;
	if (end >= rest->length || rest->bytes[end++] != '\n')
		return false;
	*rest = (struct pdf_slice){ rest->bytes + end, rest->length - end };
	return true;
}

bool pdf_indirect_has_stream(const struct pdf_indirect *object)
{
	struct pdf_slice rest = object->behind;

	return pdf_kind_of(object->value) == PDF_DICTIONARY && take_stream_keyword(&rest);
}

bool pdf_indirect_stream(const struct pdf_indirect *object, size_t length, struct pdf_slice *packed)
{
	static const char ending[] = "endstream";
	struct pdf_slice rest = object->behind;

	if (!take_stream_keyword(&rest) || length > rest.length)
		return false;
	*packed = (struct pdf_slice){ rest.bytes, length };
	rest = (struct pdf_slice){ rest.bytes + length, rest.length - length };
	while (rest.length > 0 && pdf_is_space(rest.bytes[0]))
		rest = (struct pdf_slice){ rest.bytes + 1, rest.length - 1 };
	return rest.length >= strlen(ending) && memcmp(rest.bytes, ending, strlen(ending)) == 0;
}
