/* Stretches of time that overlap are sums of the same pieces. */

#include "disclosure/pieces.h"

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"

static struct counted exactly(long begin, long end, double number)
{
	return (struct counted){ { begin, end }, { number, number } };
}

Test(pieces, of_stretches_that_do_not_overlap_are_none)
{
	const struct counted counted[] = { exactly(0, 10, 5), exactly(10, 20, 7) };
	struct arena *arena = arena_new();
	struct pieces pieces;

	cr_expect(pieces_cut(arena, counted, 2, &pieces));
	cr_expect_eq(pieces.count, 0);
	arena_free(arena);
}

/* 105 from 0 to 12 of which 30 to 3, 103 from 3 to 15: 75 to 12 and 28 after it. */
Test(pieces, are_certain_when_the_others_leave_one_number)
{
	const struct counted counted[] = { exactly(0, 12, 105), exactly(0, 3, 30),
					   exactly(3, 15, 103) };
	struct arena *arena = arena_new();
	struct pieces pieces;

	cr_assert(pieces_cut(arena, counted, 3, &pieces));
	cr_assert_eq(pieces.count, 3);
	cr_expect_eq(pieces.items[1].days.begin, 3);
	cr_expect_eq(pieces.items[1].days.end, 12);
	cr_expect_eq(pieces.items[1].number, 75);
	cr_expect_eq(pieces.items[2].number, 28);
	cr_expect_eq(pieces.items[2].range.lower, 28);
	cr_expect_eq(pieces.items[2].range.upper, 28);
	arena_free(arena);
}

/* 10 from 0 to 12 and 6 from 6 to 18: what they share is 0 to 6. */
Test(pieces, are_as_open_as_their_stretches_leave_them)
{
	const struct counted counted[] = { exactly(0, 12, 10), exactly(6, 18, 6) };
	struct arena *arena = arena_new();
	struct pieces pieces;

	cr_assert(pieces_cut(arena, counted, 2, &pieces));
	cr_assert_eq(pieces.count, 3);
	cr_expect_eq(pieces.items[1].range.lower, 0);
	cr_expect_eq(pieces.items[1].range.upper, 6);
	cr_expect_eq(pieces.items[0].number + pieces.items[1].number, 10);
	cr_expect_eq(pieces.items[1].number + pieces.items[2].number, 6);
	arena_free(arena);
}

/* People on a list are the same people in every quarter. */
Test(pieces, are_none_of_what_does_not_add_up)
{
	const struct counted counted[] = { exactly(0, 12, 100), exactly(0, 6, 100),
					   exactly(6, 12, 100) };
	struct arena *arena = arena_new();
	struct pieces pieces;

	cr_expect_not(pieces_cut(arena, counted, 3, &pieces));
	arena_free(arena);
}

/* 100 for 98 to 102 and twice 50 for 48 to 52. */
Test(pieces, of_rounded_numbers_have_room)
{
	const struct counted counted[] = { { { 0, 12 }, { 98, 102 } },
					   { { 0, 6 }, { 48, 52 } },
					   { { 6, 12 }, { 48, 52 } } };
	struct arena *arena = arena_new();
	struct pieces pieces;

	cr_assert(pieces_cut(arena, counted, 3, &pieces));
	cr_expect_eq(pieces.items[0].range.lower, 48);
	cr_expect_eq(pieces.items[0].range.upper, 52);
	arena_free(arena);
}
