#include "chart/kind.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

TestSuite(kind, .init = suite_look_load, .fini = suite_look_free);

Test(kind, every_kind_of_the_list_is_found_by_its_name, .init = NULL, .fini = NULL)
{
	size_t count = 0;

	for (const struct chart_kind_entry *at = chart_kinds(); at->kind != NULL; at++, count++) {
		cr_assert_str_eq(at->kind->name, at->name);
		cr_assert_eq(chart_kind_find(at->name), at->kind);
		cr_assert_neq(at->summary[0], '\0');
	}
	cr_assert_geq(count, 4);
	cr_assert_null(chart_kind_find("pie"));
	cr_assert_null(chart_kind_find(""));
	cr_assert_null(chart_kind_find("Bars"));
}

Test(kind, the_kinds_of_a_statement_are_there_with_their_shapes, .init = NULL, .fini = NULL)
{
	static const struct {
		const char *name;
		enum plot_shape shape;
		bool by_value, prints_values;
	} wanted[] = {
		{ "bars", SHAPE_GROUPS, false, true },
		{ "dots", SHAPE_GROUPS, true, true },
		{ "grouped-bars", SHAPE_GROUPS_BY_PAIR, false, true },
		{ "trend", SHAPE_GROUPS_OVER_TIME, false, false },
	};

	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
		const struct chart_kind *kind = chart_kind_find(wanted[i].name);

		cr_assert_not_null(kind, "%s", wanted[i].name);
		cr_assert_eq(kind->shape, wanted[i].shape, "%s", wanted[i].name);
		cr_assert_eq(kind->by_value, wanted[i].by_value, "%s", wanted[i].name);
		cr_assert_eq(kind->prints_values, wanted[i].prints_values, "%s", wanted[i].name);
	}
}

Test(kind, a_figure_is_as_wide_as_asked_and_as_high_as_the_layout_says)
{
	const double values[] = { 12, 14, 11, 9, 8 };
	const double mm = 72 / 25.4;
	struct plot *plot = plot_of(arena, "bars", values, 5);
	struct scene *scene = plot_draw(&look, plot, false);

	cr_assert_float_eq(scene->width, 159 * mm, 0.1);
	cr_assert_float_eq(scene->height, 100 * mm, 0.1);
	scene = plot_draw(&look, plot, true);
	cr_assert_float_eq(scene->width, 76.5 * mm, 0.1);
	cr_assert_float_eq(scene->height, 66 * mm, 0.1);
	plot->height_pt = 200;
	cr_assert_float_eq(plot_draw(&look, plot, false)->height, 200, 1e-9);
}

Test(kind, lines_over_time_have_a_height_of_their_own)
{
	const double values[] = { 12, 14, 11, 9, 8 };
	struct plot *plot = plot_of(arena, "trend", values, 5);

	cr_assert_float_eq(plot_draw(&look, plot, false)->height, 55 * 72 / 25.4, 0.1);
}

Test(kind, pieces_of_a_picture_belong_to_the_item_that_uses_it)
{
	const double values[] = { 12, 14, 11, 9, 8 };

	struct plot_series pair[] = { { .label = "One" }, { .label = "Two" } };

	for (const struct chart_kind_entry *at = chart_kinds(); at->kind != NULL; at++) {
		struct plot *plot = plot_of(arena, at->name, values, 5);
		struct plot *panel = plot_of(arena, "bars", values, 5);
		struct plot *panels[] = { panel, panel, panel, panel };
		const char *const titles[] = { "One", "Two", "Three", "Four" };
		struct scene *scene;

		if (at->kind->shape == SHAPE_GROUPS_BY_PAIR) {
			plot->category_count = plot->series_count = 2;
			plot->series = pair;
		}
		if (at->kind->shape == SHAPE_PANELS)
			plot = plot_of_panels(arena, panels, titles, 4);
		scene = plot_draw(&look, plot, false);
		cr_assert_gt(scene->count, 5);
		for (size_t i = 0; i < scene->count; i++)
			cr_assert_eq(scene->items[i].element, ELEMENT_OF_USER, "%s", at->name);
	}
}

Test(kind, the_same_plot_gives_the_same_scene)
{
	struct vectors_random random = { 1 }, again = { 1 };
	struct labels first, second;

	for (const struct chart_kind_entry *at = chart_kinds(); at->kind != NULL; at++) {
		struct plot_bounds bounds = { .kind = at->name };
		struct scene *a = plot_draw(&look, plot_random(arena, &random, bounds), false);
		struct scene *b = plot_draw(&look, plot_random(arena, &again, bounds), false);

		first = labels_of(&look, a);
		second = labels_of(&look, b);
		cr_assert_eq(a->count, b->count);
		cr_assert_eq(first.count, second.count);
		for (size_t i = 0; i < first.count; i++) {
			cr_assert_str_eq(first.items[i].text, second.items[i].text);
			cr_assert_eq(first.items[i].at.x, second.items[i].at.x);
			cr_assert_eq(first.items[i].at.y, second.items[i].at.y);
		}
	}
}
