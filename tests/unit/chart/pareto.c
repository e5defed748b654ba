#include <criterion/criterion.h>

#include "chart/kind.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

enum { PARTS = 4 };

static struct plot *plot;
static struct labels labels, marks, bars;

static void set_up(void)
{
	static const double values[PARTS] = { 400, 300, 100, -50 };
	static const char *const notes[PARTS] = { "50.0%", "87.5%", "100.0%", "" };

	suite_look_load();
	plot = plot_of(arena, "pareto", values, PARTS);
	plot->note_heading = "Running share";
	for (size_t i = 0; i < PARTS; i++)
		plot->categories[i].note = notes[i];
}

TestSuite(pareto, .init = set_up, .fini = suite_look_free);

static struct scene *draw(void)
{
	struct scene *scene = plot_draw(&look, plot, false);

	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
	bars = labels_with(&look, &marks, PART_BAR);
	return scene;
}

Test(pareto, shares_are_text_at_the_right_edge_and_there_is_one_axis)
{
	struct scene *scene = draw();
	const struct label *share = label_find(&labels, "87.5%");

	cr_assert_not_null(share);
	cr_assert_float_eq(share->box.x + share->box.width, scene->width, 0.1);
	cr_assert_not_null(label_find(&labels, "Running share"));
	cr_assert_eq(labels_with(&look, &marks, PART_AXIS).count, 1);
}

Test(pareto, bars_start_at_zero_and_run_both_ways)
{
	draw();
	cr_assert_eq(bars.count, PARTS);
	cr_assert_float_eq(bars.items[0].box.x, bars.items[1].box.x, 0.01);
	cr_assert_float_eq(bars.items[0].box.width, 4 * bars.items[2].box.width, 0.01);
	cr_assert_float_eq(bars.items[3].box.x + bars.items[3].box.width, bars.items[0].box.x,
			   0.01);
}

Test(pareto, what_is_hidden_has_a_letter_in_its_row_and_in_its_column)
{
	plot_hide(plot, 0, 1, VALUE_SUPPRESSED);
	plot->categories[1].note = "";
	draw();
	cr_assert_eq(bars.count, PARTS - 1);
	cr_assert_eq(label_count(&labels, "[c]"), 2);
}
