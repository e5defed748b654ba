/*
 * place_legend.h - colours, hatching and dots of places, and what they mean.
 */
#ifndef GRADIENT_CHART_PLACE_LEGEND_H
#define GRADIENT_CHART_PLACE_LEGEND_H

#include "chart/canvas.h"

/* The fill of a step of the ramp; of 0, a figure that is not shown, paper. */
enum colour_role place_colour(unsigned step);

/* Width of the widest entry; 0 when there is nothing to explain. */
double place_legend_width(struct canvas *canvas);

/* From a corner, as wide as there is room, in the order of the ramp; returns the bottom. */
double place_legend_draw(struct canvas *canvas, double left, double top, double width);

#endif
