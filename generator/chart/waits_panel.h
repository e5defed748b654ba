/*
 * waits_panel.h - one panel of the shape of a waiting list.
 */
#ifndef GRADIENT_CHART_WAITS_PANEL_H
#define GRADIENT_CHART_WAITS_PANEL_H

#include "chart/axis.h"
#include "chart/kind.h"

struct waits_panel {
	struct panel box;
	struct scale scale; /* of shares; its places are set here */
	double under_axis;  /* room for marks between the axis and its labels */
};

/* The mark of a median, from one place to another under the axis at y: a triangle where they are one. */
void waits_median_draw(struct canvas *canvas, double from, double to, double y);

/*
 * Draws the classes of a series as steps over those of all waits. A series of which a class is not shown has no
 * steps but the shorthand of that class.
 */
void waits_panel_draw(struct canvas *canvas, struct waits_panel *panel, size_t series, size_t all);

#endif
