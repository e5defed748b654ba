/*
 * sentence.h - where an English sentence ends.
 *
 * It ends with a full stop, a question or exclamation mark or an ellipsis, and the quotation marks and brackets that
 * close behind it, before a blank, a line end or the end of the text, unless what follows goes on in a small letter, or the
 * stop belongs to a short form ("e.g.", "Dr.", "Fig. 2"), to initials ("J. Smith") or to the number of an item ("1. Ask").
 */
#ifndef GRADIENT_BASE_SENTENCE_H
#define GRADIENT_BASE_SENTENCE_H

#include <stddef.h>

/*
 * Bytes of the first sentence of a text in UTF-8 with its marks, without the blanks behind it: the whole text where none
 * ends. 0 for "" and where the text begins with a line end.
 */
size_t sentence_length(const char *text);

#endif
