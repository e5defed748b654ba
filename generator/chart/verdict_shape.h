/*
 * verdict_shape.h - the shapes that say how a figure compares, the same in charts, tables and their notes.
 *
 * Better is a filled circle, similar a ring, worse a filled square; where neither direction is better, higher
 * is a filled triangle that points up and lower an outlined one that points down. The shape carries the
 * meaning; colours only repeat it.
 * Units: points, as the scene.
 */
#ifndef GRADIENT_CHART_VERDICT_SHAPE_H
#define GRADIENT_CHART_VERDICT_SHAPE_H

#include "base/verdict.h"
#include "model/result.h"
#include "model/theme.h"

struct scene;

/* What a comparison means for an indicator of a polarity. */
enum verdict verdict_of_comparison(enum comparison comparison, enum polarity polarity);

/* The shape in a square of so many points around x, y. Nothing where there is no verdict. */
void verdict_shape_draw(struct scene *scene, const struct theme *theme, enum verdict verdict,
			double x, double y, double size);

/* Of the shape's line or fill. */
enum colour_role verdict_colour(enum verdict verdict);

/* Of the cell that it stands in: a tint says better or worse, and nothing else. */
enum colour_role verdict_tint(enum verdict verdict);

#endif
