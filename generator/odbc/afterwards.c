#include "odbc/afterwards.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"

static int compare_key(const void *key, const void *item)
{
	return strcmp(key, *(const char *const *)item);
}

static const char *looked_up(const struct count_lookup *lookup, const char *key,
			     enum count_lack *lack, const char **stood)
{
	const char *const *found =
		bsearch(key, lookup->keys, lookup->count, sizeof(*lookup->keys), compare_key);
	const char *text = found == NULL ? "" : lookup->texts[found - lookup->keys];

	if (*text != '\0')
		return text;
	*lack = found == NULL ? LACK_UNMATCHED : LACK_EMPTY;
	*stood = key;
	return NULL;
}

/* The first characters without blanks behind them. */
static const char *prefix(struct arena *arena, const char *text, size_t characters)
{
	size_t length = 0, all = strlen(text);

	for (; characters > 0 && length < all; characters--) {
		size_t one;

		encoding_character(text + length, &one);
		length += one;
	}
	while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
		length--;
	return arena_strndup(arena, text, length);
}

const char *afterwards_text(struct arena *arena, const struct count_query *query, int value,
			    int root, const char *text, enum count_lack *lack, const char **stood)
{
	const struct count_value *made = &query->values[value];

	*lack = LACK_COUNT;
	if (made->from != root) {
		text = afterwards_text(arena, query, made->from, root, text, lack, stood);
		*lack = LACK_COUNT;
	}
	if (text == NULL)
		return NULL;
	if (made->kind == VALUE_PREFIX)
		return prefix(arena, text, made->length);
	return looked_up(made->lookup, text, lack, stood);
}
