/*
 * secure.c - makes small counts as uncertain as their rule asks for.
 */
#include <math.h>

#include "disclosure/work.h"

bool secure_needs_all(const struct count *count)
{
	return count->known && span_holds(count->small, count->number) &&
	       count->least_values > count->small.upper - count->small.lower;
}

/*
 * The number nearest to target that can be made possible, no further than the true one; that one need not be whole,
 * and may be stepped over.
 */
static double approach(struct work *work, size_t at, double target)
{
	double number = work_count(work, at)->number, step = target > number ? -1 : 1;

	while ((number - target) * step > 0 && !work_make_possible(work, at, target))
		target += step;
	return step > 0 ? fmin(target, number) : fmax(target, number);
}

/*
 * All numbers that the rule hides where that can be had. It cannot when a count is the sum of several hidden ones,
 * each of which is at least 1, or is part of a whole that everybody knows: then as many numbers.
 */
static bool secure(struct work *work, size_t at)
{
	const struct count *count = work_count(work, at);

	work->needed[at] = work->seen[at];
	if (secure_needs_all(count)) {
		work->needed[at].lower = approach(work, at, count->small.lower);
		work->needed[at].upper = approach(work, at, count->small.upper);
	}
	while (work->seen[at].upper - work->seen[at].lower + 1 < count->least_values)
		if (!work_grow(work, at))
			return false;
	return true;
}

bool secure_all(struct work *work)
{
	bool all = true;

	for (size_t i = 0; i < work->part->count; i++) {
		struct count *count = &work->problem->counts[work->part->counts[i]];

		if (!count->is_small)
			continue;
		/* Of what the supplier has hidden the program knows too little to judge. */
		count->exposed = !secure(work, i) && count->known;
		all = all && !count->exposed;
	}
	return all;
}
