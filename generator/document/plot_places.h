/*
 * plot_places.h - what a plot of places adds: outlines or tiles, and the class of every figure.
 *
 * Units: outlines are in a plane, in any unit, x to the right and y down; classes are steps of a ramp, 1 the
 *        darkest. A figure that is not shown has no class and had no part in making them.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_PLACES_H
#define GRADIENT_DOCUMENT_PLOT_PLACES_H

#include "model/map.h"

enum { PLACE_STEPS = 5 };

struct plot_place {
	unsigned step;                /* 1 to PLACE_STEPS; 0 = none */
	const struct map_ring *rings; /* none: not on the map */
	size_t ring_count;
	unsigned column, row; /* of a grid, from 1; 0 = not on it */
};

struct plot_class {
	unsigned step;
	const char *text; /* "12.1% to 15.3%" */
};

struct plot_places {
	const struct plot_place *items;   /* one for every category */
	const struct plot_class *classes; /* those that have a place, the darkest first */
	size_t class_count;
	bool is_map;
	unsigned columns, rows; /* of a grid; 0 = tiles in the order of categories */
};

#endif
