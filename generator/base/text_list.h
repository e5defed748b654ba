/*
 * text_list.h - lists in one cell or attribute: words with separators between two.
 *
 * Blanks around a word are no part of it, and nothing between two separators is no word: "icb; acute;" has two.
 * separators are single characters, any of which ends a word; " " alone makes every blank one. A list that is
 * NULL is empty.
 */
#ifndef GRADIENT_BASE_TEXT_LIST_H
#define GRADIENT_BASE_TEXT_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

bool list_has(const char *list, const char *separators, const char *word);

/* The next word, in the arena; NULL at the end. Moves *list on. */
const char *list_next(struct arena *arena, const char **list, const char *separators);

/* The same where it stands in the list, with its length and no zero behind it. */
const char *list_word(const char **list, const char *separators, size_t *length);

/* All of them, in the arena. */
const char **list_words(struct arena *arena, const char *list, const char *separators,
			size_t *count);

#endif
