/*
 * inequality.h - what the measures of inequality_expected.csv are compared by: each has a line in one
 *                of the tables below.
 */
#ifndef GRADIENT_VECTORS_FILES_INEQUALITY_H
#define GRADIENT_VECTORS_FILES_INEQUALITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/verdict.h"
#include "stats/between_group.h"

struct arena;

/* The groups of a case: in their order when they have one, else in that of the file. */
struct inequality_case {
	struct arena *arena;
	const struct between_group *groups;
	size_t count;
	bool ordered;
	bool all_equal; /* every group has the same value: differences are rounding noise */
	enum favourable favourable;
	size_t reference; /* index of the reference group; SIZE_MAX when there is none */
	double scale;     /* 100 for per cent, 100000 for rates */
};

/*
 * Without a figure the cell has to be missing; or, when the outcome is not STATS_OK, missing or
 * infinite.
 */
struct inequality_answer {
	enum stats_outcome outcome;
	bool has_estimate, has_error, has_limits;
	double estimate, error;
	struct interval limits; /* 95% */
};

struct inequality_measure {
	const char *name; /* as in the column "measure"; NULL ends a table */
	void (*work_out)(const struct inequality_case *inequality, struct inequality_answer *out);
	size_t least; /* fewer groups than that are refused in print */
	double share; /* tolerance of error and limits where it is not the usual one; else 0 */
};

extern const struct inequality_measure inequality_unordered[];
extern const struct inequality_measure inequality_ordered[];

#endif
