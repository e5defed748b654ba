#include "run/formats.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "run/edition.h"

static const struct edition *find(const char *name)
{
	for (const struct edition_entry *at = editions(); at->edition != NULL; at++)
		if (strcmp(at->name, name) == 0)
			return at->edition;
	return NULL;
}

static size_t names_of_all(const char **names)
{
	size_t count = 0;

	for (const struct edition_entry *at = editions(); at->edition != NULL; at++)
		names[count++] = at->name;
	return count;
}

static void unknown(const char *text, const char *name, struct arena *arena,
		    struct diag_list *diags)
{
	const char *names[FORMATS_MOST];
	size_t count = names_of_all(names);

	diag_add(diags, DIAG_USAGE, (struct location){ 0 },
		 name[0] == '\0'
			 ? arena_printf(arena, "--formats \"%s\" has a comma without a name", text)
			 : arena_printf(arena, "no such format: %s", name),
		 suggest_hint(arena, name, names, count));
}

void formats_by_default(struct formats *formats)
{
	formats->count = 0;
	for (const struct edition_entry *at = editions(); at->edition != NULL; at++)
		if (at->by_default)
			formats->items[formats->count++] = at->edition;
}

bool formats_has(const struct formats *formats, const struct edition *edition)
{
	for (size_t i = 0; i < formats->count; i++)
		if (formats->items[i] == edition)
			return true;
	return false;
}

bool formats_has_name(const struct formats *formats, const char *name)
{
	return formats_has(formats, find(name));
}

/* Without the blanks that may stand around a name between commas. */
static const char *trimmed(struct arena *arena, const char *text, size_t length)
{
	while (length > 0 && text[0] == ' ') {
		text++;
		length--;
	}
	while (length > 0 && text[length - 1] == ' ')
		length--;
	return arena_strndup(arena, text, length);
}

bool formats_parse(const char *text, struct formats *formats, struct arena *arena,
		   struct diag_list *diags)
{
	bool known = true;

	formats->count = 0;
	for (const char *at = text;; at++) {
		size_t length = strcspn(at, ",");
		const char *name = trimmed(arena, at, length);
		const struct edition *edition = find(name);

		if (edition == NULL)
			unknown(text, name, arena, diags);
		else if (!formats_has(formats, edition))
			formats->items[formats->count++] = edition;
		known = known && edition != NULL;
		at += length;
		if (*at == '\0')
			return known;
	}
}
