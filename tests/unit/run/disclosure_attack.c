/*
 * disclosure_attack.c - results.csv of ten thousand random tables against somebody who wants the small numbers.
 */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "support/attack_tables.h"
#include "support/attacker.h"
#include "support/fixture.h"

TestSuite(disclosure_attack, .init = fixture_set_up, .fini = fixture_tear_down);

/* -- the simple way ----------------------------------------------------------------------------- */

/* Of every row and column with exactly one hidden part the next smallest part is hidden too. */
static void hide_simply(const struct attack *attack, const double *const *numbers, bool *hidden)
{
	for (bool more = true; more;) {
		more = false;
		for (size_t i = 0; i < attack->margin_count; i++) {
			const struct attack_margin *margin = &attack->margins[i];
			size_t found = 0, next = SIZE_MAX;

			for (size_t j = 0; j < margin->count; j++) {
				size_t part = margin->parts[j];

				found += hidden[part];
				if (numbers[part] != NULL && !hidden[part] && *numbers[part] > 0 &&
				    (next == SIZE_MAX || *numbers[part] < *numbers[next]))
					next = part;
			}
			if (found != 1 || next == SIZE_MAX || hidden[margin->whole])
				continue;
			hidden[next] = true;
			more = true;
		}
	}
}

/* -- the attack --------------------------------------------------------------------------------- */

struct score {
	size_t tables, cells, small, hidden, found; /* found: small ones known too closely */
	char first[400];
};

static void add_score(struct score *score, const struct attack *attack, const struct attack *bare,
		      const double *const *numbers, const char *place)
{
	size_t count = puzzle_cell_count(attack->puzzle), wanted = 0, close;
	size_t *small = arena_array(attack->arena, count, sizeof(*small));
	struct attack_find first;

	for (size_t i = 0; i < count; i++)
		if (numbers[i] != NULL && attack_protects(attack->rule, *numbers[i]))
			small[wanted++] = i;
	close = wanted == 0 ? 0 : attack_cells(attack, bare, small, wanted, &first);
	score->tables++;
	score->small += wanted;
	if (close > 0 && score->found == 0)
		snprintf(score->first, sizeof(score->first), "%s, %s: %g comes out as %g to %g",
			 place, puzzle_cell_name(attack->puzzle, first.cell), *numbers[first.cell],
			 first.range.low, first.range.high);
	score->found += close;
}

/* The same count stands in the file more than once: it is hidden where it stands nowhere. */
static void count_hidden(struct score *score, const struct attack *attack,
			 const double *const *numbers, const struct published_figure *figures,
			 size_t count)
{
	size_t cells = puzzle_cell_count(attack->puzzle);
	bool *shown = arena_array(attack->arena, cells, sizeof(*shown));

	for (size_t i = 0; i < count; i++) {
		const struct published_figure *figure = &figures[i];

		for (int below = 0; strcmp(figure->measure, "value") == 0 && below < 2; below++) {
			size_t cell;

			if (puzzle_find(attack->puzzle,
					attack_name(attack->arena, below == 1, figure->indicator,
						    figure->by, figure->group, figure->sex),
					&cell))
				shown[cell] = shown[cell] || (below ? figure->has_denominator
								    : figure->has_numerator);
		}
	}
	for (size_t i = 0; i < cells; i++) {
		score->cells += numbers[i] != NULL;
		score->hidden += numbers[i] != NULL && !shown[i];
	}
}

static void score_published(struct score *score, struct attack *attack, const struct attack *bare,
			    const double *const *numbers, const struct published_figure *figures,
			    size_t count, const char *place)
{
	count_hidden(score, attack, numbers, figures, count);
	attack_read(attack, figures, count);
	add_score(score, attack, bare, numbers, place);
}

/* The same tables with no more than the simple way hides. */
static void score_simple(struct score *score, struct attack *attack, const struct attack *bare,
			 const double *const *numbers, const char *place)
{
	size_t count = puzzle_cell_count(attack->puzzle);
	bool *hidden = arena_array(attack->arena, count, sizeof(*hidden));

	for (size_t i = 0; i < count; i++)
		hidden[i] = numbers[i] != NULL && attack_published(attack->rule, *numbers[i]) < 0;
	if (attack->rule->round_to == 0)
		hide_simply(attack, numbers, hidden);
	for (size_t i = 0; i < count; i++) {
		struct puzzle_range range = attack_hidden(attack->rule);

		if (numbers[i] == NULL)
			continue;
		if (!hidden[i])
			range = attack_shown(attack->rule,
					     attack_published(attack->rule, *numbers[i]));
		puzzle_bound(attack->puzzle, i, range.low, range.high);
		score->cells++;
		score->hidden += hidden[i];
	}
	add_score(score, attack, bare, numbers, place);
}

static const double *const *numbers_of(const struct attack *attack, GHashTable *truth,
				       const char *place)
{
	size_t count = puzzle_cell_count(attack->puzzle);
	const double **numbers = arena_array(attack->arena, count, sizeof(*numbers));

	for (size_t i = 0; i < count; i++)
		numbers[i] = attack_true_number(truth, place, puzzle_cell_name(attack->puzzle, i));
	return numbers;
}

static void attack_place(const struct attack_rule *rule, const struct published_figure *figures,
			 size_t count, GHashTable *truth, struct score *scores)
{
	struct arena *scratch = arena_new();
	const char *place =
		arena_printf(scratch, "%s %s", figures[0].period, figures[0].organisation);
	struct attack attack = attack_new(scratch, rule, figures, count);
	struct attack simple = attack_new(scratch, rule, figures, count);
	struct attack bare = attack_new(scratch, rule, figures, count);
	const double *const *numbers = numbers_of(&attack, truth, place);

	attack_read_zeros(&bare, figures, count);
	score_published(&scores[0], &attack, &bare, numbers, figures, count, place);
	score_simple(&scores[1], &simple, &bare, numbers, place);
	arena_free(scratch);
}

static void attack_tables(const char *rule, enum people_shape shape, struct score *scores)
{
	GHashTable *truth = attack_truth_new();
	struct published published =
		attack_tables_build(rule, shape, 20240401U + (unsigned)shape, truth);

	for (size_t i = 0, end; i < published.count; i = end) {
		end = attack_place_end(&published, i);
		attack_place(attack_rule_of(rule), &published.figures[i], end - i, truth, scores);
	}
	g_hash_table_destroy(truth);
}

static void say(const char *rule, const char *way, const struct score *score)
{
	fprintf(stderr,
		"%-10s %-12s %zu tables, %zu counts, %zu small, %.1f%% hidden, %zu recovered%s%s\n",
		rule, way, score->tables, score->cells, score->small,
		100.0 * (double)score->hidden / (double)score->cells, score->found,
		score->found > 0 ? "; " : "", score->first);
}

static void add_scores(struct score *sum, const struct score *now)
{
	if (sum->found == 0)
		memcpy(sum->first, now->first, sizeof(now->first));
	sum->tables += now->tables;
	sum->cells += now->cells;
	sum->small += now->small;
	sum->hidden += now->hidden;
	sum->found += now->found;
}

/* The lines on standard error report what safety costs beside the simple way, and what that leaves open. */
static void expect_nothing_recovered(const char *rule)
{
	struct score scores[2] = { 0 };

	for (int shape = 0; shape < PEOPLE_SHAPE_COUNT; shape++) {
		struct score now[2] = { 0 };

		attack_tables(rule, (enum people_shape)shape, now);
		for (int way = 0; way < 2; way++)
			add_scores(&scores[way], &now[way]);
	}
	say(rule, "published", &scores[0]);
	say(rule, "simple way", &scores[1]);
	cr_expect_eq(scores[0].tables, (size_t)ATTACK_BODIES * ATTACK_YEARS * PEOPLE_SHAPE_COUNT);
	cr_expect_gt(scores[0].small, scores[0].tables / 2, "hardly anything to be protected");
	cr_expect_eq(scores[0].found, 0, "%s: %zu counts are recovered; %s", rule, scores[0].found,
		     scores[0].first);
	cr_expect_gt(scores[1].found, 0, "somebody who finds nothing at all proves nothing");
}

Test(disclosure_attack, recovers_no_small_count_of_a_local_body)
{
	expect_nothing_recovered("LOCAL-5");
}

Test(disclosure_attack, recovers_no_small_number_of_deaths)
{
	expect_nothing_recovered("ONS-DEATHS");
}

Test(disclosure_attack, recovers_no_small_count_of_hospital_activity)
{
	expect_nothing_recovered("HES-5");
}

Test(disclosure_attack, recovers_no_small_count_of_mental_health_services)
{
	expect_nothing_recovered("MHSDS-5");
}

Test(disclosure_attack, recovers_no_small_count_of_the_diabetes_audit)
{
	expect_nothing_recovered("NDA-5");
}

/* -- whole numbers ------------------------------------------------------------------------------ */

enum { FEW = 30, TRIES = 200000 };

/* Where there are so few people that all numbers can be tried: bounds between whole numbers might hide that. */
static void try_place(const struct attack_rule *rule, const struct published_figure *figures,
		      size_t count, GHashTable *truth, size_t *tried)
{
	struct arena *scratch = arena_new();
	const char *place =
		arena_printf(scratch, "%s %s", figures[0].period, figures[0].organisation);
	struct attack attack = attack_new(scratch, rule, figures, count);
	const double *const *numbers = numbers_of(&attack, truth, place);
	size_t cells = puzzle_cell_count(attack.puzzle);

	attack_read(&attack, figures, count);
	for (size_t i = 0; i < cells; i++)
		puzzle_bound(attack.puzzle, i, 0, FEW);
	for (size_t i = 0; i < cells; i++) {
		struct puzzle_range bounds, range;

		if (numbers[i] == NULL || !attack_protects(rule, *numbers[i]) ||
		    !puzzle_try_all(attack.puzzle, i, TRIES, &range))
			continue;
		cr_assert(puzzle_solve(attack.puzzle, &i, 1, NULL, &bounds));
		cr_expect_float_eq(range.low, bounds.low, 1e-6, "%s %s: %g, not %g", place,
				   puzzle_cell_name(attack.puzzle, i), range.low, bounds.low);
		cr_expect_float_eq(range.high, bounds.high, 1e-6, "%s %s: %g, not %g", place,
				   puzzle_cell_name(attack.puzzle, i), range.high, bounds.high);
		++*tried;
	}
	arena_free(scratch);
}

Test(disclosure_attack, finds_no_more_in_whole_numbers_than_bounds_tell)
{
	GHashTable *truth = attack_truth_new();
	struct published published = attack_tables_build("LOCAL-5", PEOPLE_FEW, 77, truth);
	size_t tried = 0;

	for (size_t i = 0, end; i < published.count; i = end) {
		end = attack_place_end(&published, i);
		try_place(attack_rule_of("LOCAL-5"), &published.figures[i], end - i, truth, &tried);
	}
	cr_expect_gt(tried, (size_t)ATTACK_BODIES * ATTACK_YEARS, "hardly anything was tried");
	g_hash_table_destroy(truth);
}
