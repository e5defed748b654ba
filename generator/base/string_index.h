/*
 * string_index.h - from a string to a small whole number, for joining by label.
 *
 * Ownership: lives in the arena; keys are borrowed and must live as long. Keys compare byte by byte.
 *            The index has no order of its own: what is printed follows the numbers, never the index.
 */
#ifndef GRADIENT_BASE_STRING_INDEX_H
#define GRADIENT_BASE_STRING_INDEX_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct string_index;

enum { STRING_INDEX_NONE = -1 };

struct string_index *string_index_new(struct arena *arena);

/* Returns false, changing nothing, when the key is there already. number >= 0. */
bool string_index_add(struct string_index *index, const char *key, int number);

/* STRING_INDEX_NONE when the key is not there. */
int string_index_find(const struct string_index *index, const char *key);

#endif
