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

static void unknown(const char *name, struct arena *arena, struct diag_list *diags)
{
	const char *names[FORMATS_MOST];
	size_t count = 0;

	for (const struct edition_entry *at = editions(); at->edition != NULL; at++)
		names[count++] = at->name;
	diag_add(diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(arena, "no such format: %s", name),
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

bool formats_parse(const char *text, struct formats *formats, struct arena *arena,
		   struct diag_list *diags)
{
	bool known = true;

	formats->count = 0;
	do {
		size_t length = strcspn(text, ",");
		const char *name = arena_strndup(arena, text, length);
		const struct edition *edition = find(name);

		if (edition == NULL)
			unknown(name, arena, diags);
		else if (!formats_has(formats, edition))
			formats->items[formats->count++] = edition;
		known = known && edition != NULL;
		text += length;
	} while (*text++ == ',');
	return known;
}
