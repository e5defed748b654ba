/*
 * reference_lines.h - lines across a chart that are no group: the average, targets, single figures of layers.
 */
#ifndef GRADIENT_CHART_REFERENCE_LINES_H
#define GRADIENT_CHART_REFERENCE_LINES_H

#include "chart/canvas.h"

enum { REFERENCE_LINES_MOST = 6 };

struct reference_line {
	double value;
	const char *label; /* with its number */
	enum colour_role colour;
	bool long_dashes; /* so that a target is told from the average without colour */
};

/* Those of a plot, the average first; returns how many. */
size_t reference_lines(const struct plot *plot, struct reference_line *lines);

/* over_bars: with a white edge that parts it from dark bars. */
void reference_line_draw(struct canvas *canvas, const struct reference_line *line,
			 struct point from, struct point to, bool over_bars);

/* The colour of the marks of the n-th layer. */
enum colour_role layer_colour(size_t layer);

#endif
