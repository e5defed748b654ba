/*
 * side_labels.h - what lines across a panel are called, at its right: the average, the end of a fitted line.
 */
#ifndef GRADIENT_CHART_SIDE_LABELS_H
#define GRADIENT_CHART_SIDE_LABELS_H

#include "chart/axis.h"
#include "chart/reference_lines.h"

enum { SIDE_PARTS_MOST = 2, SIDE_LABELS_MOST = 8 };

struct side_part {
	const char *text;
	int font;
	enum colour_role colour;
	enum scene_part part;
	struct text_paragraph *paragraph; /* set when measured */
};

/* One label: its parts under each other. */
struct side_label {
	struct side_part parts[SIDE_PARTS_MOST];
	size_t part_count;
	double place; /* of the line it names: the middle of its first line of text when there is room */
};

/* The names of the lines across a plot; place is left to the caller. Returns how many. */
size_t side_labels_of_lines(const struct canvas *canvas, struct side_label *labels);

/* Breaks the words into lines that leave the panel its room; returns the width of the widest. */
double side_labels_measure(struct canvas *canvas, struct side_label *labels, size_t count);

/* Height that they need under each other. */
double side_labels_height(const struct canvas *canvas, const struct side_label *labels,
			  size_t count);

/* Draws them between top and bottom, each as near to its line as it can be without touching another. */
void side_labels_draw(struct canvas *canvas, const struct side_label *labels, size_t count,
		      double left, double top, double bottom);

#endif
