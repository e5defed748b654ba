#include "support/attacker.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"

/* From the published descriptions of the rules; those of a national audit and of deaths among them. */
const struct attack_rule attack_rules[] = {
	{ "LOCAL-5", 1, 4, 0, 0, 0 }, { "ONS-DEATHS", 1, 2, 0, 0, 0 }, { "HES-5", 1, 7, 5, 0, 2 },
	{ "MHSDS-5", 0, 4, 5, 0, 2 }, { "MHSDS-RI", 0, 4, 5, 0, 2 },   { "DQMI", 1, 7, 5, 0, 2 },
	{ "NDA-5", 1, 7, 5, 5, 2 },
};
const size_t attack_rule_count = sizeof(attack_rules) / sizeof(attack_rules[0]);

const struct attack_rule *attack_rule_of(const char *id)
{
	for (size_t i = 0; i < attack_rule_count; i++)
		if (strcmp(attack_rules[i].id, id) == 0)
			return &attack_rules[i];
	cr_assert_fail("no rule %s", id);
	return NULL;
}

/* -- single counts ------------------------------------------------------------------------------ */

bool attack_protects(const struct attack_rule *rule, double count)
{
	return count >= rule->hide_from && count <= rule->hide_to;
}

double attack_published(const struct attack_rule *rule, double count)
{
	if (attack_protects(rule, count))
		return rule->shown_as > 0 ? rule->shown_as : -1;
	return rule->round_to > 0 ? rule->round_to * floor(count / rule->round_to + 0.5) : count;
}

/* All whole numbers that are published as this one. */
struct puzzle_range attack_shown(const struct attack_rule *rule, double number)
{
	struct puzzle_range range = { number, number };

	if (rule->round_to == 0)
		return range;
	range = (struct puzzle_range){ INFINITY, -INFINITY };
	for (double count = fmax(0, number - 2 * rule->round_to);
	     count <= number + 2 * rule->round_to; count++) {
		if (attack_published(rule, count) != number)
			continue;
		range.low = fmin(range.low, count);
		range.high = fmax(range.high, count);
	}
	cr_assert_leq(range.low, range.high, "%s shows %g", rule->id, number);
	return range;
}

/* A small one or a further one: nobody can tell, so it has no end. */
struct puzzle_range attack_hidden(const struct attack_rule *rule)
{
	return (struct puzzle_range){ rule->hide_from, PUZZLE_NO_END };
}

/* -- what the figures say ----------------------------------------------------------------------- */

static bool is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static size_t cell_of(const struct attack *attack, const struct published_figure *figure,
		      bool denominator)
{
	return puzzle_cell(attack->puzzle,
			   attack_name(attack->arena, denominator, figure->indicator, figure->by,
				       figure->group, figure->sex));
}

static void read_count(struct attack *attack, const struct published_figure *figure,
		       bool denominator)
{
	bool shown = denominator ? figure->has_denominator : figure->has_numerator;
	struct puzzle_range range =
		shown ? attack_shown(attack->rule,
				     denominator ? figure->denominator : figure->numerator)
		      : attack_hidden(attack->rule);

	puzzle_bound(attack->puzzle, cell_of(attack, figure, denominator), range.low, range.high);
}

/* A percentage beside one of its counts gives the other one. */
static void read_percentage(struct attack *attack, const struct published_figure *figure)
{
	struct puzzle_term terms[2] = { { cell_of(attack, figure, false), 100 },
					{ cell_of(attack, figure, true), -figure->value } };

	if (figure->has_value && figure->has_numerator != figure->has_denominator)
		puzzle_line(attack->puzzle, terms, 2, 0, 0);
}

void attack_read(struct attack *attack, const struct published_figure *figures, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct published_figure *figure = &figures[i];
		bool divides = attack_has_denominator(figure->indicator);

		if (!is(figure->measure, "value"))
			continue;
		read_count(attack, figure, false);
		if (divides)
			read_count(attack, figure, true);
		if (divides)
			read_percentage(attack, figure);
	}
}

void attack_read_zeros(struct attack *attack, const struct published_figure *figures, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct published_figure *figure = &figures[i];

		for (int below = 0; is(figure->measure, "value") &&
				    below <= attack_has_denominator(figure->indicator);
		     below++) {
			bool shown = below ? figure->has_denominator : figure->has_numerator;
			double number = below ? figure->denominator : figure->numerator;

			puzzle_bound(attack->puzzle, cell_of(attack, figure, below == 1),
				     shown && number == 0 ? 0 : attack->rule->hide_from,
				     shown && number == 0 ? 0 : PUZZLE_NO_END);
		}
	}
}

/* -- the attack --------------------------------------------------------------------------------- */

/*
 * Whole numbers that are possible, of the small ones where readers take what is hidden for small. They cannot where
 * small ones are shown as another number: there only others are hidden.
 */
static double possible(const struct attack_rule *rule, const struct puzzle_range *range)
{
	bool small_alone = rule->least_whole > 0 && rule->shown_as == 0;
	double low = ceil((small_alone ? fmax(range->low, rule->hide_from) : range->low) - 1e-6);
	double high = floor((small_alone ? fmin(range->high, rule->hide_to) : range->high) + 1e-6);

	return high - low + 1;
}

static bool is_close(const struct attack *bare, size_t cell, const struct puzzle_range *range)
{
	const struct attack_rule *rule = bare->rule;
	struct puzzle_range alone;

	if (rule->least_whole > 0 && possible(rule, range) >= rule->least_whole)
		return false;
	if (rule->least_whole > 0) {
		cr_assert(puzzle_solve(bare->puzzle, &cell, 1, NULL, &alone));
		return possible(rule, &alone) >= rule->least_whole;
	}
	if (range->high < rule->hide_to - 1e-6 ||
	    possible(rule, range) < rule->hide_to - rule->hide_from + 1)
		return true;
	if (range->low < rule->hide_from + 1e-6)
		return false;
	cr_assert(puzzle_solve(bare->puzzle, &cell, 1, NULL, &alone));
	return range->low > alone.low + 1e-6;
}

size_t attack_cells(const struct attack *attack, const struct attack *bare, const size_t *cells,
		    size_t count, struct attack_find *first)
{
	const struct attack_rule *rule = attack->rule;
	struct puzzle_range *enough = arena_array(attack->arena, count, sizeof(*enough));
	struct puzzle_range *found = arena_array(attack->arena, count, sizeof(*found));
	size_t close = 0;

	for (size_t i = 0; i < count; i++)
		enough[i] = (struct puzzle_range){ rule->hide_from, rule->hide_to };
	cr_assert(puzzle_solve(attack->puzzle, cells, count, enough, found),
		  "%s: what is published contradicts itself", rule->id);
	for (size_t i = 0; i < count; i++) {
		if (!is_close(bare, cells[i], &found[i]))
			continue;
		if (close++ == 0 && first != NULL)
			*first = (struct attack_find){ cells[i], found[i] };
	}
	return close;
}
