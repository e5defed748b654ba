#include <criterion/criterion.h>
#include <math.h>

#include "chart/sparkline.h"
#include "support/labels.h"
#include "support/suite_look.h"

enum { POINTS = 5 };

static struct sparkline_point points[POINTS];
static struct sparkline line;
static const struct box box = { 10, 20, 68, 17 };

static void set_up(void)
{
	static const double values[POINTS] = { 4, 6, 5, 9, 7 };

	suite_look_load();
	for (size_t i = 0; i < POINTS; i++)
		points[i] = (struct sparkline_point){ .state = VALUE_SHOWN, .value = values[i] };
	line = (struct sparkline){ .points = points, .count = POINTS };
}

TestSuite(sparkline, .init = set_up, .fini = suite_look_free);

static struct labels drawn(enum scene_part part)
{
	struct scene *scene = scene_new(arena, 100, 60);
	struct labels marks;

	sparkline_draw(scene, look.theme, &line, box);
	marks = marks_of(&look, scene);
	return labels_with(&look, &marks, part);
}

/* How often the pen is put down, and how many pieces it draws. */
static void count_pieces(size_t *moves, size_t *lines)
{
	struct labels paths = drawn(PART_LINE);

	*moves = *lines = 0;
	for (size_t i = 0; i < paths.count; i++)
		for (size_t j = 0; j < paths.items[i].item->path->count; j++)
			*(paths.items[i].item->path->steps[j].verb == PATH_MOVE ? moves : lines) +=
				1;
}

static void expect_pieces(size_t moves, size_t lines)
{
	size_t found_moves, found_lines;

	count_pieces(&found_moves, &found_lines);
	cr_assert_eq(found_moves, moves);
	cr_assert_eq(found_lines, lines);
}

Test(sparkline, one_line_joins_points_that_are_all_shown)
{
	expect_pieces(1, POINTS - 1);
}

Test(sparkline, the_last_point_is_marked)
{
	struct labels dots = drawn(PART_DOT);

	cr_assert_eq(dots.count, 1);
	cr_assert_float_eq(dots.items[0].box.x + dots.items[0].box.width, box.x + box.width, 1e-6);
}

Test(sparkline, a_hidden_point_leaves_a_gap)
{
	points[2].state = VALUE_SUPPRESSED;
	expect_pieces(2, 2);
}

Test(sparkline, a_hidden_point_does_not_move_the_others)
{
	struct labels before, after;

	points[2].value = 6;
	before = drawn(PART_DOT);
	points[2].state = VALUE_SUPPRESSED;
	points[2].value = 1e9;
	after = drawn(PART_DOT);
	cr_assert_float_eq(before.items[0].box.y, after.items[0].box.y, 1e-9);
}

Test(sparkline, a_break_in_the_series_is_not_joined)
{
	points[3].apart = true;
	expect_pieces(2, 3);
}

Test(sparkline, a_point_without_neighbours_is_a_dot)
{
	points[0].state = points[2].state = VALUE_NOT_AVAILABLE;
	cr_assert_eq(drawn(PART_DOT).count, 2);
	expect_pieces(1, 1);
}

Test(sparkline, a_last_point_that_is_hidden_is_not_marked)
{
	points[POINTS - 1].state = VALUE_SUPPRESSED;
	cr_assert_eq(drawn(PART_DOT).count, 0);
}

Test(sparkline, everything_stands_in_its_box)
{
	const enum scene_part parts[] = { PART_LINE, PART_DOT };

	for (size_t i = 0; i < 2; i++) {
		struct labels marks = drawn(parts[i]);

		for (size_t j = 0; j < marks.count; j++)
			cr_assert(box_contains(box, marks.items[j].box, 1e-6));
	}
}

Test(sparkline, a_figure_that_stays_the_same_is_level_in_the_middle)
{
	struct labels dots;

	for (size_t i = 0; i < POINTS; i++)
		points[i].value = 3;
	dots = drawn(PART_DOT);
	cr_assert_float_eq(dots.items[0].box.y + dots.items[0].box.height / 2,
			   box.y + box.height / 2, 1e-6);
}

Test(sparkline, nothing_is_drawn_without_a_figure)
{
	for (size_t i = 0; i < POINTS; i++)
		points[i].state = VALUE_SUPPRESSED;
	cr_assert_eq(drawn(PART_DOT).count + drawn(PART_LINE).count, 0);
}
