#include "disclosure/cut_counts.h"

#include <math.h>

#include "base/arena.h"
#include "disclosure/interval.h"

static bool is_rounded(const struct cut_counts *cut, double number)
{
	double step = cut->rule->round_to;

	return step > 0 && remainder(number, step) == 0;
}

/* Numbers that were rounded before they came here do not add up exactly. */
static bool all_rounded(const struct cut_counts *cut)
{
	for (size_t i = 0; i < cut->count; i++) {
		const struct count *count = &cut->structure->problem.counts[cut->places[i]];

		if (count->known && !is_rounded(cut, count->number))
			return false;
	}
	return true;
}

static void set_numbers(const struct cut_counts *cut)
{
	bool rounded = all_rounded(cut);

	for (size_t i = 0; i < cut->count; i++) {
		const struct count *count = &cut->structure->problem.counts[cut->places[i]];

		if (!count->known)
			cut->counted[i].number = problem_span(count);
		else if (rounded)
			cut->counted[i].number = interval_shown(cut->rule, count->number);
		else
			cut->counted[i].number = (struct span){ count->number, count->number };
	}
}

/* People of a piece of time, whom nobody prints: to be protected when the others leave but one number. */
static size_t add_piece(const struct cut_counts *cut, const struct piece *piece)
{
	bool certain = piece->range.lower == piece->range.upper;
	bool none =
		cut->has_rest && piece->days.begin >= cut->rest && certain && piece->number == 0;
	const struct disclosure_rule *rule = cut->rule;
	struct count count = {
		.number = piece->number,
		.known = true,
		.hidden = true,
		.is_small = cut->protects_pieces && certain && piece->number > 0 &&
			    interval_is_small(rule, piece->number),
		.unseen = { 0, none ? 0 : INFINITY },
		.small = { rule->hide_from, rule->hide_to },
		.least_values = rule->least_values,
	};

	return problem_count(&cut->structure->problem, &count);
}

void cut_counts_add_lines(const struct cut_counts *cut)
{
	struct problem *problem = &cut->structure->problem;
	struct pieces pieces;
	size_t *places;

	set_numbers(cut);
	if (!pieces_cut(cut->scratch, cut->counted, cut->count, &pieces))
		return;
	places = arena_array(cut->scratch, pieces.count + 1, sizeof(*places));
	for (size_t i = 0; i < pieces.count; i++)
		places[i] = add_piece(cut, &pieces.items[i]);
	for (size_t i = 0; i < cut->count && pieces.count > 0; i++) {
		const struct stretch *whole = &cut->counted[i].days;

		problem_line(problem, (struct span){ 0, 0 });
		problem_term(problem, cut->places[i], -1);
		for (size_t j = 0; j < pieces.count; j++)
			if (pieces.items[j].days.begin >= whole->begin &&
			    pieces.items[j].days.end <= whole->end)
				problem_term(problem, places[j], 1);
	}
}
