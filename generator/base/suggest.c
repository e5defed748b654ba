#include "base/suggest.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { WORD_MOST = 60, LIST_MOST = 24 };

static unsigned least(unsigned a, unsigned b, unsigned c)
{
	unsigned ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/* Edits between two words: a letter added, dropped, changed, or two neighbours swapped. */
static unsigned distance(const char *a, const char *b)
{
	unsigned rows[3][WORD_MOST + 1];
	size_t length_a = strlen(a), length_b = strlen(b);

	for (size_t j = 0; j <= length_b; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= length_a; i++) {
		unsigned *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];

		now[0] = (unsigned)i;
		for (size_t j = 1; j <= length_b; j++) {
			int left = tolower((unsigned char)a[i - 1]);
			int right = tolower((unsigned char)b[j - 1]);

			now[j] = least(last[j] + 1, now[j - 1] + 1, last[j - 1] + (left != right));
			if (i > 1 && j > 1 && left == tolower((unsigned char)b[j - 2]) &&
			    right == tolower((unsigned char)a[i - 2]) && before[j - 2] + 1 < now[j])
				now[j] = before[j - 2] + 1;
		}
	}
	return rows[length_a % 3][length_b];
}

static bool begins_alike(const char *seen, const char *entry)
{
	return strlen(seen) >= 3 && strncmp(seen, entry, strlen(seen)) == 0;
}

const char *suggest_nearest(const char *seen, const char *const *allowed, size_t count)
{
	size_t length = strlen(seen);
	/* A word of one letter is no slip of another one. */
	unsigned most = length < 2 ? 0 : length < 4 ? 1 : length < 9 ? 2 : 3, best = most + 1;
	const char *nearest = NULL;

	/* Nor is a short number one of another: who writes 99 does not mean 90. */
	if (length == 0 || length > WORD_MOST ||
	    (length < 4 && strspn(seen, "0123456789") == length))
		return NULL;
	for (size_t i = 0; i < count; i++) {
		unsigned edits;

		if (strlen(allowed[i]) > WORD_MOST)
			continue;
		edits = distance(seen, allowed[i]);
		if (edits > most && begins_alike(seen, allowed[i]))
			edits = most;
		if (edits < best) {
			best = edits;
			nearest = allowed[i];
		}
	}
	return nearest;
}

const char *suggest_hint(struct arena *arena, const char *seen, const char *const *allowed,
			 size_t count)
{
	const char *nearest = suggest_nearest(seen, allowed, count);
	struct buffer hint;

	buffer_init(&hint);
	if (nearest != NULL)
		buffer_printf(&hint, "did you mean \"%s\"? ", nearest);
	if (count > 0)
		buffer_add_text(&hint, "use one of: ");
	for (size_t i = 0; i < count && i < LIST_MOST; i++)
		buffer_printf(&hint, "%s%s", i == 0 ? "" : ", ", allowed[i]);
	if (count > LIST_MOST)
		buffer_printf(&hint, " and %zu more", count - LIST_MOST);
	return buffer_finish(&hint, arena);
}

const char *suggest_member(struct arena *arena, const char *seen, const void *items, size_t count,
			   size_t size, size_t offset)
{
	const char **names = arena_array(arena, count + 1, sizeof(*names));

	for (size_t i = 0; i < count; i++)
		memcpy(&names[i], (const char *)items + i * size + offset, sizeof(*names));
	return suggest_hint(arena, seen, names, count);
}
