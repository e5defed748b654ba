#include "model/strings.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/string_index.h"
#include "model/plural.h"

static const char *const ids[] = {
#define STRING(symbol, id) [STRING_##symbol] = id,
#include "model/string_ids.def"
#undef STRING
};

const char *string_id_name(enum string_id id)
{
	return ids[id];
}

enum string_id string_id_find(const char *name)
{
	for (int i = 0; i < STRING_COUNT; i++)
		if (strcmp(ids[i], name) == 0)
			return (enum string_id)i;
	return STRING_COUNT;
}

struct string_index *string_ids_by_name(struct arena *arena)
{
	struct string_index *index = string_index_new(arena);

	for (int i = 0; i < STRING_COUNT; i++)
		string_index_add(index, ids[i], i);
	return index;
}

/* The form of number of a text; PLURAL_COUNT for one that counts nothing. */
static enum plural form_of(enum string_id id)
{
	const char *dot = strrchr(ids[id], '.');

	for (int form = 0; dot != NULL && form < PLURAL_COUNT; form++)
		if (strcmp(dot + 1, plural_name((enum plural)form)) == 0)
			return (enum plural)form;
	return PLURAL_COUNT;
}

/* A form that few languages have: of a month behind "to", of "and" before a vowel. */
static bool is_rare_form(enum string_id id)
{
	return id == STRING_LIST_LAST_VOWEL ||
	       (id >= STRING_MONTH_1_AFTER && id <= STRING_MONTH_12_AFTER);
}

bool string_id_is_needed(enum string_id id, const char *language)
{
	enum plural form = form_of(id);

	return !is_rare_form(id) && (form == PLURAL_COUNT || plural_is_used(language, form));
}

enum string_id strings_counted(const struct strings *strings, enum string_id other, size_t number)
{
	enum plural form = plural_of(strings->language, number);
	enum string_id id = (enum string_id)((int)other - (PLURAL_OTHER - (int)form));

	return strings->texts[id] != NULL ? id : other;
}

const char *strings_form(const struct strings *strings, enum string_id form, enum string_id usual)
{
	return strings->texts[form] != NULL ? strings->texts[form] : strings->texts[usual];
}

enum string_id strings_technical(const struct strings *strings, enum string_id id)
{
	return strings->technical[id] > 0 ? (enum string_id)strings->technical[id] : id;
}

void strings_find_technical(struct strings *strings)
{
	static const char suffix[] = ".technical";

	for (int i = 0; i < STRING_COUNT; i++) {
		size_t length = strlen(ids[i]);

		if (length < sizeof(suffix) ||
		    strcmp(ids[i] + length - (sizeof(suffix) - 1), suffix) != 0)
			continue;
		length -= sizeof(suffix) - 1;
		for (int plain = 0; plain < STRING_COUNT; plain++)
			if (strncmp(ids[plain], ids[i], length) == 0 && ids[plain][length] == '\0')
				strings->technical[plain] = i;
	}
}

bool strings_agree(const struct strings *strings, enum string_id a, enum string_id b)
{
	return !strings->two_languages || strings->own[a] == strings->own[b];
}

const char *strings_like(const struct strings *strings, enum string_id id)
{
	enum plural form = form_of(id);

	if (strings->texts[id] == NULL && form != PLURAL_COUNT)
		return strings->texts[(int)id + (PLURAL_OTHER - (int)form)];
	return strings->texts[id];
}

const char *strings_text(const struct strings *strings, enum string_id id)
{
	return strings->texts[id];
}

static const char *replacement(const struct placeholder *placeholders, const char *name,
			       size_t length)
{
	for (; placeholders->name != NULL; placeholders++)
		if (strlen(placeholders->name) == length &&
		    strncmp(placeholders->name, name, length) == 0)
			return placeholders->text;
	return NULL;
}

char *strings_fill(struct arena *arena, const struct strings *strings, enum string_id id,
		   const struct placeholder *placeholders)
{
	const char *text = strings->texts[id];
	struct buffer filled;

	buffer_init(&filled);
	while (*text != '\0') {
		const char *end = *text == '{' ? strchr(text, '}') : NULL;
		const char *with =
			end == NULL ? NULL
				    : replacement(placeholders, text + 1, (size_t)(end - text - 1));

		if (with != NULL) {
			buffer_add_text(&filled, with);
			text = end + 1;
		} else {
			buffer_add_char(&filled, *text++);
		}
	}
	return buffer_finish(&filled, arena);
}
