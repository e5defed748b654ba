#include <criterion/criterion.h>

#include "chart/kind.h"
#include "document/plot_funnel.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

enum { PLACES = 6 };

static const double sizes[PLACES] = { 100, 200, 400, 500, 800, 1000 };
static enum verdict verdicts[PLACES];
static const double curve_sizes[] = { 90, 300, 600, 1000 };
static const double upper[] = { 34, 27, 25, 24 }, lower[] = { 6, 13, 15, 16 };
static struct plot_funnel funnel;
static struct plot *plot;
static struct scene *scene;
static struct labels labels, marks;

static void set_up(void)
{
	static const double values[PLACES] = { 22, 18, 21, 19, 20, 30 };

	suite_look_load();
	for (size_t i = 0; i < PLACES; i++)
		verdicts[i] = VERDICT_SIMILAR;
	verdicts[5] = VERDICT_WORSE;
	plot = plot_of(arena, "funnel", values, PLACES);
	funnel = (struct plot_funnel){
		.sizes = sizes,
		.verdicts = verdicts,
		.curves = { { curve_sizes, upper, 4, 0.998, "99.8% limit" },
			    { 0 },
			    { 0 },
			    { curve_sizes, lower, 4, 0.998, "99.8% limit" } },
		.centre = 20,
		.centre_label = "average 20",
		.size_title = "number of people",
	};
	funnel.curves[1].label = funnel.curves[2].label = "95% limit";
	plot->funnel = &funnel;
}

TestSuite(funnel_plot, .init = set_up, .fini = suite_look_free);

static void draw(bool half)
{
	scene = plot_draw(&look, plot, half);
	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
}

Test(funnel_plot, places_outside_the_outer_limits_alone_are_named)
{
	draw(false);
	cr_assert_eq(labels_with(&look, &labels, PART_GROUP_LABEL).count, 1);
	cr_assert_not_null(label_find(&labels, "F"));
	cr_assert_eq(labels_with(&look, &marks, PART_VERDICT).count, 1);
	cr_assert_eq(labels_with(&look, &marks, PART_DOT).count, PLACES - 1);
}

Test(funnel_plot, the_own_place_is_named_wherever_it_lies)
{
	plot->categories[1].emphasised = true;
	draw(false);
	cr_assert_not_null(label_find(&labels, "B"));
	cr_assert_eq(labels_with(&look, &labels, PART_GROUP_LABEL).count, 2);
}

Test(funnel_plot, a_hidden_place_has_no_mark)
{
	plot_hide(plot, 0, 4, VALUE_SUPPRESSED);
	draw(false);
	cr_assert_eq(labels_with(&look, &marks, PART_DOT).count, PLACES - 2);
	cr_assert_eq(label_count(&labels, "[c]"), 0);
}

Test(funnel_plot, words_keep_apart_and_inside)
{
	for (int half = 0; half < 2; half++) {
		draw(half == 1);
		cr_expect_null(labels_overlap(&look, &labels));
		cr_expect_null(labels_outside(&look, &labels,
					      (struct box){ 0, 0, scene->width, scene->height }));
	}
}
