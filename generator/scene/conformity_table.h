/*
 * conformity_table.h - whether a table can be followed cell by cell; part of conformity.h.
 */
#ifndef GRADIENT_SCENE_CONFORMITY_TABLE_H
#define GRADIENT_SCENE_CONFORMITY_TABLE_H

#include "scene/structure.h"

struct arena;

/*
 * What is wrong with a table: rows of different width, a header cell that does not say what it heads, a cell
 * without header, or one whose headers are not header cells of its table. NULL when nothing is.
 */
const char *conformity_table_fault(struct arena *arena, const struct structure *structure,
				   const struct structure_order *order, int table);

#endif
