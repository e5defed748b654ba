/*
 * attacker_knowledge.c - what is publicly known of figures before anybody has read their numbers.
 */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "support/attacker.h"

static bool is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

bool attack_has_denominator(const char *indicator)
{
	return !is(indicator, "ER01") && indicator[0] != 'C';
}

/* Figures that lie in those of another breakdown; NULL when they lie in none of its groups. */
static const char *group_around(const char *fine, const char *group, const char *broad)
{
	static const char *const fifths[] = { "1 most deprived", "2", "3", "4",
					      "5 least deprived" };
	static const char *const ethnic[] = { "Asian", "Black", "Mixed", "White", "Other" };

	if (is(fine, "deprivation-decile") && is(broad, "deprivation-quintile"))
		return g_ascii_isdigit(group[0]) ? fifths[(atoi(group) - 1) / 2] : group;
	if (is(fine, "deprivation-quintile") && is(broad, "core20")) {
		if (!g_ascii_isdigit(group[0]))
			return group;
		return group[0] == '1' ? "Core20 (most deprived fifth)" : "Other areas";
	}
	if (is(fine, "ethnic-category") && is(broad, "ethnic-minority") && strchr(group, ':'))
		return is(group, "White: British") ? "White British" : "Ethnic minorities";
	if (!is(fine, "ethnic-category") || strncmp(broad, "ethnic-", 7) != 0)
		return NULL;
	for (size_t i = 0; i < sizeof(ethnic) / sizeof(ethnic[0]); i++)
		if (g_str_has_prefix(group, ethnic[i]) && is(broad, "ethnic-group"))
			return ethnic[i];
	return strchr(group, ':') == NULL ? group : NULL;
}

/* Of this indicator of the tests people whose group is not known are counted in the total alone. */
static bool has_remainder(const char *indicator)
{
	return is(indicator, "C2");
}

/* Waits are those of the whole list; a longer wait is also a shorter one. */
static bool is_wait(const char *indicator)
{
	return g_str_has_prefix(indicator, "ER0");
}

const char *attack_name(struct arena *arena, bool denominator, const char *indicator,
			const char *by, const char *group, const char *sex)
{
	bool whole_list = denominator && is_wait(indicator);

	if (is(by, "sex") || is(by, "gender")) {
		sex = group;
		by = group = "all";
	}
	/* Several percentages of the same people. */
	if (denominator && is(indicator, "B"))
		indicator = "A";
	if (denominator && (indicator[0] == 'P' || indicator[0] == 'K'))
		indicator = indicator[0] == 'P' ? "P1" : "K0";
	if (is(by, "core20") && g_str_has_prefix(group, "Core20")) {
		by = "deprivation-quintile";
		group = "1 most deprived";
	}
	return arena_printf(arena, "%c %s|%s|%s|%s", denominator && !whole_list ? 'D' : 'N',
			    whole_list ? "ER01" : indicator, by, group, sex);
}

/* A count with the parts of its name. */
struct count {
	bool denominator;
	const char *indicator, *by, *group, *sex;
	size_t cell;
};

struct counts {
	struct count *items;
	size_t count, capacity;
};

static struct count count_of(const struct attack *attack, const struct count *like, const char *by,
			     const char *group, const char *sex)
{
	struct count count = { like->denominator, like->indicator, by, group, sex, 0 };

	count.cell = puzzle_cell(attack->puzzle, attack_name(attack->arena, like->denominator,
							     like->indicator, by, group, sex));
	return count;
}

static void add_counts(const struct attack *attack, struct counts *counts,
		       const struct published_figure *figure)
{
	for (int denominator = 0; denominator <= attack_has_denominator(figure->indicator);
	     denominator++) {
		struct count like = { denominator == 1, figure->indicator, 0, 0, 0, 0 };

		counts->items = arena_grow(attack->arena, counts->items, counts->count,
					   &counts->capacity, sizeof(*counts->items));
		counts->items[counts->count++] =
			is(figure->by, "sex")
				? count_of(attack, &like, "all", "all", figure->group)
				: count_of(attack, &like, figure->by, figure->group, figure->sex);
	}
}

static bool is_same_part(const struct count *a, const struct count *b)
{
	return a->denominator == b->denominator && is(a->indicator, b->indicator);
}

static void add_margin(struct attack *attack, size_t whole, const size_t *parts, size_t count)
{
	struct puzzle_term *terms = arena_array(attack->arena, count + 1, sizeof(*terms));
	size_t *copy = arena_array(attack->arena, count, sizeof(*copy));

	for (size_t i = 0; i < count; i++) {
		copy[i] = parts[i];
		terms[i] = (struct puzzle_term){ parts[i], 1 };
	}
	terms[count] = (struct puzzle_term){ whole, -1 };
	puzzle_line(attack->puzzle, terms, count + 1, 0, 0);
	attack->margins = arena_grow(attack->arena, attack->margins, attack->margin_count,
				     &attack->margin_capacity, sizeof(*attack->margins));
	attack->margins[attack->margin_count++] = (struct attack_margin){ whole, copy, count };
}

static void add_part(size_t *parts, size_t *count, size_t part)
{
	for (size_t i = 0; i < *count; i++)
		if (parts[i] == part)
			return;
	parts[(*count)++] = part;
}

static bool is_first(const struct counts *counts, size_t at, bool with_group)
{
	const struct count *count = &counts->items[at];

	for (size_t i = 0; i < at; i++) {
		const struct count *other = &counts->items[i];

		if (is_same_part(other, count) && is(other->by, count->by) &&
		    (with_group ? is(other->group, count->group) && !is(other->sex, "all")
				: is(other->sex, count->sex)))
			return false;
	}
	return true;
}

/* The groups of a breakdown of one sex, or the sexes of one group. */
static void add_margin_at(struct attack *attack, const struct counts *counts, size_t at,
			  bool of_sexes)
{
	const struct count *count = &counts->items[at];
	size_t *parts = arena_array(attack->arena, counts->count + 1, sizeof(*parts)), found = 0;
	struct count whole = of_sexes ? count_of(attack, count, count->by, count->group, "all")
				      : count_of(attack, count, "all", "all", count->sex);

	for (size_t i = at; i < counts->count; i++) {
		const struct count *other = &counts->items[i];

		if (!is_same_part(other, count) || !is(other->by, count->by))
			continue;
		if (of_sexes ? is(other->group, count->group) && !is(other->sex, "all")
			     : is(other->sex, count->sex))
			add_part(parts, &found, other->cell);
	}
	if (!of_sexes && has_remainder(count->indicator))
		parts[found++] = count_of(attack, count, count->by, "remainder", count->sex).cell;
	add_margin(attack, whole.cell, parts, found);
}

static void add_margins(struct attack *attack, const struct counts *counts)
{
	for (size_t i = 0; i < counts->count; i++) {
		const struct count *count = &counts->items[i];

		if (!is(count->by, "all") && is_first(counts, i, false))
			add_margin_at(attack, counts, i, false);
		if (!is(count->sex, "all") && is_first(counts, i, true))
			add_margin_at(attack, counts, i, true);
	}
}

/* A group of a broad breakdown is the sum of those of a finer one that lie in it. */
static void add_nesting(struct attack *attack, const struct counts *counts)
{
	struct puzzle_term *terms = arena_array(attack->arena, counts->count + 1, sizeof(*terms));

	for (size_t i = 0; i < counts->count; i++) {
		const struct count *broad = &counts->items[i];
		const char *fine = NULL;
		size_t found = 0;

		for (size_t j = 0; j < counts->count; j++) {
			const struct count *part = &counts->items[j];
			const char *around = group_around(part->by, part->group, broad->by);

			if (around == NULL || !is(around, broad->group) ||
			    !is_same_part(part, broad) || !is(part->sex, broad->sex))
				continue;
			fine = part->by;
			terms[found++] = (struct puzzle_term){ part->cell, 1 };
		}
		if (fine == NULL || (found == 1 && terms[0].cell == broad->cell))
			continue;
		terms[found] = (struct puzzle_term){ broad->cell, -1 };
		puzzle_line(attack->puzzle, terms, found + 1, 0, 0);
	}
}

/* Everybody is in one of the parts, and some of them together are an indicator of their own. */
static void add_families(struct attack *attack, const struct counts *counts)
{
	static const struct {
		const char *whole;
		bool denominator;
		const char *parts[5];
	} families[] = {
		{ "P1", true, { "P1", "P2", "P3", "P4", NULL } },
		{ "K0", true, { "K0", "K1", "K2", "K3", NULL } },
		{ "KO", false, { "K2", "K3", NULL } },
	};

	for (size_t i = 0; i < counts->count; i++)
		for (size_t j = 0; j < sizeof(families) / sizeof(families[0]); j++) {
			const struct count *first = &counts->items[i];
			struct count like = *first, whole;
			size_t parts[5], found = 0;

			if (first->denominator || !is(first->indicator, families[j].parts[0]))
				continue;
			for (; families[j].parts[found] != NULL; found++) {
				like.indicator = families[j].parts[found];
				parts[found] =
					count_of(attack, &like, first->by, first->group, first->sex)
						.cell;
			}
			like.indicator = families[j].whole;
			like.denominator = families[j].denominator;
			whole = count_of(attack, &like, first->by, first->group, first->sex);
			add_margin(attack, whole.cell, parts, found);
		}
}

/* Whoever is counted above the line is counted below it; a longer wait is a shorter one too. */
static void add_orders(struct attack *attack, const struct counts *counts)
{
	for (size_t i = 0; i < counts->count; i++) {
		const struct count *count = &counts->items[i];
		struct count around = *count;
		struct puzzle_term terms[2] = { { count->cell, 1 }, { 0, -1 } };

		if (count->denominator || !attack_has_denominator(count->indicator))
			continue;
		around.denominator = !is_wait(count->indicator) || is(count->indicator, "ER02");
		if (!around.denominator)
			around.indicator = is(count->indicator, "ER04") ? "ER03" : "ER02";
		around = count_of(attack, &around, count->by, count->group, count->sex);
		terms[1].cell = around.cell;
		puzzle_line(attack->puzzle, terms, 2, -PUZZLE_NO_END, 0);
	}
}

struct attack attack_new(struct arena *arena, const struct attack_rule *rule,
			 const struct published_figure *figures, size_t count)
{
	struct attack attack = { .arena = arena, .rule = rule, .puzzle = puzzle_new(arena) };
	struct counts counts = { 0 };

	for (size_t i = 0; i < count; i++)
		if (is(figures[i].measure, "value"))
			add_counts(&attack, &counts, &figures[i]);
	add_margins(&attack, &counts);
	add_nesting(&attack, &counts);
	add_families(&attack, &counts);
	add_orders(&attack, &counts);
	return attack;
}
