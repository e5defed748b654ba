#include "base/encoding.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"

static const char *const names[] = { "utf-8", "windows-1252", "iso-8859-1", "macintosh", NULL };

bool encoding_is_utf8(const char *bytes, size_t length, size_t *bad)
{
	const char *end;

	if (g_utf8_validate_len(bytes, length, &end))
		return true;
	*bad = (size_t)(end - bytes);
	return false;
}

size_t encoding_characters(const char *text, size_t length)
{
	size_t characters = 0;

	for (size_t i = 0; i < length; i++)
		characters += ((unsigned char)text[i] & 0xc0) != 0x80;
	return characters;
}

size_t encoding_cut(const char *text, size_t length, size_t most)
{
	if (length <= most)
		return length;
	while (most > 0 && ((unsigned char)text[most] & 0xc0) == 0x80)
		most--;
	return most;
}

uint32_t encoding_character(const char *text, size_t *length)
{
	*length = (size_t)g_utf8_skip[(unsigned char)text[0]];
	return g_utf8_get_char(text);
}

const char *const *encoding_names(void)
{
	return names;
}

char *encoding_to_utf8(struct arena *arena, const char *encoding, const char *bytes, size_t length,
		       size_t *out_length, size_t *bad)
{
	gsize read = 0, written = 0;
	g_autofree char *converted = NULL;

	if (strcmp(encoding, names[0]) == 0) {
		if (!encoding_is_utf8(bytes, length, bad))
			return NULL;
		*out_length = length;
		return arena_strndup(arena, bytes, length);
	}
	converted = g_convert(bytes, (gssize)length, "UTF-8", encoding, &read, &written, NULL);
	if (converted == NULL) {
		*bad = read;
		return NULL;
	}
	*out_length = written;
	return arena_strndup(arena, converted, written);
}

char *encoding_fold_case(struct arena *arena, const char *text)
{
	g_autofree char *folded = g_utf8_casefold(text, -1);

	return arena_strdup(arena, folded);
}

char *encoding_capital(struct arena *arena, const char *text)
{
	char first[8];
	size_t length;
	int bytes;

	if (text[0] == '\0')
		return arena_strdup(arena, text);
	bytes = g_unichar_to_utf8(g_unichar_toupper(encoding_character(text, &length)), first);
	return arena_printf(arena, "%.*s%s", bytes, first, text + length);
}
