#include "base/path.h"

#include <dirent.h>
#include <glib.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"

char *path_join(struct arena *arena, const char *folder, const char *name)
{
	size_t length = strlen(folder);

	if (name[0] == '/' || length == 0 || strcmp(folder, ".") == 0)
		return arena_strdup(arena, name);
	return arena_printf(arena, "%s%s%s", folder, folder[length - 1] == '/' ? "" : "/", name);
}

char *path_folder(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return arena_strdup(arena, ".");
	return slash == path ? arena_strdup(arena, "/")
			     : arena_strndup(arena, path, (size_t)(slash - path));
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

char *path_stem(struct arena *arena, const char *path)
{
	const char *base = path_base(path), *dot = strrchr(base, '.');

	return dot == NULL || dot == base ? arena_strdup(arena, base)
					  : arena_strndup(arena, base, (size_t)(dot - base));
}

char *path_relative(struct arena *arena, const char *folder, const char *path)
{
	char *from = g_canonicalize_filename(folder, NULL);
	char *to = g_canonicalize_filename(path, NULL);
	size_t same = 0, shared = 0;
	struct buffer way;

	/* The root is the one folder that ends in a slash. */
	if (strcmp(from, "/") == 0)
		from[0] = '\0';
	while (from[same] == to[same] && from[same] != '\0') {
		same++;
		if ((from[same] == '/' || from[same] == '\0') &&
		    (to[same] == '/' || to[same] == '\0'))
			shared = same;
	}
	buffer_init(&way);
	for (const char *at = from + shared; *at != '\0'; at++)
		if (*at == '/')
			buffer_add_text(&way, "../");
	buffer_add_text(&way, to[shared] == '/' ? to + shared + 1 : to + shared);
	if (way.length == 0)
		buffer_add_char(&way, '.');
	else if (way.bytes[way.length - 1] == '/')
		way.bytes[--way.length] = '\0';
	g_free(from);
	g_free(to);
	return buffer_finish(&way, arena);
}

bool path_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

/* A path that climbs cannot be judged by the part of it that exists. */
static bool climbs(const char *rest)
{
	for (const char *at = strstr(rest, ".."); at != NULL; at = strstr(at + 2, ".."))
		if ((at == rest || at[-1] == '/') && (at[2] == '/' || at[2] == '\0'))
			return true;
	return false;
}

static bool is_below(const char *folder, const char *path)
{
	size_t length = strlen(folder);

	return strncmp(folder, path, length) == 0 &&
	       (path[length] == '/' || path[length] == '\0' || strcmp(folder, "/") == 0);
}

/* A link without a target may point anywhere. */
static bool dangles(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

bool path_is_inside(const char *folder, const char *path)
{
	char real_folder[PATH_MAX], real_path[PATH_MAX];
	struct arena *scratch = arena_new();
	const char *exists = path;
	bool inside = false;

	while (realpath(exists, real_path) == NULL && strcmp(exists, ".") != 0 &&
	       strcmp(exists, "/") != 0 && !dangles(exists))
		exists = path_folder(scratch, exists);
	if (realpath(folder, real_folder) != NULL && realpath(exists, real_path) != NULL)
		inside = is_below(real_folder, real_path) &&
			 (strcmp(exists, path) == 0 ||
			  !climbs(strcmp(exists, ".") == 0 ? path : path + strlen(exists)));
	arena_free(scratch);
	return inside;
}

static int compare_names(const void *a, const void *b)
{
	const char *const *left = a, *const *right = b;

	return strcmp(*left, *right);
}

const char **path_names(struct arena *arena, const char *folder, const char *suffix, size_t *count)
{
	size_t capacity = 0, end = strlen(suffix);
	const char **names = NULL;
	const struct dirent *item;
	DIR *directory = opendir(folder);

	*count = 0;
	while (directory != NULL && (item = readdir(directory)) != NULL) {
		size_t length = strlen(item->d_name);

		if (length <= end || strcmp(item->d_name + length - end, suffix) != 0)
			continue;
		names = arena_grow(arena, names, *count, &capacity, sizeof(*names));
		names[(*count)++] = arena_strndup(arena, item->d_name, length - end);
	}
	if (directory != NULL)
		closedir(directory);
	if (*count > 1)
		qsort(names, *count, sizeof(*names), compare_names);
	return names;
}
