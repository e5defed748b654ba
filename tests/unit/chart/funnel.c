#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "chart/obstacles.h"
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
		.others_label = "Also outside:",
	};
	funnel.curves[1].label = funnel.curves[2].label = "95% limit";
	plot->funnel = &funnel;
}

TestSuite(funnel_plot, .init = set_up, .fini = suite_look_free);

static bool path_meets(const struct scene_path *path, struct box box)
{
	for (size_t i = 1; i < path->count; i++) {
		const struct path_step *from = &path->steps[i - 1], *to = &path->steps[i];

		if (to->verb == PATH_LINE &&
		    line_meets_box((struct obstacle_line){ { from->x, from->y }, { to->x, to->y } },
				   box))
			return true;
	}
	return false;
}

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

/* Places stand on the upper limit; above it there is room. */
Test(funnel_plot, names_keep_off_the_limits_while_there_is_room)
{
	static const double values[PLACES] = { 22, 18, 21, 19, 25, 24.5 };

	for (size_t i = 0; i < PLACES; i++)
		plot->values[i].value = values[i];
	plot->categories[4].label = "Upper Brackenfield";
	plot->categories[5].label = "Lower Brackenfield";
	verdicts[4] = verdicts[5] = VERDICT_WORSE;
	draw(false);
	for (size_t i = 0; i < labels.count; i++) {
		const struct labels lines = labels_with(&look, &marks, PART_REFERENCE);

		if (labels.items[i].part != PART_GROUP_LABEL)
			continue;
		for (size_t c = 0; c < lines.count; c++)
			cr_expect_not(path_meets(lines.items[c].item->path, labels.items[i].box),
				      "%s", labels.items[i].text);
	}
}

static bool is_written(const char *words)
{
	for (size_t i = 0; i < labels.count; i++)
		if (strstr(labels.items[i].text, words) != NULL)
			return true;
	return false;
}

/* All at one place: a leader to one would cross the marks of the others. */
Test(funnel_plot, a_place_outside_is_named_under_the_chart_where_the_panel_has_no_room)
{
	static const double same[PLACES] = { 500, 501, 502, 503, 504, 505 };

	funnel.sizes = same;
	for (size_t i = 0; i < PLACES; i++) {
		plot->values[i].value = 60;
		plot->categories[i].label = arena_printf(arena, "Llanfairpwll%zu", i);
		verdicts[i] = VERDICT_WORSE;
	}
	draw(true);
	for (size_t i = 0; i < PLACES; i++) {
		const char *name = arena_printf(arena, "Llanfairpwll%zu", i);

		cr_expect(is_written(name), "%s", name);
	}
	cr_expect(is_written("Also outside:"), "some are named under the chart");
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
