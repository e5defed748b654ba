/*
 * words.c - words that tell a cause beside a figure, and words to avoid.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text_list.h"
#include "prose/prose_parts.h"

static bool is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Words of a list, where they stand in it. */
struct phrase {
	const char *text; /* NULL for none */
	size_t length;
};

static bool is_word_start(const char *text, size_t at)
{
	return at == 0 || !is_letter(text[at - 1]);
}

/* A phrase of the list at a place of the text, as whole words. Names in capitals are found in capitals alone. */
static bool stands_at(const char *text, size_t at, struct phrase phrase)
{
	bool capitals = phrase.length > 1 && isupper((unsigned char)phrase.text[0]) &&
			isupper((unsigned char)phrase.text[1]);

	if (!is_word_start(text, at) ||
	    (capitals ? strncmp(text + at, phrase.text, phrase.length) != 0
		      : strncasecmp(text + at, phrase.text, phrase.length) != 0))
		return false;
	return !is_letter(text[at + phrase.length]);
}

/* True where the words at a place are part of a phrase that is meant. */
static bool is_part_of(const char *text, size_t at, struct phrase words, const char *list)
{
	struct phrase longer;

	while ((longer.text = list_word(&list, "|", &longer.length)) != NULL)
		for (size_t before = 0;
		     longer.length >= words.length && before <= longer.length - words.length;
		     before++)
			if (before <= at &&
			    strncasecmp(longer.text + before, words.text, words.length) == 0 &&
			    stands_at(text, at - before, longer))
				return true;
	return false;
}

/* The longest of the words of an entry that stands at a place. */
static struct phrase found_at(const struct avoided_words *entry, const char *text, size_t at)
{
	struct phrase words, longest = { 0 };
	const char *list = entry->words;

	while ((words.text = list_word(&list, "|", &words.length)) != NULL)
		if (words.length > longest.length && stands_at(text, at, words))
			longest = words;
	return longest;
}

static void check_entry(const struct prose_inputs *inputs, const struct passage *passage,
			const struct avoided_words *entry, const char *accept)
{
	const char *text = passage->text;

	for (size_t at = 0; text[at] != '\0'; at++) {
		struct phrase words;

		if (!is_word_start(text, at))
			continue;
		words = found_at(entry, text, at);
		if (words.text == NULL || is_part_of(text, at, words, entry->except) ||
		    is_part_of(text, at, words, accept))
			continue;
		diag_add(inputs->diags, entry->is_cause ? DIAG_PROSE_CAUSE : DIAG_PROSE_WORD,
			 passage_place(passage, at),
			 arena_printf(inputs->arena, "\"%.*s\"", (int)words.length, text + at),
			 arena_printf(inputs->arena, "%s; write: %s", entry->why, entry->instead));
		at += words.length - 1;
	}
}

void check_words(const struct prose_inputs *inputs, const struct passage *passage,
		 const char *accept)
{
	const struct reference *reference = inputs->reference;

	for (size_t i = 0; i < reference->avoided_count; i++)
		if (!reference->avoided[i].is_cause || passage->figure_count > 0)
			check_entry(inputs, passage, &reference->avoided[i], accept);
}
