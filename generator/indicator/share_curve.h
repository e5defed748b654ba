/*
 * share_curve.h - how much of what is counted falls to how much of the people, the most deprived first.
 *
 * Method:  the concentration curve of stats/concentration.h.
 * Units:   shares are percentages.
 */
#ifndef GRADIENT_INDICATOR_SHARE_CURVE_H
#define GRADIENT_INDICATOR_SHARE_CURVE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct share_group {
	double value;  /* >= 0 */
	double people; /* > 0, or what else the figure is out of */
};

struct share_point {
	double people, events; /* of all, up to here */
};

/*
 * points: out, from none to all, a point more than there are groups. False, with points as they were, when the
 * groups are fewer than three or have nothing to share.
 */
bool share_curve(struct arena *arena, const struct share_group *groups, size_t count,
		 struct share_point *points);

#endif
