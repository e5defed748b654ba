/* The one who wants the small numbers, himself tested: he must find what can be found, and no more. */

#include "support/puzzle.h"

#include <criterion/criterion.h>

#include "support/attacker.h"
#include "support/fixture.h"

TestSuite(puzzle, .init = fixture_set_up, .fini = fixture_tear_down);

static size_t cell(struct puzzle *puzzle, const char *name, double low, double high)
{
	size_t found = puzzle_cell(puzzle, name);

	puzzle_bound(puzzle, found, low, high);
	return found;
}

static void expect_range(const struct puzzle *puzzle, size_t wanted, double low, double high)
{
	struct puzzle_range range;

	cr_assert(puzzle_solve(puzzle, &wanted, 1, NULL, &range));
	cr_expect_float_eq(range.low, low, 1e-6, "%s: from %g", puzzle_cell_name(puzzle, wanted),
			   range.low);
	cr_expect_float_eq(range.high, high, 1e-6, "%s: to %g", puzzle_cell_name(puzzle, wanted),
			   range.high);
}

Test(puzzle, takes_a_part_from_the_whole)
{
	struct puzzle *puzzle = puzzle_new(arena);
	size_t whole = cell(puzzle, "whole", 100, 100), part = cell(puzzle, "part", 97, 97);
	size_t hidden = cell(puzzle, "hidden", 1, PUZZLE_NO_END);

	puzzle_line(puzzle, (struct puzzle_term[]){ { part, 1 }, { hidden, 1 }, { whole, -1 } }, 3,
		    0, 0);
	expect_range(puzzle, hidden, 3, 3);
	expect_range(puzzle, whole, 100, 100);
}

Test(puzzle, knows_of_two_hidden_parts_that_neither_is_nothing)
{
	struct puzzle *puzzle = puzzle_new(arena);
	size_t first = cell(puzzle, "first", 1, PUZZLE_NO_END);
	size_t second = cell(puzzle, "second", 1, PUZZLE_NO_END);

	puzzle_line(puzzle, (struct puzzle_term[]){ { first, 1 }, { second, 1 } }, 2, 10, 10);
	expect_range(puzzle, first, 1, 9);
	puzzle_bound(puzzle, second, 0, 6);
	expect_range(puzzle, first, 4, 9);
}

/*
 * Four hidden cells where two rows and two columns meet, one of them the most that its column leaves: a table
 * worked out by hand. a + b = 10, c + d = 5, a + c = 4, so a is 1 to 3.
 */
Test(puzzle, puts_rows_and_columns_together)
{
	struct puzzle *puzzle = puzzle_new(arena);
	size_t a = cell(puzzle, "a", 1, PUZZLE_NO_END), b = cell(puzzle, "b", 1, PUZZLE_NO_END);
	size_t c = cell(puzzle, "c", 1, PUZZLE_NO_END), d = cell(puzzle, "d", 1, PUZZLE_NO_END);

	puzzle_line(puzzle, (struct puzzle_term[]){ { a, 1 }, { b, 1 } }, 2, 10, 10);
	puzzle_line(puzzle, (struct puzzle_term[]){ { c, 1 }, { d, 1 } }, 2, 5, 5);
	puzzle_line(puzzle, (struct puzzle_term[]){ { a, 1 }, { c, 1 } }, 2, 4, 4);
	expect_range(puzzle, a, 1, 3);
	expect_range(puzzle, b, 7, 9);
	expect_range(puzzle, d, 2, 4);
}

Test(puzzle, sees_that_nothing_agrees)
{
	struct puzzle *puzzle = puzzle_new(arena);
	size_t first = cell(puzzle, "first", 5, 9), second = cell(puzzle, "second", 5, 9);
	struct puzzle_range range;

	puzzle_line(puzzle, (struct puzzle_term[]){ { first, 1 }, { second, 1 } }, 2, 4, 4);
	cr_expect_not(puzzle_solve(puzzle, &first, 1, NULL, &range));
	cr_expect_not(puzzle_try_all(puzzle, first, 100000, &range));
}

/* -- the two ways agree ------------------------------------------------------------------------- */

static unsigned next_random(unsigned *seed, unsigned below)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 8) % below;
}

enum { ROWS = 3, COLUMNS = 3 };

/* A table of which some cells are known: its sums of rows and columns are. */
static struct puzzle *random_table(unsigned *seed, size_t cells[ROWS][COLUMNS])
{
	struct puzzle *puzzle = puzzle_new(arena);
	double numbers[ROWS][COLUMNS];

	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++) {
			const char name[] = { (char)('a' + row), (char)('0' + column), '\0' };
			double number = 1 + next_random(seed, 9);
			bool hidden = next_random(seed, 3) > 0;

			numbers[row][column] = number;
			cells[row][column] =
				cell(puzzle, name, hidden ? 1 : number, hidden ? 20 : number);
		}
	for (int line = 0; line < ROWS + COLUMNS; line++) {
		struct puzzle_term terms[COLUMNS];
		double sum = 0;

		for (int i = 0; i < COLUMNS; i++) {
			int row = line < ROWS ? line : i, column = line < ROWS ? i : line - ROWS;

			terms[i] = (struct puzzle_term){ cells[row][column], 1 };
			sum += numbers[row][column];
		}
		puzzle_line(puzzle, terms, COLUMNS, sum, sum);
	}
	return puzzle;
}

/* With rows and columns alone the bounds of linear programming are reached by whole numbers. */
Test(puzzle, agrees_with_trying_all_numbers)
{
	unsigned seed = 11;

	for (int round = 0; round < 300; round++) {
		size_t cells[ROWS][COLUMNS];
		struct puzzle *puzzle = random_table(&seed, cells);
		size_t wanted = cells[next_random(&seed, ROWS)][next_random(&seed, COLUMNS)];
		struct puzzle_range range;

		cr_assert(puzzle_try_all(puzzle, wanted, 10000000, &range), "round %d", round);
		expect_range(puzzle, wanted, range.low, range.high);
	}
}

/* -- single counts, from the descriptions of the rules ------------------------------------------ */

static void expect_shown(const char *rule, double number, double low, double high)
{
	struct puzzle_range range = attack_shown(attack_rule_of(rule), number);

	cr_expect_eq(range.low, low, "%s: %g is from %g", rule, number, range.low);
	cr_expect_eq(range.high, high, "%s: %g is to %g", rule, number, range.high);
}

Test(puzzle, knows_what_a_rounded_count_can_be)
{
	expect_shown("HES-5", 0, 0, 0);
	expect_shown("HES-5", 10, 8, 12);
	expect_shown("HES-5", 105, 103, 107);
	expect_shown("MHSDS-5", 5, 5, 7);
	expect_shown("NDA-5", 5, 1, 7);
	expect_shown("NDA-5", 10, 8, 12);
	expect_shown("LOCAL-5", 103, 103, 103);
}
