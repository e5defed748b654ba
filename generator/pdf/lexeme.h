/*
 * lexeme.h - the smallest pieces of PDF syntax (ISO 32000-1, 7.2): what values and operators are made of.
 *
 * White-space and comments between lexemes are passed over. Used by value.h for files and by content.h for
 * page contents.
 */
#ifndef GRADIENT_PDF_LEXEME_H
#define GRADIENT_PDF_LEXEME_H

#include <stdbool.h>

#include "pdf/value.h"

enum pdf_lexeme {
	LEXEME_END,
	LEXEME_FAULT, /* a string without an end, or a bracket that means nothing */
	LEXEME_NUMBER,
	LEXEME_NAME,
	LEXEME_STRING, /* (text) or <68 65 78> */
	LEXEME_KEYWORD,
	LEXEME_ARRAY_OPEN,
	LEXEME_ARRAY_CLOSE,
	LEXEME_DICTIONARY_OPEN,
	LEXEME_DICTIONARY_CLOSE
};

/* Takes the next lexeme off the front of rest. */
enum pdf_lexeme pdf_lex(struct pdf_slice *rest, struct pdf_slice *lexeme);

/* Whether the character is white-space: zero, tabulator, line feed, form feed, carriage return, space. */
bool pdf_is_space(char character);

/* Takes white-space and comments off the front. */
void pdf_skip_space(struct pdf_slice *rest);

#endif
