/*
 * solver.h - linear programming over the counts of one part of a problem; the only file that knows the library.
 *
 * A count that is shown can be moved beyond what readers see of it at its cost: that is what hiding it would
 * allow. A solution of no cost needs nothing more hidden.
 */
#ifndef GRADIENT_DISCLOSURE_SOLVER_H
#define GRADIENT_DISCLOSURE_SOLVER_H

#include "disclosure/parts.h"

struct solver;

struct solver *solver_open(struct arena *arena, const struct problem *problem,
			   const struct part *part);

/* Also done with the arena. */
void solver_close(struct solver *solver);

/* Takes over which counts are hidden now, and what the others cost. */
void solver_update(struct solver *solver);

/* Keeps a count within limits until solver_free(); at: its place in the part. */
void solver_hold(struct solver *solver, size_t at, struct span span);
void solver_free(struct solver *solver, size_t at);

/* The cheapest numbers that agree with all that is known, in the order of the counts; false: there are none. */
bool solver_solve(struct solver *solver, double *numbers);

/* How small and how large a count can be by what readers know as things are. False: no numbers agree. */
bool solver_extremes(struct solver *solver, size_t at, struct span *extremes);

/* Of Clp, as in "1.17.6". */
const char *solver_library_version(void);

#endif
