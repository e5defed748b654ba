/*
 * heat_cell.h - a cell of a matrix of indicators by groups: a figure, the shape of how it compares, a tint.
 *
 * Charts draw it into their scene, tables into their pages. What is hidden is hatched, what nobody has stands
 * in a dotted frame: neither has a tint or a shape.
 * Units: points, as the scene.
 */
#ifndef GRADIENT_CHART_HEAT_CELL_H
#define GRADIENT_CHART_HEAT_CELL_H

#include "base/verdict.h"
#include "model/theme.h"
#include "model/value.h"
#include "scene/geometry.h"
#include "text/engine.h"

struct scene;

/* White between two cells. */
#define HEAT_GUTTER 1.5

struct heat_brush {
	struct text_engine *engine;
	const struct theme *theme;
	int font;
	/* elements of structure: of the figure, of a mark behind it, of its shape, of tints */
	int words, mark, picture, ground;
};

struct heat_cell {
	const char *text; /* the figure, or its shorthand */
	enum value_state state;
	enum verdict verdict;
};

/* Room that the cell needs, its shape and margins included. */
double heat_cell_width(const struct heat_brush *brush, const struct heat_cell *cell);

void heat_cell_draw(struct scene *scene, const struct heat_brush *brush,
		    const struct heat_cell *cell, struct box box);

#endif
