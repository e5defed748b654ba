#include "data/geojson.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/suggest.h"

/* The grid of Great Britain, with some sea around it, in metres. */
static const double grid_east_most = 1000000, grid_north_most = 1500000;

enum { FEATURES_DEPTH = 2, POSITION_LEAST = 2, RING_LEAST = 4 };

struct geojson {
	struct arena *arena;
	struct source *source;
	struct map_file *map;
	struct diag_list *diags;
	size_t *offsets; /* of the features in the text */
	size_t offset_count, offset_capacity;
	size_t points;
	bool degrees_possible, metres_possible;
};

static struct location place_of(const struct geojson *file, size_t feature)
{
	return source_location(file->source,
			       feature < file->offset_count ? file->offsets[feature] : 0);
}

/* Always false. */
static bool complain(const struct geojson *file, enum diag_code code, size_t feature,
		     const char *detail, const char *hint)
{
	diag_add(file->diags, code, place_of(file, feature), detail, hint);
	return false;
}

/* -- where features begin --------------------------------------------------------------------- */

/* Behind the quotation mark that ends the text that begins at *at. */
static const char *skip_text(const char *at, const char *end)
{
	for (at++; at < end && *at != '"'; at++)
		at += *at == '\\' && at + 1 < end;
	return at < end ? at + 1 : end;
}

/* The library does not say where in the file a value stood. The text is known to be JSON. */
static void find_features(struct geojson *file)
{
	static const char name[] = "\"features\"";
	const char *end = file->source->bytes + file->source->length;
	unsigned depth = 0;
	bool inside = false;

	for (const char *at = file->source->bytes; at < end;) {
		if (*at == '"') {
			const char *next = skip_text(at, end);

			if (depth == 1)
				inside = (size_t)(next - at) == strlen(name) &&
					 strncmp(at, name, strlen(name)) == 0;
			at = next;
			continue;
		}
		if (inside && depth == FEATURES_DEPTH && *at == '{') {
			file->offsets = arena_grow(file->arena, file->offsets, file->offset_count,
						   &file->offset_capacity, sizeof(*file->offsets));
			file->offsets[file->offset_count++] = (size_t)(at - file->source->bytes);
		}
		depth += *at == '{' || *at == '[';
		depth -= *at == '}' || *at == ']';
		at++;
	}
}

/* -- coordinates ------------------------------------------------------------------------------ */

static void note_range(struct geojson *file, struct map_point point)
{
	file->degrees_possible =
		file->degrees_possible && fabs(point.x) <= 180 && fabs(point.y) <= 90;
	file->metres_possible = file->metres_possible && point.x >= 0 && point.y >= 0 &&
				point.x <= grid_east_most && point.y <= grid_north_most;
}

static bool read_point(struct geojson *file, const json_t *position, size_t feature,
		       struct map_point *point)
{
	const json_t *x = json_array_get(position, 0), *y = json_array_get(position, 1);

	if (json_array_size(position) < POSITION_LEAST || !json_is_number(x) || !json_is_number(y))
		return complain(file, DIAG_MAP_COORDINATES, feature,
				"a position is not two numbers", NULL);
	*point = (struct map_point){ json_number_value(x), json_number_value(y) };
	note_range(file, *point);
	if (file->degrees_possible || file->metres_possible)
		return true;
	return complain(file, DIAG_MAP_COORDINATES, feature,
			arena_printf(file->arena, "%.6g, %.6g", point->x, point->y), NULL);
}

static bool read_ring(struct geojson *file, const json_t *positions, size_t feature,
		      struct map_ring *ring)
{
	size_t count = json_array_size(positions);

	if (count < RING_LEAST)
		return complain(file, DIAG_MAP_COORDINATES, feature,
				"a ring needs four positions, the last like the first", NULL);
	file->points += count;
	if (file->points > GEOJSON_POINTS_MOST)
		return complain(file, DIAG_MAP_COORDINATES, feature,
				"more than 2,000,000 positions", NULL);
	ring->points = arena_array(file->arena, count, sizeof(*ring->points));
	/* The last is the first again. */
	ring->count = count - 1;
	for (size_t i = 0; i < count; i++)
		if (!read_point(file, json_array_get(positions, i), feature, &ring->points[i]))
			return false;
	return true;
}

static bool read_polygon(struct geojson *file, const json_t *rings, size_t feature,
			 struct map_shape *shape)
{
	size_t count = json_array_size(rings);
	struct map_ring *joined =
		arena_array(file->arena, shape->ring_count + count, sizeof(*joined));

	if (count == 0)
		return complain(file, DIAG_MAP_COORDINATES, feature, "a polygon without a ring",
				NULL);
	if (shape->ring_count > 0)
		memcpy(joined, shape->rings, shape->ring_count * sizeof(*joined));
	shape->rings = joined;
	for (size_t i = 0; i < count; i++)
		if (!read_ring(file, json_array_get(rings, i), feature,
			       &shape->rings[shape->ring_count++]))
			return false;
	return true;
}

/* A place without geometry has no outline, and is left out. */
static bool read_geometry(struct geojson *file, const json_t *geometry, size_t feature,
			  struct map_shape *shape)
{
	const char *type = json_string_value(json_object_get(geometry, "type"));
	const json_t *coordinates = json_object_get(geometry, "coordinates");

	if (geometry == NULL || json_is_null(geometry))
		return true;
	if (type != NULL && strcmp(type, "Polygon") == 0)
		return read_polygon(file, coordinates, feature, shape);
	if (type == NULL || strcmp(type, "MultiPolygon") != 0)
		return complain(file, DIAG_MAP_UNREADABLE, feature,
				arena_printf(file->arena, "geometry of type %s",
					     type == NULL ? "none" : type),
				"outlines are of type Polygon or MultiPolygon");
	for (size_t i = 0; i < json_array_size(coordinates); i++)
		if (!read_polygon(file, json_array_get(coordinates, i), feature, shape))
			return false;
	return true;
}

/* -- features --------------------------------------------------------------------------------- */

static const char *text_of(const struct geojson *file, const json_t *value)
{
	if (json_is_string(value))
		return arena_strdup(file->arena, json_string_value(value));
	if (json_is_integer(value))
		return arena_printf(file->arena, "%lld", (long long)json_integer_value(value));
	return NULL;
}

static bool no_key(const struct geojson *file, json_t *properties, size_t feature)
{
	struct buffer hint;

	buffer_init(&hint);
	for (void *at = json_object_iter(properties); at != NULL;
	     at = json_object_iter_next(properties, at))
		buffer_printf(&hint, "%s%s", hint.length == 0 ? "its properties are: " : ", ",
			      json_object_iter_key(at));
	complain(file, DIAG_MAP_KEY, feature,
		 arena_printf(file->arena, "key=\"%s\"", file->map->key),
		 hint.length == 0 ? NULL : buffer_text(&hint));
	buffer_clear(&hint);
	return false;
}

static bool read_feature(struct geojson *file, const json_t *feature, size_t number)
{
	json_t *properties = json_object_get(feature, "properties");
	const json_t *code = json_object_get(properties, file->map->key);
	struct map_shape shape = { 0 };

	if (code == NULL && strcmp(file->map->key, "id") == 0)
		code = json_object_get(feature, "id");
	shape.code = text_of(file, code);
	if (shape.code == NULL)
		return no_key(file, properties, number);
	if (!read_geometry(file, json_object_get(feature, "geometry"), number, &shape))
		return false;
	if (shape.ring_count > 0)
		file->map->shapes[file->map->count++] = shape;
	return true;
}

/* What the member crs says: "EPSG:27700", "urn:ogc:def:crs:OGC:1.3:CRS84", ... Without it, both are possible. */
static bool read_system(struct geojson *file, const json_t *root)
{
	const char *name = json_string_value(json_object_get(
		json_object_get(json_object_get(root, "crs"), "properties"), "name"));

	file->degrees_possible = file->metres_possible = true;
	if (name == NULL)
		return true;
	file->degrees_possible = strstr(name, "CRS84") != NULL || strstr(name, "4326") != NULL;
	file->metres_possible = strstr(name, "27700") != NULL;
	if (file->degrees_possible || file->metres_possible)
		return true;
	diag_add(file->diags, DIAG_MAP_COORDINATES, (struct location){ .file = file->source->name },
		 name,
		 "outlines are in degrees (CRS84, EPSG:4326) or on the national grid (EPSG:27700)");
	return false;
}

static bool read_features(struct geojson *file, const json_t *root)
{
	const json_t *features = json_object_get(root, "features");
	size_t count = json_array_size(features);

	if (!json_is_array(features) || count == 0 || count > GEOJSON_SHAPES_MOST) {
		diag_add(file->diags, DIAG_MAP_UNREADABLE,
			 (struct location){ .file = file->source->name },
			 count > GEOJSON_SHAPES_MOST ? "more than 20,000 features"
						     : "no member \"features\", or none in it",
			 NULL);
		return false;
	}
	find_features(file);
	file->map->shapes = arena_array(file->arena, count, sizeof(*file->map->shapes));
	for (size_t i = 0; i < count; i++)
		if (!read_feature(file, json_array_get(features, i), i))
			return false;
	file->map->degrees = file->degrees_possible;
	return true;
}

bool geojson_read(struct arena *arena, struct source *source, struct map_file *map,
		  struct diag_list *diags)
{
	struct geojson file = { .arena = arena, .source = source, .map = map, .diags = diags };
	json_error_t error;
	json_t *root;
	bool usable;

	if (source->length > (size_t)GEOJSON_MIB_MOST * 1024 * 1024) {
		diag_add(diags, DIAG_MAP_UNREADABLE, (struct location){ .file = source->name },
			 "larger than 64 MiB", "take outlines that are generalised further");
		return false;
	}
	root = json_loadb(source->bytes, source->length, 0, &error);
	if (root == NULL) {
		size_t offset = error.position < 0 ? 0 : (size_t)error.position;

		diag_add(diags, DIAG_MAP_UNREADABLE,
			 source_location(source, offset < source->length ? offset : source->length),
			 error.text, NULL);
		return false;
	}
	usable = read_system(&file, root) && read_features(&file, root);
	json_decref(root);
	return usable;
}
