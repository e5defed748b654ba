/*
 * columns.h - charts that stand upright: a slot a category, its name below it.
 */
#ifndef GRADIENT_CHART_COLUMNS_H
#define GRADIENT_CHART_COLUMNS_H

#include "chart/side_labels.h"

struct column_places {
	struct panel panel;
	struct scale scale;
	struct text_paragraph **labels; /* below the slots */
	double slot;                    /* width of a category's part of the panel */
	double names_top;
	struct side_label sides[REFERENCE_LINES_MOST]; /* names of the lines across */
	size_t side_count;
};

/*
 * Lays out the panel with the scale at the left, names below, and room for the names of lines across at the
 * right. False when names or values do not fit their slots: then the chart lies on its side.
 */
bool columns_place(struct canvas *canvas, struct column_places *places);

/* Gridlines, tick labels, names, the line at zero and the title of the axis. */
void columns_frame(struct canvas *canvas, const struct column_places *places);

/* The lines across the panel with their names at the end. */
void columns_lines(struct canvas *canvas, const struct column_places *places);

/* Makes the panel lower by what the marks need above and below it. */
void columns_shrink(struct column_places *places, double above, double below);

double column_middle(const struct column_places *places, size_t category);

#endif
