#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "document/plot_heat.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"
#include "support/trials.h"

enum { ROWS = 3, DRAWS = TRIALS(150) };

static struct plot *plot;
static struct plot_heat heat;
static struct labels words, marks;

/* A plot of so many groups for every row, with names of so many characters. */
static void make(size_t groups, const char *group, const char *row)
{
	static const double values[32] = { 0 };

	plot = plot_of(arena, "heat-table", values, groups);
	plot_set_series(arena, plot, ROWS);
	heat = (struct plot_heat){ .row_heading = "Indicator" };
	heat.units = arena_array(arena, ROWS, sizeof(*heat.units));
	heat.verdicts = arena_array(arena, ROWS * groups, sizeof(*heat.verdicts));
	for (size_t i = 0; i < groups; i++)
		plot->categories[i].label = arena_printf(arena, "%s %zu", group, i);
	for (size_t i = 0; i < ROWS; i++) {
		plot->series[i].label = arena_printf(arena, "%s %zu", row, i);
		heat.units[i] = i == 0 ? "" : "(rate)";
	}
	for (size_t i = 0; i < ROWS * groups; i++) {
		plot->values[i] = (struct plot_value){ .state = VALUE_SHOWN,
						       .value = (double)i,
						       .text = arena_printf(arena, "%zu.5", i),
						       .interval = "" };
		heat.verdicts[i] = (enum verdict)(i % (VERDICT_LOWER + 1));
	}
	plot->heat = &heat;
}

static struct scene *draw(void)
{
	struct scene *scene = plot_draw(&look, plot, false);

	words = labels_of(&look, scene);
	marks = marks_of(&look, scene);
	return scene;
}

TestSuite(heat_table, .init = suite_look_load, .fini = suite_look_free);

Test(heat_table, every_figure_stands_below_its_group_and_beside_its_indicator)
{
	make(5, "Group", "Row");
	draw();
	for (size_t row = 0; row < ROWS; row++) {
		const struct label *name = label_find(&words, arena_printf(arena, "Row %zu", row));

		cr_assert_not_null(name);
		for (size_t i = 0; i < 5; i++) {
			const struct label *figure =
				label_find(&words, plot_value(plot, row, i)->text);
			const struct label *head =
				label_find(&words, arena_printf(arena, "Group %zu", i));

			cr_assert_not_null(figure);
			cr_assert_not_null(head);
			cr_assert_gt(figure->at.y, head->at.y);
			cr_assert_gt(figure->box.x, name->box.x + name->box.width);
			cr_assert_leq(figure->box.x, head->box.x + head->box.width);
		}
	}
}

Test(heat_table, units_stand_behind_the_names)
{
	size_t found = 0;

	make(4, "Group", "Row");
	draw();
	for (size_t i = 0; i < words.count; i++)
		found += strstr(words.items[i].text, "(rate)") != NULL;
	cr_assert_eq(found, 2);
}

/* In rows of 3 groups each: those that are compared have a shape. */
Test(heat_table, shapes_are_those_of_the_verdicts)
{
	size_t compared = 0;

	make(4, "Group", "Row");
	for (size_t i = 0; i < ROWS * 4; i++)
		compared += heat.verdicts[i] != VERDICT_NOT_COMPARED;
	draw();
	cr_assert_eq(labels_with(&look, &marks, PART_VERDICT).count, compared);
}

Test(heat_table, a_hidden_figure_is_nowhere)
{
	make(4, "Group", "Row");
	plot->values[5] = (struct plot_value){
		.state = VALUE_SUPPRESSED, .value = 77.7, .text = "[c]", .interval = ""
	};
	heat.verdicts[5] = VERDICT_NOT_COMPARED;
	draw();
	cr_assert_null(label_find(&words, "77.7"));
	cr_assert_eq(label_count(&words, "[c]"), 1);
	cr_assert_eq(labels_with(&look, &marks, PART_HATCH).count, 1);
}

/* Groups that do not fit side by side stand in bands: names are repeated, every figure is there once. */
Test(heat_table, many_groups_stand_in_bands)
{
	make(20, "Neighbourhood", "Row");
	draw();
	cr_assert_gt(label_count(&words, "Row 1"), 1);
	for (size_t i = 0; i < ROWS * 20; i++)
		cr_assert_eq(label_count(&words, plot->values[i].text), 1, "%zu", i);
}

Test(heat_table, one_group_leaves_its_room_to_the_names)
{
	make(1, "Group", "An indicator with a name that is rather long");
	draw();
	cr_assert_not_null(label_find(&words, "An indicator with a name that is rather long 0"));
}

static void expect_sound(size_t groups, size_t group_length, size_t row_length)
{
	static const char letters[] = "Seen within two weeks of a letter from a family doctor or";
	struct box figure;
	struct scene *scene;
	const char *fault;

	make(groups, arena_strndup(arena, letters, group_length),
	     arena_strndup(arena, letters, row_length));
	scene = draw();
	figure = (struct box){ 0, 0, scene->width, scene->height };
	fault = labels_overlap(&look, &words);
	cr_assert_null(fault, "%zu groups, %zu and %zu letters: %s", groups, group_length,
		       row_length, fault);
	fault = labels_outside(&look, &words, figure);
	cr_assert_null(fault, "%zu groups, %zu and %zu letters: %s", groups, group_length,
		       row_length, fault);
	cr_assert_null(labels_too_small(&look, &words));
}

Test(heat_table, names_of_any_length_neither_touch_nor_leave_the_figure)
{
	for (size_t groups = 1; groups <= 20; groups += 3)
		for (size_t length = 1; length <= 56; length += 5) {
			expect_sound(groups, length, 12);
			expect_sound(groups, 8, length);
		}
}

/* Plots as other kinds have them, without verdicts and units. */
Test(heat_table, random_plots_are_sound)
{
	for (unsigned i = 0; i < DRAWS; i++) {
		struct vectors_random random = { i };
		const char *fault;
		struct scene *scene;

		plot = plot_random(arena, &random, (struct plot_bounds){ .kind = "heat-table" });
		scene = draw();
		fault = labels_overlap(&look, &words);
		cr_assert_null(fault, "%s in %s", fault, plot_describe(arena, plot));
		fault = labels_outside(&look, &words,
				       (struct box){ 0, 0, scene->width, scene->height });
		cr_assert_null(fault, "%s in %s", fault, plot_describe(arena, plot));
	}
}
