#include <criterion/criterion.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"
#include "support/trials.h"

enum { DRAWS = TRIALS(60), PANELS = 12 };

static const double mm = 72 / 25.4;

TestSuite(small_multiples, .init = suite_look_load, .fini = suite_look_free);

static struct plot *bars_of(double first)
{
	const double values[] = { first, first * 0.9, first * 0.8, first * 0.7, first * 0.6 };

	return plot_of(arena, "bars", values, 5);
}

static struct plot *multiples(size_t count)
{
	static const char *const titles[PANELS] = { "Ashdale",   "Bramley",  "Coldwater",
						    "Dunmore",   "Elmstead", "Fairholme",
						    "Glenfield", "Hartwell", "Ivybridge",
						    "Kelmore",   "Langford", "Marlow" };
	struct plot **panels = arena_array(arena, count, sizeof(*panels));

	for (size_t i = 0; i < count; i++)
		panels[i] = bars_of(20 + 5 * (double)i);
	return plot_of_panels(arena, panels, titles, count);
}

static size_t uses(const struct scene *scene, double *left, double *top, const struct scene **used)
{
	size_t count = 0;

	for (size_t i = 0; i < scene->count; i++)
		if (scene->items[i].kind == SCENE_USE) {
			left[count] = scene->items[i].area.x;
			top[count] = scene->items[i].area.y;
			used[count++] = scene->items[i].use;
		}
	return count;
}

Test(small_multiples, stand_three_a_row_in_cells_that_are_large_enough)
{
	struct scene *scene = plot_draw(&look, multiples(5), false);
	double left[PANELS], top[PANELS];
	const struct scene *used[PANELS];

	cr_assert_eq(uses(scene, left, top, used), 5);
	cr_expect_float_eq(top[0], top[2], 1e-9);
	cr_expect_gt(top[3], top[2] + 40 * mm);
	cr_expect_float_eq(left[3], left[0], 1e-9);
	for (size_t i = 0; i < 5; i++) {
		cr_expect_geq(used[i]->width, 48 * mm);
		cr_expect_geq(used[i]->height, 40 * mm);
	}
	cr_expect_leq(left[2] + used[2]->width, scene->width + 0.01);
}

Test(small_multiples, carry_their_titles_in_order)
{
	struct labels labels = labels_of(&look, plot_draw(&look, multiples(4), false));
	const struct label *first = label_find(&labels, "Ashdale");
	const struct label *second = label_find(&labels, "Bramley");
	const struct label *last = label_find(&labels, "Dunmore");

	cr_assert(first != NULL && second != NULL && last != NULL);
	cr_expect_lt(first->at.x, second->at.x);
	cr_expect_float_eq(first->at.y, second->at.y, 1e-9);
	cr_expect_gt(last->at.y, first->at.y);
}

Test(small_multiples, share_the_range_that_they_are_given)
{
	struct plot *plot = multiples(2);
	struct labels labels;
	double low, high;

	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_float_eq(high, 25, 1e-9);
	cr_expect_float_eq(low, 12, 1e-9);
	plot->has_range = true;
	plot->range_low = 0;
	plot->range_high = 90;
	labels = labels_of(&look, plot_draw(&look, plot, false));
	/* The uppermost tick of both panels, though none of them has a figure over 25. */
	cr_expect_eq(label_count(&labels, "100"), 2);
}

Test(small_multiples, say_that_nothing_can_be_shown)
{
	struct plot *plot = multiples(2);
	struct labels labels;

	for (size_t i = 0; i < 5; i++) {
		plot_hide(plot->panels[0], 0, i, VALUE_SUPPRESSED);
		plot_hide(plot->panels[1], 0, i, VALUE_SUPPRESSED);
	}
	labels = labels_of(&look, plot_draw(&look, plot, false));
	cr_expect_not_null(label_find(&labels, "No figure can be shown."));
}

Test(small_multiples, words_keep_apart_and_inside)
{
	static const char *const kinds[] = { "bars", "dots", "gradient", "trend" };

	for (unsigned draw = 0; draw < DRAWS; draw++) {
		struct vectors_random random = { draw };
		struct plot *panels[4];
		struct plot_bounds bounds = { .kind = kinds[draw % 4],
					      .categories_most = 8,
					      .series_most = 3,
					      .label_most = 20,
					      .high = 1000,
					      .negative = draw % 3 == 0 };
		const char *titles[4];
		struct labels labels;
		struct scene *scene;
		const char *fault;
		struct plot *plot;

		for (size_t i = 0; i < 4; i++) {
			panels[i] = plot_random(arena, &random, bounds);
			titles[i] = "Any other White background, or not known";
		}
		plot = plot_of_panels(arena, panels, titles, 4);
		scene = plot_draw(&look, plot, false);
		labels = labels_of(&look, scene);
		fault = labels_overlap(&look, &labels);
		cr_assert_null(fault, "%s, draw %u: %s", bounds.kind, draw, fault);
		fault = labels_outside(&look, &labels,
				       (struct box){ 0, 0, scene->width, scene->height });
		cr_assert_null(fault, "%s, draw %u: %s", bounds.kind, draw, fault);
	}
}
