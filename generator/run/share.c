#include "run/share.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/path.h"

static bool is_share(struct arena *arena, const char *folder)
{
	return path_exists(path_join(arena, folder, "layouts/annual-report-a4.xml"));
}

static const char *program_folder(struct arena *arena)
{
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (length <= 0)
		return NULL;
	path[length] = '\0';
	return path_folder(arena, path);
}

const char *share_find(struct arena *arena)
{
	const char *named = getenv("GRADIENT_SHARE");
	const char *folder = program_folder(arena);

	if (named != NULL && named[0] != '\0')
		return arena_strdup(arena, named);
	/* In the source tree the program lies in output/ or in a folder of output/build/. */
	for (int up = 0; folder != NULL && up < 4; up++) {
		const char *installed = path_join(arena, folder, "../share/gradient");

		if (is_share(arena, folder))
			return folder;
		if (is_share(arena, installed))
			return installed;
		folder = path_folder(arena, folder);
	}
	return GRADIENT_PREFIX "/share/gradient";
}

const char *share_file(struct arena *arena, const char *share, const char *folder, const char *name,
		       const char *suffix)
{
	size_t length = strlen(name), end = strlen(suffix);
	bool has_suffix = length > end && strcmp(name + length - end, suffix) == 0;

	return path_join(arena, share,
			 arena_printf(arena, "%s/%s%s", folder, name, has_suffix ? "" : suffix));
}
