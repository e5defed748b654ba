#include "model/map.h"

#include <string.h>
#include <strings.h>

/* True of a code that is one of those in a list with ";". */
static bool is_among(const char *code, const char *codes)
{
	size_t length = strlen(code);

	for (const char *at = codes; *at != '\0';) {
		size_t part = strcspn(at, ";");

		if (part == length && strncasecmp(at, code, length) == 0)
			return true;
		at += part + strspn(at + part, ";");
	}
	return false;
}

const struct map_shape *map_shape_find(const struct map_file *map, const char *codes)
{
	for (size_t i = 0; i < map->count; i++)
		if (is_among(map->shapes[i].code, codes))
			return &map->shapes[i];
	return NULL;
}

const struct tile_place *tile_place_find(const struct tile_file *file, const char *codes)
{
	for (size_t i = 0; i < file->count; i++)
		if (is_among(file->tiles[i].code, codes))
			return &file->tiles[i];
	return NULL;
}

const struct map_file *map_file_find(const struct map_file *maps, size_t count, const char *href,
				     const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(maps[i].href, href) == 0 && strcmp(maps[i].key, key) == 0)
			return &maps[i];
	return NULL;
}

const struct tile_file *tile_file_find(const struct tile_file *files, size_t count,
				       const char *href)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(files[i].href, href) == 0)
			return &files[i];
	return NULL;
}
