#include "chart/obstacles.h"

#include <criterion/criterion.h>

#include "support/fixture.h"

TestSuite(obstacles, .init = fixture_set_up, .fini = fixture_tear_down);

static const struct box square = { 10, 10, 20, 20 };

static bool meets(double x1, double y1, double x2, double y2)
{
	return line_meets_box((struct obstacle_line){ { x1, y1 }, { x2, y2 } }, square);
}

Test(obstacles, a_line_through_a_box_meets_it)
{
	cr_expect(meets(0, 20, 40, 20));
	cr_expect(meets(20, 0, 20, 40));
	cr_expect(meets(0, 0, 40, 40));
	cr_expect(meets(15, 15, 16, 16), "inside");
	cr_expect(meets(40, 20, 15, 20), "ends in it, from the other side");
}

Test(obstacles, a_line_beside_a_box_does_not)
{
	cr_expect_not(meets(0, 5, 40, 5));
	cr_expect_not(meets(0, 20, 9, 20), "ends before it");
	cr_expect_not(meets(0, 25, 15, 40), "passes its corner");
	cr_expect_not(meets(0, 10, 40, 10), "along its edge");
}

Test(obstacles, a_leader_may_begin_in_the_box_of_its_own_mark)
{
	struct obstacles obstacles = { 0 };

	obstacles_add_box(arena, &obstacles, square);
	cr_expect_not(
		obstacles_stop_line(&obstacles, (struct obstacle_line){ { 20, 20 }, { 60, 20 } }));
	cr_expect(obstacles_stop_line(&obstacles, (struct obstacle_line){ { 0, 20 }, { 60, 20 } }));
}

Test(obstacles, boxes_are_touched_and_lines_crossed)
{
	struct obstacles obstacles = { 0 };

	obstacles_add_mark(arena, &obstacles, (struct point){ 20, 20 }, 3);
	obstacles_add_line(arena, &obstacles, (struct point){ 0, 50 }, (struct point){ 90, 50 });
	cr_expect(obstacles_touch_box(&obstacles, (struct box){ 22, 22, 10, 10 }));
	cr_expect_not(obstacles_touch_box(&obstacles, (struct box){ 24, 24, 10, 10 }));
	cr_expect(obstacles_cross_box(&obstacles, (struct box){ 10, 45, 10, 10 }));
	cr_expect_not(obstacles_cross_box(&obstacles, (struct box){ 10, 30, 10, 10 }));
}
