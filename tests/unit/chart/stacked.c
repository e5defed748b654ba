#include <criterion/criterion.h>
#include <math.h>

#include "chart/kind.h"
#include "document/plot_parts.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

enum { ROWS = 3, PARTS = 4 };

static const enum part_side none[PARTS] = { PART_SIDE_NONE };
static const enum part_side sides[PARTS] = { PART_SIDE_NEGATIVE, PART_SIDE_NEUTRAL,
					     PART_SIDE_POSITIVE, PART_SIDE_POSITIVE };
static const char *const negative[ROWS] = { "10%", "20%", "30%" };
static const char *const positive[ROWS] = { "65%", "60%", "50%" };
static struct plot_parts parts;
static struct plot *plot;
static struct scene *scene;
static struct labels labels, marks, bars;

static void set_up(void)
{
	static const double values[PARTS][ROWS] = {
		{ 10, 20, 30 }, { 25, 20, 20 }, { 60, 58, 45 }, { 5, 2, 5 }
	};
	static const char *const names[PARTS] = { "No", "Neither", "Yes", "Yes, always" };

	suite_look_load();
	parts = (struct plot_parts){ .sides = none, .unknown = -1 };
	plot = plot_of(arena, "stacked", values[0], ROWS);
	plot->percentage = true;
	plot_set_series(arena, plot, PARTS);
	for (size_t i = 0; i < PARTS * ROWS; i++) {
		double value = values[i / ROWS][i % ROWS];

		plot->values[i] =
			(struct plot_value){ .state = VALUE_SHOWN,
					     .value = value,
					     .text = plot_number_text(arena, plot, value, 0),
					     .interval = "" };
	}
	for (size_t s = 0; s < PARTS; s++)
		plot->series[s].label = names[s];
	plot->parts = &parts;
}

TestSuite(stacked, .init = set_up, .fini = suite_look_free);

static void draw(bool half)
{
	scene = plot_draw(&look, plot, half);
	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
	bars = labels_with(&look, &marks, PART_BAR);
}

static void set_scale(void)
{
	parts = (struct plot_parts){ .sides = sides,
				     .meets = true,
				     .unknown = -1,
				     .negative = negative,
				     .positive = positive };
}

Test(stacked, parts_are_as_wide_as_their_shares)
{
	draw(false);
	/* The key has a swatch for each part. */
	cr_assert_eq(bars.count, PARTS + ROWS * PARTS);
	for (size_t i = 0; i < ROWS; i++) {
		const struct label *first = &bars.items[PARTS + i * PARTS], *third = first + 2;
		double ratio = plot_value(plot, 2, i)->value / plot_value(plot, 0, i)->value;

		/* A white gap of 1 pt is taken from each. */
		cr_assert_float_eq((third->box.width + 1) / (first->box.width + 1), ratio, 0.01);
	}
}

Test(stacked, every_share_is_printed_inside_or_under_its_bar)
{
	draw(false);
	cr_assert_eq(labels_with(&look, &labels, PART_VALUE_LABEL).count, ROWS * PARTS);
	cr_assert_gt(label_find(&labels, "2%")->box.y, label_find(&labels, "58%")->box.y + 5);
}

Test(stacked, words_keep_apart_and_inside_on_a_scale_and_off)
{
	for (int scale = 0; scale < 2; scale++)
		for (int half = 0; half < 2; half++) {
			if (scale == 1)
				set_scale();
			draw(half == 1);
			cr_expect_null(labels_overlap(&look, &labels), "%d %d", scale, half);
			cr_expect_null(
				labels_outside(&look, &labels,
					       (struct box){ 0, 0, scene->width, scene->height }),
				"%d %d", scale, half);
			cr_expect_null(labels_too_small(&look, &labels));
		}
}

Test(stacked, answers_meet_in_one_line_for_all_rows)
{
	struct labels lines;

	set_scale();
	draw(false);
	lines = labels_with(&look, &marks, PART_AXIS);
	cr_assert_eq(lines.count, ROWS);
	for (size_t i = 0; i < ROWS; i++) {
		const struct label *row = &bars.items[PARTS + i * PARTS];

		/* From left to right: negative, then the positive ones; half of the gap beside the line. */
		cr_assert_eq(lines.items[i].box.x, lines.items[0].box.x);
		cr_assert_float_eq(row->box.x + row->box.width, lines.items[i].box.x - 0.5, 0.6);
		cr_assert_float_eq((row + 1)->box.x, lines.items[i].box.x + 0.5, 0.6);
	}
	cr_assert_not_null(label_find(&labels, "65%"));
}

Test(stacked, a_row_with_a_hidden_part_has_no_bar)
{
	plot_hide(plot, 3, 1, VALUE_SUPPRESSED);
	draw(false);
	cr_assert_eq(bars.count, PARTS + (ROWS - 1) * PARTS);
	cr_assert_eq(label_count(&labels, "[c]"), 1);
}

Test(stacked, a_part_of_zero_is_printed)
{
	plot->values[3 * ROWS].value = 0;
	plot->values[3 * ROWS].text = "0%";
	draw(false);
	cr_assert_eq(label_count(&labels, "0%"), 2, "the axis and the part");
}
