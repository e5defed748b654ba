#include <criterion/criterion.h>
#include <math.h>

#include "support/labels.h"
#include "support/plots.h"
#include "support/reading.h"
#include "support/suite_look.h"

static struct labels labels, bars;

TestSuite(bars, .init = suite_look_load, .fini = suite_look_free);

static struct scene *draw(const struct plot *plot)
{
	struct scene *scene = plot_draw(&look, plot, false);
	struct labels marks = marks_of(&look, scene);

	labels = labels_of(&look, scene);
	bars = labels_with(&look, &marks, PART_BAR);
	return scene;
}

static struct plot *fifths(void)
{
	static const char *const names[] = { "1 most deprived", "2", "3", "4", "5 least deprived" };
	const double values[] = { 60, 50, 40, 30, 20 };
	struct plot *plot = plot_of(arena, "bars", values, 5);

	for (size_t i = 0; i < 5; i++)
		plot->categories[i].label = names[i];
	return plot;
}

static bool is_upright(const struct scene *scene)
{
	return !axis_read(&look, scene).horizontal;
}

Test(bars, up_to_six_short_names_stand_upright_seven_lie_down)
{
	const double values[] = { 1, 2, 3, 4, 5, 6, 7 };

	for (size_t count = 1; count <= 6; count++)
		cr_expect(is_upright(draw(plot_of(arena, "bars", values, count))), "%zu", count);
	cr_expect_not(is_upright(draw(plot_of(arena, "bars", values, 7))));
	cr_expect(is_upright(draw(fifths())));
}

Test(bars, long_names_lie_down)
{
	struct plot *plot = fifths();

	plot->categories[2].label = "Mixed: White and Black Caribbean or any other background";
	cr_assert_not(is_upright(draw(plot)));
}

Test(bars, the_gap_is_40_per_cent_of_a_bar)
{
	const double values[] = { 1, 2, 3, 4, 5, 6, 7 };

	draw(fifths());
	cr_assert_eq(bars.count, 5);
	cr_assert_float_eq((bars.items[1].box.x - bars.items[0].box.x) / bars.items[0].box.width,
			   1.4, 1e-6);
	draw(plot_of(arena, "bars", values, 7));
	cr_assert_eq(bars.count, 7);
	cr_assert_float_eq((bars.items[1].box.y - bars.items[0].box.y) / bars.items[0].box.height,
			   1.4, 1e-6);
}

Test(bars, groups_stand_in_the_order_of_the_plot)
{
	const double values[] = { 3, 7, 1, 4, 5, 6, 2 };

	draw(plot_of(arena, "bars", values, 5));
	for (size_t i = 1; i < 5; i++)
		cr_assert_gt(bars.items[i].box.x, bars.items[i - 1].box.x);
	cr_assert_gt(bars.items[1].box.height, bars.items[0].box.height);
	draw(plot_of(arena, "bars", values, 7));
	for (size_t i = 1; i < 7; i++)
		cr_assert_gt(bars.items[i].box.y, bars.items[i - 1].box.y);
	cr_assert_gt(bars.items[1].box.width, bars.items[6].box.width);
}

Test(bars, all_bars_have_one_colour)
{
	draw(fifths());
	for (size_t i = 0; i < 5; i++) {
		const struct scene_path *path = bars.items[i].item->path;

		cr_assert(path->filled && !path->stroked);
		cr_assert(look_is_colour(&look, path->fill, COLOUR_MARK));
	}
}

Test(bars, those_that_are_not_emphasised_stand_back)
{
	struct plot *plot = fifths();

	plot->has_emphasis = true;
	plot->categories[3].emphasised = true;
	draw(plot);
	for (size_t i = 0; i < 5; i++)
		cr_assert(look_is_colour(&look, bars.items[i].item->path->fill,
					 i == 3 ? COLOUR_MARK : COLOUR_CONTEXT));
}

Test(bars, a_figure_of_low_reliability_is_an_outline_with_a_dashed_interval)
{
	struct plot *plot = fifths();
	struct scene *scene;
	size_t dashed = 0;

	plot_interval(arena, plot, 0, 1, 30, 70);
	plot_interval(arena, plot, 0, 2, 35, 45);
	plot->values[1].state = VALUE_UNRELIABLE;
	scene = draw(plot);
	cr_assert(bars.items[1].item->path->stroked && !bars.items[1].item->path->filled);
	cr_assert(bars.items[2].item->path->filled && !bars.items[2].item->path->stroked);
	for (size_t i = 0; i < scene->count; i++)
		dashed +=
			scene->items[i].part == PART_INTERVAL && scene->items[i].path->dash[0] > 0;
	cr_assert_eq(dashed, 1);
}

Test(bars, a_hidden_figure_is_its_shorthand_at_the_base_line)
{
	struct plot *plot = fifths();
	struct axis_reading axis;
	const struct label *mark;

	plot_hide(plot, 0, 2, VALUE_SUPPRESSED);
	axis = axis_read(&look, draw(plot));
	mark = label_find(&labels, "[c]");
	cr_assert_not_null(mark);
	cr_assert_eq(mark->part, PART_STATE_MARK);
	cr_assert_lt(mark->at.y, axis_place(&axis, 0));
	cr_assert_gt(mark->at.y, axis_place(&axis, 0) - 8);
	/* In the middle between its neighbours. */
	cr_assert_float_eq(
		mark->box.x + mark->box.width / 2,
		(bars.items[1].box.x + bars.items[2].box.x + bars.items[1].box.width) / 2, 0.5);
}

Test(bars, values_inside_a_bar_read_well_on_it)
{
	struct plot *plot = fifths();

	plot->has_emphasis = true;
	plot->categories[0].emphasised = true;
	draw(plot);
	for (size_t i = 0; i < 5; i++) {
		const struct label *label = label_find(&labels, plot->values[i].text);
		struct colour ground = bars.items[i].item->path->fill;

		cr_assert(box_contains(bars.items[i].box, label->box, 2.5));
		cr_assert_geq(colour_contrast(label->item->text.colour, ground), 4.5);
	}
}

Test(bars, values_keep_clear_of_their_intervals)
{
	struct plot *plot = fifths();
	struct labels marks;
	struct scene *scene;

	for (size_t i = 0; i < 5; i++)
		plot_interval(arena, plot, 0, i, i % 2 == 0 ? 1 : 19, 62);
	scene = draw(plot);
	marks = marks_of(&look, scene);
	for (size_t i = 0; i < labels.count; i++)
		for (size_t m = 0; m < marks.count; m++)
			if (labels.items[i].part == PART_VALUE_LABEL &&
			    marks.items[m].part == PART_INTERVAL)
				cr_assert_not(
					box_overlaps(labels.items[i].box, marks.items[m].box, 0.1));
}

Test(bars, bars_below_zero_hang_from_the_line_at_zero)
{
	const double values[] = { 4, -3, 2 };
	struct axis_reading axis = axis_read(&look, draw(plot_of(arena, "bars", values, 3)));
	double zero = axis_place(&axis, 0);

	cr_assert_float_eq(bars.items[0].box.y + bars.items[0].box.height, zero, 0.01);
	cr_assert_float_eq(bars.items[1].box.y, zero, 0.01);
	cr_assert_not_null(label_find(&labels, "\xe2\x88\x92"
					       "3.0"));
}

Test(bars, the_average_is_named_at_the_end_of_its_line)
{
	struct plot *plot = fifths();
	struct labels marks;
	const struct label *name;
	struct scene *scene;

	plot->has_reference = true;
	plot->reference = 41.5;
	plot->reference_label = "All 41.5";
	scene = draw(plot);
	marks = marks_of(&look, scene);
	marks = labels_with(&look, &marks, PART_REFERENCE);
	name = label_find(&labels, "All 41.5");
	cr_assert_eq(marks.count, 1);
	cr_assert_float_eq(marks.items[0].item->path->line_width, 1, 1e-9);
	cr_assert_float_eq(marks.items[0].item->path->dash[0], 4, 1e-9);
	cr_assert_float_eq(marks.items[0].item->path->dash[1], 3, 1e-9);
	cr_assert_gt(name->box.x, marks.items[0].box.x + marks.items[0].box.width);
	cr_assert(name->box.y < marks.items[0].box.y &&
		  name->box.y + name->box.height > marks.items[0].box.y);
}

Test(bars, an_average_above_all_bars_widens_the_axis)
{
	struct plot *plot = fifths();

	plot->has_reference = true;
	plot->reference = 187;
	plot->reference_label = "All 187.0";
	cr_assert_geq(axis_read(&look, draw(plot)).last, 187);
}

Test(bars, a_range_shared_with_neighbours_sets_the_axis)
{
	struct plot *plot = fifths();
	struct axis_reading alone = axis_read(&look, draw(plot)), shared;

	plot->has_range = true;
	plot->range_low = 10;
	plot->range_high = 412;
	shared = axis_read(&look, draw(plot));
	cr_assert_float_eq(alone.last, 60, 1e-9);
	cr_assert_float_eq(shared.last, 500, 1e-9);
}

Test(bars, lines_are_as_thick_as_the_design_says)
{
	struct scene *scene = draw(fifths());
	bool gridline = false, axis = false;

	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->part == PART_GRIDLINE) {
			gridline = true;
			cr_assert_float_eq(item->path->line_width, 0.5, 1e-9);
			cr_assert(look_is_colour(&look, item->path->stroke, COLOUR_GRIDLINE));
		}
		if (item->part == PART_AXIS) {
			axis = true;
			cr_assert_float_eq(item->path->line_width, 0.75, 1e-9);
			cr_assert(look_is_colour(&look, item->path->stroke, COLOUR_AXIS));
		}
	}
	cr_assert(gridline && axis);
}

/* A black line would vanish on a dark bar. */
Test(bars, the_line_of_the_average_has_a_white_edge_under_it)
{
	struct plot *plot = fifths();
	const struct scene_item *under = NULL;
	struct scene *scene;

	plot->has_reference = true;
	plot->reference = 35;
	plot->reference_label = "All 35.0";
	scene = draw(plot);
	for (size_t i = 1; i < scene->count; i++)
		if (scene->items[i].part == PART_REFERENCE)
			under = &scene->items[i - 1];
	cr_assert_not_null(under);
	cr_assert_eq(under->part, PART_HALO);
	cr_assert(look_is_colour(&look, under->path->stroke, COLOUR_PAPER));
	cr_assert_geq(under->path->line_width, 2.2);
	cr_assert_float_eq(under->path->steps[0].y, under[1].path->steps[0].y, 1e-9);
}

Test(bars, a_value_of_low_reliability_says_so_beside_its_bar)
{
	struct plot *plot = fifths();

	plot->values[4].state = VALUE_UNRELIABLE;
	draw(plot);
	cr_assert_not_null(label_find(&labels, "20.0 [u]"));
}

Test(bars, a_value_over_100_per_cent_stays_inside_the_figure)
{
	struct plot *plot = fifths();
	struct axis_reading axis;
	struct scene *scene;

	plot->percentage = true;
	plot->values[0].value = 184.6;
	scene = draw(plot);
	axis = axis_read(&look, scene);
	cr_assert_geq(axis.last, 184.6);
	cr_assert_geq(bars.items[0].box.y, 0);
}

/* Its top is at the top of the axis: the value above it makes the panel lower. */
Test(bars, a_value_over_the_highest_bar_stays_under_the_title_of_the_axis)
{
	struct plot *plot = fifths();
	struct scene *scene;

	plot->axis_title = "per 100,000 people";
	for (size_t i = 0; i < 5; i++) {
		plot->values[i].value = 100;
		plot_interval(arena, plot, 0, i, 2, 100);
	}
	scene = draw(plot);
	cr_assert_null(labels_overlap(&look, &labels), "%s", labels_overlap(&look, &labels));
	cr_assert_null(
		labels_outside(&look, &labels, (struct box){ 0, 0, scene->width, scene->height }));
}

/* The average lies as low as the values in the feet of the bars. */
Test(bars, the_line_of_the_average_crosses_no_value_in_a_bar)
{
	struct plot *plot = fifths();
	const struct label *value;
	struct scene *scene;
	bool covered = false;
	double y;

	plot->has_reference = true;
	plot->reference = 2.2;
	plot->reference_label = "All 2.2";
	scene = draw(plot);
	value = label_find(&labels, "60.0");
	cr_assert_not_null(value);
	y = axis_place((struct axis_reading[]){ axis_read(&look, scene) }, 2.2);
	cr_assert(y > value->box.y - 1 && y < value->at.y + 1, "the line is elsewhere");
	for (size_t i = 0; i < scene->count && scene->items[i].part != PART_VALUE_LABEL; i++) {
		const struct scene_item *item = &scene->items[i];

		covered = covered ||
			  (item->part == PART_HALO && item->path->filled &&
			   item->path->steps[0].x < value->box.x && item->path->steps[0].y < y &&
			   item->path->steps[0].y + item->path->steps[0].height > y);
	}
	cr_assert(covered);
}
