#include "scene/geometry.h"

#include <math.h>

struct box box_union(struct box a, struct box b)
{
	double right = fmax(a.x + a.width, b.x + b.width);
	double bottom = fmax(a.y + a.height, b.y + b.height);
	double x = fmin(a.x, b.x), y = fmin(a.y, b.y);

	return (struct box){ .x = x, .y = y, .width = right - x, .height = bottom - y };
}

bool box_overlaps(struct box a, struct box b, double slack)
{
	return fmin(a.x + a.width, b.x + b.width) - fmax(a.x, b.x) > slack &&
	       fmin(a.y + a.height, b.y + b.height) - fmax(a.y, b.y) > slack;
}

bool box_contains(struct box outer, struct box inner, double slack)
{
	return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
	       inner.x + inner.width <= outer.x + outer.width + slack &&
	       inner.y + inner.height <= outer.y + outer.height + slack;
}
