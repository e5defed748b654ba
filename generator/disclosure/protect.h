/*
 * protect.h - hides further counts until no small one can be worked out more closely than its rule allows.
 *
 * For every small count numbers are found that agree with all that readers know and in which it is another
 * number: as small and as large as must stay possible. Where there are none, the cheapest further counts are
 * hidden that make them possible. What was possible stays possible when more is hidden, so one walk through the
 * small counts is enough, and the numbers found are the proof.
 *
 * Source: Fischetti and Salazar (2001), Management Science 47:1008-1027; Hundepool et al. (2012), Statistical
 *         disclosure control, chapter 4.
 */
#ifndef GRADIENT_DISCLOSURE_PROTECT_H
#define GRADIENT_DISCLOSURE_PROTECT_H

#include "disclosure/problem.h"

/* Sets hidden of further counts, and exposed of small ones that nothing more protects. */
void protect(struct problem *problem);

/*
 * Between which whole numbers a count must lie by all that is known: what an attacker finds. False when no
 * numbers agree with what is known.
 */
bool protect_bounds(const struct problem *problem, size_t count, struct span *bounds);

#endif
