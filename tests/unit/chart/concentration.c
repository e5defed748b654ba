#include <criterion/criterion.h>

#include "chart/kind.h"
#include "document/plot_shares.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

enum { POINTS = 4 };

static const double people[2 * POINTS] = { 0, 30, 60, 100, 0, 30, 60, 100 };
static const char *const indices[2] = { "relative index 0.100 (0.080 to 0.120)",
					"relative index 0.050 (0.030 to 0.070)" };
static const struct plot_shares shares = {
	.people = people,
	.indices = indices,
	.people_title = "Cumulative share of people, the most deprived first",
	.diagonal = "the same share for everybody"
};
static struct plot *plot;
static struct scene *scene;
static struct labels labels, marks;

static void set_up(void)
{
	static const double values[2 * POINTS] = { 0, 40, 70, 100, 0, 35, 65, 100 };

	suite_look_load();
	plot = plot_of(arena, "concentration", values, POINTS);
	plot_set_series(arena, plot, 2);
	for (size_t i = 0; i < 2 * POINTS; i++)
		plot->values[i] = (struct plot_value){
			.state = VALUE_SHOWN, .value = values[i], .text = "1%", .interval = ""
		};
	plot->series[0].label = "2020";
	plot->series[1].label = "2024";
	plot->shares = &shares;
}

TestSuite(concentration_chart, .init = set_up, .fini = suite_look_free);

static void draw(bool half)
{
	scene = plot_draw(&look, plot, half);
	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
}

Test(concentration_chart, the_panel_is_a_square_with_its_diagonal)
{
	struct labels lines;

	draw(false);
	lines = labels_with(&look, &marks, PART_REFERENCE);
	cr_assert_float_eq(lines.items[0].box.width, lines.items[0].box.height, 0.01);
	cr_assert_eq(label_count(&labels, "100%"), 2);
}

Test(concentration_chart, curves_carry_their_names_and_indices)
{
	draw(false);
	cr_assert_eq(labels_with(&look, &marks, PART_LINE).count, 2);
	cr_assert_not_null(label_find(&labels, "2020"));
	cr_assert_not_null(label_find(&labels, "2024"));
}

Test(concentration_chart, a_curve_with_a_hidden_point_is_not_drawn)
{
	plot_hide(plot, 1, 0, VALUE_SUPPRESSED);
	draw(false);
	cr_assert_eq(labels_with(&look, &marks, PART_LINE).count, 1);
	cr_assert_eq(label_count(&labels, "[c]"), 1);
}

Test(concentration_chart, words_keep_apart_and_inside)
{
	for (int half = 0; half < 2; half++) {
		draw(half == 1);
		cr_expect_null(labels_overlap(&look, &labels));
		cr_expect_null(labels_outside(&look, &labels,
					      (struct box){ 0, 0, scene->width, scene->height }));
	}
}
