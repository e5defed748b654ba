/*
 * process_mark.h - the points and icons of a control chart. The shape says what a point means: a circle for common
 * cause, a circle with a dot for improvement, a square for concern, a diamond where neither direction is better.
 */
#ifndef GRADIENT_CHART_PROCESS_MARK_H
#define GRADIENT_CHART_PROCESS_MARK_H

#include "chart/canvas.h"
#include "document/plot_process.h"

enum colour_role process_colour(enum verdict verdict);

/* Two shapes of one size look alike in weight; ring: of low reliability, without fill. */
void process_mark_draw(struct canvas *canvas, enum verdict verdict, double x, double y, bool ring);

/* The icon with its words; x, y: left end and middle. Returns the width of both. */
double process_icon_draw(struct canvas *canvas, const struct process_icon *icon, double x,
			 double y);
double process_icon_width(struct canvas *canvas, const struct process_icon *icon);

/* The height of a line of icons. */
double process_icon_height(void);

#endif
