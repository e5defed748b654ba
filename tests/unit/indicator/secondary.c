/* Secondary suppression: after it, no hidden count follows from the others. */

#include "indicator/secondary.h"

#include <criterion/criterion.h>
#include <stdio.h>

#include "model/dataset.h"

static const struct disclosure_rule local = {
	.id = "LOCAL", .hides = true, .hide_from = 1, .hide_to = 4, .secondary = true
};

enum { CELLS_MOST = 64 };

/* A table of groups by both sexes, and by each where sexes is 2; written row by row. */
struct counts {
	struct secondary_cell cells[CELLS_MOST];
	size_t count;
};

static struct counts counts_of(int groups, int sexes, const double *numbers)
{
	struct counts counts = { 0 };

	for (int group = 0; group < groups; group++)
		for (int sex = SEX_ALL; sex < sexes; sex++) {
			double number = numbers[counts.count];

			counts.cells[counts.count++] = (struct secondary_cell){
				.group = group,
				.sex = sex,
				.number = number,
				.known = true,
				.hidden = number >= local.hide_from && number <= local.hide_to,
			};
		}
	return counts;
}

static void expect_hidden(struct counts *counts, const char *wanted)
{
	char got[CELLS_MOST + 1] = { 0 };

	secondary_hide(&local, counts->cells, counts->count, NULL, 0);
	for (size_t i = 0; i < counts->count; i++)
		got[i] = counts->cells[i].hidden ? 'c' : '.';
	cr_expect_str_eq(got, wanted);
}

static void expect_groups(double a, double b, double c, double d, double e, const char *wanted)
{
	struct counts counts = counts_of(5, 0, (const double[]){ a, b, c, d, e });

	expect_hidden(&counts, wanted);
}

Test(secondary, hides_the_next_smallest_group_beside_a_single_hidden_one)
{
	expect_groups(3, 20, 9, 30, 40, "c.c..");
}

Test(secondary, hides_no_third_group_beside_two_hidden_ones)
{
	expect_groups(3, 2, 9, 30, 40, "cc...");
}

Test(secondary, hides_nothing_when_no_group_is_small)
{
	expect_groups(5, 20, 9, 30, 0, ".....");
}

/* A hidden 0 would protect nobody: everyone would guess it. */
Test(secondary, takes_no_group_of_zero_for_the_second)
{
	expect_groups(3, 0, 0, 30, 40, "c..c.");
}

/* Its percentage is not shown anyway. */
Test(secondary, takes_a_group_whose_figure_is_lost_before_smaller_ones)
{
	struct counts counts = counts_of(5, 0, (const double[]){ 3, 20, 9, 30, 40 });

	counts.cells[3].lost = true;
	expect_hidden(&counts, "c..c.");
}

Test(secondary, leaves_zeros_alone_when_there_is_nothing_else_to_hide)
{
	expect_groups(3, 0, 0, 0, 0, "c....");
}

/* 1 and 1 add up to 2, which two hidden counts can do in no other way. */
Test(secondary, hides_a_third_group_when_the_sum_gives_two_away)
{
	expect_groups(1, 1, 9, 30, 40, "ccc..");
	expect_groups(1, 2, 9, 30, 40, "cc...");
}

Test(secondary, does_nothing_under_a_rule_without_it)
{
	const struct disclosure_rule rounding = {
		.hides = true, .hide_from = 1, .hide_to = 4, .round_to = 5
	};
	struct counts counts = counts_of(5, 0, (const double[]){ 3, 20, 9, 30, 40 });

	secondary_hide(&rounding, counts.cells, counts.count, NULL, 0);
	secondary_hide(NULL, counts.cells, counts.count, NULL, 0);
	cr_expect(counts.cells[0].hidden);
	cr_expect_not(counts.cells[2].hidden);
}

Test(secondary, counts_a_group_that_the_data_hide_without_its_number)
{
	struct counts counts = counts_of(3, 0, (const double[]){ 0, 50, 60 });

	counts.cells[0].hidden = true;
	counts.cells[0].known = false;
	expect_hidden(&counts, "cc.");
}

Test(secondary, leaves_a_single_hidden_group_alone_when_the_total_is_hidden_too)
{
	struct counts counts = counts_of(3, 0, (const double[]){ 3, 0, 0 });
	const bool whole_hidden[] = { true };

	secondary_hide(&local, counts.cells, counts.count, whole_hidden, 1);
	cr_expect(counts.cells[0].hidden);
	cr_expect_not(counts.cells[1].hidden);
}

/* A total that is hidden elsewhere is the sum of its groups. */
Test(secondary, hides_a_group_beneath_a_hidden_total)
{
	struct counts counts = counts_of(3, 0, (const double[]){ 20, 9, 30 });
	const bool whole_hidden[] = { true };

	secondary_hide(&local, counts.cells, counts.count, whole_hidden, 1);
	cr_expect(counts.cells[1].hidden);
	cr_expect_not(counts.cells[0].hidden);
}

/* Of 10 people 3 are female: the 7 males have to go, and in another group one of each sex. */
Test(secondary, looks_at_the_sexes_of_every_group)
{
	const double numbers[] = { 10, 3, 7, 30, 14, 16, 40, 25, 15 };
	struct counts counts = counts_of(3, 2, numbers);

	expect_hidden(&counts, ".cc.cc...");
}

/* With people of unknown sex a single hidden one is not enough: lines taken together would give it away. */
Test(secondary, hides_all_sexes_of_a_group_of_which_one_is_hidden)
{
	const double numbers[] = { 30, 3, 17, 10, 60, 20, 20, 20, 90, 30, 30, 30 };
	struct counts counts = counts_of(3, 3, numbers);

	expect_hidden(&counts, ".ccc.ccc....");
}

/* -- an attacker ------------------------------------------------------------------------------ */

/* True when a single cell of a line is hidden: it is the rest taken from the whole. */
static bool gives_away(const struct counts *counts, int group, int sex)
{
	size_t hidden = 0;

	for (size_t i = 0; i < counts->count; i++) {
		const struct secondary_cell *cell = &counts->cells[i];
		bool in_line = group >= 0 ? cell->group == group : cell->sex == sex;

		hidden += in_line && cell->hidden;
	}
	return hidden == 1;
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

/* Whole and parts of a group are one line, and so are the groups of each sex: none has one hidden cell. */
Test(secondary, leaves_no_line_of_random_tables_with_one_unknown)
{
	unsigned seed = 7;

	for (int round = 0; round < 2000; round++) {
		int groups = 2 + (int)(next_random(&seed) % 8);
		double numbers[CELLS_MOST];
		struct counts counts;

		for (int group = 0; group < groups; group++) {
			double female = 1 + next_random(&seed) % 12;
			double male = 1 + next_random(&seed) % 30;

			numbers[3 * group] = female + male;
			numbers[3 * group + 1] = female;
			numbers[3 * group + 2] = male;
		}
		counts = counts_of(groups, 2, numbers);
		secondary_hide(&local, counts.cells, counts.count, NULL, 0);
		for (int group = 0; group < groups; group++)
			cr_assert_not(gives_away(&counts, group, 0), "round %d, group %d", round,
				      group);
		for (int sex = SEX_ALL; sex < 2; sex++)
			cr_assert_not(gives_away(&counts, -1, sex), "round %d, sex %d", round, sex);
	}
}
