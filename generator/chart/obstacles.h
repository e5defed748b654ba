/*
 * obstacles.h - what words in a panel must keep clear of: marks, other words, lines.
 */
#ifndef GRADIENT_CHART_OBSTACLES_H
#define GRADIENT_CHART_OBSTACLES_H

#include <stdbool.h>
#include <stddef.h>

#include "scene/geometry.h"

struct arena;

struct obstacle_line {
	struct point from, to;
};

/* Empty when set to zero; grows in an arena. */
struct obstacles {
	struct box *boxes;
	size_t box_count, box_capacity;
	struct obstacle_line *lines;
	size_t line_count, line_capacity;
};

void obstacles_add_box(struct arena *arena, struct obstacles *obstacles, struct box box);
void obstacles_add_line(struct arena *arena, struct obstacles *obstacles, struct point from,
			struct point to);

/* The square round a mark. */
void obstacles_add_mark(struct arena *arena, struct obstacles *obstacles, struct point at,
			double radius);

/* True when one of the boxes overlaps this one. */
bool obstacles_touch_box(const struct obstacles *obstacles, struct box box);

/* True when one of the lines runs through the box. */
bool obstacles_cross_box(const struct obstacles *obstacles, struct box box);

/* True when the line runs through one of the boxes, other than those that hold its beginning. */
bool obstacles_stop_line(const struct obstacles *obstacles, struct obstacle_line line);

/* True when any part of the line lies inside the box. */
bool line_meets_box(struct obstacle_line line, struct box box);

/* The box with room added on all sides. */
struct box box_padded(struct box box, double room);

#endif
