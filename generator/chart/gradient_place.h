/*
 * gradient_place.h - where the parts of a gradient chart stand.
 */
#ifndef GRADIENT_CHART_GRADIENT_PLACE_H
#define GRADIENT_CHART_GRADIENT_PLACE_H

#include "chart/axis.h"
#include "chart/side_labels.h"
#include "chart/words_row.h"

enum { GRADIENT_ROWS_MOST = 4 };

struct gradient_row {
	struct words_row words;
	struct text_paragraph *heading; /* at the right of the panel; NULL = none */
	double height;
};

struct gradient {
	struct panel panel;
	struct scale scale;
	double *edges;       /* left edge of every box, and the right one of the last */
	bool values_in_foot; /* of the boxes; else in a row under the names */
	struct words_row foot;
	struct gradient_row rows[GRADIENT_ROWS_MOST]; /* under the axis */
	size_t row_count;
	struct side_label sides[SIDE_LABELS_MOST]; /* of lines across, then of the fitted line */
	size_t side_count;
};

/* Lays out the panel and the words around it; may make the figure higher. */
void gradient_place(struct canvas *canvas, struct gradient *gradient);

double gradient_middle(const struct gradient *gradient, size_t category);

/* Top of the row of values in the boxes. */
double gradient_foot_top(const struct canvas *canvas, const struct gradient *gradient);

/* A point of the fitted line. Ranks are shares of the population, as are the widths of the boxes. */
struct point gradient_fitted(const struct canvas *canvas, const struct gradient *gradient,
			     size_t point);

#endif
