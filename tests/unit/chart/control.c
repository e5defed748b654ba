#include <criterion/criterion.h>
#include <math.h>

#include "chart/kind.h"
#include "document/plot_process.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

enum { POINTS = 14 };

static enum verdict verdicts[POINTS];
static struct process_stretch stretch;
static struct plot_process process;
static struct plot *plot;
static struct scene *scene;
static struct labels labels, marks;

static void set_up(void)
{
	double values[POINTS];

	suite_look_load();
	for (size_t i = 0; i < POINTS; i++) {
		values[i] = i % 2 == 0 ? 50 : 52;
		verdicts[i] = VERDICT_SIMILAR;
	}
	plot = plot_of(arena, "control", values, POINTS);
	stretch = (struct process_stretch){ 0, POINTS - 1, 51, 45.68, 56.32, false };
	process = (struct plot_process){
		.stretches = &stretch,
		.stretch_count = 1,
		.verdicts = verdicts,
		.variation = { "H", "unusual: of concern", VERDICT_WORSE },
		.assurance = { "?", "target met at times", VERDICT_SIMILAR },
		.mean_label = "mean 51",
		.limit_label = "limits 45.7 to 56.3",
	};
	plot->process = &process;
}

TestSuite(control_chart, .init = set_up, .fini = suite_look_free);

static void draw(bool half)
{
	scene = plot_draw(&look, plot, half);
	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
}

/* The verb that draws the n-th point. */
static enum path_verb shape_of(size_t point)
{
	return labels_with(&look, &marks, PART_DOT).items[point].item->path->steps[0].verb;
}

Test(control_chart, the_shape_of_a_point_says_what_it_means)
{
	verdicts[1] = VERDICT_BETTER;
	verdicts[2] = VERDICT_WORSE;
	verdicts[3] = VERDICT_HIGHER;
	draw(false);
	cr_assert_eq(labels_with(&look, &marks, PART_DOT).count, POINTS);
	cr_assert_eq(shape_of(0), PATH_CIRCLE);
	cr_assert_eq(shape_of(1), PATH_CIRCLE);
	cr_assert_eq(shape_of(2), PATH_RECTANGLE);
	cr_assert_eq(shape_of(3), PATH_MOVE, "a diamond");
}

Test(control_chart, icons_carry_letters_and_words)
{
	struct labels icons;

	draw(false);
	icons = labels_with(&look, &labels, PART_SERIES_LABEL);
	cr_assert_eq(label_count(&icons, "H"), 1);
	cr_assert_eq(label_count(&icons, "?"), 1);
	cr_assert_not_null(label_find(&labels, "unusual: of concern"));
}

Test(control_chart, mean_and_limits_stand_at_their_numbers)
{
	struct labels lines;

	draw(false);
	lines = labels_with(&look, &marks, PART_REFERENCE);
	cr_assert_eq(lines.count, 3);
	/* The mean is half way between the limits. */
	cr_assert_float_eq(lines.items[0].box.y, (lines.items[1].box.y + lines.items[2].box.y) / 2,
			   0.01);
	cr_assert_gt(lines.items[1].box.y, lines.items[2].box.y);
}

Test(control_chart, a_limit_that_no_figure_can_have_is_not_drawn)
{
	stretch.low = -INFINITY;
	draw(false);
	cr_assert_eq(labels_with(&look, &marks, PART_REFERENCE).count, 2);
}

Test(control_chart, a_hidden_point_is_a_gap)
{
	plot_hide(plot, 0, 5, VALUE_SUPPRESSED);
	draw(false);
	cr_assert_eq(labels_with(&look, &marks, PART_DOT).count, POINTS - 1);
	cr_assert_eq(label_count(&labels, "[c]"), 1);
}

Test(control_chart, words_keep_apart_and_inside)
{
	for (int half = 0; half < 2; half++) {
		draw(half == 1);
		cr_expect_null(labels_overlap(&look, &labels));
		cr_expect_null(labels_outside(&look, &labels,
					      (struct box){ 0, 0, scene->width, scene->height }));
	}
}
