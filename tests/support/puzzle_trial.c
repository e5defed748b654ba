/*
 * puzzle_trial.c - a puzzle solved by trying all whole numbers.
 */
#include <math.h>

#include "support/puzzle_parts.h"

struct trial {
	const struct puzzle *puzzle;
	double *numbers;
	size_t *order, wanted, tries;
	struct puzzle_range *found;
};

/* Whether the numbers of the first cells of the order can still agree with a line. */
static bool can_agree(const struct trial *trial, const struct line *line, const bool *set)
{
	double low = 0, high = 0;

	for (size_t i = 0; i < line->count; i++) {
		const struct puzzle_term *term = &line->terms[i];
		struct puzzle_range range = trial->puzzle->bounds[term->cell];

		if (set[term->cell])
			range = (struct puzzle_range){ trial->numbers[term->cell],
						       trial->numbers[term->cell] };
		low += fmin(term->factor * range.low, term->factor * range.high);
		high += fmax(term->factor * range.low, term->factor * range.high);
	}
	return low <= line->high + PUZZLE_NEARLY && high >= line->low - PUZZLE_NEARLY;
}

static bool all_can_agree(const struct trial *trial, const bool *set)
{
	for (size_t i = 0; i < trial->puzzle->line_count; i++)
		if (!can_agree(trial, &trial->puzzle->lines[i], set))
			return false;
	return true;
}

static bool try_cell(struct trial *trial, size_t depth, bool *set)
{
	const struct puzzle *puzzle = trial->puzzle;
	size_t cell;
	bool any = false;

	if (depth == puzzle->count)
		return true;
	cell = trial->order[depth];
	set[cell] = true;
	for (double number = ceil(puzzle->bounds[cell].low - PUZZLE_NEARLY);
	     number <= puzzle->bounds[cell].high + PUZZLE_NEARLY; number++) {
		if (trial->tries == 0)
			break;
		trial->tries--;
		trial->numbers[cell] = number;
		if (!all_can_agree(trial, set) || !try_cell(trial, depth + 1, set))
			continue;
		any = true;
		if (depth > 0)
			break;
		puzzle_widen(trial->found, number);
	}
	set[cell] = false;
	return any;
}

bool puzzle_try_all(const struct puzzle *puzzle, size_t wanted, size_t tries,
		    struct puzzle_range *found)
{
	struct trial trial = {
		.puzzle = puzzle,
		.numbers = g_new0(double, puzzle->count),
		.order = g_new0(size_t, puzzle->count),
		.wanted = wanted,
		.tries = tries,
		.found = found,
	};
	bool *set = g_new0(bool, puzzle->count), any;

	*found = (struct puzzle_range){ INFINITY, -INFINITY };
	trial.order[0] = wanted;
	for (size_t i = 0, at = 1; i < puzzle->count; i++)
		if (i != wanted)
			trial.order[at++] = i;
	any = try_cell(&trial, 0, set) && trial.tries > 0;
	g_free(set);
	g_free(trial.numbers);
	g_free(trial.order);
	return any;
}
