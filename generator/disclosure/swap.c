#include "disclosure/swap.h"

#include <math.h>

static const double nearly = 1e-6;

struct swap {
	const struct problem *problem;
	const double *numbers;
	size_t count, other; /* other: count when the count moves alone */
	double shift, other_shift;
};

static bool is_within(struct span span, double number)
{
	return number >= span.lower - nearly && number <= span.upper + nearly;
}

static double sum_of(const struct swap *swap, const struct line *line)
{
	double sum = 0;

	for (size_t i = line->first; i < line->first + line->length; i++) {
		const struct line_term *term = &swap->problem->terms[i];

		sum += term->factor * swap->numbers[term->count];
		if (term->count == swap->count)
			sum += term->factor * swap->shift;
		else if (term->count == swap->other)
			sum += term->factor * swap->other_shift;
	}
	return sum;
}

/* True when all lines of a count hold after the swap. */
static bool keeps_lines(const struct swap *swap, size_t count)
{
	const struct places *terms = &swap->problem->terms_of;

	for (size_t i = terms->first[count]; i < terms->first[count + 1]; i++) {
		const struct line *line =
			&swap->problem->lines[swap->problem->terms[terms->items[i]].line];

		if (!is_within(line->sum, sum_of(swap, line)))
			return false;
	}
	return true;
}

static bool has_room(const struct problem *problem, const double *numbers, size_t count,
		     double shift)
{
	return is_within(problem_span(&problem->counts[count]), numbers[count] + shift);
}

enum { TRIES_MOST = 40 };

/* Tries the counts of one line of the count; a few, since each is a walk through all its lines. */
static bool try_line(struct swap *swap, const struct line_term *own)
{
	const struct line *line = &swap->problem->lines[own->line];
	unsigned tries = 0;

	for (size_t i = line->first; i < line->first + line->length && tries < TRIES_MOST; i++) {
		const struct line_term *term = &swap->problem->terms[i];

		swap->other = term->count;
		swap->other_shift = -own->factor * swap->shift / term->factor;
		if (term->count == swap->count || fabs(swap->other_shift) != fabs(swap->shift) ||
		    !has_room(swap->problem, swap->numbers, term->count, swap->other_shift))
			continue;
		tries++;
		if (keeps_lines(swap, swap->count) && keeps_lines(swap, swap->other))
			return true;
	}
	return false;
}

bool swap_reaches(const struct problem *problem, const double *numbers, size_t count, double target)
{
	const struct places *terms = &problem->terms_of;
	struct swap swap = {
		.problem = problem,
		.numbers = numbers,
		.count = count,
		.other = count,
		.shift = target - numbers[count],
	};

	if (!has_room(problem, numbers, count, swap.shift))
		return false;
	if (keeps_lines(&swap, count))
		return true;
	for (size_t i = terms->first[count]; i < terms->first[count + 1]; i++)
		if (try_line(&swap, &problem->terms[terms->items[i]]))
			return true;
	return false;
}
