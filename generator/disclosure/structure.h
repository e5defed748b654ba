/*
 * structure.h - the counts of a dataset as a problem: which cells there are, which of them are one and the same.
 *
 * One and the same are: groups of the classification "sex" and sexes of the total; denominators of several
 * indicators that come from one source and agree in all groups of a breakdown; events of an indicator and the
 * denominator of another that the catalogue says they are.
 */
#ifndef GRADIENT_DISCLOSURE_STRUCTURE_H
#define GRADIENT_DISCLOSURE_STRUCTURE_H

#include "disclosure/control.h"
#include "disclosure/problem.h"

enum count_side { NUMERATOR, DENOMINATOR, COUNT_SIDES };

struct structure {
	const struct control *control;
	struct problem problem;
	size_t (*places)[COUNT_SIDES]; /* of the counts of every result; NO_COUNT for none */
};

#define NO_COUNT ((size_t)-1)

/* What is hidden so far is taken to be small. Lines are still to be added. */
struct structure structure_of(struct arena *arena, const struct control *control,
			      const struct hiding *hiding);

/* The rule of a side of a result; NULL for none. */
const struct disclosure_rule *structure_rule(const struct structure *structure,
					     const struct result *result, enum count_side side);

/* The count of a side of the result of that key; NO_COUNT when there is none. */
size_t structure_find(const struct structure *structure, const struct cell_key *key,
		      enum count_side side);

#endif
