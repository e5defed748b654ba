#include "disclosure/rates.h"

#include <math.h>

#include "base/arena.h"
#include "disclosure/interval.h"
#include "disclosure/protect.h"
#include "disclosure/rate_tries.h"

static const double nearly = 1e-6;

static void add_line(struct problem *problem, const struct rate_part *parts, size_t count,
		     double power, struct span sum)
{
	problem_line(problem, sum);
	for (size_t i = 0; i < count; i++)
		problem_term(problem, i, pow(parts[i].factor, power));
}

static struct problem problem_of(struct arena *arena, const struct disclosure_rule *rule,
				 const struct rate_part *parts, size_t count,
				 const struct rate_seen *seen)
{
	struct problem problem = problem_new(arena);

	for (size_t i = 0; i < count; i++) {
		const struct count part = {
			.number = parts[i].events,
			.known = true,
			.hidden = true,
			.is_small = interval_is_small(rule, parts[i].events),
			.unseen = { 0, INFINITY },
		};

		problem_count(&problem, &part);
	}
	add_line(&problem, parts, count, 0, seen->events);
	add_line(&problem, parts, count, 1, seen->rate);
	if (isfinite(seen->variance.upper))
		add_line(&problem, parts, count, 2, seen->variance);
	problem_close(&problem);
	return problem;
}

/* -- room that is plain to see ------------------------------------------------------------------- */

/* Widens what a part can be by how far it and three others can be moved together in both directions. */
static void move_four(const struct rate_part *parts, const size_t *four, struct span *range)
{
	double up = INFINITY, down = INFINITY, x = parts[four[0]].factor;

	for (size_t i = 0; i < 4; i++) {
		const struct rate_part *part = &parts[four[i]];
		double shift = 1;

		/* Shifts that keep events, rate and variance: those of a polynomial through three points. */
		if (i > 0) {
			double a = parts[four[i % 3 + 1]].factor;
			double b = parts[four[(i + 1) % 3 + 1]].factor;

			shift = -(x - a) * (x - b) / ((part->factor - a) * (part->factor - b));
		}
		if (!isfinite(shift))
			return;
		if (shift < 0)
			up = fmin(up, part->events / -shift);
		else if (shift > 0)
			down = fmin(down, part->events / shift);
	}
	range->lower = fmin(range->lower, parts[four[0]].events - down);
	range->upper = fmax(range->upper, parts[four[0]].events + up);
}

static bool is_wide(struct span range, double least_values)
{
	return floor(range.upper + nearly) - ceil(range.lower - nearly) + 1 >= least_values;
}

/* Three others are enough to prove that a part has room, and quickly found where there are many. */
static bool has_room(const struct rate_part *parts, size_t count, size_t part, double least_values)
{
	struct span range = { parts[part].events, parts[part].events };

	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count; j++)
			for (size_t k = j + 1; k < count; k++) {
				const size_t four[] = { part, i, j, k };

				if (i == part || j == part || k == part)
					continue;
				move_four(parts, four, &range);
				if (is_wide(range, least_values))
					return true;
			}
	return false;
}

bool rate_exposes(const struct disclosure_rule *rule, const struct rate_part *parts, size_t count,
		  const struct rate_seen *seen)
{
	struct arena *arena = arena_new();
	struct problem problem = problem_of(arena, rule, parts, count, seen);
	bool exposes = false;

	for (size_t i = 0; i < count && !exposes; i++) {
		struct span bounds;

		exposes = problem.counts[i].is_small &&
			  !has_room(parts, count, i, rule->least_values) &&
			  protect_bounds(&problem, i, &bounds) &&
			  bounds.upper - bounds.lower + 1 < rule->least_values;
	}
	arena_free(arena);
	return exposes || rate_tries_expose(rule, parts, count, seen);
}
