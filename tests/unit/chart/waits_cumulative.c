/* Names of the lines of cumulative waits: beside their points, or over the panel when they are too long for that. */

#include <criterion/criterion.h>
#include <string.h>

#include "chart/kind.h"
#include "document/plot_waits.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

enum { EDGES = 5, STANDARD = 2 };

static const double edges[EDGES] = { 0, 9, WAIT_STANDARD, 35, 52 };
static const struct plot_waits waits = { .edges = edges,
					 .weeks_label = "weeks waited",
					 .standard = STANDARD };
static struct plot *plot;
static struct labels labels;

static void set_up(void)
{
	static const double values[2][EDGES] = { { 0, 30, 45, 75, 92 }, { 0, 38, 60, 82, 96 } };

	suite_look_load();
	plot = plot_of(arena, "waits-cumulative", values[0], EDGES);
	plot->percentage = true;
	plot_set_series(arena, plot, 2);
	for (size_t s = 0; s < 2; s++)
		for (size_t i = 0; i < EDGES; i++)
			plot->values[s * EDGES + i] =
				(struct plot_value){ .state = VALUE_SHOWN,
						     .value = values[s][i],
						     .text = s == 0 ? "45.4%" : "60.4%",
						     .interval = "" };
	plot->series[0] = (struct plot_series){ "1 most deprived", EMPHASIS_FIRST };
	plot->series[1] = (struct plot_series){ "5 least deprived", EMPHASIS_LAST };
	plot->waits = &waits;
}

TestSuite(waits_cumulative, .init = set_up, .fini = suite_look_free);

static struct scene *draw(bool half)
{
	struct scene *scene = plot_draw(&look, plot, half);

	labels = labels_of(&look, scene);
	return scene;
}

static void expect_in_order(const struct scene *scene)
{
	struct box all = { 0, 0, scene->width, scene->height };

	cr_expect_null(labels_overlap(&look, &labels), "%s", labels_overlap(&look, &labels));
	cr_expect_null(labels_outside(&look, &labels, all), "%s",
		       labels_outside(&look, &labels, all));
}

Test(waits_cumulative, short_names_stand_with_their_values_beside_the_lines)
{
	expect_in_order(draw(false));
	cr_expect_not_null(label_find(&labels, "1 most deprived 45.4%"));
	cr_expect_not_null(label_find(&labels, "5 least deprived 60.4%"));
}

Test(waits_cumulative, long_names_on_a_narrow_figure_stand_over_it_whole)
{
	struct scene *scene;

	plot->series[1].label = "Upper and Lower Brackenfield with Saint Bartholomew's Parish";
	scene = draw(true);
	expect_in_order(scene);
	cr_expect_not_null(label_find(&labels, "60.4%"), "the value stands alone");
	cr_expect_not_null(label_find(&labels, "45.4%"));
	cr_expect_not_null(label_find(&labels, "1 most deprived"));
	for (size_t i = 0; i < labels.count; i++)
		cr_expect_null(strstr(labels.items[i].text, "\xe2\x80\xa6"), "%s is cut",
			       labels.items[i].text);
}

/* The names take no room from the lines. */
Test(waits_cumulative, the_figure_grows_by_the_names_over_it)
{
	double before = draw(true)->height;

	plot->series[1].label = "Upper and Lower Brackenfield with Saint Bartholomew's Parish";
	cr_expect_gt(draw(true)->height, before + 20);
}

/* At 95% there is no room for a name over the line. */
Test(waits_cumulative, names_without_room_over_a_line_stand_over_the_panel)
{
	plot->values[EDGES + STANDARD].value = 95;
	plot->series[1].label = "Kings Meadow and Middle Ash";
	expect_in_order(draw(true));
	cr_expect_not_null(label_find(&labels, "60.4%"));
}
