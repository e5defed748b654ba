#include "disclosure/protect.h"

#include <math.h>

#include "base/arena.h"
#include "disclosure/work.h"

static const double nearly = 1e-6;

/* -- a part ------------------------------------------------------------------------------------------ */

/*
 * Under a rule that rounds, further counts are hidden now and then, and everybody is told so: whatever is hidden
 * need not be small. What a supplier has hidden may even be 0. True when that changes anything.
 */
static bool doubt(struct work *work)
{
	bool changed = false;

	for (size_t i = 0; i < work->part->count; i++) {
		struct count *count = &work->problem->counts[work->part->counts[i]];

		if (!count->hidden ||
		    (isinf(count->unseen.upper) && (count->known || count->unseen.lower <= 0)))
			continue;
		count->unseen.upper = INFINITY;
		if (!count->known)
			count->unseen.lower = 0;
		changed = true;
	}
	if (changed && work->solver != NULL)
		solver_update(work->solver);
	return changed;
}

static void protect_part(struct work *work)
{
	bool begun = work_begin(work) || (doubt(work) && work_begin(work));

	if (begun) {
		if (!secure_all(work) && doubt(work))
			secure_all(work);
		return;
	}
	for (size_t i = 0; i < work->part->count; i++)
		work->problem->counts[work->part->counts[i]].exposed =
			work_count(work, i)->is_small && work_count(work, i)->known;
}

void protect(struct problem *problem)
{
	struct arena *arena = arena_new();
	struct parts parts = parts_of(arena, problem);
	double *base = arena_array(arena, problem->count_count + 1, sizeof(*base));

	for (size_t i = 0; i < problem->count_count; i++)
		base[i] = problem->counts[i].known ? problem->counts[i].number
						   : problem_span(&problem->counts[i]).lower;
	for (size_t i = 0; i < parts.count; i++) {
		struct arena *scratch = arena_new();
		size_t count = parts.items[i].count;
		bool *before = arena_array(scratch, count + 1, sizeof(*before));
		struct work work = {
			.arena = scratch,
			.problem = problem,
			.part = &parts.items[i],
			.base = base,
			.seen = arena_array(scratch, count + 1, sizeof(struct span)),
			.needed = arena_array(scratch, count + 1, sizeof(struct span)),
			.found = arena_array(scratch, count + 1, sizeof(double)),
			.another = arena_array(scratch, count + 1, sizeof(double)),
		};

		for (size_t j = 0; j < count; j++)
			before[j] = work_count(&work, j)->hidden;
		protect_part(&work);
		show_needless(&work, before);
		arena_free(scratch);
	}
	arena_free(arena);
}

/* -- what an attacker finds ------------------------------------------------------------------------- */

bool protect_bounds(const struct problem *problem, size_t count, struct span *bounds)
{
	struct arena *arena = arena_new();
	struct parts parts = parts_of(arena, problem);
	bool found = true;

	*bounds = problem_span(&problem->counts[count]);
	for (size_t i = 0; i < parts.count; i++)
		if (parts.place_of[count] < parts.items[i].count &&
		    parts.items[i].counts[parts.place_of[count]] == count)
			found = solver_extremes(solver_open(arena, problem, &parts.items[i]),
						parts.place_of[count], bounds);
	bounds->lower = ceil(bounds->lower - nearly);
	bounds->upper = floor(bounds->upper + nearly);
	arena_free(arena);
	return found;
}
