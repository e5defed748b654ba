/*
 * geojson - the reader of outlines on any bytes.
 *
 * Beside what the sanitizers check: a file that cannot be used leaves an error with a place in it; one that can has
 * places with a code, rings of at least three points, and numbers that can be drawn.
 */
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "data/geojson.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static void check_shape(const struct map_shape *shape)
{
	check(shape->code != NULL && shape->code[0] != '\0');
	for (size_t i = 0; i < shape->ring_count; i++) {
		const struct map_ring *ring = &shape->rings[i];

		check(ring->count >= 3);
		for (size_t p = 0; p < ring->count; p++)
			check(isfinite(ring->points[p].x) && isfinite(ring->points[p].y));
	}
}

static void read_as(struct arena *arena, const char *key, const char *text, size_t length)
{
	struct diag_list *diags = diag_list_new(arena);
	struct map_file map = { .href = "fuzz.geojson", .key = key };
	bool read = geojson_read(arena, source_of_text(arena, map.href, text, length), &map, diags);

	check(read == (diag_errors(diags) == 0));
	for (size_t i = 0; i < diag_count(diags); i++)
		check(strcmp(diag_at(diags, i)->at.file, map.href) == 0);
	check(map.count <= GEOJSON_SHAPES_MOST);
	for (size_t i = 0; read && i < map.count; i++)
		check_shape(&map.shapes[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	/* A copy of the exact size, so that reading beyond it shows. */
	char *text = malloc(size == 0 ? 1 : size);

	if (size > 0)
		memcpy(text, bytes, size);
	read_as(arena, "code", text, size);
	read_as(arena, "id", text, size);
	arena_free(arena);
	free(text);
	return 0;
}
