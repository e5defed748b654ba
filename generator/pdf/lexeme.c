#include "pdf/lexeme.h"

#include <stddef.h>

enum class { REGULAR, SPACE, DELIMITER };

/* ISO 32000-1, tables 1 and 2. */
static const unsigned char classes[256] = {
	['\0'] = SPACE,    ['\t'] = SPACE,    ['\n'] = SPACE,    ['\f'] = SPACE,
	['\r'] = SPACE,    [' '] = SPACE,     ['('] = DELIMITER, [')'] = DELIMITER,
	['<'] = DELIMITER, ['>'] = DELIMITER, ['['] = DELIMITER, [']'] = DELIMITER,
	['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER, ['%'] = DELIMITER,
};

static enum class class_of(char character) { return classes[(unsigned char)character]; }

bool pdf_is_space(char character)
{
	return class_of(character) == SPACE;
}

static void advance(struct pdf_slice *rest, const char *to)
{
	rest->length -= (size_t)(to - rest->bytes);
	rest->bytes = to;
}

void pdf_skip_space(struct pdf_slice *rest)
{
	const char *at = rest->bytes, *end = at + rest->length;

	while (at < end && (class_of(*at) == SPACE || *at == '%'))
		if (*at++ == '%')
			while (at < end && *at != '\n' && *at != '\r')
				at++;
	advance(rest, at);
}

/* The end of a string in round brackets, which nest; NULL when there is none. */
static const char *string_end(const char *at, const char *end)
{
	size_t depth = 0;

	for (; at < end; at++) {
		if (*at == '\\' && at + 1 < end)
			at++;
		else if (*at == '(')
			depth++;
		else if (*at == ')' && --depth == 0)
			return at + 1;
	}
	return NULL;
}

static const char *hexadecimal_end(const char *at, const char *end)
{
	while (at < end && *at != '>')
		at++;
	return at < end ? at + 1 : NULL;
}

static const char *regular_end(const char *at, const char *end)
{
	while (at < end && class_of(*at) == REGULAR)
		at++;
	return at;
}

/* A sign, digits, and a point among, before or behind them (7.3.3). */
static bool is_number(const char *at, const char *end)
{
	bool digits = false, point = false;

	if (*at == '+' || *at == '-')
		at++;
	for (; at < end; at++) {
		if (*at >= '0' && *at <= '9')
			digits = true;
		else if (*at == '.' && !point)
			point = true;
		else
			return false;
	}
	return digits;
}

static enum pdf_lexeme delimited(const char *at, const char *end, const char **behind)
{
	bool twice = end - at > 1 && at[1] == at[0];

	switch (*at) {
	case '/':
		*behind = regular_end(at + 1, end);
		return LEXEME_NAME;
	case '(':
		*behind = string_end(at, end);
		return *behind == NULL ? LEXEME_FAULT : LEXEME_STRING;
	case '[':
		return LEXEME_ARRAY_OPEN;
	case ']':
		return LEXEME_ARRAY_CLOSE;
	case '<':
		*behind = twice ? at + 2 : hexadecimal_end(at, end);
		return twice             ? LEXEME_DICTIONARY_OPEN
		       : *behind == NULL ? LEXEME_FAULT
					 : LEXEME_STRING;
	case '>':
		*behind = twice ? at + 2 : at + 1;
		return twice ? LEXEME_DICTIONARY_CLOSE : LEXEME_FAULT;
	default:
		return LEXEME_FAULT;
	}
}

enum pdf_lexeme pdf_lex(struct pdf_slice *rest, struct pdf_slice *lexeme)
{
	const char *at, *end, *behind;
	enum pdf_lexeme kind;

	pdf_skip_space(rest);
	at = rest->bytes;
	end = at + rest->length;
	if (at == end) {
		*lexeme = *rest;
		return LEXEME_END;
	}
	if (class_of(*at) == REGULAR) {
		behind = regular_end(at, end);
		kind = is_number(at, behind) ? LEXEME_NUMBER : LEXEME_KEYWORD;
	} else {
		behind = at + 1;
		kind = delimited(at, end, &behind);
	}
	/* Nothing can be made of what stands behind a string that has no end. */
	if (behind == NULL)
		behind = end;
	*lexeme = (struct pdf_slice){ at, (size_t)(behind - at) };
	advance(rest, behind);
	return kind;
}
