/*
 * changes_parts.h - shared by the files of this folder alone.
 */
#ifndef GRADIENT_CHANGES_CHANGES_PARTS_H
#define GRADIENT_CHANGES_CHANGES_PARTS_H

#include "changes/changes.h"

struct finder {
	struct arena *arena;
	const struct published *before, *now;
	const struct changes_rules *rules;
	struct changes *changes;
};

/* Adds a change of an indicator with its names. */
struct change *finder_add(struct finder *finder, enum change_kind kind, const char *indicator);

/* True when figures of the body are asked for. */
bool finder_wants(const struct finder *finder, const struct published_figure *figure);

/* Gaps and totals of the last periods. */
void find_moves(struct finder *finder);

#endif
