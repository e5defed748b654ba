/*
 * diamond.h - the mark that differs in form from the round points of a chart, in colour and in grey.
 *
 * Units: points, as the scene.
 */
#ifndef GRADIENT_CHART_DIAMOND_H
#define GRADIENT_CHART_DIAMOND_H

#include "chart/canvas.h"

/* From its middle to a corner. */
#define DIAMOND_HALF 3.9

/* Adds the outline to a path. */
void diamond_trace(struct scene *scene, struct scene_path *path, struct point middle, double half);

/* One with a white edge that parts it from what it stands on; open: a figure of low reliability. */
void diamond_draw(struct canvas *canvas, enum colour_role colour, struct point middle, bool open);

#endif
