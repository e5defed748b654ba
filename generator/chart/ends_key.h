/*
 * ends_key.h - the marks of a gap with two ends, and the key that names them: a filled circle, a ring, short ticks for
 * what lies between.
 *
 * Units: points, as the scene.
 */
#ifndef GRADIENT_CHART_ENDS_KEY_H
#define GRADIENT_CHART_ENDS_KEY_H

#include "chart/canvas.h"

/* Of both marks of an end. */
static const double end_radius = 3;

/* ring: the second end. */
void end_mark_draw(struct canvas *canvas, double x, double y, bool ring);
void end_tick_draw(struct canvas *canvas, double x, double y);

/*
 * Names the first series, the last one and, where there are any, the others: in one line where there is room up to
 * right, else on several. base: of the first line.
 */
void ends_key_draw(struct canvas *canvas, double right, double base);

/* How far below the first base line the last one lies. */
double ends_key_height(struct canvas *canvas, double right);

#endif
