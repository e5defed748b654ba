#include <criterion/criterion.h>

#include "chart/heat_cell.h"
#include "support/labels.h"
#include "support/suite_look.h"

static struct labels words, marks;
static struct heat_cell cell;
static const struct box box = { 10, 20, 46, 29.5 };

static void set_up(void)
{
	suite_look_load();
	cell = (struct heat_cell){ "8,462", VALUE_SHOWN, VERDICT_WORSE };
}

TestSuite(heat_cell, .init = set_up, .fini = suite_look_free);

static struct heat_brush brush(void)
{
	return (struct heat_brush){ .engine = look.engine,
				    .theme = look.theme,
				    .font = text_font(look.engine,
						      &look.layout->styles[ROLE_CHART_TEXT]),
				    .mark = ELEMENT_OF_USER };
}

static void draw(void)
{
	struct scene *scene = scene_new(arena, 100, 80);
	struct heat_brush used = brush();

	heat_cell_draw(scene, &used, &cell, box);
	words = labels_of(&look, scene);
	marks = marks_of(&look, scene);
}

static size_t count_of(enum scene_part part)
{
	return labels_with(&look, &marks, part).count;
}

Test(heat_cell, a_judged_figure_has_a_tint_and_a_shape_behind_it)
{
	draw();
	cr_assert_eq(count_of(PART_TINT), 1);
	cr_assert_eq(count_of(PART_VERDICT), 1);
	cr_assert_lt(words.items[0].box.x + words.items[0].box.width,
		     labels_with(&look, &marks, PART_VERDICT).items[0].box.x);
}

Test(heat_cell, figures_end_at_one_place_with_and_without_a_shape)
{
	double with, without;

	draw();
	with = words.items[0].box.x + words.items[0].box.width;
	cell.verdict = VERDICT_NOT_COMPARED;
	draw();
	without = words.items[0].box.x + words.items[0].box.width;
	cr_assert_float_eq(with, without, 1e-6);
	cr_assert_eq(count_of(PART_VERDICT), 0);
	cr_assert_eq(count_of(PART_TINT), 0);
}

Test(heat_cell, higher_and_lower_have_no_tint)
{
	cell.verdict = VERDICT_HIGHER;
	draw();
	cr_assert_eq(count_of(PART_TINT), 0);
	cr_assert_eq(count_of(PART_VERDICT), 1);
}

Test(heat_cell, a_hidden_figure_is_hatched_whatever_is_said_of_it)
{
	cell = (struct heat_cell){ "[c]", VALUE_SUPPRESSED, VERDICT_WORSE };
	draw();
	cr_assert_eq(count_of(PART_HATCH), 1);
	cr_assert_eq(count_of(PART_TINT), 0);
	cr_assert_eq(count_of(PART_VERDICT), 0);
	cr_assert_not_null(label_find(&words, "[c]"));
}

Test(heat_cell, a_missing_figure_stands_in_a_dotted_frame)
{
	struct labels frames;

	cell = (struct heat_cell){ "[x]", VALUE_NOT_AVAILABLE, VERDICT_NOT_COMPARED };
	draw();
	frames = labels_with(&look, &marks, PART_PANEL);
	cr_assert_eq(frames.count, 1);
	cr_assert_gt(frames.items[0].item->path->dash[0], 0);
	cr_assert(box_contains(box, frames.items[0].box, 0));
	cr_assert_eq(count_of(PART_HATCH), 0);
}

Test(heat_cell, what_does_not_apply_is_neither_hatched_nor_framed)
{
	cell = (struct heat_cell){ "[z]", VALUE_NOT_APPLICABLE, VERDICT_NOT_COMPARED };
	draw();
	cr_assert_eq(marks.count, 0);
	cr_assert_not_null(label_find(&words, "[z]"));
}

Test(heat_cell, a_figure_of_low_reliability_is_marked_in_the_place_of_a_shape)
{
	cell = (struct heat_cell){ "5.8", VALUE_UNRELIABLE, VERDICT_NOT_COMPARED };
	draw();
	cr_assert_not_null(label_find(&words, "[u]"));
	cr_assert_null(labels_overlap(&look, &words));
}

/* In a cell that is as wide as it asks for, with all that it draws. */
Test(heat_cell, everything_fits_the_width_that_it_needs)
{
	static const struct heat_cell cells[] = {
		{ "236,984,610", VALUE_SHOWN, VERDICT_BETTER },
		{ "0.0191", VALUE_UNRELIABLE, VERDICT_NOT_COMPARED },
		{ "[x]", VALUE_NOT_AVAILABLE, VERDICT_NOT_COMPARED },
	};

	for (size_t i = 0; i < 3; i++) {
		struct scene *scene = scene_new(arena, 200, 80);
		struct heat_brush used = brush();
		struct box own = { 10, 10, heat_cell_width(&used, &cells[i]), 29.5 };

		heat_cell_draw(scene, &used, &cells[i], own);
		words = labels_of(&look, scene);
		marks = marks_of(&look, scene);
		for (size_t j = 0; j < words.count; j++)
			cr_expect(box_contains(own, words.items[j].box, 0.01));
		for (size_t j = 0; j < marks.count; j++)
			cr_expect(box_contains(own, marks.items[j].box, 0.01));
	}
}
