/*
 * reading.h - what a reader takes off a chart: the axis from its tick labels, the marks against it.
 *
 * Nothing here knows how a chart finds its places: a mark is where it should be when it stands where the
 * printed numbers of the axis say.
 */
#ifndef GRADIENT_TESTS_READING_H
#define GRADIENT_TESTS_READING_H

#include "support/labels.h"

struct axis_reading {
	bool known, horizontal;
	double first, last;             /* numbers at the outermost ticks */
	double first_place, last_place; /* and where they stand */
	size_t tick_count;              /* gridlines */
	double ticks[32];               /* numbers of the labels */
	size_t label_count;
	double panel_low, panel_high; /* ends of the gridlines, across the axis */
};

/* Fails the test when the labels do not stand in proportion to their numbers. */
struct axis_reading axis_read(const struct look *look, const struct scene *scene);

/* Where a number stands. */
double axis_place(const struct axis_reading *axis, double number);

/* "1,200", "-3.5%" with either minus sign. False for anything else. */
bool number_read(const char *text, double *number);

#endif
