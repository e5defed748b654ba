#include "support/workplace.h"

#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/messages.h"
#include "support/program.h"

struct workplace workplace_new(void)
{
	struct workplace place = { .arena = arena_new() };

	place.diags = diag_list_new(place.arena);
	place.folder = scratch_new(place.arena);
	return place;
}

void workplace_free(struct workplace *place)
{
	scratch_free(place->folder);
	arena_free(place->arena);
}

const char *workplace_path(const struct workplace *place, const char *name)
{
	return path_join(place->arena, place->folder, name);
}

void workplace_file(const struct workplace *place, const char *name, const char *text)
{
	file_write(workplace_path(place, name), text, strlen(text));
}

void workplace_folder(const struct workplace *place, const char *name)
{
	mkdir(workplace_path(place, name), 0777);
}

const char *workplace_said(const struct workplace *place)
{
	return text_replace(place->arena, messages_text(place->arena, place->diags),
			    arena_printf(place->arena, "%s/", place->folder), "");
}
