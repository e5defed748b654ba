#include <criterion/criterion.h>

#include "chart/kind.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

enum { AGES = 3 };

static struct plot *plot;
static struct labels labels, marks, bars;

/* Females 30, 20, 10 from the youngest on; males the same. */
static void set_series(size_t count)
{
	static const double values[AGES] = { 30, 20, 10 };

	plot_set_series(arena, plot, count);
	for (size_t i = 0; i < count * AGES; i++)
		plot->values[i] = (struct plot_value){
			.state = VALUE_SHOWN, .value = values[i % AGES], .text = "1", .interval = ""
		};
	plot->series[0].label = "Females";
	plot->series[1].label = "Males";
}

static void set_up(void)
{
	static const double values[AGES] = { 30, 20, 10 };

	suite_look_load();
	plot = plot_of(arena, "pyramid", values, AGES);
	set_series(2);
}

TestSuite(pyramid, .init = set_up, .fini = suite_look_free);

static void draw(void)
{
	struct scene *scene = plot_draw(&look, plot, false);

	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
	bars = labels_with(&look, &marks, PART_BAR);
}

Test(pyramid, the_youngest_stand_at_the_bottom)
{
	draw();
	cr_assert_gt(label_find(&labels, "A")->at.y, label_find(&labels, "B")->at.y);
	cr_assert_gt(label_find(&labels, "B")->at.y, label_find(&labels, "C")->at.y);
}

Test(pyramid, females_go_to_the_left_and_males_to_the_right_on_one_scale)
{
	double middle;

	draw();
	middle = label_find(&labels, "A")->box.x;
	cr_assert_eq(bars.count, 2 * AGES);
	for (size_t i = 0; i < AGES; i++) {
		cr_assert_lt(bars.items[i].box.x, middle);
		cr_assert_gt(bars.items[AGES + i].box.x, middle);
		cr_assert_float_eq(bars.items[i].box.width, bars.items[AGES + i].box.width, 0.01);
	}
	cr_assert_float_eq(bars.items[0].box.width, 3 * bars.items[2].box.width, 0.01);
	cr_assert_lt(label_find(&labels, "Females")->box.x, label_find(&labels, "Males")->box.x);
}

Test(pyramid, both_sides_have_their_numbers)
{
	draw();
	cr_assert_eq(label_count(&labels, "20"), 2);
}

Test(pyramid, a_comparator_is_an_outline_that_is_broken_where_it_is_hidden)
{
	struct labels lines;

	set_series(4);
	plot->series[2].label = plot->series[3].label = "England";
	draw();
	cr_assert_not_null(label_find(&labels, "England"));
	lines = labels_with(&look, &marks, PART_LINE);
	cr_assert_eq(lines.count, 3, "a key and two outlines, not %zu", lines.count);
	plot_hide(plot, 2, 1, VALUE_SUPPRESSED);
	draw();
	lines = labels_with(&look, &marks, PART_LINE);
	cr_assert_eq(lines.items[1].item->path->count, 4, "two steps of two points");
	cr_assert_eq(lines.items[1].item->path->steps[2].verb, PATH_MOVE);
}

Test(pyramid, a_hidden_number_is_a_letter_at_the_foot_of_its_bar)
{
	plot_hide(plot, 1, 0, VALUE_SUPPRESSED);
	draw();
	cr_assert_eq(bars.count, 2 * AGES - 1);
	cr_assert_eq(label_count(&labels, "[c]"), 1);
	cr_assert_gt(label_find(&labels, "[c]")->box.x, label_find(&labels, "A")->box.x);
}
