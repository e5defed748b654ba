/*
 * parts.h - cuts a problem into parts that say nothing of each other: counts that hang together by lines.
 */
#ifndef GRADIENT_DISCLOSURE_PARTS_H
#define GRADIENT_DISCLOSURE_PARTS_H

#include "disclosure/problem.h"

struct part {
	const size_t *counts; /* in their order */
	size_t count;
	const size_t *lines; /* that hold one of the counts */
	size_t line_count;
};

struct parts {
	struct part *items;
	size_t count;
	size_t *place_of; /* of every count of the problem among those of its part */
};

/* Parts without a small count are left out, and so are counts that can be but one number. */
struct parts parts_of(struct arena *arena, const struct problem *problem);

#endif
