/*
 * sentences.c - sentences that are too long.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "prose/prose_parts.h"

enum { WORDS_MOST = 25, WORDS_QUOTED = 6 };

/* Abbreviations whose point ends no sentence. */
static bool is_short_form(const char *text, size_t point)
{
	static const char *const forms[] = { "e.g", "i.e", "etc", "No", "Dr", "Mr",
					     "Mrs", "Ms",  "St",  "vs", "cf" };

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		size_t length = strlen(forms[i]);

		if (point >= length && strncmp(text + point - length, forms[i], length) == 0 &&
		    (point == length || !isalpha((unsigned char)text[point - length - 1])))
			return true;
	}
	return false;
}

static bool ends_sentence(const char *text, size_t at)
{
	if (text[at] == '\0' || text[at] == '\n')
		return true;
	return strchr(".!?", text[at]) != NULL && (text[at + 1] == ' ' || text[at + 1] == '\0') &&
	       !is_short_form(text, at);
}

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
	for (size_t first = 0, i = 0;; i++) {
		size_t words;

		if (!ends_sentence(text, i))
			continue;
		words = count_words(text + first, i - first);
		if (words > WORDS_MOST && !is_quoted(text, first))
			diag_addf(inputs->diags, DIAG_PROSE_LONG, at,
				  "%zu words, at most %d: \"%.*s ...\"", words, WORDS_MOST,
				  (int)beginning(text + first, i - first), text + first);
		if (text[i] == '\0')
			return;
		first = i + 1 + strspn(text + i + 1, " ");
		i = first > i ? first - 1 : i;
	}
}
