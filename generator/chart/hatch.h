/*
 * hatch.h - fine diagonal lines over a place whose figure is hidden.
 *
 * Every line is cut where it leaves the place, by construction: no clip paths, which other programs lose.
 * Units: points, as the scene.
 */
#ifndef GRADIENT_CHART_HATCH_H
#define GRADIENT_CHART_HATCH_H

#include <stddef.h>

#include "model/theme.h"
#include "scene/geometry.h"

struct scene;

/* A closed line; the last point is joined to the first. */
struct hatch_ring {
	const struct point *points;
	size_t count;
};

/*
 * What lies inside an odd number of the rings is hatched: a ring within another one is a hole. Lines stand
 * at the same places whatever the shape, so that those of neighbours meet.
 */
void hatch_draw(struct scene *scene, const struct theme *theme, const struct hatch_ring *rings,
		size_t count);
void hatch_box(struct scene *scene, const struct theme *theme, struct box box);

#endif
