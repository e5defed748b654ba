#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "chart/kind.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/reading.h"
#include "support/suite_look.h"

enum { GROUPS = 6 };

static struct plot *plot;
static struct labels labels, marks, dots;

static void set_up(void)
{
	static const char *const names[] = {
		"Black: Any other Black background", "White: British", "Asian: Bangladeshi",
		"Mixed: White and Black Caribbean",  "Other: Chinese", "Not stated or not known"
	};
	const double values[GROUPS] = { 812.4, 640, 512.5, 300, 120.5, 96 };

	suite_look_load();
	plot = plot_of(arena, "dots", values, GROUPS);
	for (size_t i = 0; i < GROUPS; i++) {
		plot->categories[i].label = names[i];
		plot_interval(arena, plot, 0, i, values[i] * 0.8, values[i] * 1.3);
	}
}

TestSuite(dots, .init = set_up, .fini = suite_look_free);

static struct scene *draw(bool half)
{
	struct scene *scene = plot_draw(&look, plot, half);

	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
	dots = labels_with(&look, &marks, PART_DOT);
	return scene;
}

static double right(const struct label *label)
{
	return label->box.x + label->box.width;
}

Test(dots, rows_follow_the_order_of_the_plot)
{
	draw(false);
	cr_assert_eq(dots.count, GROUPS);
	for (size_t i = 1; i < GROUPS; i++) {
		cr_assert_gt(dots.items[i].box.y, dots.items[i - 1].box.y);
		cr_assert_lt(dots.items[i].box.x, dots.items[i - 1].box.x);
	}
}

Test(dots, name_dot_value_and_interval_stand_in_one_line)
{
	draw(false);
	for (size_t i = 0; i < GROUPS; i++) {
		const struct label *name = label_find(&labels, plot->categories[i].label);
		const struct label *value = label_find(&labels, plot->values[i].text);
		const struct label *interval = label_find(&labels, plot->values[i].interval);

		cr_assert(name && value && interval);
		cr_assert_float_eq(name->at.y, value->at.y, 0.2);
		cr_assert_float_eq(name->at.y, interval->at.y, 0.2);
		cr_assert_float_eq(
			dots.items[i].box.y + dots.items[i].box.height / 2,
			name->box.y + text_font_facts(look.engine, name->item->text.shaped->font)
						      ->capital_pt /
					      2,
			0.2);
		cr_assert(right(name) < dots.items[i].box.x &&
			  right(&dots.items[i]) < value->box.x && right(value) < interval->box.x);
	}
}

Test(dots, those_that_are_not_emphasised_stand_back)
{
	const struct label *own, *other;

	plot->has_emphasis = true;
	plot->categories[2].emphasised = true;
	draw(false);
	for (size_t i = 0; i < GROUPS; i++)
		cr_assert(look_is_colour(&look, dots.items[i].item->path->fill,
					 i == 2 ? COLOUR_MARK : COLOUR_CONTEXT));
	own = label_find(&labels, plot->values[2].text);
	other = label_find(&labels, plot->values[1].text);
	cr_assert_gt(text_font_facts(look.engine, own->item->text.shaped->font)->weight,
		     text_font_facts(look.engine, other->item->text.shaped->font)->weight);
}

Test(dots, columns_of_numbers_end_at_one_edge)
{
	struct scene *scene = draw(false);

	for (size_t i = 1; i < GROUPS; i++) {
		cr_assert_float_eq(right(label_find(&labels, plot->values[i].text)),
				   right(label_find(&labels, plot->values[0].text)), 0.01);
		cr_assert_float_eq(right(label_find(&labels, plot->values[i].interval)),
				   scene->width, 0.01);
	}
	cr_assert_float_eq(right(label_find(&labels, "Rate")),
			   right(label_find(&labels, plot->values[0].text)), 0.01);
	cr_assert_float_eq(right(label_find(&labels, "95% interval")), scene->width, 0.01);
}

Test(dots, hidden_figures_are_marked_at_the_start_of_the_axis_and_in_the_columns)
{
	struct axis_reading axis;
	size_t at_start = 0;

	plot_hide(plot, 0, 4, VALUE_SUPPRESSED);
	axis = axis_read(&look, draw(false));
	cr_assert_eq(label_count(&labels, "[c]"), 3);
	for (size_t i = 0; i < labels.count; i++) {
		const struct label *label = &labels.items[i];

		at_start += strcmp(label->text, "[c]") == 0 && label->part == PART_STATE_MARK &&
			    label->box.x > axis_place(&axis, 0) &&
			    label->box.x < axis_place(&axis, 0) + 8;
	}
	cr_assert_eq(at_start, 1);
	cr_assert_eq(dots.count, GROUPS - 1);
}

Test(dots, a_figure_of_low_reliability_is_a_ring_with_a_dashed_interval_and_a_letter)
{
	struct labels intervals;

	plot->values[3].state = VALUE_UNRELIABLE;
	draw(false);
	intervals = labels_with(&look, &marks, PART_INTERVAL);
	cr_assert(dots.items[3].item->path->stroked);
	cr_assert(look_is_colour(&look, dots.items[3].item->path->fill, COLOUR_PAPER));
	cr_assert(look_is_colour(&look, dots.items[3].item->path->stroke, COLOUR_MARK));
	cr_assert_not(dots.items[2].item->path->stroked);
	for (size_t i = 0; i < intervals.count; i++)
		cr_assert_eq(intervals.items[i].item->path->dash[0] > 0, i == 3);
	cr_assert_eq(label_count(&labels, "[u]"), 1);
}

Test(dots, a_figure_that_rounds_to_zero_is_a_ring_with_its_letter_in_the_column)
{
	plot->values[5].value = 0.02;
	plot->values[5].text = "[k]";
	plot->values[5].rounded = "less than 0.1";
	draw(false);
	cr_assert(dots.items[5].item->path->stroked);
	cr_assert(look_is_colour(&look, dots.items[5].item->path->fill, COLOUR_PAPER));
	cr_assert_not(dots.items[4].item->path->stroked);
	cr_assert_eq(label_count(&labels, "[k]"), 1);
	cr_assert_eq(label_find(&labels, "[k]")->part, PART_VALUE_LABEL);
}

Test(dots, an_interval_narrower_than_its_point_is_not_drawn)
{
	size_t before;

	draw(false);
	before = labels_with(&look, &marks, PART_INTERVAL).count;
	plot_interval(arena, plot, 0, 2, 512.4, 512.6);
	draw(false);
	cr_assert_eq(labels_with(&look, &marks, PART_INTERVAL).count, before - 1);
	cr_assert_not_null(label_find(&labels, "512.4 to 512.6"));
}

Test(dots, the_average_is_named_above_its_line)
{
	const struct label *name;
	struct labels lines;

	plot->has_reference = true;
	plot->reference = 500;
	plot->reference_label = "All 500.0";
	draw(false);
	name = label_find(&labels, "All 500.0");
	lines = labels_with(&look, &marks, PART_REFERENCE);
	cr_assert_eq(lines.count, 1);
	cr_assert_float_eq(name->box.x + name->box.width / 2, lines.items[0].box.x, 0.5);
	cr_assert_lt(name->at.y, lines.items[0].box.y);
}

Test(dots, the_figure_grows_with_its_rows)
{
	const double values[20] = { 0 };
	double six = draw(false)->height, twenty;

	plot = plot_of(arena, "dots", values, 20);
	twenty = draw(false)->height;
	cr_assert_float_eq(twenty - six, 14 * 14, 1);
}

Test(dots, names_too_long_for_their_column_take_more_lines)
{
	plot->categories[1].label =
		"Any other background that people wrote in their own words on the form";
	draw(false);
	cr_assert_null(label_find(&labels, plot->categories[1].label));
	cr_assert_gt(dots.items[2].box.y - dots.items[1].box.y, 14.01);
}

Test(dots, marks_may_start_elsewhere_than_zero_when_the_plot_allows_it)
{
	for (size_t i = 0; i < GROUPS; i++)
		plot_interval(arena, plot, 0, i, 900, 1000);
	for (size_t i = 0; i < GROUPS; i++)
		plot->values[i].value = 950;
	cr_assert_float_eq(axis_read(&look, draw(false)).first, 0, 1e-9);
	plot->may_leave_zero = true;
	cr_assert_float_eq(axis_read(&look, draw(false)).first, 900, 1e-9);
}

/* 0 events among few people: the interval says nothing, and would leave no room for those that do. */
static void add_interval_without_end(void)
{
	plot->values[GROUPS - 1].value = 0;
	plot->values[GROUPS - 1].text = "0.0";
	plot->values[GROUPS - 1].state = VALUE_UNRELIABLE;
	plot_interval(arena, plot, 0, GROUPS - 1, 0, 40000);
}

Test(dots, one_interval_of_low_reliability_does_not_squeeze_the_others)
{
	struct axis_reading axis = axis_read(&look, draw(false));
	double before = axis.last;

	add_interval_without_end();
	axis = axis_read(&look, draw(false));
	cr_assert_leq(axis.last, 1.5 * before);
	cr_assert_not_null(label_find(&labels, "0.0 to 40,000.0"));
}

Test(dots, an_interval_that_is_cut_ends_in_an_arrow_at_the_end_of_the_axis)
{
	struct labels intervals, arrows;
	const struct scene_path *path;
	struct axis_reading axis;
	const struct label *last;

	add_interval_without_end();
	cr_assert(chart_cuts_interval(plot));
	axis = axis_read(&look, draw(false));
	intervals = labels_with(&look, &marks, PART_INTERVAL);
	arrows = labels_with(&look, &marks, PART_INTERVAL_END);
	last = &intervals.items[intervals.count - 1];
	cr_assert_float_eq(last->box.x + last->box.width, axis_place(&axis, axis.last), 0.05);
	cr_assert_eq(arrows.count, 1);
	/* The arrow's point lies on the interval's end, its barbs behind it on both sides. */
	path = arrows.items[0].item->path;
	cr_assert_float_eq(path->steps[path->count - 2].x, last->box.x + last->box.width, 0.01);
	cr_assert_lt(path->steps[path->count - 1].x, path->steps[path->count - 2].x);
	cr_assert_float_eq(path->steps[path->count - 1].x, path->steps[path->count - 3].x, 0.01);
	cr_assert_eq(label_count(&labels, "[u]"), 1);
}

Test(dots, where_all_are_of_low_reliability_only_one_far_beyond_the_others_is_cut)
{
	double before;
	struct axis_reading axis;

	for (size_t i = 0; i < GROUPS; i++)
		plot->values[i].state = VALUE_UNRELIABLE;
	cr_assert_not(chart_cuts_interval(plot));
	axis = axis_read(&look, draw(false));
	before = axis.last;
	add_interval_without_end();
	cr_assert(chart_cuts_interval(plot));
	axis = axis_read(&look, draw(false));
	cr_expect_leq(axis.last, 1.5 * before);
	cr_expect_not_null(label_find(&labels, "0.0 to 40,000.0"));
}

Test(dots, an_interval_as_short_as_its_point_is_known)
{
	for (size_t i = 0; i < GROUPS; i++)
		plot_interval(arena, plot, 0, i, plot->values[i].value * 0.7,
			      plot->values[i].value * 1.3 + 60);
	cr_assert_not(chart_hides_interval(plot));
	plot_interval(arena, plot, 0, 0, plot->values[0].value - 1, plot->values[0].value + 1);
	cr_assert(chart_hides_interval(plot));
}

Test(dots, the_line_of_the_average_crosses_no_letter)
{
	plot_hide(plot, 0, 4, VALUE_SUPPRESSED);
	plot->has_reference = true;
	plot->reference_label = "All";
	for (double reference = 0; reference < 200; reference += 5) {
		struct labels states, lines;

		plot->reference = reference;
		draw(false);
		states = labels_with(&look, &labels, PART_STATE_MARK);
		lines = labels_with(&look, &marks, PART_REFERENCE);
		for (size_t i = 0; i < states.count; i++)
			cr_assert(lines.items[0].box.x < states.items[i].box.x ||
					  lines.items[0].box.x > right(&states.items[i]),
				  "an average of %g", reference);
	}
}

/* As many bodies as a region has, with the names they have. */
Test(dots, many_long_names_stay_on_one_page)
{
	double values[30];
	struct scene *scene;

	for (size_t i = 0; i < 30; i++)
		values[i] = (double)i;
	plot = plot_of(arena, "dots", values, 30);
	for (size_t i = 0; i < 30; i++) {
		plot->categories[i].label = "University Hospitals of North Midlands NHS";
		plot_interval(arena, plot, 0, i, (double)i, (double)i + 1);
	}
	scene = draw(false);
	cr_assert_leq(scene->height, 700);
}

Test(dots, the_line_of_the_axis_stands_at_zero)
{
	struct axis_reading axis = axis_read(&look, draw(false));
	struct labels lines = labels_with(&look, &marks, PART_AXIS);

	cr_assert_float_eq(lines.items[0].box.x, axis_place(&axis, 0), 0.05);
	for (size_t i = 0; i < GROUPS; i++) {
		plot->values[i].value -= 400;
		plot_interval(arena, plot, 0, i, plot->values[i].value - 20,
			      plot->values[i].value + 20);
	}
	axis = axis_read(&look, draw(false));
	lines = labels_with(&look, &marks, PART_AXIS);
	cr_assert_lt(axis.first, 0);
	cr_assert_float_eq(lines.items[0].box.x, axis_place(&axis, 0), 0.05);
}

/* Intervals of adjusted rates of few events can begin below zero. */
Test(dots, a_limit_of_low_reliability_below_zero_does_not_move_the_start_of_the_axis)
{
	struct axis_reading axis;

	plot->values[2].state = VALUE_UNRELIABLE;
	plot_interval(arena, plot, 0, 2, -18.4, 840.7);
	axis = axis_read(&look, draw(false));
	cr_assert_float_eq(axis.first, 0, 1e-9);
	cr_assert(chart_cuts_interval(plot));
	cr_assert_not_null(label_find(&labels, "\xe2\x88\x92"
					       "18.4 to 840.7"));
}
