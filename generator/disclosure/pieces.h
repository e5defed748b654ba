/*
 * pieces.h - stretches of time that overlap, cut at every begin and end of one of them: each is the sum of its
 * pieces, and no piece is below 0.
 *
 * How many there were up to each cut is a number; a stretch limits the difference of two of them. The limits of
 * all differences are those of the shortest paths between the cuts (Floyd 1962, Warshall 1962), and there are
 * such numbers unless a cut is at a distance below 0 from itself.
 */
#ifndef GRADIENT_DISCLOSURE_PIECES_H
#define GRADIENT_DISCLOSURE_PIECES_H

#include "disclosure/problem.h"
#include "disclosure/stretch.h"

/* Days over which something is counted, and within which limits its number lies. */
struct counted {
	struct stretch days;
	struct span number;
};

struct piece {
	struct stretch days;
	double number;     /* one that agrees with all stretches */
	struct span range; /* all that do */
};

struct pieces {
	struct piece *items; /* in the order of time */
	size_t count;        /* 0 when nothing overlaps */
};

/* False when no numbers agree: what is counted does not add up over time. */
bool pieces_cut(struct arena *arena, const struct counted *counted, size_t count,
		struct pieces *pieces);

#endif
