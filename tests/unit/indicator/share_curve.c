#include "indicator/share_curve.h"

#include <criterion/criterion.h>

#include "base/arena.h"

/* 40, 20 and 0 of 100 people each: two thirds of the events fall to the first third. */
Test(share_curve, adds_up_from_none_to_all)
{
	static const struct share_group groups[] = { { 40, 100 }, { 20, 100 }, { 0, 100 } };
	static const struct share_point wanted[] = {
		{ 0, 0 }, { 100.0 / 3, 200.0 / 3 }, { 200.0 / 3, 100 }, { 100, 100 }
	};
	struct arena *arena = arena_new();
	struct share_point points[4];

	cr_assert(share_curve(arena, groups, 3, points));
	for (size_t i = 0; i < 4; i++) {
		cr_assert_float_eq(points[i].people, wanted[i].people, 1e-9);
		cr_assert_float_eq(points[i].events, wanted[i].events, 1e-9);
	}
	arena_free(arena);
}

Test(share_curve, there_is_none_without_anything_to_share)
{
	static const struct share_group groups[] = { { 0, 100 }, { 0, 100 }, { 0, 100 } };
	struct arena *arena = arena_new();
	struct share_point points[4] = { { 5, 5 } };

	cr_assert_not(share_curve(arena, groups, 3, points));
	cr_assert_not(share_curve(arena, groups, 2, points));
	cr_assert_eq(points[0].people, 5);
	arena_free(arena);
}
