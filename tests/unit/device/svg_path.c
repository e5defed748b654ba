/* Numbers and paths as SVG writes them. */

#include "device/svg_path.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "support/fixture.h"

TestSuite(svg_path, .init = fixture_set_up, .fini = fixture_tear_down);

static struct scene *scene;

static void begin(void)
{
	scene = scene_new(arena, 100, 100);
}

static void expect_number(double value, const char *expected)
{
	struct buffer out;

	buffer_init(&out);
	svg_add_number(&out, value);
	cr_expect_str_eq(buffer_text(&out), expected);
	buffer_clear(&out);
}

Test(svg_path, numbers_are_as_short_as_they_can_be)
{
	expect_number(0, "0");
	expect_number(-0.001, "0");
	expect_number(12, "12");
	expect_number(0.5, ".5");
	expect_number(-0.25, "-.25");
	expect_number(3.10, "3.1");
	expect_number(3.014999, "3.01");
	expect_number(-1234.567, "-1234.57");
}

static void expect_path(const struct scene_path *path, double x, double y, const char *expected)
{
	struct buffer out;

	buffer_init(&out);
	svg_add_path(&out, path, (struct point){ x, y });
	cr_expect_str_eq(buffer_text(&out), expected);
	buffer_clear(&out);
}

Test(svg_path, lines_are_told_by_how_far_they_go, .init = begin)
{
	struct scene_path *path = scene_fill(scene, PART_PLACE, (struct colour){ 0 });

	path_move(scene, path, 1, 2);
	path_line(scene, path, 11, 2);
	path_line(scene, path, 11, 0.5);
	path_line(scene, path, 4, 3);
	path_close(scene, path);
	path_move(scene, path, 20, 20);
	path_line(scene, path, 21, 22);
	expect_path(path, 0, 0, "M1 2h10v-1.5l-7 2.5zM20 20l1 2");
	expect_path(path, 100, -2, "M101 0h10v-1.5l-7 2.5zM120 18l1 2");
}

/* A thousand steps of a third of a hundredth end where they should. */
Test(svg_path, rounding_does_not_add_up, .init = begin)
{
	struct scene_path *path = scene_stroke(scene, PART_LINE, (struct colour){ 0 }, 1);
	const char *at;
	struct buffer out;
	double x = 0;

	path_move(scene, path, 0, 0);
	for (int i = 1; i <= 1000; i++)
		path_line(scene, path, i / 300.0, 0);
	buffer_init(&out);
	svg_add_path(&out, path, (struct point){ 0, 0 });
	at = buffer_text(&out);
	while ((at = strchr(at, 'h')) != NULL)
		x += strtod(++at, NULL);
	cr_expect_float_eq(x, 1000 / 300.0, 0.006);
	buffer_clear(&out);
}

Test(svg_path, circles_and_rectangles_can_be_parts_of_a_path, .init = begin)
{
	struct scene_path *path = scene_fill(scene, PART_VERDICT, (struct colour){ 0 });

	path_circle(scene, path, 10, 10, 4);
	path_rectangle(scene, path, (struct box){ 1, 2, 3, 4 });
	expect_path(path, 0, 0, "M14 10a4 4 0 1 1-8 0a4 4 0 1 1 8 0zM1 2h3v4h-3z");
}
