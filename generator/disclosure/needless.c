/*
 * needless.c - shows again what was hidden for one small count and is not needed since more was hidden for another.
 */
#include "disclosure/work.h"

/* True when a small count is as uncertain as it was with more hidden. */
static bool stays_secure(struct work *work, size_t at)
{
	const struct count *count = work_count(work, at);

	if (secure_needs_all(count) && (!work_make_possible(work, at, work->needed[at].lower) ||
					!work_make_possible(work, at, work->needed[at].upper)))
		return false;
	while (work->seen[at].upper - work->seen[at].lower + 1 < count->least_values)
		if (!work_grow(work, at))
			return false;
	return true;
}

static bool is_safe(struct work *work)
{
	solver_update(work_solver(work));
	if (!work_begin(work))
		return false;
	for (size_t i = 0; i < work->part->count; i++)
		if (work_count(work, i)->is_small && !work_count(work, i)->exposed &&
		    !stays_secure(work, i))
			return false;
	return true;
}

enum { CHECKS_MOST = 400 };

/* From the last on. */
void show_needless(struct work *work, const bool *before)
{
	size_t small = 0, further = 0;

	for (size_t i = 0; i < work->part->count; i++) {
		small += work_count(work, i)->is_small;
		further += work_count(work, i)->hidden && !before[i];
	}
	if (further < 2 || small * further > CHECKS_MOST)
		return;
	work->frozen = true;
	for (size_t i = work->part->count; i-- > 0;) {
		struct count *count = &work->problem->counts[work->part->counts[i]];

		if (!count->hidden || before[i])
			continue;
		count->hidden = false;
		count->hidden = !is_safe(work);
	}
}
