#include "chart/hatch.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "scene/scene.h"

static const double hatch_width = 0.5, hatch_step = 4.5;

/* A line rises to the right: on it x + y is the same everywhere. */
static double rank_of(struct point point)
{
	return point.x + point.y;
}

static int by_x(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;

	return (first > second) - (first < second);
}

/* Where a line crosses the edges of the rings, from left to right. */
static size_t crossings(const struct hatch_ring *rings, size_t count, double rank, double *x)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < rings[i].count; j++) {
			struct point a = rings[i].points[j];
			struct point b = rings[i].points[(j + 1) % rings[i].count];
			double from = rank_of(a), to = rank_of(b);

			/* A corner belongs to one of its two edges. */
			if ((from <= rank) != (to <= rank))
				x[found++] = a.x + (b.x - a.x) * (rank - from) / (to - from);
		}
	qsort(x, found, sizeof(*x), by_x);
	return found;
}

static void find_extent(const struct hatch_ring *rings, size_t count, double *low, double *high,
			size_t *edges)
{
	*low = INFINITY;
	*high = -INFINITY;
	*edges = 0;
	for (size_t i = 0; i < count; i++) {
		*edges += rings[i].count;
		for (size_t j = 0; j < rings[i].count; j++) {
			*low = fmin(*low, rank_of(rings[i].points[j]));
			*high = fmax(*high, rank_of(rings[i].points[j]));
		}
	}
}

void hatch_draw(struct scene *scene, const struct theme *theme, const struct hatch_ring *rings,
		size_t count)
{
	struct scene_path *path =
		scene_stroke(scene, PART_HATCH, theme->colours[COLOUR_HATCH], hatch_width);
	double low, high, *x;
	size_t edges;

	find_extent(rings, count, &low, &high, &edges);
	x = arena_array(scene->arena, edges + 1, sizeof(*x));
	/* The first and last line would touch a corner alone. */
	for (double rank = (floor(low / hatch_step) + 1) * hatch_step; rank < high;
	     rank += hatch_step) {
		size_t found = crossings(rings, count, rank, x);

		for (size_t i = 0; i + 1 < found; i += 2) {
			/* Its ends are square: half its width further they would stand outside. */
			double from = x[i] + hatch_width / 2, to = x[i + 1] - hatch_width / 2;

			if (to <= from)
				continue;
			path_move(scene, path, from, rank - from);
			path_line(scene, path, to, rank - to);
		}
	}
}

void hatch_box(struct scene *scene, const struct theme *theme, struct box box)
{
	const struct point corners[] = {
		{ box.x, box.y },
		{ box.x + box.width, box.y },
		{ box.x + box.width, box.y + box.height },
		{ box.x, box.y + box.height },
	};
	const struct hatch_ring ring = { corners, 4 };

	hatch_draw(scene, theme, &ring, 1);
}
