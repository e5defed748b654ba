/*
 * axis.h - the axis that measures: gridlines, tick labels, title, reference line.
 */
#ifndef GRADIENT_CHART_AXIS_H
#define GRADIENT_CHART_AXIS_H

#include "chart/canvas.h"
#include "chart/scale.h"

/* The panel inside which marks are drawn. */
struct panel {
	double left, right, top, bottom;
};

/* The scale for what a plot draws, as its kind wants it. False when no figure is shown. */
bool axis_scale(const struct plot *plot, struct scale *scale);

/* The interval of a value along the axis, cut where the axis ends; across and caps are left to the kind. */
struct whisker axis_whisker(const struct scale *scale, const struct plot_value *value);

/* True of an interval that is about as short as its point; the kind may leave it out. */
bool axis_hides_interval(const struct plot *plot, const struct scale *scale,
			 const struct plot_value *value);

/* "2,500" or "40%". */
const char *axis_tick_text(struct canvas *canvas, const struct scale *scale, double tick);

/* Widest tick label. */
double axis_tick_width(struct canvas *canvas, const struct scale *scale);

/* Scale up the left side: gridlines across the panel, labels left of it. */
void axis_vertical(struct canvas *canvas, const struct scale *scale, const struct panel *panel);

/* Scale along the bottom: gridlines up the panel, labels below it. */
void axis_horizontal(struct canvas *canvas, const struct scale *scale, const struct panel *panel);

/* Title of the axis above the panel, from the left edge of the figure; returns the height it takes. */
double axis_title(struct canvas *canvas);
double axis_title_height(struct canvas *canvas);

/* Says in words that no figure can be shown. */
void axis_empty(struct canvas *canvas);

#endif
