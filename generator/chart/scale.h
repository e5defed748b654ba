/*
 * scale.h - from numbers to places along an axis, with ticks at round numbers.
 *
 * Steps are 1, 2, 2.5 or 5 times a power of ten; 4 to 6 ticks unless the range is given.
 */
#ifndef GRADIENT_CHART_SCALE_H
#define GRADIENT_CHART_SCALE_H

#include <stdbool.h>
#include <stddef.h>

enum { TICKS_MOST = 16 };

struct scale {
	double low, high; /* numbers at the two ends */
	double from, to;  /* places of the two ends; to < from runs backwards */
	double ticks[TICKS_MOST];
	size_t tick_count;
	unsigned decimals; /* of the tick labels */
};

struct scale_options {
	bool from_zero;  /* bars: zero is on the axis */
	bool percentage; /* 0 to 100 when any number is over 60 and none over 100 */
	size_t ticks;    /* wanted; 0 = 5 */
};

/* A scale that holds low to high, low <= high; places are set by the caller. */
struct scale scale_nice(double low, double high, struct scale_options options);

double scale_place(const struct scale *scale, double number);

#endif
