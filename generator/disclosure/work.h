/*
 * work.h - one part of a problem while it is being protected: which numbers of its counts have been proved to be
 * possible, and what must be hidden for others to be.
 *
 * Shared by the files of this folder that protect: work.c asks for numbers, secure.c makes small counts safe,
 * needless.c shows again what was hidden in vain, protect.c does all of it in turn.
 */
#ifndef GRADIENT_DISCLOSURE_WORK_H
#define GRADIENT_DISCLOSURE_WORK_H

#include "disclosure/parts.h"
#include "disclosure/solver.h"

/* Numbers and what was seen of counts are by their place in the part. */
struct work {
	struct arena *arena;
	struct problem *problem;
	const struct part *part;
	struct solver *solver; /* NULL until it is needed */
	double *base;        /* of all counts of the problem: numbers that agree with everything */
	struct span *seen;   /* how small and large each was in numbers that agree */
	struct span *needed; /* how small and large each small one must remain possible */
	double *found, *another; /* room for numbers */
	bool frozen; /* nothing more may be hidden: the question is only whether it must */
};

const struct count *work_count(const struct work *work, size_t at);
struct solver *work_solver(struct work *work);
bool span_holds(struct span span, double number);

/* Sets the numbers to begin with: the true ones, or any that agree. False when none do. */
bool work_begin(struct work *work);

/* True when a count can be a number; hides the cheapest further counts that must be for it, unless frozen. */
bool work_make_possible(struct work *work, size_t at, double number);

/* Makes one more number of a count possible, the cheaper of the next above and the next below. */
bool work_grow(struct work *work, size_t at);

/* -- secure.c and needless.c ---------------------------------------------------------------------- */

/* True when all numbers that the rule hides must stay possible. */
bool secure_needs_all(const struct count *count);

/* Makes every small count of the part as uncertain as its rule asks for; sets exposed where nothing helps. */
bool secure_all(struct work *work);

/* Shows again what later ones have made needless; before: what was hidden at first, by place in the part. */
void show_needless(struct work *work, const bool *before);

#endif
