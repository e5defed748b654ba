/* Further counts are hidden until no small one can be worked out; nothing more than that. */

#include "disclosure/protect.h"

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"

enum { CELLS_MOST = 64 };

static const double small_most = 4;

/* A count of a local body: exact while it is shown, at least 1 while it is hidden. */
static struct count exact(double number)
{
	bool small = number >= 1 && number <= small_most;

	return (struct count){
		.number = number,
		.known = true,
		.hidden = small,
		.is_small = small,
		.may_hide = number > 0,
		.shown = { number, number },
		.unseen = { 1, INFINITY },
		.small = { 1, small_most },
		.least_values = small_most,
		.size = number,
	};
}

/* A count rounded to 5, hidden from 1 to 7, of which two numbers must stay possible. */
static struct count rounded(double number)
{
	double shown = floor(number / 5 + 0.5) * 5;
	bool small = number >= 1 && number <= 7;

	return (struct count){
		.number = number,
		.known = true,
		.hidden = small,
		.is_small = small,
		.may_hide = number > 0,
		.shown = { fmax(shown - 2, 8), shown + 2 },
		.unseen = { 1, small ? 7 : INFINITY },
		.small = { 1, 7 },
		.least_values = 2,
		.size = number,
	};
}

static size_t add(struct problem *problem, struct count count)
{
	size_t place = problem_count(problem, &count);

	problem_figure(problem, place, place, 1);
	return place;
}

/* Groups that add up to a total that everybody knows. */
static struct problem groups_of(struct arena *arena, size_t count, const double *numbers)
{
	struct problem problem = problem_new(arena);
	double total = 0;

	for (size_t i = 0; i < count; i++) {
		add(&problem, exact(numbers[i]));
		total += numbers[i];
	}
	problem_line(&problem, (struct span){ total, total });
	for (size_t i = 0; i < count; i++)
		problem_term(&problem, i, 1);
	problem_close(&problem);
	return problem;
}

static void expect_hidden(struct problem *problem, const char *wanted)
{
	char got[CELLS_MOST + 1] = { 0 };

	protect(problem);
	for (size_t i = 0; i < problem->count_count; i++)
		got[i] = problem->counts[i].hidden ? 'c' : '.';
	cr_expect_str_eq(got, wanted);
}

static void expect_groups(double a, double b, double c, double d, double e, const char *wanted)
{
	struct arena *arena = arena_new();
	struct problem problem = groups_of(arena, 5, (const double[]){ a, b, c, d, e });

	expect_hidden(&problem, wanted);
	arena_free(arena);
}

Test(protect, hides_the_next_smallest_group_beside_a_single_hidden_one)
{
	expect_groups(3, 20, 9, 30, 40, "c.c..");
}

/* 3 and 2 are 5: each can be anything from 1 to 4. */
Test(protect, hides_no_third_group_beside_two_that_can_be_any_small_number)
{
	expect_groups(3, 2, 9, 30, 40, "cc...");
}

/* 1 and 1 are 2, which two hidden counts can be in one way; 1 and 2 are 3, so that neither can be 3 or 4. */
Test(protect, hides_a_third_group_when_the_sum_of_two_leaves_too_few_numbers)
{
	expect_groups(1, 1, 9, 30, 40, "ccc..");
	expect_groups(1, 2, 9, 30, 40, "ccc..");
	expect_groups(1, 3, 9, 30, 40, "ccc..");
}

Test(protect, hides_nothing_when_no_group_is_small)
{
	expect_groups(5, 20, 9, 30, 0, ".....");
}

/* A hidden 0 would protect nobody: everyone would guess it. */
Test(protect, never_hides_a_zero)
{
	expect_groups(3, 0, 0, 30, 40, "c..c.");
}

Test(protect, tells_of_a_count_that_nothing_protects)
{
	struct arena *arena = arena_new();
	struct problem problem = groups_of(arena, 3, (const double[]){ 3, 0, 0 });

	expect_hidden(&problem, "c..");
	cr_expect(problem.counts[0].exposed);
	arena_free(arena);
}

/* Counts with decimals are told of as a fault of the data; they must not be tried for ever. */
Test(protect, comes_to_an_end_with_counts_that_are_no_whole_numbers)
{
	struct arena *arena = arena_new();
	struct problem problem = groups_of(arena, 3, (const double[]){ 2.5, 0, 0 });

	expect_hidden(&problem, "c..");
	cr_expect(problem.counts[0].exposed);
	arena_free(arena);
}

/* Its percentage is not shown anyway: the first 30 costs less than the 9. */
Test(protect, takes_a_count_whose_figure_is_lost_before_smaller_ones)
{
	struct arena *arena = arena_new();
	struct problem problem = problem_new(arena);
	const double numbers[] = { 3, 30, 9, 40 };
	struct count hidden = exact(3);

	for (size_t i = 0; i < 4; i++) {
		struct count count = exact(numbers[i]);

		problem_count(&problem, &count);
	}
	problem_count(&problem, &hidden);
	problem_line(&problem, (struct span){ 82, 82 });
	for (size_t i = 0; i < 4; i++) {
		problem_term(&problem, i, 1);
		problem_figure(&problem, i, i == 1 ? 4 : i, 1);
	}
	problem_close(&problem);
	expect_hidden(&problem, "cc..c");
	arena_free(arena);
}

/* -- rounded counts --------------------------------------------------------------------------------- */

/* 8, 8 and 1 are printed as 10, 10 and *, 17 as 15: 8 + 8 is the least, 17 the most, so that * is 1. */
Test(protect, looks_through_rounding)
{
	struct arena *arena = arena_new();
	struct problem problem = problem_new(arena);
	const double numbers[] = { 8, 8, 1 };
	struct span bounds;
	struct count total = rounded(17);

	for (size_t i = 0; i < 3; i++)
		add(&problem, rounded(numbers[i]));
	total.may_hide = false;
	problem_count(&problem, &total);
	problem_line(&problem, (struct span){ 0, 0 });
	for (size_t i = 0; i < 3; i++)
		problem_term(&problem, i, 1);
	problem_term(&problem, 3, -1);
	problem_close(&problem);
	cr_assert(protect_bounds(&problem, 2, &bounds));
	cr_expect_eq(bounds.upper, 1);
	expect_hidden(&problem, "c.c.");
	cr_assert(protect_bounds(&problem, 2, &bounds));
	cr_expect_gt(bounds.upper, bounds.lower);
	arena_free(arena);
}

/* -- counts that the data hide --------------------------------------------------------------------- */

Test(protect, protects_a_count_of_which_nobody_knows_the_number)
{
	struct arena *arena = arena_new();
	struct problem problem = problem_new(arena);
	struct count unknown = exact(0);

	unknown.known = unknown.may_hide = false;
	unknown.hidden = unknown.is_small = true;
	add(&problem, unknown);
	add(&problem, exact(50));
	add(&problem, exact(60));
	problem_line(&problem, (struct span){ 117, 117 });
	for (size_t i = 0; i < 3; i++)
		problem_term(&problem, i, 1);
	problem_close(&problem);
	expect_hidden(&problem, "cc.");
	arena_free(arena);
}

/* -- tables ------------------------------------------------------------------------------------------- */

/* Groups by sexes, sex 0 for all of them, with both margins; numbers row by row. */
static struct problem table_of(struct arena *arena, size_t groups, size_t sexes,
			       const double *numbers)
{
	struct problem problem = problem_new(arena);

	for (size_t i = 0; i < groups * sexes; i++)
		add(&problem, exact(numbers[i]));
	for (size_t sex = 0; sex < sexes; sex++) {
		double total = 0;

		for (size_t group = 0; group < groups; group++)
			total += numbers[group * sexes + sex];
		problem_line(&problem, (struct span){ total, total });
		for (size_t group = 0; group < groups; group++)
			problem_term(&problem, group * sexes + sex, 1);
	}
	for (size_t group = 0; group < groups; group++) {
		problem_line(&problem, (struct span){ 0, 0 });
		for (size_t sex = 0; sex < sexes; sex++)
			problem_term(&problem, group * sexes + sex, sex == 0 ? -1 : 1);
	}
	problem_close(&problem);
	return problem;
}

/* Of 10 people 3 are female: the 7 males have to go, and in another group one of each sex. */
Test(protect, looks_at_the_sexes_of_every_group)
{
	const double numbers[] = { 10, 3, 7, 30, 14, 16, 40, 25, 15 };
	struct arena *arena = arena_new();
	struct problem problem = table_of(arena, 3, 3, numbers);

	expect_hidden(&problem, ".cc.cc...");
	arena_free(arena);
}

/* Two groups by two of the three sexes: the third sex tells nothing of them and stays. */
Test(protect, hides_no_third_sex_when_two_are_enough)
{
	const double numbers[] = { 30, 3, 17, 10, 60, 20, 20, 20, 90, 30, 30, 30 };
	struct arena *arena = arena_new();
	struct problem problem = table_of(arena, 3, 4, numbers);
	size_t hidden = 0;

	protect(&problem);
	for (size_t i = 0; i < problem.count_count; i++)
		hidden += problem.counts[i].hidden;
	cr_expect_eq(hidden, 4);
	arena_free(arena);
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

/*
 * The attacker asks how small and how large each small count can be: 1 to 4 must be within, but for a sum of
 * two hidden counts, which is 2 at least.
 */
static void attack(const struct problem *problem, int round)
{
	for (size_t i = 0; i < problem->count_count; i++) {
		const struct count *count = &problem->counts[i];
		struct span bounds;

		if (!count->is_small)
			continue;
		cr_assert_not(count->exposed, "round %d, count %zu", round, i);
		cr_assert(protect_bounds(problem, i, &bounds));
		cr_assert_leq(bounds.lower, i % 3 == 0 ? 2 : 1, "round %d, count %zu", round, i);
		cr_assert_geq(bounds.upper, small_most, "round %d, count %zu", round, i);
	}
}

Test(protect, leaves_every_small_number_possible_in_random_tables)
{
	unsigned seed = 7;

	for (int round = 0; round < 300; round++) {
		struct arena *arena = arena_new();
		size_t groups = 3 + next_random(&seed) % 6;
		double numbers[CELLS_MOST];
		struct problem problem;

		for (size_t group = 0; group < groups; group++) {
			double female = 1 + next_random(&seed) % 12;
			double male = 1 + next_random(&seed) % 30;

			numbers[3 * group] = female + male;
			numbers[3 * group + 1] = female;
			numbers[3 * group + 2] = male;
		}
		problem = table_of(arena, groups, 3, numbers);
		protect(&problem);
		attack(&problem, round);
		arena_free(arena);
	}
}

/* -- nothing in vain ----------------------------------------------------------------------------------- */

/* Without one of the counts that were hidden further, some small one would be known. */
Test(protect, hides_nothing_that_is_not_needed)
{
	const double numbers[] = { 10, 3, 7, 30, 14, 16, 40, 25, 15 };
	struct arena *arena = arena_new();
	struct problem problem = table_of(arena, 3, 3, numbers);
	struct span bounds;

	protect(&problem);
	problem.counts[4].hidden = false;
	cr_assert(protect_bounds(&problem, 1, &bounds));
	cr_expect_eq(bounds.lower, bounds.upper);
	arena_free(arena);
}

Test(protect, gives_the_same_every_time)
{
	for (int turn = 0; turn < 3; turn++)
		expect_groups(3, 9, 9, 9, 9, "cc...");
}
