#include "disclosure/work.h"

#include <math.h>

#include "base/arena.h"
#include "disclosure/search.h"
#include "disclosure/swap.h"

static const double nearly = 1e-6;

const struct count *work_count(const struct work *work, size_t at)
{
	return &work->problem->counts[work->part->counts[at]];
}

bool span_holds(struct span span, double number)
{
	return number >= span.lower - nearly && number <= span.upper + nearly;
}

struct solver *work_solver(struct work *work)
{
	if (work->solver == NULL)
		work->solver = solver_open(work->arena, work->problem, work->part);
	return work->solver;
}

/* -- a solution --------------------------------------------------------------------------------- */

/* What would be lost by hiding all that a solution moves beyond what readers see of it. */
static double cost_of(const struct work *work, const double *numbers)
{
	double cost = 0;

	for (size_t i = 0; i < work->part->count; i++)
		if (!span_holds(problem_span(work_count(work, i)), numbers[i]))
			cost += problem_cost(work->problem, work->part->counts[i]);
	return cost;
}

static void widen(struct span *seen, double number)
{
	seen->lower = fmin(seen->lower, floor(number + 0.5));
	seen->upper = fmax(seen->upper, floor(number + 0.5));
}

/* Hides what must be for a solution, and remembers what it proves. */
static void take(struct work *work, const double *numbers)
{
	bool hides = false;

	for (size_t i = 0; i < work->part->count; i++) {
		struct count *count = &work->problem->counts[work->part->counts[i]];

		if (!span_holds(problem_span(count), numbers[i]))
			hides = count->hidden = true;
		widen(&work->seen[i], numbers[i]);
	}
	if (hides)
		solver_update(work->solver);
}

/* -- whether a number is possible ----------------------------------------------------------------- */

/* By what is known already or proved cheaply. */
static bool is_plainly_possible(struct work *work, size_t at, double number)
{
	if (span_holds(work->seen[at], number))
		return true;
	if (!swap_reaches(work->problem, work->base, work->part->counts[at], number))
		return false;
	widen(&work->seen[at], number);
	return true;
}

/* Numbers in which the count is this one, whatever must be hidden for them, and what that costs. */
static bool find(struct work *work, size_t at, double number, double *numbers, double *cost)
{
	const struct count *count = work_count(work, at);
	struct span open = count->hidden || !count->may_hide ? problem_span(count) : count->unseen;

	if (!span_holds(open, number) ||
	    !search(work_solver(work), work->problem, work->part, at, number, numbers))
		return false;
	*cost = cost_of(work, numbers);
	return !work->frozen || *cost == 0;
}

bool work_make_possible(struct work *work, size_t at, double number)
{
	double cost;

	if (is_plainly_possible(work, at, number))
		return true;
	if (!find(work, at, number, work->found, &cost))
		return false;
	take(work, work->found);
	return true;
}

bool work_grow(struct work *work, size_t at)
{
	double up = work->seen[at].upper + 1, down = work->seen[at].lower - 1;
	double cost_up = 0, cost_down = 0;
	bool can_up, can_down;

	if (is_plainly_possible(work, at, up) || is_plainly_possible(work, at, down))
		return true;
	can_up = find(work, at, up, work->found, &cost_up);
	if (can_up && cost_up == 0) {
		take(work, work->found);
		return true;
	}
	can_down = find(work, at, down, work->another, &cost_down);
	if (can_down && (!can_up || cost_down < cost_up))
		take(work, work->another);
	else if (can_up)
		take(work, work->found);
	return can_up || can_down;
}

/* -- numbers to begin with ----------------------------------------------------------------------- */

/* True when the true numbers are all known and agree with the lines. */
static bool lines_hold(const struct work *work)
{
	const struct problem *problem = work->problem;

	for (size_t i = 0; i < work->part->count; i++)
		if (!work_count(work, i)->known)
			return false;
	for (size_t i = 0; i < work->part->line_count; i++) {
		const struct line *line = &problem->lines[work->part->lines[i]];
		double sum = 0;

		for (size_t j = line->first; j < line->first + line->length; j++)
			sum += problem->terms[j].factor * work->base[problem->terms[j].count];
		if (!span_holds(line->sum, sum))
			return false;
	}
	return true;
}

/* The true numbers do not agree when some are not known or were rounded before. */
bool work_begin(struct work *work)
{
	if (!lines_hold(work)) {
		if (!search(work_solver(work), work->problem, work->part, work->part->count, 0,
			    work->found))
			return false;
		for (size_t i = 0; i < work->part->count; i++)
			work->base[work->part->counts[i]] = work->found[i];
	}
	for (size_t i = 0; i < work->part->count; i++) {
		double number = work->base[work->part->counts[i]];

		work->seen[i] = (struct span){ number, number };
	}
	return true;
}
