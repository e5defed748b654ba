/* Whole numbers that agree with lines. */

#include "disclosure/search.h"

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"

/* Two hidden counts with a + 2 b = 7. */
static struct problem halves(struct arena *arena)
{
	struct problem problem = problem_new(arena);
	const struct count count = {
		.known = true,
		.hidden = true,
		.is_small = true,
		.number = 1,
		.unseen = { 0, 10 },
	};

	problem_count(&problem, &count);
	problem_count(&problem, &count);
	problem_line(&problem, (struct span){ 7, 7 });
	problem_term(&problem, 0, 1);
	problem_term(&problem, 1, 2);
	problem_close(&problem);
	return problem;
}

static bool finds(double number, double *numbers)
{
	struct arena *arena = arena_new();
	struct problem problem = halves(arena);
	struct parts parts = parts_of(arena, &problem);
	bool found;

	cr_assert_eq(parts.count, 1);
	found = search(solver_open(arena, &problem, &parts.items[0]), &problem, &parts.items[0], 0,
		       number, numbers);
	arena_free(arena);
	return found;
}

Test(search, finds_whole_numbers)
{
	double numbers[2];

	cr_assert(finds(3, numbers));
	cr_expect_float_eq(numbers[0], 3, 1e-9);
	cr_expect_float_eq(numbers[1], 2, 1e-9);
}

/* 2 + 2 b = 7 has a solution, 2.5, of which no attacker thinks who counts people. */
Test(search, takes_no_broken_numbers)
{
	double numbers[2];

	cr_expect_not(finds(2, numbers));
}

Test(search, finds_nothing_beyond_what_is_known)
{
	double numbers[2];

	cr_expect_not(finds(9, numbers));
}

Test(search, leaves_the_solver_as_it_was)
{
	struct arena *arena = arena_new();
	struct problem problem = halves(arena);
	struct parts parts = parts_of(arena, &problem);
	struct solver *solver = solver_open(arena, &problem, &parts.items[0]);
	struct span ends;
	double numbers[2];

	search(solver, &problem, &parts.items[0], 0, 3, numbers);
	cr_assert(solver_extremes(solver, 0, &ends));
	cr_expect_float_eq(ends.lower, 0, 1e-9);
	cr_expect_float_eq(ends.upper, 7, 1e-9);
	arena_free(arena);
}
