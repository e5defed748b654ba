/*
 * swap.h - the cheap proof that a count can be another number: another count of the same lines takes the
 * difference, and all other counts stay as they are.
 */
#ifndef GRADIENT_DISCLOSURE_SWAP_H
#define GRADIENT_DISCLOSURE_SWAP_H

#include "disclosure/problem.h"

/* numbers: of all counts, in agreement with all that is known. True: target is possible for the count. */
bool swap_reaches(const struct problem *problem, const double *numbers, size_t count,
		  double target);

#endif
