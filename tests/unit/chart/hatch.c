#include <criterion/criterion.h>
#include <math.h>

#include "chart/hatch.h"
#include "scene/scene.h"
#include "support/suite_look.h"

TestSuite(hatch, .init = suite_look_load, .fini = suite_look_free);

static const struct scene_path *lines_in(const struct hatch_ring *rings, size_t count)
{
	struct scene *scene = scene_new(arena, 200, 200);

	hatch_draw(scene, look.theme, rings, count);
	cr_assert_eq(scene->count, 1);
	cr_assert_eq(scene->items[0].part, PART_HATCH);
	return scene->items[0].path;
}

/* Length of all lines together; every one runs from a move to a line. */
static double length_of(const struct scene_path *path)
{
	double length = 0;

	for (size_t i = 0; i + 1 < path->count; i += 2) {
		cr_assert_eq(path->steps[i].verb, PATH_MOVE);
		cr_assert_eq(path->steps[i + 1].verb, PATH_LINE);
		length += hypot(path->steps[i + 1].x - path->steps[i].x,
				path->steps[i + 1].y - path->steps[i].y);
	}
	return length;
}

static const struct point square[] = { { 20, 30 }, { 80, 30 }, { 80, 90 }, { 20, 90 } };
static const struct point hole[] = { { 40, 50 }, { 60, 50 }, { 60, 70 }, { 40, 70 } };

Test(hatch, no_line_leaves_a_box)
{
	const struct hatch_ring ring = { square, 4 };
	const struct scene_path *path = lines_in(&ring, 1);

	cr_assert_gt(path->count, 20);
	for (size_t i = 0; i < path->count; i++) {
		cr_assert_geq(path->steps[i].x, 20);
		cr_assert_leq(path->steps[i].x, 80);
		cr_assert_geq(path->steps[i].y, 30);
		cr_assert_leq(path->steps[i].y, 90);
	}
}

/* Lines at equal distances: their length together is the area over the distance. */
Test(hatch, lines_are_as_dense_everywhere)
{
	static const struct point other[] = {
		{ 100, 20 }, { 180, 20 }, { 180, 110 }, { 100, 110 }
	};
	const struct hatch_ring first = { square, 4 }, second = { other, 4 };
	double a = length_of(lines_in(&first, 1)) / (60 * 60);
	double b = length_of(lines_in(&second, 1)) / (80 * 90);

	cr_assert_lt(fabs(a - b) / a, 0.05);
}

Test(hatch, a_ring_within_another_one_is_a_hole)
{
	const struct hatch_ring rings[] = { { square, 4 }, { hole, 4 } };
	const struct scene_path *path = lines_in(rings, 2);
	double with = length_of(path), without = length_of(lines_in(rings, 1));

	cr_assert_lt(fabs(with / without - (3600.0 - 400) / 3600), 0.05);
	for (size_t i = 0; i + 1 < path->count; i += 2) {
		double x = (path->steps[i].x + path->steps[i + 1].x) / 2;
		double y = (path->steps[i].y + path->steps[i + 1].y) / 2;

		cr_assert_not(x > 40 && x < 60 && y > 50 && y < 70, "%g %g", x, y);
	}
}

/* The middle of every line is within the triangle: right of its slanted edge. */
Test(hatch, shapes_with_slanted_edges_keep_their_lines)
{
	static const struct point triangle[] = { { 10, 10 }, { 110, 60 }, { 10, 110 } };
	const struct hatch_ring ring = { triangle, 3 };
	const struct scene_path *path = lines_in(&ring, 1);

	cr_assert_gt(path->count, 10);
	for (size_t i = 0; i < path->count; i++) {
		double x = path->steps[i].x, y = path->steps[i].y;

		cr_assert_geq(x, 10);
		cr_assert_leq(x, 110 - 2 * fabs(y - 60) + 1e-6);
	}
}

Test(hatch, neighbours_share_their_lines)
{
	static const struct point left[] = { { 0, 0 }, { 50, 0 }, { 50, 50 }, { 0, 50 } };
	static const struct point right[] = { { 50, 0 }, { 100, 0 }, { 100, 50 }, { 50, 50 } };
	const struct hatch_ring a = { left, 4 }, b = { right, 4 };
	double first = lines_in(&a, 1)->steps[0].x + lines_in(&a, 1)->steps[0].y;
	double second = lines_in(&b, 1)->steps[0].x + lines_in(&b, 1)->steps[0].y;
	double next = lines_in(&a, 1)->steps[2].x + lines_in(&a, 1)->steps[2].y;
	double steps = (second - first) / (next - first);

	cr_assert_lt(fabs(steps - round(steps)), 1e-6);
}
