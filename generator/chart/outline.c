#include "chart/outline.h"

#include <math.h>

#include "base/arena.h"
#include "scene/scene.h"

static const double least_step = 0.1;

/* -- fitting ---------------------------------------------------------------------------------- */

static struct hatch_ring fit_ring(struct arena *arena, const struct map_ring *ring,
				  struct outline_fit fit)
{
	struct point *points = arena_array(arena, ring->count, sizeof(*points));
	size_t kept = 0;

	for (size_t i = 0; i < ring->count; i++) {
		struct point at = { ring->points[i].x * fit.scale + fit.x,
				    ring->points[i].y * fit.scale + fit.y };

		if (kept == 0 ||
		    hypot(at.x - points[kept - 1].x, at.y - points[kept - 1].y) >= least_step)
			points[kept++] = at;
	}
	return (struct hatch_ring){ .points = points, .count = kept };
}

static struct box box_of(const struct hatch_ring *ring)
{
	double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

	for (size_t i = 0; i < ring->count; i++) {
		left = fmin(left, ring->points[i].x);
		right = fmax(right, ring->points[i].x);
		top = fmin(top, ring->points[i].y);
		bottom = fmax(bottom, ring->points[i].y);
	}
	return (struct box){ left, top, right - left, bottom - top };
}

struct outline outline_fitted(struct arena *arena, const struct map_ring *rings, size_t count,
			      struct outline_fit fit)
{
	struct outline outline = { .rings = arena_array(arena, count, sizeof(*outline.rings)) };

	for (size_t i = 0; i < count; i++) {
		struct hatch_ring ring = fit_ring(arena, &rings[i], fit);

		/* Fewer than three points enclose nothing. */
		if (ring.count < 3 && (i + 1 < count || outline.count > 0))
			continue;
		outline.box =
			outline.count == 0 ? box_of(&ring) : box_union(outline.box, box_of(&ring));
		outline.rings[outline.count++] = ring;
	}
	return outline;
}

void outline_trace(struct scene *scene, struct scene_path *path, const struct outline *outline)
{
	path->even_odd = true;
	for (size_t r = 0; r < outline->count; r++) {
		const struct hatch_ring *ring = &outline->rings[r];

		for (size_t i = 0; i < ring->count; i++)
			if (i == 0)
				path_move(scene, path, ring->points[i].x, ring->points[i].y);
			else
				path_line(scene, path, ring->points[i].x, ring->points[i].y);
		path_close(scene, path);
	}
}

/* -- room for words --------------------------------------------------------------------------- */

bool outline_holds(const struct outline *outline, struct point point)
{
	bool inside = false;

	for (size_t r = 0; r < outline->count; r++)
		for (size_t i = 0; i < outline->rings[r].count; i++) {
			struct point a = outline->rings[r].points[i];
			struct point b =
				outline->rings[r].points[(i + 1) % outline->rings[r].count];

			if ((a.y > point.y) != (b.y > point.y) &&
			    point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
				inside = !inside;
		}
	return inside;
}

/* Whether any of a line lies in a box, by cutting it at the four sides (Liang and Barsky). */
static bool runs_through(struct point a, struct point b, struct box box)
{
	const double steps[4] = { a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y };
	const double room[4] = { a.x - box.x, box.x + box.width - a.x, a.y - box.y,
				 box.y + box.height - a.y };
	double from = 0, to = 1;

	for (size_t i = 0; i < 4; i++) {
		if (steps[i] == 0 && room[i] < 0)
			return false;
		if (steps[i] < 0)
			from = fmax(from, room[i] / steps[i]);
		else if (steps[i] > 0)
			to = fmin(to, room[i] / steps[i]);
	}
	return from <= to;
}

bool outline_holds_box(const struct outline *outline, struct box box)
{
	struct point middle = { box.x + box.width / 2, box.y + box.height / 2 };

	if (!outline_holds(outline, middle))
		return false;
	for (size_t r = 0; r < outline->count; r++)
		for (size_t i = 0; i < outline->rings[r].count; i++)
			if (runs_through(
				    outline->rings[r].points[i],
				    outline->rings[r].points[(i + 1) % outline->rings[r].count],
				    box))
				return false;
	return true;
}

/* Middle of the area of the ring with the largest one. */
static struct point middle_of(const struct outline *outline)
{
	struct point middle = { 0 };
	double largest = 0;

	for (size_t r = 0; r < outline->count; r++) {
		const struct hatch_ring *ring = &outline->rings[r];
		double area = 0, x = 0, y = 0;

		for (size_t i = 0; i < ring->count; i++) {
			struct point a = ring->points[i], b = ring->points[(i + 1) % ring->count];
			double cross = a.x * b.y - b.x * a.y;

			area += cross;
			x += (a.x + b.x) * cross;
			y += (a.y + b.y) * cross;
		}
		if (fabs(area) <= largest)
			continue;
		largest = fabs(area);
		middle = (struct point){ x / (3 * area), y / (3 * area) };
	}
	return middle;
}

bool outline_find_room(const struct outline *outline, double width, double height, struct box *room)
{
	enum { STEPS = 24 };
	struct point middle = middle_of(outline);
	double nearest = HUGE_VAL;
	bool found = false;

	if (width > outline->box.width || height > outline->box.height)
		return false;
	for (size_t i = 0; i <= STEPS * STEPS; i++) {
		struct point at = middle;
		struct box box;
		double distance;

		if (i > 0) {
			at.x = outline->box.x +
			       outline->box.width * ((double)((i - 1) % STEPS) + 0.5) / STEPS;
			at.y = outline->box.y +
			       outline->box.height * ((double)((i - 1) / STEPS) + 0.5) / STEPS;
		}
		distance = hypot(at.x - middle.x, at.y - middle.y);
		box = (struct box){ at.x - width / 2, at.y - height / 2, width, height };
		if (distance >= nearest || !outline_holds_box(outline, box))
			continue;
		nearest = distance;
		found = true;
		*room = box;
	}
	return found;
}
