/*
 * puzzle_parts.h - how a puzzle is kept; shared by the puzzle*.c files of this folder alone.
 */
#ifndef GRADIENT_TESTS_PUZZLE_PARTS_H
#define GRADIENT_TESTS_PUZZLE_PARTS_H

#include <glib.h>

#include "support/puzzle.h"

struct line {
	const struct puzzle_term *terms;
	size_t count;
	double low, high;
};

struct puzzle {
	struct arena *arena;
	const char **names;
	struct puzzle_range *bounds;
	size_t count, name_capacity, bound_capacity;
	struct line *lines;
	size_t line_count, line_capacity;
	GHashTable *places; /* of names */
};

/* Numbers of a solution are right to this. */
#define PUZZLE_NEARLY 1e-6

void puzzle_widen(struct puzzle_range *range, double number);

#endif
