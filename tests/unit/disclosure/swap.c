/* The cheap proof: one count takes what another gives. */

#include "disclosure/swap.h"

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"

/* 3, 5 and 20 of 28; the third is shown. */
static struct problem three(struct arena *arena, double *numbers)
{
	struct problem problem = problem_new(arena);

	numbers[0] = 3;
	numbers[1] = 5;
	numbers[2] = 20;
	for (size_t i = 0; i < 3; i++) {
		const struct count count = {
			.number = numbers[i],
			.known = true,
			.hidden = i < 2,
			.shown = { numbers[i], numbers[i] },
			.unseen = { 1, INFINITY },
		};

		problem_count(&problem, &count);
	}
	problem_line(&problem, (struct span){ 28, 28 });
	for (size_t i = 0; i < 3; i++)
		problem_term(&problem, i, 1);
	problem_close(&problem);
	return problem;
}

Test(swap, finds_what_another_hidden_count_can_take)
{
	struct arena *arena = arena_new();
	double numbers[3];
	struct problem problem = three(arena, numbers);

	cr_expect(swap_reaches(&problem, numbers, 0, 1));
	cr_expect(swap_reaches(&problem, numbers, 0, 7));
	arena_free(arena);
}

/* At 8 the other one would be 0, which is never hidden; the shown one takes nothing. */
Test(swap, keeps_to_what_is_known_of_both)
{
	struct arena *arena = arena_new();
	double numbers[3];
	struct problem problem = three(arena, numbers);

	cr_expect_not(swap_reaches(&problem, numbers, 0, 8));
	cr_expect_not(swap_reaches(&problem, numbers, 0, 0));
	cr_expect_not(swap_reaches(&problem, numbers, 2, 21));
	arena_free(arena);
}

Test(swap, keeps_to_the_lines_of_both)
{
	struct arena *arena = arena_new();
	double numbers[3];
	struct problem problem = three(arena, numbers);

	problem_line(&problem, (struct span){ -INFINITY, 5 });
	problem_term(&problem, 1, 1);
	problem_close(&problem);
	cr_expect(swap_reaches(&problem, numbers, 0, 4));
	cr_expect_not(swap_reaches(&problem, numbers, 0, 2));
	arena_free(arena);
}
