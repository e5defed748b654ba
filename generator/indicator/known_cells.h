/*
 * known_cells.h - the cells of a dataset together with those that only an earlier statement has told of.
 *
 * An earlier total or group that the data hold no more is as good for working out a hidden count as one that is
 * printed now; and what was hidden then must not be opened by what is printed now.
 */
#ifndef GRADIENT_INDICATOR_KNOWN_CELLS_H
#define GRADIENT_INDICATOR_KNOWN_CELLS_H

#include "model/result.h"

struct arena;

#define NOT_IN_DATA ((size_t)-1)

struct known_cells {
	struct results results; /* cells of both, in the order of their keys */
	size_t *places;         /* of every one among the results of the dataset; or NOT_IN_DATA */
	struct quantity (
		*told)[2];  /* of every one: numerator and denominator as they were shown before */
	size_t *statements; /* of every one: which earlier statement told of it first */
};

/* results: the counts of a dataset as they are, of which copies are made. told is NULL without an earlier statement. */
struct known_cells known_cells_of(struct arena *arena, const struct results *results);

#endif
