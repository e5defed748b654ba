#include "odbc/names.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

bool name_is_sound(const char *name)
{
	if (name[0] == '\0')
		return false;
	for (const char *at = name; *at != '\0'; at++)
		if ((unsigned char)*at < ' ' || *at == '\x7f')
			return false;
	return true;
}

const char *name_quoted(struct arena *arena, const char *quote, const char *name)
{
	struct buffer out;

	buffer_init(&out);
	buffer_add_char(&out, quote[0]);
	for (const char *at = name; *at != '\0'; at++) {
		if (*at == quote[0])
			buffer_add_char(&out, *at);
		buffer_add_char(&out, *at);
	}
	buffer_add_char(&out, quote[0]);
	return buffer_finish(&out, arena);
}

/* A part that begins with a quotation mark, which a doubled one does not end. NULL when none does. */
static const char *quoted_part(struct arena *arena, const char *at, const char **end)
{
	struct buffer part;

	buffer_init(&part);
	for (at++; *at != '\0'; at++) {
		if (*at == '"' && *++at != '"') {
			*end = at;
			return buffer_finish(&part, arena);
		}
		buffer_add_char(&part, *at);
	}
	buffer_clear(&part);
	return NULL;
}

bool table_name_read(struct arena *arena, const char *text, struct table_name *name)
{
	*name = (struct table_name){ .count = 0 };
	for (const char *at = text, *end;; at = end + 1) {
		const char *part;

		end = at + strcspn(at, ".");
		part = *at == '"' ? quoted_part(arena, at, &end)
				  : arena_strndup(arena, at, (size_t)(end - at));
		if (part == NULL || !name_is_sound(part) || name->count == NAME_PARTS_MOST ||
		    (*end != '.' && *end != '\0'))
			return false;
		name->parts[name->count++] = part;
		if (*end == '\0')
			return true;
	}
}

const char *table_name_quoted(struct arena *arena, const char *quote, const struct table_name *name)
{
	const char *text = name_quoted(arena, quote, name->parts[0]);

	for (size_t i = 1; i < name->count; i++)
		text = arena_printf(arena, "%s.%s", text,
				    name_quoted(arena, quote, name->parts[i]));
	return text;
}
