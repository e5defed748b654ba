/*
 * place_map.h - places as outlines on a map, and as tiles; the two ways that the kind places draws.
 */
#ifndef GRADIENT_CHART_PLACE_MAP_H
#define GRADIENT_CHART_PLACE_MAP_H

#include "chart/canvas.h"

/* Each returns the bottom of what it drew. Needs plot->places with outlines. */
double place_map_draw(struct canvas *canvas);
double place_tiles_draw(struct canvas *canvas);

#endif
