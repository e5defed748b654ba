/*
 * sparkline.h - a line without axes in a cell of a table: the way a figure went, its last point marked.
 *
 * The scale is that of the line alone: it shows direction, and the figures printed beside it show size.
 * Units: points, as the scene.
 */
#ifndef GRADIENT_CHART_SPARKLINE_H
#define GRADIENT_CHART_SPARKLINE_H

#include "document/sparkline.h"
#include "model/theme.h"
#include "scene/geometry.h"

struct scene;

/* Within the box; nothing when no point is shown. */
void sparkline_draw(struct scene *scene, const struct theme *theme, const struct sparkline *line,
		    struct box box);

#endif
