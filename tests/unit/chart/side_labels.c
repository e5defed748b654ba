#include "chart/side_labels.h"

#include <criterion/criterion.h>

#include "support/labels.h"
#include "support/suite_look.h"

static struct canvas canvas;
static struct plot plot = { .has_reference = true, .reference_label = "All 64.0" };

static void set_up(void)
{
	suite_look_load();
	canvas = suite_canvas(300, 200);
	canvas.plot = &plot;
}

TestSuite(side_labels, .init = set_up, .fini = suite_look_free);

static void draw(double first, double second, double top, double bottom)
{
	struct side_label sides[SIDE_LABELS_MOST] = { 0 };

	cr_assert_eq(side_labels_of_lines(&canvas, sides), 1);
	sides[1] = (struct side_label){
		.parts = { { "48.0", canvas.strong, COLOUR_FITTED, PART_VALUE_LABEL, NULL },
			   { "fitted line", canvas.text, COLOUR_FITTED, PART_SERIES_LABEL, NULL } },
		.part_count = 2,
	};
	sides[0].place = first;
	sides[1].place = second;
	side_labels_measure(&canvas, sides, 2);
	side_labels_draw(&canvas, sides, 2, 200, top, bottom);
}

/* Wherever the two lines end, their names keep apart and inside. */
Test(side_labels, keep_apart_and_between_their_limits)
{
	for (double first = 10; first <= 190; first += 9)
		for (double second = 10; second <= 190; second += 7) {
			struct labels labels;

			canvas.scene = scene_new(arena, 300, 200);
			draw(first, second, 0, 200);
			labels = labels_of(&look, canvas.scene);
			cr_assert_eq(labels.count, 3);
			cr_assert_null(labels_overlap(&look, &labels), "%g and %g: %s", first,
				       second, labels_overlap(&look, &labels));
			cr_assert_null(
				labels_outside(&look, &labels, (struct box){ 0, 0, 300, 200 }),
				"%g and %g", first, second);
		}
}

Test(side_labels, stand_at_the_middle_of_their_lines_when_there_is_room)
{
	struct labels labels;
	const struct label *name;

	draw(100, 160, 0, 200);
	labels = labels_of(&look, canvas.scene);
	name = label_find(&labels, "All 64.0");
	cr_assert_not_null(name);
	cr_expect_float_eq(name->at.y - canvas_middle(&canvas, canvas.text), 100, 0.01);
	cr_expect_float_eq(name->box.x, 200, 0.01);
}

Test(side_labels, break_a_name_that_takes_too_much_of_the_width)
{
	struct side_label label;

	plot.reference_label = "The average of all integrated care boards 1,234,567";
	side_labels_of_lines(&canvas, &label);
	cr_expect_leq(side_labels_measure(&canvas, &label, 1), 90);
	cr_expect_gt(label.parts[0].paragraph->count, 1);
	cr_expect_float_eq(side_labels_height(&canvas, &label, 1),
			   12 * (double)label.parts[0].paragraph->count, 1e-9);
}
