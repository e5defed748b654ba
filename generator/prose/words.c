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

/* A phrase of the list at a place of the text, as whole words. Names in capitals are found in capitals alone. */
static bool stands_at(const char *text, size_t at, const char *words)
{
	size_t length = strlen(words);
	bool capitals =
		length > 1 && isupper((unsigned char)words[0]) && isupper((unsigned char)words[1]);

	if ((at > 0 && is_letter(text[at - 1])) ||
	    (capitals ? strncmp(text + at, words, length) != 0
		      : strncasecmp(text + at, words, length) != 0))
		return false;
	return !is_letter(text[at + length]);
}

/* True where the words at a place are part of a phrase that is meant. */
static bool is_part_of(struct arena *arena, const char *text, size_t at, const char *words,
		       const char *list)
{
	const char *phrase;

	while ((phrase = list_next(arena, &list, "|")) != NULL) {
		size_t longer = strlen(phrase), length = strlen(words);

		for (size_t before = 0; longer >= length && before <= longer - length; before++)
			if (before <= at && strncasecmp(phrase + before, words, length) == 0 &&
			    stands_at(text, at - before, phrase))
				return true;
	}
	return false;
}

/* The longest of the words of an entry that stands at a place; NULL if none does. */
static const char *found_at(struct arena *arena, const struct avoided_words *entry,
			    const char *text, size_t at)
{
	const char *list = entry->words, *words, *longest = NULL;

	while ((words = list_next(arena, &list, "|")) != NULL)
		if (stands_at(text, at, words) &&
		    (longest == NULL || strlen(words) > strlen(longest)))
			longest = words;
	return longest;
}

static void check_entry(const struct prose_inputs *inputs, const struct passage *passage,
			const struct avoided_words *entry, const char *accept)
{
	const char *text = passage->text;

	for (size_t at = 0; text[at] != '\0'; at++) {
		const char *words = found_at(inputs->arena, entry, text, at);

		if (words == NULL || is_part_of(inputs->arena, text, at, words, entry->except) ||
		    is_part_of(inputs->arena, text, at, words, accept))
			continue;
		diag_add(inputs->diags, entry->is_cause ? DIAG_PROSE_CAUSE : DIAG_PROSE_WORD,
			 passage_place(passage, at),
			 arena_printf(inputs->arena, "\"%.*s\"", (int)strlen(words), text + at),
			 arena_printf(inputs->arena, "%s; write: %s", entry->why, entry->instead));
		at += strlen(words) - 1;
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
