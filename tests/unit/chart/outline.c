#include <criterion/criterion.h>

#include "base/arena.h"
#include "chart/outline.h"
#include "scene/scene.h"
#include "support/fixture.h"

TestSuite(outline, .init = fixture_set_up, .fini = fixture_tear_down);

static struct map_ring ring_of(const struct map_point *points, size_t count)
{
	struct map_ring ring = { .points = arena_array(arena, count, sizeof(*points)),
				 .count = count };

	for (size_t i = 0; i < count; i++)
		ring.points[i] = points[i];
	return ring;
}

/* A square of 100 with a square hole of 40 in its middle, the hole running the same way round. */
static struct outline frame(void)
{
	static const struct map_point outer[] = { { 0, 0 }, { 100, 0 }, { 100, 100 }, { 0, 100 } };
	static const struct map_point hole[] = { { 30, 30 }, { 70, 30 }, { 70, 70 }, { 30, 70 } };
	struct map_ring *rings = arena_array(arena, 2, sizeof(*rings));

	rings[0] = ring_of(outer, 4);
	rings[1] = ring_of(hole, 4);
	return outline_fitted(arena, rings, 2, (struct outline_fit){ 1, 0, 0 });
}

Test(outline, a_hole_is_outside_whichever_way_it_runs)
{
	struct outline outline = frame();

	cr_assert(outline_holds(&outline, (struct point){ 10, 50 }));
	cr_assert_not(outline_holds(&outline, (struct point){ 50, 50 }));
	cr_assert_not(outline_holds(&outline, (struct point){ 110, 50 }));
}

Test(outline, words_find_room_beside_a_hole_and_never_across_it)
{
	struct outline outline = frame();
	struct box room;

	cr_assert(outline_find_room(&outline, 60, 20, &room));
	cr_assert(outline_holds_box(&outline, room));
	cr_assert_not(outline_find_room(&outline, 60, 40, &room));
	cr_assert_not(outline_find_room(&outline, 120, 5, &room));
}

Test(outline, a_box_across_an_edge_is_not_inside)
{
	struct outline outline = frame();

	cr_assert(outline_holds_box(&outline, (struct box){ 2, 2, 20, 20 }));
	cr_assert_not(outline_holds_box(&outline, (struct box){ 90, 2, 20, 20 }));
	cr_assert_not(outline_holds_box(&outline, (struct box){ 25, 25, 50, 50 }));
}

Test(outline, points_that_nobody_can_tell_apart_are_left_out)
{
	static const struct map_point points[] = { { 0, 0 },  { 0.04, 0 }, { 0.08, 0 },
						   { 50, 0 }, { 50, 50 },  { 0, 50 } };
	struct map_ring ring = ring_of(points, 6);
	struct outline outline = outline_fitted(arena, &ring, 1, (struct outline_fit){ 1, 0, 0 });

	cr_assert_eq(outline.rings[0].count, 4);
	/* Drawn ten times as large, they can. */
	outline = outline_fitted(arena, &ring, 1, (struct outline_fit){ 10, 0, 0 });
	cr_assert_eq(outline.rings[0].count, 6);
}

Test(outline, islands_that_shrink_to_nothing_go_but_never_all_of_a_place)
{
	static const struct map_point land[] = { { 0, 0 }, { 50, 0 }, { 50, 50 } };
	static const struct map_point rock[] = { { 90, 90 }, { 90.01, 90 }, { 90.01, 90.01 } };
	struct map_ring rings[2] = { ring_of(rock, 3), ring_of(land, 3) };
	struct outline outline = outline_fitted(arena, rings, 2, (struct outline_fit){ 1, 0, 0 });

	cr_assert_eq(outline.count, 1);
	cr_assert_float_eq(outline.box.width, 50, 1e-9);
	outline = outline_fitted(arena, rings, 1, (struct outline_fit){ 1, 0, 0 });
	cr_assert_eq(outline.count, 1);
}
