#include <criterion/criterion.h>
#include <string.h>

#include "chart/kind.h"
#include "document/plot_waits.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

enum { CLASSES = 4, GROUPS = 3 };

static const double edges[CLASSES + 1] = { 0, 13, 26, 52, 65 };
static const char *const over[GROUPS + 1] = { "46% over 18 weeks", "42% over 18 weeks",
					      "38% over 18 weeks", "" };
static const struct plot_waits waits = { .edges = edges,
					 .over = over,
					 .reading = "How to read the panels",
					 .group_label = "this fifth",
					 .all_label = "all waits",
					 .over_label = "over 18 weeks",
					 .classes = "% of waits",
					 .weeks_label = "",
					 .standard = -1 };
static struct plot *plot;
static struct scene *scene;
static struct labels labels, marks;

static void set_up(void)
{
	static const double values[CLASSES] = { 40, 30, 24, 6 };

	suite_look_load();
	plot = plot_of(arena, "waits", values, CLASSES);
	plot->percentage = true;
	plot_set_series(arena, plot, GROUPS + 1);
	for (size_t i = 0; i < (GROUPS + 1) * CLASSES; i++)
		plot->values[i] = (struct plot_value){ .state = VALUE_SHOWN,
						       .value = values[i % CLASSES],
						       .text = "1%",
						       .interval = "" };
	plot->series[0].label = "1 most deprived";
	plot->series[1].label = "2";
	plot->series[2].label = "3 least deprived";
	plot->waits = &waits;
}

TestSuite(waits, .init = set_up, .fini = suite_look_free);

static void draw(bool half)
{
	scene = plot_draw(&look, plot, half);
	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
}

Test(waits, a_panel_a_group_and_a_cell_that_explains_them)
{
	draw(false);
	cr_assert_not_null(label_find(&labels, "1 most deprived"));
	cr_assert_not_null(label_find(&labels, "46% over 18 weeks"));
	cr_assert_not_null(label_find(&labels, "How to read the panels"));
	/* Steps of every group, and of all waits behind each. */
	cr_assert_eq(labels_with(&look, &marks, PART_LINE).count, 2 * GROUPS);
	cr_assert_eq(label_count(&labels, "18"), GROUPS);
	cr_assert_eq(label_count(&labels, "52"), GROUPS);
}

Test(waits, words_keep_apart_and_inside_in_full_and_half_width)
{
	for (int half = 0; half < 2; half++) {
		draw(half == 1);
		cr_expect_null(labels_overlap(&look, &labels));
		cr_expect_null(labels_outside(&look, &labels,
					      (struct box){ 0, 0, scene->width, scene->height }));
		cr_expect_null(labels_too_small(&look, &labels));
	}
}

/* Of a hidden group neither steps nor tint are there, and nothing of the numbers that it had. */
Test(waits, a_group_with_a_hidden_class_has_no_steps)
{
	draw(false);
	size_t tints = labels_with(&look, &marks, PART_TINT).count;

	plot_hide(plot, 1, 3, VALUE_SUPPRESSED);
	draw(false);
	cr_assert_eq(labels_with(&look, &marks, PART_LINE).count, 2 * GROUPS - 1);
	cr_assert_eq(labels_with(&look, &marks, PART_TINT).count, tints - 1);
	cr_assert_eq(label_count(&labels, "[c]"), 1);
}

Test(waits, without_all_waits_the_groups_stand_alone)
{
	plot_hide(plot, GROUPS, 0, VALUE_SUPPRESSED);
	draw(false);
	cr_assert_eq(labels_with(&look, &marks, PART_LINE).count, GROUPS);
}

/* The tint begins at 18 weeks, in the middle of a class. */
Test(waits, the_tint_begins_at_the_standard)
{
	struct labels tints, rules;

	draw(false);
	tints = labels_with(&look, &marks, PART_TINT);
	rules = labels_with(&look, &marks, PART_REFERENCE);
	cr_assert_float_eq(tints.items[0].box.x, rules.items[0].box.x, 0.01);
}
