#include "model/strings.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

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
