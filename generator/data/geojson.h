/*
 * geojson.h - outlines of places from a GeoJSON file: polygons and multipolygons, with holes.
 *
 * Coordinates are degrees, or metres of the British National Grid: by the member crs where the file has one,
 * else by their size. Nothing is projected here.
 * Source: RFC 7946; of its predecessor of 2008 the member crs, which national files still carry.
 */
#ifndef GRADIENT_DATA_GEOJSON_H
#define GRADIENT_DATA_GEOJSON_H

#include <stdbool.h>

#include "model/map.h"

struct arena;
struct diag_list;
struct source;

enum { GEOJSON_SHAPES_MOST = 20000, GEOJSON_POINTS_MOST = 2000000, GEOJSON_MIB_MOST = 64 };

/*
 * Fills shapes, count and degrees of a map whose key is set: the property that holds the code of a place, or
 * "id". False, after diagnostics with lines, when the file cannot be used.
 */
bool geojson_read(struct arena *arena, struct source *source, struct map_file *map,
		  struct diag_list *diags);

#endif
