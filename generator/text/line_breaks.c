#include "text/line_breaks.h"

#include <pango/pango.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A full stop or comma at the end of a word, or inside a number. */
static bool is_plain_sign(const char *text, size_t length, size_t at)
{
	if ((text[at] != '.' && text[at] != ',') || at == 0 || !is_word(text[at - 1]))
		return false;
	return at + 1 == length || text[at + 1] == ' ' ||
	       (is_digit(text[at - 1]) && is_digit(text[at + 1]));
}

/*
 * True of words and numbers of ASCII with blanks between them and no other signs. Their lines break behind blanks and
 * nowhere else (UAX 14: LB 7, 13, 18, 23, 25, 28). Most cells of tables and labels of charts are so, and pango takes
 * hundreds of steps a character to say the same.
 */
static bool is_plain(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!is_word(text[i]) && text[i] != ' ' && !is_plain_sign(text, length, i))
			return false;
	return true;
}

static void find_plain(const char *text, size_t length, unsigned char *found)
{
	memset(found, BREAK_OF_WORD, length);
	for (size_t i = 1; i < length; i++)
		if (text[i] != ' ' && text[i - 1] == ' ')
			found[i] |= BREAK_OF_LINE;
}

static void find_any(struct arena *arena, const char *text, size_t length, unsigned char *found)
{
	size_t characters = (size_t)g_utf8_strlen(text, (gssize)length), byte = 0;
	PangoLogAttr *attributes = arena_array(arena, characters + 1, sizeof(*attributes));

	pango_get_log_attrs(text, (int)length, -1, pango_language_from_string("en"), attributes,
			    (int)characters + 1);
	for (size_t i = 0; i < characters; i++) {
		if (attributes[i].is_line_break)
			found[byte] |= BREAK_OF_LINE;
		if (attributes[i].is_cursor_position)
			found[byte] |= BREAK_OF_WORD;
		byte = (size_t)(g_utf8_next_char(text + byte) - text);
	}
}

const unsigned char *line_breaks_find(struct arena *arena, const char *text, size_t length)
{
	unsigned char *found = arena_alloc(arena, length + 1);

	if (is_plain(text, length))
		find_plain(text, length, found);
	else
		find_any(arena, text, length, found);
	return found;
}
