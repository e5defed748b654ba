/*
 * map.h - outlines of places and tiles in their place, as the author's files have them.
 *
 * Ownership: in the arena of the run; the reader (data/) fills them, everybody else reads.
 */
#ifndef GRADIENT_MODEL_MAP_H
#define GRADIENT_MODEL_MAP_H

#include <stdbool.h>
#include <stddef.h>

struct map_point {
	double x, y; /* degrees east and north, or metres of the national grid */
};

/* A closed line; the last point is joined to the first. */
struct map_ring {
	struct map_point *points;
	size_t count;
};

/* What lies inside an odd number of the rings is the place: a ring within another one is a hole. */
struct map_shape {
	const char *code;
	struct map_ring *rings;
	size_t ring_count;
};

struct map_file {
	const char *href, *key; /* as the report names them */
	bool degrees;           /* else metres */
	struct map_shape *shapes;
	size_t count;
};

/* Columns and rows from 1, from the top left. */
struct tile_place {
	const char *code, *name; /* name: "" = as the data call it */
	unsigned column, row;
};

struct tile_file {
	const char *href;
	struct tile_place *tiles;
	size_t count;
};

/* Among those that were read; NULL when there is none of that name, or its file could not be used. */
const struct map_file *map_file_find(const struct map_file *maps, size_t count, const char *href,
				     const char *key);
const struct tile_file *tile_file_find(const struct tile_file *files, size_t count,
				       const char *href);

/* NULL when there is none of that code; several codes may be given, with ";" between. */
const struct map_shape *map_shape_find(const struct map_file *map, const char *codes);
const struct tile_place *tile_place_find(const struct tile_file *file, const char *codes);

#endif
