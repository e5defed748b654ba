#include "run/formats.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "device/device.h"

static const struct device *find(const char *name)
{
	for (const struct device_entry *at = devices(); at->device != NULL; at++)
		if (strcmp(at->name, name) == 0)
			return at->device;
	return NULL;
}

static void unknown(const char *name, struct arena *arena, struct diag_list *diags)
{
	const char *names[FORMATS_MOST];
	size_t count = 0;

	for (const struct device_entry *at = devices(); at->device != NULL; at++)
		names[count++] = at->name;
	diag_add(diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(arena, "no such format: %s", name),
		 suggest_hint(arena, name, names, count));
}

bool formats_has(const struct formats *formats, const struct device *device)
{
	for (size_t i = 0; i < formats->count; i++)
		if (formats->items[i] == device)
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
		const struct device *device = find(name);

		if (device == NULL)
			unknown(name, arena, diags);
		else if (!formats_has(formats, device))
			formats->items[formats->count++] = device;
		known = known && device != NULL;
		text += length;
	} while (*text++ == ',');
	return known;
}
