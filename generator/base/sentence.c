#include "base/sentence.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

/* -- marks -------------------------------------------------------------------------------------- */

/* Bytes of a mark of the list at the beginning of a text; 0 where none stands. */
static size_t mark_at(const char *text, const char *const marks[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

#define MARK_AT(text, marks) mark_at(text, marks, sizeof(marks) / sizeof(marks[0]))

/* The stops of "...", "?!" and of one sentence. */
static size_t stops_at(const char *text)
{
	static const char *const stops[] = { ".", "?", "!", "\xe2\x80\xa6" };
	size_t length = 0, mark;

	while ((mark = MARK_AT(text + length, stops)) > 0)
		length += mark;
	return length;
}

static size_t closing_at(const char *text)
{
	static const char *const closing[] = {
		"\xe2\x80\x9d", "\xe2\x80\x99", "\"", "'", ")", "]"
	};
	size_t length = 0, mark;

	while ((mark = MARK_AT(text + length, closing)) > 0)
		length += mark;
	return length;
}

/* What follows begins no sentence of its own: it goes on in a small letter. */
static bool goes_on(const char *text)
{
	static const char *const opening[] = { " ", "\xe2\x80\x9c", "\xe2\x80\x98", "\"", "'", "(",
					       "[" };
	size_t mark;

	while ((mark = MARK_AT(text, opening)) > 0)
		text += mark;
	return islower((unsigned char)*text) != 0;
}

/* -- short forms -------------------------------------------------------------------------------- */

static bool is_among(const char *word, size_t length, const char *const forms[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(forms[i]) == length && strncmp(word, forms[i], length) == 0)
			return true;
	return false;
}

#define IS_AMONG(word, length, forms)                                                              \
	is_among(word, length, forms, sizeof(forms) / sizeof(forms[0]))

static const char *const titles[] = { "Dr", "Mr", "Mrs", "Ms", "Prof", "Revd", "St" };

/* Where the word before a place begins: behind a blank, or behind a bracket or quotation mark that opens. */
static const char *word_before(const char *text, const char *end)
{
	const char *word = end;

	while (word > text && (isalnum((unsigned char)word[-1]) || word[-1] == '.'))
		word--;
	return word;
}

/* "J." at the beginning, behind a title or behind another one; but "hepatitis B." ends a sentence. */
static bool is_initial(const char *text, const char *word, size_t length)
{
	const char *before, *end = word;

	if (length != 1 || !isupper((unsigned char)word[0]))
		return false;
	if (word == text)
		return true;
	if (word[-1] != ' ')
		return false;
	while (end > text && end[-1] == ' ')
		end--;
	end -= end > text && end[-1] == '.';
	before = word_before(text, end);
	return IS_AMONG(before, (size_t)(end - before), titles) ||
	       is_initial(text, before, (size_t)(end - before));
}

/* A stop that ends no sentence although it may stand before a capital or a figure. */
static bool is_short_form(const char *text, const char *stop)
{
	static const char *const always[] = { "e.g", "i.e", "eg", "ie", "cf", "vs", "viz" };
	static const char *const numbered[] = { "No", "no",   "Nos",   "nos",  "Fig", "Figs",
						"p",  "pp",   "vol",   "Vol",  "ch",  "Ch",
						"c",  "para", "paras", "Para", "Tel", "approx" };
	const char *word = word_before(text, stop), *next = stop + 1 + strspn(stop + 1, " ");
	size_t length = (size_t)(stop - word);

	if (IS_AMONG(word, length, always) || IS_AMONG(word, length, titles))
		return true;
	if (isdigit((unsigned char)*next) && IS_AMONG(word, length, numbered))
		return true;
	if (word == text && length > 0 && strspn(word, "0123456789") == length)
		return true;
	return isupper((unsigned char)*next) && is_initial(text, word, length);
}

/* -- the end ------------------------------------------------------------------------------------ */

/* Bytes of the stops and the marks that close behind them where they end a sentence; 0 where they do not. */
static size_t end_at(const char *text, const char *at)
{
	size_t stops = stops_at(at), length = stops + closing_at(at + stops);

	if (stops == 0 || (at[length] != ' ' && at[length] != '\n' && at[length] != '\0'))
		return 0;
	if (at[length] != ' ')
		return length;
	if (goes_on(at + length) || (at[0] == '.' && length == 1 && is_short_form(text, at)))
		return 0;
	return length;
}

size_t sentence_length(const char *text)
{
	const char *at = text;

	for (; *at != '\0' && *at != '\n'; at++) {
		size_t end = end_at(text, at);

		if (end > 0)
			return (size_t)(at - text) + end;
		/* What ends none is passed as a whole: the last of three stops is none of its own. */
		end = stops_at(at);
		at += end > 0 ? end - 1 : 0;
	}
	return (size_t)(at - text);
}
