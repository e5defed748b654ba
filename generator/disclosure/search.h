/*
 * search.h - whole numbers that agree with all that is known: people are counted in ones, and a solution in
 * fractions proves nothing to somebody who tries whole numbers alone.
 */
#ifndef GRADIENT_DISCLOSURE_SEARCH_H
#define GRADIENT_DISCLOSURE_SEARCH_H

#include "disclosure/parts.h"
#include "disclosure/solver.h"

/*
 * The cheapest numbers with the count at a place of the part held to a number, or to nothing (at beyond the
 * counts); as good as whole ones can be found quickly. False: there are none.
 */
bool search(struct solver *solver, const struct problem *problem, const struct part *part,
	    size_t at, double number, double *numbers);

#endif
