#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "support/labels.h"
#include "support/plots.h"
#include "support/reading.h"
#include "support/suite_look.h"

enum { GROUPS = 3 };

static struct plot *plot;
static struct labels labels, bars;

static void set_up(void)
{
	static struct plot_series series[] = { { .label = "Females" }, { .label = "Males" } };
	const double values[2 * GROUPS] = { 60, 45, 30, 52, 41, 33 };

	suite_look_load();
	plot = plot_of(arena, "grouped-bars", values, 2 * GROUPS);
	plot->category_count = GROUPS;
	plot->series_count = 2;
	plot->series = series;
}

TestSuite(grouped_bars, .init = set_up, .fini = suite_look_free);

static struct scene *draw(void)
{
	struct scene *scene = plot_draw(&look, plot, false);
	struct labels marks = marks_of(&look, scene);

	labels = labels_of(&look, scene);
	bars = labels_with(&look, &marks, PART_BAR);
	return scene;
}

Test(grouped_bars, the_two_series_have_the_two_group_colours)
{
	draw();
	cr_assert_eq(bars.count, 2 * GROUPS);
	for (size_t i = 0; i < bars.count; i++)
		cr_assert(look_is_colour(&look, bars.items[i].item->path->fill,
					 i % 2 == 0 ? COLOUR_MARK : COLOUR_MARK_SECOND));
}

Test(grouped_bars, gaps_are_10_per_cent_within_and_80_between)
{
	double bar, within, between;

	draw();
	bar = bars.items[0].box.height;
	within = bars.items[1].box.y - bars.items[0].box.y - bar;
	between = bars.items[2].box.y - bars.items[1].box.y - bar;
	cr_assert_float_eq(within / bar, 0.1, 1e-6);
	cr_assert_float_eq(between / bar, 0.8, 1e-6);
}

Test(grouped_bars, each_series_is_named_once_at_the_first_group)
{
	draw();
	cr_assert_eq(label_count(&labels, "60.0  Females"), 1);
	cr_assert_eq(label_count(&labels, "52.0  Males"), 1);
	cr_assert_eq(label_count(&labels, "45.0"), 1);
	cr_assert_eq(label_count(&labels, "33.0"), 1);
}

Test(grouped_bars, the_names_move_to_the_first_group_that_has_both_figures)
{
	plot_hide(plot, 1, 0, VALUE_SUPPRESSED);
	draw();
	cr_assert_eq(label_count(&labels, "60.0"), 1);
	cr_assert_eq(label_count(&labels, "45.0  Females"), 1);
	cr_assert_eq(label_count(&labels, "41.0  Males"), 1);
	cr_assert_eq(label_count(&labels, "[c]"), 1);
}

Test(grouped_bars, a_hidden_figure_is_its_shorthand_at_the_base_line_beside_the_other_bar)
{
	struct axis_reading axis;
	const struct label *mark;

	plot_hide(plot, 1, 2, VALUE_SUPPRESSED);
	axis = axis_read(&look, draw());
	mark = label_find(&labels, "[c]");
	cr_assert_eq(bars.count, 2 * GROUPS - 1);
	cr_assert_gt(mark->box.x, axis_place(&axis, 0));
	cr_assert_lt(mark->box.x, axis_place(&axis, 0) + 8);
	cr_assert_gt(mark->at.y, bars.items[4].box.y + bars.items[4].box.height);
}

Test(grouped_bars, a_figure_of_low_reliability_is_an_outline)
{
	plot->values[4].state = VALUE_UNRELIABLE;
	draw();
	for (size_t i = 0; i < bars.count; i++)
		cr_assert_eq(bars.items[i].item->path->filled, i != 3);
	cr_assert(look_is_colour(&look, bars.items[3].item->path->stroke, COLOUR_MARK_SECOND));
}

Test(grouped_bars, values_stand_beyond_their_intervals)
{
	struct axis_reading axis;

	plot_interval(arena, plot, 0, 1, 40, 58);
	axis = axis_read(&look, draw());
	cr_assert_gt(label_find(&labels, "45.0")->box.x, axis_place(&axis, 58));
	cr_assert_lt(label_find(&labels, "45.0")->box.x, axis_place(&axis, 58) + 8);
}

Test(grouped_bars, names_too_long_to_stand_beside_a_bar_stand_over_the_panel)
{
	static struct plot_series series[] = {
		{ .label = "North Vale University Hospitals NHS Foundation Trust" },
		{ .label = "All of the trusts of the same kind in the north of England" },
	};
	struct labels names;
	struct scene *scene;

	plot->series = series;
	scene = draw();
	names = labels_with(&look, &labels, PART_SERIES_LABEL);
	cr_assert_geq(names.count, 2);
	for (size_t i = 0; i < names.count; i++)
		cr_assert_lt(names.items[i].at.y, bars.items[0].box.y);
	cr_assert_eq(label_count(&labels, "60.0"), 1);
	cr_assert_null(
		labels_outside(&look, &labels, (struct box){ 0, 0, scene->width, scene->height }));
}

Test(grouped_bars, bars_over_100_per_cent_stay_inside_the_figure)
{
	struct axis_reading axis;
	struct scene *scene;

	plot->percentage = true;
	plot->values[0].value = 184.6;
	plot->values[0].text = "184.6%";
	scene = draw();
	axis = axis_read(&look, scene);
	cr_assert_geq(axis.last, 184.6);
	cr_assert_leq(bars.items[0].box.x + bars.items[0].box.width, scene->width);
}
