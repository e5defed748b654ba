/*
 * overlay_parts.h - what the marks and the words of an overlay share; of the overlay*.c files alone.
 */
#ifndef GRADIENT_CHART_OVERLAY_PARTS_H
#define GRADIENT_CHART_OVERLAY_PARTS_H

#include "chart/overlay.h"

enum { LAYER_RULE_WIDTH = 2 };

/* A place along and across the scale as a point; where the figure of a value is along it. */
struct point overlay_point(const struct overlay_frame *frame, double along, double across);
double overlay_place(const struct overlay_frame *frame, const struct plot_value *value);

/* The figure of a layer at a category. */
const struct plot_value *layer_value(const struct plot_layer *layer, size_t category);

/* The ground of a band. */
void overlay_tint(struct canvas *canvas, struct box box);

#endif
