/*
 * side_labels.h - what lines across a panel are called, at its right: the average, the end of a fitted line.
 */
#ifndef GRADIENT_CHART_SIDE_LABELS_H
#define GRADIENT_CHART_SIDE_LABELS_H

#include "chart/axis.h"

enum { SIDE_PARTS_MOST = 2 };

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

/* The name of the reference line. */
struct side_label side_label_of_reference(const struct canvas *canvas);

/* Breaks the words into lines that leave the panel its room; returns the width of the widest. */
double side_labels_measure(struct canvas *canvas, struct side_label *labels, size_t count);

/* Height that they need under each other. */
double side_labels_height(const struct canvas *canvas, const struct side_label *labels,
			  size_t count);

/* Draws one or two between top and bottom; the second makes way for the first. */
void side_labels_draw(struct canvas *canvas, const struct side_label *labels, size_t count,
		      double left, double top, double bottom);

#endif
