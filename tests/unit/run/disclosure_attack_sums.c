/*
 * disclosure_attack_sums.c - the same attack where counts add up over time and over areas: months, quarters,
 * years that overlap; boards, their region and the fifths of each.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/attack_tables.h"
#include "support/attacker.h"
#include "support/fixture.h"
#include "support/trials.h"

TestSuite(disclosure_attack_sums, .init = fixture_set_up, .fini = fixture_tear_down);

enum { INDICATORS = TRIALS(150), MONTHS = 24 };

static unsigned next_random(unsigned *seed, unsigned below)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 16) % below;
}

/* Many small numbers, some zeros, some larger ones. */
static double people(unsigned *seed)
{
	unsigned kind = next_random(seed, 10);

	if (kind < 2)
		return 0;
	return kind < 7 ? 1 + next_random(seed, 6) : 5 + next_random(seed, 60);
}

/* -- tables of one indicator ---------------------------------------------------------------------- */

/* Cells that add up to another one, by their names. */
struct sum {
	const char *whole, *parts[MONTHS];
	size_t count;
};

struct sums {
	struct sum items[80];
	size_t count;
};

static const char *name_of(const char *period, const char *organisation, const char *group)
{
	return arena_printf(arena, "%s|%s|%s", period, organisation, group);
}

static void put(GHashTable *truth, const char *indicator, const char *name, double number)
{
	double *copy = g_new(double, 1);

	*copy = number;
	g_hash_table_insert(truth, g_strconcat(indicator, "|", name, NULL), copy);
}

static void add_row(struct buffer *rows, const char *indicator, const char *period,
		    const char *organisation, const char *group, double number)
{
	buffer_printf(rows, "%s,%s,%s,%s,%.1s,%g\n", indicator, period, organisation,
		      strcmp(group, "all") == 0 ? "all" : "deprivation",
		      strcmp(group, "all") == 0 ? "" : group, number);
}

/* -- time ------------------------------------------------------------------------------------------- */

static const struct {
	const char *code;
	int first, length; /* months from April 2023 on */
} long_periods[] = {
	{ "2023/24", 0, 12 },           { "2024/25", 12, 12 },   { "2024", 9, 12 },
	{ "2023/24 Q1", 0, 3 },         { "2023/24 Q2", 3, 3 },  { "2023/24 Q3", 6, 3 },
	{ "2023/24 Q4", 9, 3 },         { "2024/25-Q1", 12, 3 }, { "2024/25-Q2", 15, 3 },
	{ "2024/25-Q3", 18, 3 },        { "2024/25-Q4", 21, 3 }, { "To June 2024", 3, 12 },
	{ "To September 2024", 6, 12 },
};
enum { LONG_PERIODS = sizeof(long_periods) / sizeof(long_periods[0]) };

static const char *month_code(int month)
{
	return arena_printf(arena, "%d-%02d", 2023 + (month + 3) / 12, (month + 3) % 12 + 1);
}

/* Of every indicator some of the periods are published. */
static void write_time(struct buffer *rows, GHashTable *truth, unsigned *seed)
{
	for (int i = 0; i < INDICATORS; i++) {
		const char *id = arena_printf(arena, "C%d", i);
		unsigned share = 1 + next_random(seed, 4);
		double months[MONTHS];

		for (int month = 0; month < MONTHS; month++) {
			const char *code = month_code(month);

			months[month] = people(seed);
			if (next_random(seed, 4) >= share)
				continue;
			put(truth, id, name_of(code, "QNV", "all"), months[month]);
			add_row(rows, id, code, "QNV", "all", months[month]);
		}
		for (int j = 0; j < LONG_PERIODS; j++) {
			double number = 0;

			for (int month = 0; month < long_periods[j].length; month++)
				number += months[long_periods[j].first + month];
			if (next_random(seed, 4) == 0)
				continue;
			put(truth, id, name_of(long_periods[j].code, "QNV", "all"), number);
			add_row(rows, id, long_periods[j].code, "QNV", "all", number);
		}
	}
}

static const struct sums *time_sums(void)
{
	struct sums *sums = arena_alloc(arena, sizeof(*sums));

	for (int i = 0; i < LONG_PERIODS; i++) {
		struct sum *sum = &sums->items[sums->count++];

		sum->whole = name_of(long_periods[i].code, "QNV", "all");
		for (int month = 0; month < long_periods[i].length; month++)
			sum->parts[sum->count++] =
				name_of(month_code(long_periods[i].first + month), "QNV", "all");
	}
	return sums;
}

/* -- areas ------------------------------------------------------------------------------------------ */

/* A region of the list of bodies, and all of its boards. */
static const char *const areas[] = { "Y62", "QYG", "QE1", "QOP" };
static const char *const groups[] = { "all", "1 most deprived", "2", "3", "4", "5 least deprived" };
enum { AREAS = 4, GROUPS = 6 };

static void write_areas(struct buffer *rows, GHashTable *truth, unsigned *seed)
{
	for (int i = 0; i < INDICATORS; i++) {
		const char *id = arena_printf(arena, "C%d", i);
		double numbers[AREAS][GROUPS] = { 0 };

		for (int area = 1; area < AREAS; area++)
			for (int group = 1; group < GROUPS; group++) {
				double number = people(seed);

				numbers[area][group] += number;
				numbers[area][0] += number;
				numbers[0][group] += number;
				numbers[0][0] += number;
			}
		for (int area = 0; area < AREAS; area++)
			for (int group = 0; group < GROUPS; group++) {
				put(truth, id, name_of("2024/25", areas[area], groups[group]),
				    numbers[area][group]);
				add_row(rows, id, "2024/25", areas[area], groups[group],
					numbers[area][group]);
			}
	}
}

static const struct sums *area_sums(void)
{
	struct sums *sums = arena_alloc(arena, sizeof(*sums));

	for (int group = 0; group < GROUPS; group++) {
		struct sum *sum = &sums->items[sums->count++];

		sum->whole = name_of("2024/25", areas[0], groups[group]);
		for (int area = 1; area < AREAS; area++)
			sum->parts[sum->count++] = name_of("2024/25", areas[area], groups[group]);
	}
	for (int area = 0; area < AREAS; area++) {
		struct sum *sum = &sums->items[sums->count++];

		sum->whole = name_of("2024/25", areas[area], groups[0]);
		for (int group = 1; group < GROUPS; group++)
			sum->parts[sum->count++] = name_of("2024/25", areas[area], groups[group]);
	}
	return sums;
}

/* -- the attack --------------------------------------------------------------------------------------- */

static struct attack attack_on(const struct attack_rule *rule, const struct sums *sums)
{
	struct attack attack = { .arena = arena, .rule = rule, .puzzle = puzzle_new(arena) };

	for (size_t i = 0; i < sums->count; i++) {
		const struct sum *sum = &sums->items[i];
		struct puzzle_term terms[MONTHS + 1] = { { puzzle_cell(attack.puzzle, sum->whole),
							   -1 } };

		for (size_t j = 0; j < sum->count; j++)
			terms[j + 1] =
				(struct puzzle_term){ puzzle_cell(attack.puzzle, sum->parts[j]),
						      1 };
		puzzle_line(attack.puzzle, terms, sum->count + 1, 0, 0);
	}
	return attack;
}

/* Reads what is published; of bare zeros alone. How many small counts are hidden, and which. */
static size_t read_figures(const struct attack *attack, const struct attack *bare,
			   const struct published_figure *figures, size_t count, GHashTable *truth,
			   size_t *wanted)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		const struct published_figure *figure = &figures[i];
		const char *name = name_of(figure->period, figure->organisation, figure->group);
		struct puzzle_range range = attack_hidden(attack->rule);
		const double *number;
		size_t cell;

		if (strcmp(figure->measure, "value") != 0)
			continue;
		cell = puzzle_cell(attack->puzzle, name);
		cr_assert_eq(puzzle_cell(bare->puzzle, name), cell);
		number = g_hash_table_lookup(truth,
					     arena_printf(arena, "%s|%s", figure->indicator, name));
		cr_assert(number != NULL, "%s", name);
		if (figure->has_numerator)
			range = attack_shown(attack->rule, figure->numerator);
		puzzle_bound(attack->puzzle, cell, range.low, range.high);
		range = *number == 0 ? (struct puzzle_range){ 0, 0 } : attack_hidden(attack->rule);
		puzzle_bound(bare->puzzle, cell, range.low, range.high);
		if (attack_protects(attack->rule, *number))
			wanted[found++] = cell;
	}
	return found;
}

static int by_indicator(const void *a, const void *b)
{
	return strcmp(((const struct published_figure *)a)->indicator,
		      ((const struct published_figure *)b)->indicator);
}

static void expect_nothing_recovered(const char *rule_id,
				     void (*write)(struct buffer *, GHashTable *, unsigned *),
				     const struct sums *sums)
{
	const struct attack_rule *rule = attack_rule_of(rule_id);
	GHashTable *truth = attack_truth_new();
	unsigned seed = 20250717;
	size_t small = 0;
	struct buffer rows;
	struct published published;

	buffer_init(&rows);
	buffer_add_text(&rows, "indicator,period,organisation,dimension,group,numerator\n");
	write(&rows, truth, &seed);
	published = attack_counts_build(rule_id, INDICATORS, buffer_text(&rows));
	buffer_clear(&rows);
	qsort(published.figures, published.count, sizeof(*published.figures), by_indicator);
	for (size_t i = 0, end; i < published.count; i = end) {
		struct attack attack = attack_on(rule, sums), bare = attack_on(rule, sums);
		size_t wanted[400], count;
		struct attack_find first;

		for (end = i; end < published.count; end++)
			if (by_indicator(&published.figures[i], &published.figures[end]) != 0)
				break;
		count = read_figures(&attack, &bare, &published.figures[i], end - i, truth, wanted);
		small += count;
		if (count > 0 && attack_cells(&attack, &bare, wanted, count, &first) > 0)
			cr_expect(false, "%s %s, %s: comes out as %g to %g", rule_id,
				  published.figures[i].indicator,
				  puzzle_cell_name(attack.puzzle, first.cell), first.range.low,
				  first.range.high);
	}
	cr_expect_gt(small, (size_t)INDICATORS * 2, "hardly anything to be protected");
	g_hash_table_destroy(truth);
}

Test(disclosure_attack_sums, recovers_no_small_count_of_a_month)
{
	expect_nothing_recovered("LOCAL-5", write_time, time_sums());
}

Test(disclosure_attack_sums, recovers_no_small_number_of_deaths_of_a_month)
{
	expect_nothing_recovered("ONS-DEATHS", write_time, time_sums());
}

Test(disclosure_attack_sums, recovers_no_small_count_of_hospital_activity_of_a_month)
{
	expect_nothing_recovered("HES-5", write_time, time_sums());
}

Test(disclosure_attack_sums, recovers_no_small_count_of_a_board)
{
	expect_nothing_recovered("LOCAL-5", write_areas, area_sums());
}

Test(disclosure_attack_sums, recovers_no_small_number_of_deaths_of_a_board)
{
	expect_nothing_recovered("ONS-DEATHS", write_areas, area_sums());
}
