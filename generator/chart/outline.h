/*
 * outline.h - the outline of a place on paper: from a plane to points, simplified to what can be seen.
 */
#ifndef GRADIENT_CHART_OUTLINE_H
#define GRADIENT_CHART_OUTLINE_H

#include <stdbool.h>

#include "chart/hatch.h"
#include "model/map.h"
#include "scene/geometry.h"

struct arena;
struct scene;
struct scene_path;

/* Closed lines in points. */
struct outline {
	struct hatch_ring *rings;
	size_t count;
	struct box box;
};

/* Places in the plane are multiplied, then moved. */
struct outline_fit {
	double scale, x, y;
};

/*
 * Points closer than a tenth of a point to the one before are left out, and rings that shrink to nothing, as
 * long as one is left.
 */
struct outline outline_fitted(struct arena *arena, const struct map_ring *rings, size_t count,
			      struct outline_fit fit);

/* Adds the outline to a path; what lies inside an odd number of rings is filled. */
void outline_trace(struct scene *scene, struct scene_path *path, const struct outline *outline);

/* True of a point inside an odd number of rings. */
bool outline_holds(const struct outline *outline, struct point point);

/* True when a box lies inside, and no edge runs through it. */
bool outline_holds_box(const struct outline *outline, struct box box);

/*
 * The place in the outline for words of a size, as near to the middle of its largest ring as can be. False
 * when there is no room.
 */
bool outline_find_room(const struct outline *outline, double width, double height,
		       struct box *room);

#endif
