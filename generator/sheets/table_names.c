/*
 * table_names.c - names of data tables: for sheets, marked tables, files.
 *
 * Letters, digits and underscores alone, beginning with a letter: good for Excel (31 letters for a sheet, no blank in
 * the name of a table), for addresses of the web and for file systems that do not tell upper from lower case.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "sheets/table_parts.h"

enum { NAME_MOST = 31, NUMBER_ROOM = 3 };

/* Small words at the end of a name that was cut say nothing. */
static bool is_small(const char *word, size_t length)
{
	static const char *const small[] = { "a",  "an", "and", "at", "by",  "for", "from",
					     "in", "of", "on",  "or", "the", "to",  "with" };

	for (size_t i = 0; i < sizeof(small) / sizeof(small[0]); i++)
		if (strlen(small[i]) == length && strncasecmp(small[i], word, length) == 0)
			return true;
	return false;
}

static bool is_letter(const char *at)
{
	return isalnum((unsigned char)*at) || *at == '\'' || (unsigned char)*at >= 0xc3;
}

static size_t length_of_letter(const char *at)
{
	size_t length = 1;

	while (((unsigned char)at[length] & 0xc0) == 0x80)
		length++;
	return length;
}

/*
 * Adds the words of a text that have room; true when all have. Letters that are not of ASCII are left out, blanks and
 * dashes that are not end a word, an apostrophe does not.
 */
static bool add_words(struct buffer *name, const char *text, size_t most)
{
	while (*text != '\0') {
		struct buffer word;
		bool fits;

		while (*text != '\0' && (!is_letter(text) || strncmp(text, "\xe2\x80", 2) == 0))
			text += length_of_letter(text);
		buffer_init(&word);
		for (; is_letter(text) && strncmp(text, "\xe2\x80", 2) != 0;
		     text += length_of_letter(text))
			if (isalnum((unsigned char)*text))
				buffer_add_char(&word, *text);
		fits = name->length + word.length + 1 <= most + (name->length == 0);
		if (fits && word.length > 0 && name->length > 0)
			buffer_add_char(name, '_');
		if (fits)
			buffer_add_text(name, buffer_text(&word));
		buffer_clear(&word);
		if (!fits)
			return false;
	}
	return true;
}

static void drop_small_words(struct buffer *name)
{
	char *last;

	while (name->length > 0 && (last = strrchr(name->bytes, '_')) != NULL &&
	       is_small(last + 1, strlen(last + 1))) {
		*last = '\0';
		name->length = (size_t)(last - name->bytes);
	}
}

static bool is_taken(const struct data_tables *before, const char *name)
{
	for (size_t i = 0; i < before->count; i++)
		if (strcasecmp(before->items[i].name, name) == 0)
			return true;
	return false;
}

/* Of the label and a subject; *whole: all words of the subject are in it. */
static const char *name_of(struct arena *arena, const char *label, const char *subject, bool *whole)
{
	size_t most = label[0] == '\0' ? NAME_MOST - NUMBER_ROOM : NAME_MOST;
	struct buffer name;

	buffer_init(&name);
	add_words(&name, label, most);
	*whole = add_words(&name, subject, most);
	drop_small_words(&name);
	if (name.length == 0 || !isalpha((unsigned char)name.bytes[0])) {
		struct buffer rest = name;

		buffer_init(&name);
		buffer_printf(&name, "Table_%.*s", (int)(most - strlen("Table_")),
			      buffer_text(&rest));
		buffer_clear(&rest);
	}
	return buffer_finish(&name, arena);
}

const char *data_table_name(struct arena *arena, const struct data_tables *before,
			    const char *label, const struct table_subjects *subjects)
{
	bool whole, brief_whole;
	const char *name = name_of(arena, label, subjects->full, &whole), *unique;

	if (!whole) {
		const char *brief = name_of(arena, label, subjects->brief, &brief_whole);

		name = brief_whole ? brief : name;
	}
	unique = name;
	for (unsigned number = 2; is_taken(before, unique); number++)
		unique = arena_printf(arena, "%.*s_%u", NAME_MOST - NUMBER_ROOM, name, number);
	return unique;
}
