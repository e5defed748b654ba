#include "disclosure/search.h"

#include <math.h>

#include "base/arena.h"

enum { TRIES_MOST = 60 };

static const double nearly = 1e-6;

struct searching {
	struct solver *solver;
	const struct problem *problem;
	const struct part *part;
	struct span *spans; /* within which every count is held */
	unsigned tries;
};

static bool is_whole(double number)
{
	return fabs(number - floor(number + 0.5)) < nearly;
}

/* A number that is no count of people stays as it comes. */
static bool may_be_broken(const struct count *count)
{
	return count->known && !is_whole(count->number);
}

/* The count that is farthest from a whole number; part->count for none. */
static size_t find_broken(const struct searching *searching, const double *numbers)
{
	size_t found = searching->part->count;
	double worst = nearly;

	for (size_t i = 0; i < searching->part->count; i++) {
		double off = fabs(numbers[i] - floor(numbers[i] + 0.5));

		if (off > worst &&
		    !may_be_broken(&searching->problem->counts[searching->part->counts[i]])) {
			worst = off;
			found = i;
		}
	}
	return found;
}

/* Both neighbours of a broken number in turn, the nearer first. */
static bool descend(struct searching *searching, double *numbers)
{
	size_t at;
	double broken;
	bool up;

	if (searching->tries++ >= TRIES_MOST || !solver_solve(searching->solver, numbers))
		return false;
	at = find_broken(searching, numbers);
	if (at == searching->part->count)
		return true;
	broken = numbers[at];
	up = broken - floor(broken) >= 0.5;
	for (int turn = 0; turn < 2; turn++, up = !up) {
		struct span before = searching->spans[at];

		if (up)
			searching->spans[at].lower = ceil(broken);
		else
			searching->spans[at].upper = floor(broken);
		solver_hold(searching->solver, at, searching->spans[at]);
		if (descend(searching, numbers))
			return true;
		searching->spans[at] = before;
		solver_hold(searching->solver, at, before);
	}
	return false;
}

bool search(struct solver *solver, const struct problem *problem, const struct part *part,
	    size_t at, double number, double *numbers)
{
	struct arena *scratch = arena_new();
	struct searching searching = {
		.solver = solver,
		.problem = problem,
		.part = part,
		.spans = arena_array(scratch, part->count + 1, sizeof(struct span)),
	};
	bool found;

	for (size_t i = 0; i < part->count; i++)
		searching.spans[i] = (struct span){ -INFINITY, INFINITY };
	if (at < part->count) {
		searching.spans[at] = (struct span){ number, number };
		solver_hold(solver, at, searching.spans[at]);
	}
	found = descend(&searching, numbers);
	for (size_t i = 0; i < part->count; i++)
		if (isfinite(searching.spans[i].lower) || isfinite(searching.spans[i].upper))
			solver_free(solver, i);
	arena_free(scratch);
	return found;
}
