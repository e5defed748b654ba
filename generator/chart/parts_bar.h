/*
 * parts_bar.h - one bar of parts: fills with white gaps between them, labels inside where there is room and under
 * the bar on a leader where there is none.
 */
#ifndef GRADIENT_CHART_PARTS_BAR_H
#define GRADIENT_CHART_PARTS_BAR_H

#include "chart/axis.h"
#include "document/plot_parts.h"

/* A part as it lies in the bar. */
struct bar_part {
	double left, right;
	size_t series;
	const struct plot_value *value;
};

struct parts_bar {
	double top, height;
	double low, high; /* labels under the bar stay between them */
};

/* Colour of the fill of a part; *outline: it needs one to be seen on paper. */
enum colour_role part_colour(const struct plot *plot, size_t series, bool *outline);

void part_fill(struct canvas *canvas, size_t series, struct box box);

/* True when the words of a part have room inside it. */
bool part_holds_label(struct canvas *canvas, const struct bar_part *part);

/* Draws the bar and its labels. */
void parts_bar_draw(struct canvas *canvas, const struct parts_bar *bar,
		    const struct bar_part *parts, size_t count);

#endif
