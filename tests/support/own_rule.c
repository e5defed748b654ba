#include "support/own_rule.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "support/program.h"

static const char row[] = OWN_RULE_EXACT_RATES ",Tests,,,,5,0,0,,recommended,below-national,,\n";

/* Everything of a folder as it is, but for one name. */
static void link_all(const struct workplace *place, const char *folder, const char *but)
{
	char *here = getcwd(NULL, 0);
	const char *from = arena_printf(place->arena, "%s/%s", here, folder);
	DIR *entries = opendir(from);
	struct dirent *entry;

	free(here);
	cr_assert_not_null(entries);
	while ((entry = readdir(entries)) != NULL)
		if (entry->d_name[0] != '.' && strcmp(entry->d_name, but) != 0)
			cr_assert_eq(
				symlink(arena_printf(place->arena, "%s/%s", from, entry->d_name),
					workplace_path(place, arena_printf(place->arena, "%s/%s",
									   folder, entry->d_name))),
				0);
	closedir(entries);
}

struct workplace own_rule(void)
{
	struct workplace place = workplace_new();
	size_t length;
	const char *rules =
		file_text(place.arena, "inputs/reference/disclosure-rules.csv", &length);

	workplace_folder(&place, "inputs");
	workplace_folder(&place, "inputs/reference");
	link_all(&place, ".", "inputs");
	link_all(&place, "inputs", "reference");
	link_all(&place, "inputs/reference", "disclosure-rules.csv");
	workplace_file(&place, "inputs/reference/disclosure-rules.csv",
		       arena_printf(place.arena, "%s%s", rules, row));
	cr_assert_eq(setenv("GRADIENT_SHARE", place.folder, 1), 0);
	return place;
}
