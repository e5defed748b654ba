#include <criterion/criterion.h>
#include <math.h>

#include "chart/verdict_shape.h"
#include "support/labels.h"
#include "support/suite_look.h"

TestSuite(verdict_shape, .init = suite_look_load, .fini = suite_look_free);

static const enum verdict drawn[] = { VERDICT_BETTER, VERDICT_SIMILAR, VERDICT_WORSE,
				      VERDICT_HIGHER, VERDICT_LOWER };

enum { DRAWN = sizeof(drawn) / sizeof(drawn[0]) };

static struct scene *draw(enum verdict verdict)
{
	struct scene *scene = scene_new(arena, 40, 40);

	verdict_shape_draw(scene, look.theme, verdict, 20, 20, 8);
	return scene;
}

static const struct scene_path *path_of(enum verdict verdict)
{
	const struct scene *scene = draw(verdict);

	cr_assert_eq(scene->count, 1);
	cr_assert_eq(scene->items[0].part, PART_VERDICT);
	return scene->items[0].path;
}

Test(verdict_shape, nothing_is_drawn_without_a_verdict)
{
	cr_assert_eq(draw(VERDICT_NOT_COMPARED)->count, 0);
}

Test(verdict_shape, better_and_worse_differ_without_colour)
{
	cr_assert_eq(path_of(VERDICT_BETTER)->steps[0].verb, PATH_CIRCLE);
	cr_assert(path_of(VERDICT_BETTER)->filled);
	cr_assert_eq(path_of(VERDICT_WORSE)->steps[0].verb, PATH_RECTANGLE);
	cr_assert(path_of(VERDICT_WORSE)->filled);
	cr_assert_eq(path_of(VERDICT_SIMILAR)->steps[0].verb, PATH_CIRCLE);
	cr_assert_not(path_of(VERDICT_SIMILAR)->filled);
}

/* Half of the size from the middle in every direction, strokes and all. */
Test(verdict_shape, every_shape_stands_in_its_square)
{
	for (size_t i = 0; i < DRAWN; i++) {
		const struct scene *scene = draw(drawn[i]);
		struct labels marks = marks_of(&look, scene);
		double half =
			scene->items[0].path->stroked ? scene->items[0].path->line_width / 2 : 0;

		cr_assert_geq(marks.items[0].box.x - half, 16 - 1e-9);
		cr_assert_geq(marks.items[0].box.y - half, 16 - 1e-9);
		cr_assert_leq(marks.items[0].box.x + marks.items[0].box.width + half, 24 + 1e-9);
		cr_assert_leq(marks.items[0].box.y + marks.items[0].box.height + half, 24 + 1e-9);
	}
}

Test(verdict_shape, higher_points_up_and_lower_points_down)
{
	const struct scene_path *up = path_of(VERDICT_HIGHER), *down = path_of(VERDICT_LOWER);

	/* The last corner is the point. */
	cr_assert_lt(up->steps[2].y, up->steps[0].y);
	cr_assert_gt(down->steps[2].y, down->steps[0].y);
	cr_assert(up->filled);
	cr_assert_not(down->filled);
}

Test(verdict_shape, a_comparison_is_judged_by_which_direction_is_good)
{
	static const struct {
		enum comparison comparison;
		enum polarity polarity;
		enum verdict wanted;
	} cases[] = {
		{ COMPARISON_HIGHER, POLARITY_HIGH_GOOD, VERDICT_BETTER },
		{ COMPARISON_HIGHER, POLARITY_LOW_GOOD, VERDICT_WORSE },
		{ COMPARISON_HIGHER, POLARITY_NONE, VERDICT_HIGHER },
		{ COMPARISON_LOWER, POLARITY_HIGH_GOOD, VERDICT_WORSE },
		{ COMPARISON_LOWER, POLARITY_LOW_GOOD, VERDICT_BETTER },
		{ COMPARISON_LOWER, POLARITY_NONE, VERDICT_LOWER },
		{ COMPARISON_SIMILAR, POLARITY_LOW_GOOD, VERDICT_SIMILAR },
		{ COMPARISON_SIMILAR, POLARITY_NONE, VERDICT_SIMILAR },
		{ COMPARISON_NONE, POLARITY_HIGH_GOOD, VERDICT_NOT_COMPARED },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		cr_expect_eq(verdict_of_comparison(cases[i].comparison, cases[i].polarity),
			     cases[i].wanted, "case %zu", i);
}

Test(verdict_shape, tints_tell_better_and_worse_alone)
{
	cr_assert_eq(verdict_tint(VERDICT_BETTER), COLOUR_TINT_BETTER);
	cr_assert_eq(verdict_tint(VERDICT_WORSE), COLOUR_TINT_WORSE);
	cr_assert_eq(verdict_tint(VERDICT_HIGHER), COLOUR_PAPER);
	cr_assert_eq(verdict_tint(VERDICT_LOWER), COLOUR_PAPER);
	cr_assert_eq(verdict_tint(VERDICT_NOT_COMPARED), COLOUR_PAPER);
}
