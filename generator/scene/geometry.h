/*
 * geometry.h - points and boxes. Lengths are points (1/72 inch), y runs down.
 */
#ifndef GRADIENT_SCENE_GEOMETRY_H
#define GRADIENT_SCENE_GEOMETRY_H

#include <stdbool.h>

struct point {
	double x, y;
};

struct box {
	double x, y, width, height;
};

struct box box_union(struct box a, struct box b);

/* True when the insides of the boxes share more than slack in both directions. */
bool box_overlaps(struct box a, struct box b, double slack);

/* True when inner lies in outer, give or take slack. */
bool box_contains(struct box outer, struct box inner, double slack);

#endif
