#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/reading.h"
#include "support/suite_look.h"

enum { PERIODS = 5, SERIES = 5 };

static struct plot *plot;
static struct labels labels, marks, lines;

static void set_up(void)
{
	static struct plot_series series[SERIES] = {
		{ "1 most deprived", EMPHASIS_FIRST },
		{ "2", EMPHASIS_CONTEXT },
		{ "3", EMPHASIS_CONTEXT },
		{ "4", EMPHASIS_CONTEXT },
		{ "5 least deprived", EMPHASIS_LAST },
	};
	double values[SERIES * PERIODS];

	suite_look_load();
	for (size_t s = 0; s < SERIES; s++)
		for (size_t i = 0; i < PERIODS; i++)
			values[s * PERIODS + i] = 90 - 12 * (double)s + 1.5 * (double)i;
	plot = plot_of(arena, "trend", values, SERIES * PERIODS);
	plot->category_count = PERIODS;
	plot->series_count = SERIES;
	plot->series = series;
	for (size_t i = 0; i < PERIODS; i++)
		plot->categories[i].label = arena_printf(arena, "%zu", 2020 + i);
}

TestSuite(trend_chart, .init = set_up, .fini = suite_look_free);

static struct scene *draw(void)
{
	struct scene *scene = plot_draw(&look, plot, false);

	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
	lines = labels_with(&look, &marks, PART_LINE);
	return scene;
}

static size_t segments(const struct label *line)
{
	size_t count = 0;

	for (size_t i = 0; i < line->item->path->count; i++)
		count += line->item->path->steps[i].verb == PATH_LINE;
	return count;
}

/* The line of a series, by its colour and place in the order of drawing. */
static const struct label *line_in(enum colour_role colour)
{
	for (size_t i = 0; i < lines.count; i++)
		if (look_is_colour(&look, lines.items[i].item->path->stroke, colour))
			return &lines.items[i];
	return NULL;
}

Test(trend_chart, the_most_deprived_is_dark_and_solid_the_least_orange_and_dashed)
{
	const struct scene_path *path;

	draw();
	cr_assert_eq(lines.count, SERIES);
	path = line_in(COLOUR_MARK)->item->path;
	cr_assert_float_eq(path->line_width, 2.5, 1e-9);
	cr_assert_float_eq(path->dash[0], 0, 1e-9);
	path = line_in(COLOUR_MARK_SECOND)->item->path;
	cr_assert_float_eq(path->line_width, 2.5, 1e-9);
	cr_assert_float_eq(path->dash[0], 5, 1e-9);
	cr_assert_float_eq(path->dash[1], 3, 1e-9);
	path = line_in(COLOUR_CONTEXT)->item->path;
	cr_assert_float_eq(path->line_width, 1, 1e-9);
	cr_assert_float_eq(path->dash[0], 0, 1e-9);
}

Test(trend_chart, the_lines_in_focus_are_drawn_over_those_that_stand_back)
{
	draw();
	for (size_t i = 0; i < 3; i++)
		cr_assert(look_is_colour(&look, lines.items[i].item->path->stroke, COLOUR_CONTEXT));
}

Test(trend_chart, only_the_lines_in_focus_have_points)
{
	struct labels dots;

	draw();
	dots = labels_with(&look, &marks, PART_DOT);
	cr_assert_eq(dots.count, 2 * PERIODS);
	for (size_t i = 0; i < dots.count; i++)
		cr_assert_float_eq(dots.items[i].box.width, i < PERIODS ? 6 : 4.4, 0.01);
}

static size_t corners(const struct label *mark)
{
	size_t count = 0;

	for (size_t i = 0; i < mark->item->path->count; i++)
		count += mark->item->path->steps[i].verb == PATH_LINE;
	return count;
}

/* Whatever the usual points of its line are: filled, rings, or none. */
Test(trend_chart, a_figure_of_low_reliability_has_another_form_on_every_line)
{
	for (size_t s = 0; s < SERIES; s++) {
		struct labels dots;
		size_t odd = 0;

		plot->values[s * PERIODS + 2].state = VALUE_UNRELIABLE;
		draw();
		dots = labels_with(&look, &marks, PART_DOT);
		for (size_t i = 0; i < dots.count; i++)
			odd += corners(&dots.items[i]) > 0;
		cr_expect_eq(odd, 1, "%zu diamonds on %s", odd, plot->series[s].label);
		plot->values[s * PERIODS + 2].state = VALUE_SHOWN;
	}
}

static size_t intervals_in(const struct scene *scene)
{
	size_t count = 0;

	for (size_t i = 0; i < scene->count; i++)
		count += scene->items[i].part == PART_INTERVAL;
	return count;
}

/* The white edge of an interval would cut the point of the other line in two. */
Test(trend_chart, no_interval_is_drawn_over_a_point)
{
	const struct scene *scene;
	bool point = false;

	for (size_t s = 0; s < SERIES; s += SERIES - 1)
		for (size_t i = 0; i < PERIODS; i++)
			plot_interval(arena, plot, s, i, 10, 95);
	scene = draw();
	for (size_t i = 0; i < scene->count; i++) {
		point = point || scene->items[i].part == PART_DOT;
		cr_expect(!point || scene->items[i].part != PART_INTERVAL);
	}
	cr_expect(point && intervals_in(scene) > 0);
}

Test(trend_chart, every_line_is_named_at_its_end_with_its_last_value)
{
	struct labels names, values;

	draw();
	names = labels_with(&look, &labels, PART_SERIES_LABEL);
	cr_assert_eq(names.count, SERIES);
	values = labels_with(&look, &labels, PART_VALUE_LABEL);
	for (size_t s = 0; s < SERIES; s++) {
		const struct label *name = label_find(&names, plot->series[s].label);
		const struct label *value =
			label_find(&values, plot->values[s * PERIODS + PERIODS - 1].text);

		cr_assert(name && value);
		cr_assert_float_eq(name->at.y, value->at.y, 0.2);
		cr_assert_lt(name->box.x, value->box.x);
		if (s > 0)
			cr_assert_geq(name->at.y - names.items[s - 1].at.y, 12.5 - 0.3);
	}
}

Test(trend_chart, end_labels_keep_apart_when_the_lines_meet)
{
	struct labels names;

	for (size_t s = 0; s < SERIES; s++) {
		plot->values[s * PERIODS + PERIODS - 1].value = 50 + 0.1 * (double)s;
		plot->values[s * PERIODS + PERIODS - 1].text = arena_printf(arena, "50.%zu", s);
	}
	draw();
	names = labels_with(&look, &labels, PART_SERIES_LABEL);
	for (size_t s = 1; s < SERIES; s++)
		cr_assert_geq(names.items[s].at.y - names.items[s - 1].at.y, 12.2);
	/* The highest at the top. */
	cr_assert_str_eq(names.items[0].text, "5 least deprived");
	cr_assert_str_eq(names.items[SERIES - 1].text, "1 most deprived");
}

Test(trend_chart, leaders_run_from_the_end_of_a_line_to_its_name)
{
	struct axis_reading axis = axis_read(&look, draw());
	struct labels leaders = labels_with(&look, &marks, PART_LEADER);
	const struct scene_path *path = leaders.items[0].item->path;

	cr_assert_eq(leaders.count, 1);
	cr_assert_eq(path->count, 2 * SERIES);
	cr_assert_float_eq(path->line_width, 0.5, 1e-9);
	for (size_t s = 0; s < SERIES; s++)
		cr_assert_float_eq(path->steps[2 * s].y,
				   axis_place(&axis, plot->values[s * PERIODS + PERIODS - 1].value),
				   0.05);
}

Test(trend_chart, points_are_never_joined_across_a_hidden_figure)
{
	plot_hide(plot, 0, 2, VALUE_SUPPRESSED);
	draw();
	/* Of the four pieces between five points, the two beside the hidden one go. */
	cr_assert_eq(segments(line_in(COLOUR_MARK)), 2);
	cr_assert_eq(segments(line_in(COLOUR_MARK_SECOND)), 4);
	cr_assert_eq(labels_with(&look, &marks, PART_DOT).count, 2 * PERIODS - 1);
}

Test(trend_chart, points_are_never_joined_across_a_missing_period)
{
	plot->categories[3].after_gap = true;
	draw();
	for (size_t i = 0; i < lines.count; i++)
		cr_assert_eq(segments(&lines.items[i]), 3);
}

/* A dashed line stands half way between the two periods, as high as the panel. */
Test(trend_chart, points_are_never_joined_across_a_break_which_is_drawn)
{
	struct labels axis;
	const struct label *line = NULL;
	double before, after;

	plot->categories[3].after_break = true;
	draw();
	for (size_t i = 0; i < lines.count; i++)
		cr_assert_eq(segments(&lines.items[i]), 3);
	axis = labels_with(&look, &marks, PART_AXIS);
	for (size_t i = 0; i < axis.count; i++)
		if (axis.items[i].box.width < 0.01 && axis.items[i].box.height > 20)
			line = &axis.items[i];
	cr_assert_not_null(line);
	before = line_in(COLOUR_MARK)->item->path->steps[2].x;
	after = line_in(COLOUR_MARK)->item->path->steps[3].x;
	cr_assert_float_eq(line->box.x, (before + after) / 2, 0.01);
}

Test(trend_chart, a_figure_alone_between_gaps_gets_a_point_in_any_line)
{
	plot_hide(plot, 1, 1, VALUE_SUPPRESSED);
	plot_hide(plot, 1, 3, VALUE_NOT_AVAILABLE);
	draw();
	/* The third of the second line stands alone; the first and the last too. */
	cr_assert_eq(labels_with(&look, &marks, PART_DOT).count, 2 * PERIODS + 3);
}

Test(trend_chart, hidden_figures_are_marked_once_under_their_period)
{
	struct labels states, ticks;
	const struct label *period;
	struct scene *scene;

	plot_hide(plot, 1, 2, VALUE_SUPPRESSED);
	plot_hide(plot, 2, 2, VALUE_SUPPRESSED);
	plot_hide(plot, 3, 1, VALUE_NOT_AVAILABLE);
	scene = draw();
	states = labels_with(&look, &labels, PART_STATE_MARK);
	ticks = labels_with(&look, &labels, PART_TICK_LABEL);
	cr_assert_eq(states.count, 2);
	period = label_find(&ticks, "2022");
	cr_assert_not_null(label_find(&states, "[x]"));
	cr_assert_float_eq(label_find(&states, "[c]")->box.x +
				   label_find(&states, "[c]")->box.width / 2,
			   period->box.x + period->box.width / 2, 0.5);
	cr_assert_gt(label_find(&states, "[c]")->at.y, period->at.y);
	cr_assert_null(
		labels_outside(&look, &states, (struct box){ 0, 0, scene->width, scene->height }));
}

Test(trend_chart, a_group_that_does_not_apply_is_not_marked)
{
	plot_hide(plot, 3, 0, VALUE_NOT_APPLICABLE);
	draw();
	cr_assert_null(label_find(&labels, "[z]"));
}

Test(trend_chart, periods_stand_from_left_to_right_in_equal_steps)
{
	struct labels ticks, dots;
	double step;

	draw();
	ticks = labels_with(&look, &labels, PART_TICK_LABEL);
	dots = labels_with(&look, &marks, PART_DOT);
	step = dots.items[1].box.x - dots.items[0].box.x;
	cr_assert_gt(step, 10);
	for (size_t i = 1; i < PERIODS; i++) {
		const struct label *period = label_find(&ticks, plot->categories[i].label);

		cr_assert_float_eq(dots.items[i].box.x - dots.items[i - 1].box.x, step, 0.01);
		cr_assert_float_eq(period->box.x + period->box.width / 2,
				   dots.items[i].box.x + dots.items[i].box.width / 2, 0.1);
	}
}

Test(trend_chart, the_first_values_of_the_lines_in_focus_are_printed_above_and_below)
{
	struct axis_reading axis = axis_read(&look, draw());
	const struct label *first = label_find(&labels, "90.0");
	const struct label *last = label_find(&labels, "42.0");

	cr_assert(first && last);
	cr_assert_lt(first->at.y, axis_place(&axis, 90));
	cr_assert_gt(last->box.y, axis_place(&axis, 42));
	cr_assert_null(label_find(&labels, "78.0"));
}

Test(trend_chart, many_lines_make_the_figure_higher)
{
	enum { MANY = 20 };
	struct plot_series many[MANY];
	double values[MANY * 3];
	struct scene *scene;

	for (size_t i = 0; i < MANY; i++)
		many[i] = (struct plot_series){ .label = arena_printf(arena, "Line %zu", i) };
	for (size_t i = 0; i < (size_t)MANY * 3; i++)
		values[i] = 40 + (double)i / 10;
	plot = plot_of(arena, "trend", values, (size_t)MANY * 3);
	plot->category_count = 3;
	plot->series_count = MANY;
	plot->series = many;
	scene = draw();
	cr_assert_gt(scene->height, 55 * 72 / 25.4 + 50);
	cr_assert_null(labels_overlap(&look, &labels));
}

/* Nothing but the subtitle is above a trend without a title of the axis. */
Test(trend_chart, a_first_value_near_the_top_of_the_axis_stays_inside_the_figure)
{
	struct scene *scene;

	for (size_t i = 0; i < SERIES * PERIODS; i++)
		plot->values[i].value = 100;
	plot_interval(arena, plot, 0, 0, 99, 100);
	plot->values[0].text = "100.0";
	scene = draw();
	cr_assert_not_null(label_find(&labels, "100.0"));
	cr_assert_null(
		labels_outside(&look, &labels, (struct box){ 0, 0, scene->width, scene->height }),
		"%s",
		labels_outside(&look, &labels, (struct box){ 0, 0, scene->width, scene->height }));
}

Test(trend_chart, neither_axis_nor_gridlines_run_under_the_names)
{
	struct labels names, axis, grid;

	for (size_t i = 0; i < SERIES * PERIODS; i++)
		plot->values[i].value = 0.1;
	draw();
	names = labels_with(&look, &labels, PART_SERIES_LABEL);
	axis = labels_with(&look, &marks, PART_AXIS);
	grid = labels_with(&look, &marks, PART_GRIDLINE);
	for (size_t i = 0; i < names.count; i++) {
		cr_assert_gt(names.items[i].box.x, axis.items[0].box.x + axis.items[0].box.width);
		cr_assert_gt(names.items[i].box.x, grid.items[0].box.x + grid.items[0].box.width);
	}
}

Test(trend_chart, a_line_whose_last_figure_is_hidden_is_named_all_the_same)
{
	const struct label *name, *mark = NULL;

	plot_hide(plot, 1, PERIODS - 1, VALUE_SUPPRESSED);
	draw();
	name = label_find(&labels, "2");
	cr_assert_not_null(name);
	for (size_t i = 0; i < labels.count; i++)
		if (strcmp(labels.items[i].text, "[c]") == 0 && labels.items[i].box.x > name->box.x)
			mark = &labels.items[i];
	cr_assert_not_null(mark);
	cr_assert_float_eq(mark->at.y, name->at.y, 0.2);
}

Test(trend_chart, one_line_without_a_name_has_its_last_value_alone)
{
	plot->series_count = 1;
	plot->series[0].label = "";
	draw();
	plot->series[0].label = "1 most deprived";
	cr_assert_eq(labels_with(&look, &labels, PART_SERIES_LABEL).count, 0);
	cr_assert_not_null(label_find(&labels, plot->values[PERIODS - 1].text));
	cr_assert_eq(labels_with(&look, &marks, PART_LEADER).count, 0);
}

static struct labels periods_of_month(const char *month, bool half)
{
	struct scene *scene;

	for (size_t i = 0; i < PERIODS; i++)
		plot->categories[i].label = arena_printf(arena, "%s\xc2\xa0%zu", month, 2020 + i);
	scene = plot_draw(&look, plot, half);
	labels = labels_of(&look, scene);
	return labels_with(&look, &labels, PART_TICK_LABEL);
}

/* Words of a row of periods never come closer than 12 points on one line. */
Test(trend_chart, periods_that_would_nearly_touch_take_two_lines)
{
	struct labels ticks = periods_of_month("September", false);
	double first_base = -1;
	size_t years = 0;

	for (size_t i = 0; i < ticks.count; i++) {
		double number;

		if (strstr(ticks.items[i].text, "September") != NULL)
			first_base = ticks.items[i].at.y;
		years += number_read(ticks.items[i].text, &number) && number > 2000;
	}
	cr_assert_gt(first_base, 0);
	cr_assert_eq(years, PERIODS, "%zu years stand on a line of their own", years);
}

Test(trend_chart, periods_are_never_cut_the_last_is_always_named)
{
	struct labels ticks = periods_of_month("November", true);
	bool last = false;

	for (size_t i = 0; i < ticks.count; i++) {
		cr_assert_null(strstr(ticks.items[i].text, "\xe2\x80\xa6"));
		last = last || strstr(ticks.items[i].text, "2024") != NULL;
	}
	cr_assert(last);
}

/* A line of nothing would lie under the axis. */
Test(trend_chart, a_line_at_zero_stands_clear_of_the_axis)
{
	const struct label *line;
	struct labels axis;

	for (size_t i = 0; i < PERIODS; i++)
		plot->values[4 * PERIODS + i].value = 0;
	draw();
	line = line_in(COLOUR_MARK_SECOND);
	axis = labels_with(&look, &marks, PART_AXIS);
	cr_assert_not_null(line);
	cr_assert_gt(axis.count, 0);
	cr_expect_lt(line->box.y, axis.items[0].box.y - 2);
}

/* What is well above zero stands on the axis as before. */
Test(trend_chart, an_axis_begins_at_its_foot_when_no_line_runs_along_it)
{
	struct labels axis, grid;

	draw();
	axis = labels_with(&look, &marks, PART_AXIS);
	grid = labels_with(&look, &marks, PART_GRIDLINE);
	cr_expect_float_eq(grid.items[0].box.y + grid.items[0].box.height, axis.items[0].box.y,
			   0.01);
}

/* The axis goes from 0 to 100: of an interval of 2 points nothing but its caps would be seen beside the point. */
Test(trend_chart, an_interval_as_short_as_its_point_is_left_out_and_told)
{
	plot_interval(arena, plot, 0, 0, plot->values[0].value - 1, plot->values[0].value + 1);
	cr_expect_eq(intervals_in(draw()), 0);
	cr_expect(chart_leaves_out_intervals(plot));
	plot_interval(arena, plot, 0, 1, plot->values[1].value - 8, plot->values[1].value + 8);
	cr_expect_eq(intervals_in(draw()), 1);
	cr_expect_not(chart_leaves_out_intervals(plot));
	cr_expect(chart_hides_interval(plot));
}
