/*
 * sentences.c - sentences that are too long.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/sentence.h"
#include "prose/prose_parts.h"

enum { WORDS_MOST = 25, WORDS_QUOTED = 6 };

static size_t count_words(const char *text, size_t length)
{
	size_t words = 0;
	bool within = false;

	for (size_t i = 0; i < length; i++) {
		bool letter = isalnum((unsigned char)text[i]) || (unsigned char)text[i] >= 0x80;

		if (text[i] == ' ')
			within = false;
		else if (letter && !within) {
			within = true;
			words++;
		}
	}
	return words;
}

/* The beginning of a sentence, to find it by. */
static size_t beginning(const char *text, size_t length)
{
	size_t words = 0, at = 0;

	while (at < length && words < WORDS_QUOTED)
		words += text[at++] == ' ';
	return at > 0 && text[at - 1] == ' ' ? at - 1 : at;
}

/* What somebody said stands within quotation marks and is not ours to cut. */
static bool is_quoted(const char *text, size_t first)
{
	static const char open[] = "\xe2\x80\x9c", close[] = "\xe2\x80\x9d";
	bool quoted = false;

	for (size_t i = 0; i <= first && text[i] != '\0'; i++) {
		if (strncmp(text + i, open, 3) == 0)
			quoted = true;
		else if (strncmp(text + i, close, 3) == 0)
			quoted = false;
	}
	return quoted;
}

void check_sentences(const struct prose_inputs *inputs, const char *text, struct location at)
{
	for (size_t first = 0;; first += strspn(text + first, " \n")) {
		size_t length = sentence_length(text + first), words;

		if (length == 0)
			return;
		words = count_words(text + first, length);
		if (words > WORDS_MOST && !is_quoted(text, first))
			diag_addf(inputs->diags, DIAG_PROSE_LONG, at,
				  "%zu words, at most %d: \"%.*s ...\"", words, WORDS_MOST,
				  (int)beginning(text + first, length), text + first);
		first += length;
	}
}
