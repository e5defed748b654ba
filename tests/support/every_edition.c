#include "support/every_edition.h"

#include "base/arena.h"
#include "run/edition.h"

const char *every_edition(struct arena *arena)
{
	const char *names = "";

	for (const struct edition_entry *at = editions(); at->edition != NULL; at++)
		names = arena_printf(arena, "%s%s%s", names, names[0] == '\0' ? "" : ",", at->name);
	return names;
}
