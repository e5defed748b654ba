#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "support/labels.h"
#include "support/plots.h"
#include "support/reading.h"
#include "support/suite_look.h"

static struct plot *plot;
static struct scene *scene;
static struct labels labels, marks;

/* Fifths of equal size with high boxes, an average and a line that falls as a curve. */
static void set_up(void)
{
	static const char *const names[] = { "1", "2", "3", "4", "5" };
	const double values[] = { 80, 70, 62, 55, 50 };

	suite_look_load();
	plot = plot_of(arena, "gradient", values, 5);
	for (size_t i = 0; i < 5; i++) {
		plot->categories[i].label = plot->categories[i].short_label = names[i];
		plot->categories[i].share = 0.2;
		plot->categories[i].share_text = "20%";
	}
	plot->categories[0].end_label = "most deprived";
	plot->categories[4].end_label = "least deprived";
	plot->share_label = "of people";
	plot->has_fitted = true;
	for (size_t i = 0; i < FITTED_POINTS; i++)
		plot->fitted[i] = 88 * pow(48.0 / 88, (double)i / (FITTED_POINTS - 1));
	plot->fitted_first_text = "88.0";
	plot->fitted_last_text = "48.0";
	plot->fitted_label = "fitted line";
	plot->has_reference = true;
	plot->reference = 64;
	plot->reference_label = "All 64.0";
}

TestSuite(gradient_chart, .init = set_up, .fini = suite_look_free);

static void draw(bool half)
{
	scene = plot_draw(&look, plot, half);
	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
}

static const struct label *label(const char *text)
{
	const struct label *found = label_find(&labels, text);

	cr_assert_not_null(found, "there is no label %s", text);
	return found;
}

static const struct scene_path *fitted_line(void)
{
	for (size_t i = 0; i < scene->count; i++)
		if (scene->items[i].part == PART_LINE)
			return scene->items[i].path;
	cr_assert_fail("there is no fitted line");
	return NULL;
}

Test(gradient_chart, the_fitted_line_is_drawn_through_all_of_its_points)
{
	struct axis_reading axis;
	const struct scene_path *line;
	double left, width;

	draw(false);
	axis = axis_read(&look, scene);
	line = fitted_line();
	cr_assert_eq(line->count, FITTED_POINTS);
	left = line->steps[0].x;
	width = line->steps[FITTED_POINTS - 1].x - left;
	for (size_t i = 0; i < FITTED_POINTS; i++) {
		cr_expect_float_eq(line->steps[i].x, left + width * (double)i / (FITTED_POINTS - 1),
				   0.01);
		cr_expect_float_eq(line->steps[i].y, axis_place(&axis, plot->fitted[i]), 0.05);
	}
}

Test(gradient_chart, the_line_spans_the_boxes)
{
	const struct scene_path *line;
	struct labels boxes;

	draw(false);
	line = fitted_line();
	boxes = labels_with(&look, &marks, PART_TINT);
	cr_expect_float_eq(line->steps[0].x, boxes.items[0].box.x, 0.01);
	cr_expect_float_eq(line->steps[FITTED_POINTS - 1].x,
			   boxes.items[4].box.x + boxes.items[4].box.width, 0.01);
}

Test(gradient_chart, values_stand_in_one_row_at_the_foot_of_the_boxes)
{
	struct axis_reading axis;

	draw(false);
	axis = axis_read(&look, scene);
	for (size_t i = 0; i < 5; i++) {
		cr_expect_float_eq(label(plot->values[i].text)->at.y, label("80.0")->at.y, 0.01);
		cr_expect_lt(label(plot->values[i].text)->at.y, axis_place(&axis, 0));
	}
	cr_expect_null(label_find(&labels, plot->value_heading));
}

/* A low box leaves no room under its point: all values move together, and their row is named. */
Test(gradient_chart, values_stand_under_the_names_when_one_box_is_too_low)
{
	struct axis_reading axis;
	double base;

	plot->values[4].value = 3;
	plot->values[4].text = "3.0";
	draw(false);
	axis = axis_read(&look, scene);
	base = label("3.0")->at.y;
	for (size_t i = 0; i < 5; i++) {
		const struct label *value = label(plot->values[i].text);

		cr_expect_float_eq(value->at.y, base, 0.01);
		cr_expect_gt(value->box.y, axis_place(&axis, 0));
		cr_expect_gt(value->at.y, label(plot->categories[i].short_label)->at.y);
	}
	cr_expect_float_eq(label(plot->value_heading)->at.y, base, 0.01);
}

Test(gradient_chart, a_value_wider_than_its_box_does_not_stand_in_it)
{
	struct axis_reading axis;

	plot->values[2].text = "62,000,000,000";
	draw(false);
	axis = axis_read(&look, scene);
	cr_expect_gt(label("62,000,000,000")->box.y, axis_place(&axis, 0));
}

/* The line's end and the average want the same place beside the panel. */
Test(gradient_chart, the_names_of_line_and_average_keep_apart)
{
	static const double references[] = { 44, 46, 48, 50, 52 };

	for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++) {
		plot->reference = references[i];
		draw(false);
		cr_expect_null(labels_overlap(&look, &labels), "average %g: %s", references[i],
			       labels_overlap(&look, &labels));
		cr_expect_gt(fabs(label("All 64.0")->at.y - label("48.0")->at.y), 11);
		cr_expect_gt(fabs(label("All 64.0")->at.y - label("fitted line")->at.y), 11);
	}
}

Test(gradient_chart, the_first_end_of_the_line_is_named_clear_of_the_average)
{
	struct axis_reading axis;

	for (double reference = 70; reference <= 95; reference += 1) {
		const struct label *end;
		double y;

		plot->reference = reference;
		draw(false);
		axis = axis_read(&look, scene);
		end = label("88.0");
		y = axis_place(&axis, reference);
		cr_expect(y < end->box.y || y > end->at.y, "the average %g crosses the label",
			  reference);
	}
}

Test(gradient_chart, a_value_of_low_reliability_says_so)
{
	plot->values[1].state = VALUE_UNRELIABLE;
	draw(false);
	cr_expect_not_null(label_find(&labels, "70.0 [u]"));
	cr_expect_null(label_find(&labels, "70.0"));
}
