/*
 * drawn.h - what already stands on a canvas, as obstacles for the words that are still to come.
 *
 * Words, points, intervals and dark bars are boxes; lines, and the edges of what is light enough to carry
 * words, are lines. Gridlines, rules between rows and halos are no obstacles.
 */
#ifndef GRADIENT_CHART_DRAWN_H
#define GRADIENT_CHART_DRAWN_H

#include "chart/canvas.h"
#include "chart/obstacles.h"

struct obstacles drawn_obstacles(const struct canvas *canvas);

/* What fills the ground of a box: the last rectangle under its middle, else paper. */
struct colour drawn_ground(const struct canvas *canvas, struct box box);

#endif
