/*
 * cut_counts.h - counts of stretches that hold each other or overlap, such as periods or classes of weeks waited:
 * all are sums of the same pieces.
 */
#ifndef GRADIENT_DISCLOSURE_CUT_COUNTS_H
#define GRADIENT_DISCLOSURE_CUT_COUNTS_H

#include "disclosure/pieces.h"
#include "disclosure/structure.h"

struct cut_counts {
	struct arena *scratch;
	struct structure *structure;
	const struct disclosure_rule *rule;
	size_t *places;          /* of the counts */
	struct counted *counted; /* the stretch of each; its number is set here */
	size_t count;
	bool protects_pieces; /* a piece that is small is protected, though nobody prints it */
	bool has_rest;        /* the pieces from rest on are those in no part of a whole: */
	long rest;            /* when there are none, readers are taken to know */
};

/* Adds the pieces as counts, and each count as the sum of its pieces; nothing when the counts do not add up. */
void cut_counts_add_lines(const struct cut_counts *cut);

#endif
