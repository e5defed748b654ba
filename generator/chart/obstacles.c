#include "chart/obstacles.h"

#include <math.h>

#include "base/arena.h"

void obstacles_add_box(struct arena *arena, struct obstacles *obstacles, struct box box)
{
	obstacles->boxes = arena_grow(arena, obstacles->boxes, obstacles->box_count,
				      &obstacles->box_capacity, sizeof(*obstacles->boxes));
	obstacles->boxes[obstacles->box_count++] = box;
}

void obstacles_add_line(struct arena *arena, struct obstacles *obstacles, struct point from,
			struct point to)
{
	obstacles->lines = arena_grow(arena, obstacles->lines, obstacles->line_count,
				      &obstacles->line_capacity, sizeof(*obstacles->lines));
	obstacles->lines[obstacles->line_count++] = (struct obstacle_line){ from, to };
}

void obstacles_add_mark(struct arena *arena, struct obstacles *obstacles, struct point at,
			double radius)
{
	obstacles_add_box(arena, obstacles,
			  (struct box){ at.x - radius, at.y - radius, 2 * radius, 2 * radius });
}

bool obstacles_touch_box(const struct obstacles *obstacles, struct box box)
{
	for (size_t i = 0; i < obstacles->box_count; i++)
		if (box_overlaps(obstacles->boxes[i], box, 0))
			return true;
	return false;
}

/* Cuts the part of a line, from *begin to *end of its length, that lies between two edges. */
static void clip(double start, double step, double low, double high, double *begin, double *end)
{
	double first, last;

	if (step == 0) {
		if (start <= low || start >= high)
			*end = -1;
		return;
	}
	first = (low - start) / step;
	last = (high - start) / step;
	*begin = fmax(*begin, fmin(first, last));
	*end = fmin(*end, fmax(first, last));
}

bool line_meets_box(struct obstacle_line line, struct box box)
{
	double begin = 0, end = 1;

	clip(line.from.x, line.to.x - line.from.x, box.x, box.x + box.width, &begin, &end);
	clip(line.from.y, line.to.y - line.from.y, box.y, box.y + box.height, &begin, &end);
	return begin < end;
}

bool obstacles_cross_box(const struct obstacles *obstacles, struct box box)
{
	for (size_t i = 0; i < obstacles->line_count; i++)
		if (line_meets_box(obstacles->lines[i], box))
			return true;
	return false;
}

static bool holds(struct box box, struct point at)
{
	return at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y &&
	       at.y <= box.y + box.height;
}

bool obstacles_stop_line(const struct obstacles *obstacles, struct obstacle_line line)
{
	for (size_t i = 0; i < obstacles->box_count; i++)
		if (!holds(obstacles->boxes[i], line.from) &&
		    line_meets_box(line, obstacles->boxes[i]))
			return true;
	return false;
}

struct box box_padded(struct box box, double room)
{
	return (struct box){ box.x - room, box.y - room, box.width + 2 * room,
			     box.height + 2 * room };
}
