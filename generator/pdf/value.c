#include "pdf/value.h"

#include <limits.h>
#include <string.h>

#include "base/buffer.h"
#include "base/number.h"
#include "pdf/lexeme.h"

static const struct pdf_slice none = { "", 0 };

struct pdf_slice pdf_text(const char *text)
{
	return (struct pdf_slice){ text, strlen(text) };
}

/* Takes the rest of an array or dictionary whose opening bracket was taken; false: it has no sound end. */
static bool take_inside(struct pdf_slice *rest, enum pdf_lexeme opening)
{
	enum { DEPTH_MOST = 128 };
	enum pdf_lexeme open[DEPTH_MOST] = { opening }, kind;
	struct pdf_slice lexeme;
	size_t depth = 1;

	while (depth > 0) {
		kind = pdf_lex(rest, &lexeme);
		if (kind == LEXEME_ARRAY_OPEN || kind == LEXEME_DICTIONARY_OPEN) {
			if (depth == DEPTH_MOST)
				return false;
			open[depth++] = kind;
		} else if (kind == LEXEME_ARRAY_CLOSE || kind == LEXEME_DICTIONARY_CLOSE) {
			if ((kind == LEXEME_ARRAY_CLOSE) != (open[--depth] == LEXEME_ARRAY_OPEN))
				return false;
		} else if (kind == LEXEME_END || kind == LEXEME_FAULT) {
			return false;
		}
	}
	return true;
}

/* What makes a reference of a number before it: "0 R". Rest moves behind it when it is there. */
static bool take_reference_tail(struct pdf_slice *rest)
{
	struct pdf_slice ahead = *rest, generation, keyword;
	long number;

	if (pdf_lex(&ahead, &generation) != LEXEME_NUMBER ||
	    !pdf_integer(generation, 0, PDF_GENERATION_MOST, &number))
		return false;
	if (pdf_lex(&ahead, &keyword) != LEXEME_KEYWORD || keyword.length != 1 ||
	    keyword.bytes[0] != 'R')
		return false;
	*rest = ahead;
	return true;
}

static bool is_whole(struct pdf_slice number)
{
	return number.bytes[0] >= '0' && number.bytes[0] <= '9' &&
	       memchr(number.bytes, '.', number.length) == NULL;
}

enum pdf_kind pdf_take(struct pdf_slice *rest, struct pdf_slice *value)
{
	enum pdf_lexeme lexeme = pdf_lex(rest, value);
	enum pdf_kind kind = PDF_NONE;

	switch (lexeme) {
	case LEXEME_NUMBER:
		kind = is_whole(*value) && take_reference_tail(rest) ? PDF_REFERENCE : PDF_NUMBER;
		break;
	case LEXEME_NAME:
		return PDF_NAME;
	case LEXEME_STRING:
		return PDF_STRING;
	case LEXEME_KEYWORD:
		return PDF_KEYWORD;
	case LEXEME_ARRAY_OPEN:
	case LEXEME_DICTIONARY_OPEN:
		if (take_inside(rest, lexeme))
			kind = lexeme == LEXEME_ARRAY_OPEN ? PDF_ARRAY : PDF_DICTIONARY;
		break;
	case LEXEME_ARRAY_CLOSE:
	case LEXEME_DICTIONARY_CLOSE:
	case LEXEME_FAULT:
	case LEXEME_END:
		break;
	}
	if (kind == PDF_NONE)
		*value = none;
	else
		value->length = (size_t)(rest->bytes - value->bytes);
	return kind;
}

enum pdf_kind pdf_kind_of(struct pdf_slice value)
{
	struct pdf_slice taken;

	return pdf_take(&value, &taken);
}

struct pdf_slice pdf_inside(struct pdf_slice value)
{
	enum pdf_kind kind = pdf_kind_of(value);
	size_t bracket = kind == PDF_ARRAY ? 1 : 2;

	if (kind != PDF_ARRAY && kind != PDF_DICTIONARY)
		return none;
	return (struct pdf_slice){ value.bytes + bracket, value.length - 2 * bracket };
}

struct pdf_slice pdf_value_of(struct pdf_slice dictionary, const char *key)
{
	struct pdf_slice rest = none, name, value;

	if (dictionary.length >= 4 && memcmp(dictionary.bytes, "<<", 2) == 0)
		rest = (struct pdf_slice){ dictionary.bytes + 2, dictionary.length - 4 };
	while (pdf_take(&rest, &name) == PDF_NAME && pdf_take(&rest, &value) != PDF_NONE)
		if (pdf_is_name(name, key))
			return value;
	return none;
}

bool pdf_integer(struct pdf_slice value, long least, long most, long *number)
{
	bool minus = value.length > 0 && value.bytes[0] == '-';
	size_t i = minus || (value.length > 0 && value.bytes[0] == '+') ? 1 : 0;
	long found = 0;

	if (i == value.length)
		return false;
	for (; i < value.length; i++) {
		char digit = value.bytes[i];

		if (digit < '0' || digit > '9' || found > (LONG_MAX - 9) / 10)
			return false;
		found = found * 10 + (digit - '0');
	}
	if (minus)
		found = -found;
	if (found < least || found > most)
		return false;
	*number = found;
	return true;
}

bool pdf_real(struct pdf_slice value, double *number)
{
	return pdf_kind_of(value) == PDF_NUMBER && number_parse(value.bytes, value.length, number);
}

bool pdf_reference(struct pdf_slice value, int *number, int *generation)
{
	struct pdf_slice first, second, keyword;
	long found, version;

	if (pdf_lex(&value, &first) != LEXEME_NUMBER ||
	    !pdf_integer(first, 1, PDF_OBJECT_NUMBER_MOST, &found))
		return false;
	if (pdf_lex(&value, &second) != LEXEME_NUMBER ||
	    !pdf_integer(second, 0, PDF_GENERATION_MOST, &version))
		return false;
	if (pdf_lex(&value, &keyword) != LEXEME_KEYWORD || !pdf_is_keyword(keyword, "R"))
		return false;
	*number = (int)found;
	*generation = (int)version;
	return true;
}

static int hexadecimal(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	if (digit >= 'a' && digit <= 'f')
		return digit - 'a' + 10;
	return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

/* The character at i of a name, which moves behind it; #xx is one. */
static char name_character(struct pdf_slice name, size_t *i)
{
	char character = name.bytes[(*i)++];

	if (character != '#' || *i + 2 > name.length || hexadecimal(name.bytes[*i]) < 0 ||
	    hexadecimal(name.bytes[*i + 1]) < 0)
		return character;
	*i += 2;
	return (char)(hexadecimal(name.bytes[*i - 2]) * 16 + hexadecimal(name.bytes[*i - 1]));
}

bool pdf_is_name(struct pdf_slice value, const char *name)
{
	size_t i = 1;

	if (value.length == 0 || value.bytes[0] != '/')
		return false;
	while (i < value.length)
		if (*name == '\0' || name_character(value, &i) != *name++)
			return false;
	return *name == '\0';
}

bool pdf_is_keyword(struct pdf_slice value, const char *keyword)
{
	return value.length == strlen(keyword) && value.length > 0 &&
	       memcmp(value.bytes, keyword, value.length) == 0;
}

/* An odd last digit counts as if a zero followed (7.3.4.3). */
static void add_hexadecimal(struct pdf_slice value, struct buffer *out)
{
	int high = -1;

	for (size_t i = 1; i + 1 < value.length; i++) {
		int digit = hexadecimal(value.bytes[i]);

		if (digit < 0)
			continue;
		if (high >= 0)
			buffer_add_char(out, (char)(high * 16 + digit));
		high = high >= 0 ? -1 : digit;
	}
	if (high >= 0)
		buffer_add_char(out, (char)(high * 16));
}

/* What a backslash and the character behind it stand for; at moves behind (7.3.4.2). */
static void add_escape(const char **at, const char *end, struct buffer *out)
{
	static const char letters[] = "nrtbf", meanings[] = "\n\r\t\b\f";
	const char *letter = strchr(letters, **at);
	int code = 0, digits = 0;

	while (digits < 3 && *at < end && **at >= '0' && **at <= '7') {
		code = code * 8 + *(*at)++ - '0';
		digits++;
	}
	if (digits > 0) {
		buffer_add_char(out, (char)code);
		return;
	}
	/* A backslash at the end of a line takes the line end away. */
	if (**at == '\r' && *at + 1 < end && (*at)[1] == '\n')
		++*at;
	else if (letter != NULL && **at != '\0')
		buffer_add_char(out, meanings[letter - letters]);
	else if (**at != '\r' && **at != '\n')
		buffer_add_char(out, **at);
	++*at;
}

static void add_string(struct pdf_slice value, struct buffer *out)
{
	const char *at = value.bytes + 1, *end = value.bytes + value.length - 1;

	while (at < end) {
		char character = *at++;

		if (character == '\\' && at < end) {
			add_escape(&at, end, out);
			continue;
		}
		/* Any end of a line in a string is a line feed. */
		if (character == '\r') {
			if (at < end && *at == '\n')
				at++;
			character = '\n';
		}
		buffer_add_char(out, character);
	}
}

bool pdf_bytes_of(struct pdf_slice value, struct buffer *out)
{
	enum pdf_kind kind = pdf_kind_of(value);

	if (kind == PDF_NAME)
		for (size_t i = 1; i < value.length;)
			buffer_add_char(out, name_character(value, &i));
	else if (kind == PDF_STRING && value.bytes[0] == '<')
		add_hexadecimal(value, out);
	else if (kind == PDF_STRING)
		add_string(value, out);
	return kind == PDF_NAME || kind == PDF_STRING;
}
