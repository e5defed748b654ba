#include <criterion/criterion.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "document/plot_ends.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/reading.h"
#include "support/suite_look.h"

enum { ROWS = 3, SERIES = 3, OTHERS = 1, LAST = 2 };

static struct plot *plot;
static struct labels labels, marks, dots;
static struct plot_ends_row rows[ROWS];
static struct plot_ends ends;

/* Most deprived 60, 55, 50; between 45, 44, 43; least deprived 40, 42, 41. */
static void set_up(void)
{
	static const double values[SERIES][ROWS] = { { 60, 55, 50 },
						     { 45, 44, 43 },
						     { 40, 42, 41 } };
	static const char *const notes[ROWS] = { "20.0", "13.0", "9.0" };
	static const char *const names[SERIES] = { "most deprived", "middle", "least deprived" };

	suite_look_load();
	plot = plot_of(arena, "dumbbell", values[0], ROWS);
	plot_set_series(arena, plot, SERIES);
	plot->note_heading = "Gap";
	ends = (struct plot_ends){ rows, "95% interval", "groups between", "Break in series" };
	plot->ends = &ends;
	for (size_t i = 0; i < ROWS; i++) {
		rows[i] = (struct plot_ends_row){ "8.0 to 30.0", "", "" };
		plot->categories[i].note = notes[i];
		for (size_t s = 0; s < SERIES; s++) {
			plot->values[s * ROWS + i] = (struct plot_value){
				.state = VALUE_SHOWN,
				.value = values[s][i],
				.text = plot_number_text(arena, plot, values[s][i], 1),
				.interval = "",
			};
			plot->series[s].label = names[s];
		}
	}
}

TestSuite(dumbbell, .init = set_up, .fini = suite_look_free);

static struct scene *draw(void)
{
	struct scene *scene = plot_draw(&look, plot, false);

	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
	dots = labels_with(&look, &marks, PART_DOT);
	return scene;
}

static double middle(const struct label *mark)
{
	return mark->box.x + mark->box.width / 2;
}

Test(dumbbell, one_end_is_filled_and_the_other_a_ring_in_the_head_and_in_every_row)
{
	size_t rings = 0;

	draw();
	cr_assert_eq(dots.count, 2 * (ROWS + 1));
	for (size_t i = 0; i < dots.count; i++)
		rings += look_is_colour(&look, dots.items[i].item->path->fill, COLOUR_PAPER);
	cr_assert_eq(rings, ROWS + 1);
	cr_assert_not_null(label_find(&labels, "most deprived"));
	cr_assert_not_null(label_find(&labels, "least deprived"));
	cr_assert_not_null(label_find(&labels, "groups between"));
	cr_assert_null(label_find(&labels, "middle"));
}

Test(dumbbell, marks_stand_where_the_axis_says)
{
	struct axis_reading axis = axis_read(&look, draw());
	bool found = false;

	for (size_t i = 0; i < dots.count; i++)
		found = found || (middle(&dots.items[i]) > axis_place(&axis, 60) - 0.1 &&
				  middle(&dots.items[i]) < axis_place(&axis, 60) + 0.1);
	cr_assert(found, "no mark at 60");
}

Test(dumbbell, numbers_stand_outside_of_both_marks_and_gaps_in_a_column_at_the_right)
{
	const struct label *high, *low, *gap, *interval;

	draw();
	high = label_find(&labels, plot->values[0].text);
	low = label_find(&labels, plot->values[LAST * ROWS].text);
	gap = label_find(&labels, "20.0");
	interval = label_find(&labels, "8.0 to 30.0");
	cr_assert(low->box.x + low->box.width < high->box.x);
	cr_assert(high->box.x + high->box.width < gap->box.x);
	cr_assert(gap->box.x + gap->box.width < interval->box.x);
	cr_assert_null(label_find(&labels, plot->values[OTHERS * ROWS].text),
		       "groups between have a tick and no number");
}

Test(dumbbell, a_hidden_end_is_a_letter_and_no_line_leads_to_it)
{
	size_t before, after;

	draw();
	before = labels_with(&look, &marks, PART_LINE).count;
	plot_hide(plot, 0, 1, VALUE_SUPPRESSED);
	draw();
	after = labels_with(&look, &marks, PART_LINE).count;
	cr_assert_eq(before - after, 1);
	cr_assert_eq(label_count(&labels, "[c]"), 1);
	cr_assert_eq(dots.count, 2 * (ROWS + 1) - 1);
}

Test(dumbbell, the_ends_of_a_short_interval_are_seen_above_and_below_its_mark)
{
	struct labels intervals;

	plot_interval(arena, plot, 0, 0, 59.5, 60.5);
	draw();
	intervals = labels_with(&look, &marks, PART_INTERVAL);
	cr_assert_eq(intervals.count, 1);
	cr_expect_leq(intervals.items[0].box.width, dots.items[0].box.width);
	cr_expect_geq(intervals.items[0].box.height, dots.items[0].box.height + 3);
	plot_interval(arena, plot, 0, 0, 52, 68);
	draw();
	intervals = labels_with(&look, &marks, PART_INTERVAL);
	cr_expect_lt(intervals.items[0].box.height, dots.items[0].box.height,
		     "ends that stand clear of the mark need no high caps");
}

Test(dumbbell, an_unreliable_end_keeps_its_shape_and_has_a_dashed_interval)
{
	struct labels intervals;
	size_t dashed = 0;

	plot_interval(arena, plot, 0, 0, 52, 68);
	plot->values[0].state = VALUE_UNRELIABLE;
	draw();
	intervals = labels_with(&look, &marks, PART_INTERVAL);
	for (size_t i = 0; i < intervals.count; i++)
		dashed += intervals.items[i].item->path->dash[0] > 0;
	cr_assert_eq(dashed, 1);
	cr_assert_not_null(
		label_find(&labels, arena_printf(arena, "%s [u]", plot->values[0].text)));
}

Test(dumbbell, ends_that_differ_from_row_to_row_are_named_under_their_marks)
{
	const struct label *first, *second;

	for (size_t i = 0; i < ROWS; i++)
		rows[i] = (struct plot_ends_row){ "", i == 0 ? "Irish" : "Chinese", "Indian" };
	draw();
	first = label_find(&labels, "Irish");
	second = label_find(&labels, "Indian");
	cr_assert(first != NULL && second != NULL);
	cr_assert_gt(first->at.y, label_find(&labels, plot->values[0].text)->at.y);
	cr_assert_gt(first->box.x, second->box.x, "the highest stands at the right");
	cr_assert_null(labels_overlap(&look, &labels));
}

Test(dumbbell, a_break_is_a_line_between_two_rows)
{
	size_t before;

	draw();
	before = labels_with(&look, &marks, PART_RULE).count;
	plot->categories[2].after_break = true;
	draw();
	cr_assert_eq(labels_with(&look, &marks, PART_RULE).count, before + 1);
}
