#include "base/text_list.h"

#include <string.h>

#include "base/arena.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The next word as it stands in the list; its length is 0 at the end. Moves *list behind it. */
static const char *find_next(const char **list, const char *separators, size_t *length)
{
	const char *at = *list == NULL ? "" : *list, *end;

	while (*at != '\0' && (is_blank(*at) || strchr(separators, *at) != NULL))
		at++;
	*length = strcspn(at, separators);
	end = at + *length;
	while (*length > 0 && is_blank(at[*length - 1]))
		(*length)--;
	*list = end;
	return at;
}

bool list_has(const char *list, const char *separators, const char *word)
{
	size_t wanted = strlen(word), length;

	for (;;) {
		const char *at = find_next(&list, separators, &length);

		if (length == 0)
			return false;
		if (length == wanted && memcmp(at, word, length) == 0)
			return true;
	}
}

const char *list_word(const char **list, const char *separators, size_t *length)
{
	const char *at = find_next(list, separators, length);

	return *length == 0 ? NULL : at;
}

const char *list_next(struct arena *arena, const char **list, const char *separators)
{
	size_t length;
	const char *at = find_next(list, separators, &length);

	return length == 0 ? NULL : arena_strndup(arena, at, length);
}

const char **list_words(struct arena *arena, const char *list, const char *separators,
			size_t *count)
{
	/* Every word but the last has a separator behind it. */
	size_t most = (list == NULL ? 0 : strlen(list)) / 2 + 1;
	const char **words = arena_array(arena, most, sizeof(*words));
	const char *word;

	for (*count = 0; (word = list_next(arena, &list, separators)) != NULL; (*count)++)
		words[*count] = word;
	return words;
}
