#include "chart/overlay.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"
#include "support/trials.h"

enum { DRAWS = TRIALS(120), CATEGORIES = 5 };

static const char *const kinds[] = { "bars", "dots", "grouped-bars", "gradient", "trend" };
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

TestSuite(overlay, .init = suite_look_load, .fini = suite_look_free);

static struct plot *columns(void)
{
	const double values[CATEGORIES] = { 40, 35, 30, 25, 20 };

	return plot_of(arena, "bars", values, CATEGORIES);
}

static struct plot_overlay *over(struct plot *plot)
{
	struct plot_overlay *overlay = arena_alloc(arena, sizeof(*overlay));

	overlay->targets = arena_array(arena, 2, sizeof(*overlay->targets));
	overlay->layers = arena_array(arena, 3, sizeof(*overlay->layers));
	overlay->annotations = arena_array(arena, 6, sizeof(*overlay->annotations));
	plot->overlay = overlay;
	return overlay;
}

static void add_target(struct plot_overlay *overlay, double value, const char *label)
{
	overlay->targets[overlay->target_count++] = (struct plot_target){ value, label };
}

static struct plot_value *values_of(size_t count, double first)
{
	struct plot_value *values = arena_array(arena, count, sizeof(*values));

	for (size_t i = 0; i < count; i++)
		values[i] = (struct plot_value){ .state = VALUE_SHOWN,
						 .value = first + (double)i,
						 .lower = first + (double)i - 2,
						 .upper = first + (double)i + 2,
						 .has_interval = true,
						 .text = "12.3",
						 .interval = "" };
	return values;
}

static size_t marks_of_part(const struct scene *scene, enum scene_part part)
{
	struct labels marks = marks_of(&look, scene);

	return labels_with(&look, &marks, part).count;
}

Test(overlay, a_target_is_a_line_with_its_name)
{
	struct plot *plot = columns();
	struct scene *scene;
	struct labels labels;

	add_target(over(plot), 38, "Standard 38");
	scene = plot_draw(&look, plot, false);
	labels = labels_of(&look, scene);
	cr_expect_not_null(label_find(&labels, "Standard 38"));
	cr_expect_eq(marks_of_part(scene, PART_REFERENCE), 1);
}

Test(overlay, a_target_beside_the_average_keeps_its_name_apart)
{
	for (double target = 5; target < 60; target += 0.5) {
		struct plot *plot = columns();
		struct labels labels;
		const char *fault;

		plot->has_reference = true;
		plot->reference = 30;
		plot->reference_label = "All 30.0";
		add_target(over(plot), target, "A national standard with a long name 38");
		labels = labels_of(&look, plot_draw(&look, plot, false));
		fault = labels_overlap(&look, &labels);
		cr_assert_null(fault, "target %g: %s", target, fault);
		cr_assert_not_null(label_find(&labels, "All 30.0"));
	}
}

Test(overlay, a_target_and_a_layer_widen_the_scale)
{
	struct plot *plot = columns();
	struct plot_overlay *overlay = over(plot);
	double low, high;

	add_target(overlay, 90, "Aim 90");
	overlay->layers[overlay->layer_count++] = (struct plot_layer){
		.mark = LAYER_DOT, .label = "Then", .values = values_of(CATEGORIES, -7)
	};
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_float_eq(high, 90, 1e-9);
	/* Limits count for bands alone. */
	cr_expect_float_eq(low, -7, 1e-9);
	overlay->layers[0].mark = LAYER_BAND;
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_float_eq(low, -9, 1e-9);
}

Test(overlay, hidden_figures_of_a_layer_leave_no_trace)
{
	struct plot *plot = columns();
	struct plot_overlay *overlay = over(plot);
	struct plot_value *values = values_of(CATEGORIES, 30);
	double low, high;

	values[2] = (struct plot_value){
		.state = VALUE_SUPPRESSED, .value = 4000, .text = "[c]", .interval = ""
	};
	overlay->layers[overlay->layer_count++] =
		(struct plot_layer){ .mark = LAYER_DOT, .label = "Then", .values = values };
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_float_eq(high, 40, 1e-9);
	cr_expect_eq(marks_of_part(plot_draw(&look, plot, false), PART_DOT), CATEGORIES - 1 + 1,
		     "a diamond for every figure that is shown, and one beside the name");
}

Test(overlay, a_layer_is_named_where_it_stands)
{
	for (int mark = 0; mark < LAYER_MARKS; mark++) {
		struct plot *plot = columns();
		struct plot_overlay *overlay = over(plot);
		struct labels labels;

		if ((chart_kind_find("bars")->takes & (1u << mark)) == 0)
			continue;
		overlay->layers[overlay->layer_count++] =
			(struct plot_layer){ .mark = (enum layer_mark)mark,
					     .label = "2019",
					     .values = values_of(CATEGORIES, 30) };
		labels = labels_of(&look, plot_draw(&look, plot, false));
		cr_expect_eq(label_count(&labels, "2019"), 1, "mark %d", mark);
	}
}

/* Of the first part that is drawn for a mark of a layer or of the chart. */
static struct box box_of(const struct labels *marks, enum scene_part part, size_t i)
{
	const struct labels found = labels_with(&look, marks, part);

	cr_assert_lt(i, found.count);
	return found.items[i].box;
}

Test(overlay, dots_of_a_layer_stand_beside_the_intervals_of_the_chart)
{
	for (int layers = 1; layers <= 2; layers++) {
		struct plot *plot = columns();
		struct plot_overlay *overlay = over(plot);
		struct labels marks;
		struct box interval, diamond;

		for (size_t c = 0; c < CATEGORIES; c++)
			plot_interval(arena, plot, 0, c, plot->values[c].value - 3,
				      plot->values[c].value + 3);
		for (int i = 0; i < layers; i++)
			overlay->layers[overlay->layer_count++] = (struct plot_layer){
				.mark = LAYER_DOT, .label = "Then", .values = plot->values
			};
		marks = marks_of(&look, plot_draw(&look, plot, false));
		for (size_t c = 0; c < CATEGORIES; c++) {
			interval = box_of(&marks, PART_INTERVAL, c);
			diamond = box_of(&marks, PART_DOT, (size_t)(layers - 1) * CATEGORIES + c);
			cr_expect_not(box_overlaps(interval, diamond, 0), "%d layers", layers);
			cr_expect_eq(diamond.x > interval.x, layers == 1,
				     "those of a second layer stand at the other side");
		}
	}
}

Test(overlay, dots_of_a_layer_stay_in_the_rows_of_a_dot_chart)
{
	struct plot *plot = columns();
	struct plot_overlay *overlay = over(plot);
	struct labels marks;
	double step;

	plot->kind = "dots";
	overlay->layers[overlay->layer_count++] =
		(struct plot_layer){ .mark = LAYER_DOT, .label = "Then", .values = plot->values };
	marks = marks_of(&look, plot_draw(&look, plot, false));
	step = box_of(&marks, PART_DOT, 1).y - box_of(&marks, PART_DOT, 0).y;
	for (size_t c = 0; c < CATEGORIES; c++) {
		struct box dot = box_of(&marks, PART_DOT, c);
		struct box diamond = box_of(&marks, PART_DOT, CATEGORIES + c);

		cr_expect_not(box_overlaps(dot, diamond, 0), "the same value hides no dot");
		/* A row is as high as the step; its marks stand around its middle. */
		cr_expect_lt(diamond.y + diamond.height - dot.y, step);
	}
}

Test(overlay, a_line_is_explained_in_the_key_under_the_chart)
{
	const double values[CATEGORIES] = { 40, 35, 30, 25, 20 };
	struct plot *plot = plot_of(arena, "trend", values, CATEGORIES);
	struct plot_overlay *overlay = over(plot);
	struct labels labels;
	const struct label *name;

	overlay->layers[overlay->layer_count++] = (struct plot_layer){
		.mark = LAYER_LINE, .label = "all people", .values = values_of(CATEGORIES, 30)
	};
	labels = labels_of(&look, plot_draw(&look, plot, false));
	name = label_find(&labels, "all people");
	cr_assert_not_null(name);
	for (size_t i = 0; i < labels.count; i++)
		cr_expect_leq(labels.items[i].box.y, name->box.y, "%s", labels.items[i].text);
}

Test(overlay, an_annotation_without_a_place_is_written_under_the_chart)
{
	struct plot *plot = columns();
	struct plot_overlay *overlay = over(plot);
	double before = plot_draw(&look, plot, false)->height;
	struct scene *scene;

	overlay->annotations[overlay->annotation_count++] = (struct plot_annotation){
		.text = "a very long annotation that goes on and on, about everything that was "
			"done in this year and why it was done, by whom, for whom, at which "
			"place, with what means, after which consultation and to what avail, so "
			"that no panel of any chart could ever hold the whole of it on five lines",
		.line = "A: see the report",
		.place = AT_CATEGORY,
	};
	plot->height_pt = 100;
	scene = plot_draw(&look, plot, true);
	cr_expect_lt(scene->height, before);
	if (scene->height > 100) {
		struct labels labels = labels_of(&look, scene);

		cr_expect_not_null(label_find(&labels, "A: see the report"));
	}
}

/* -- any plot with anything over it ----------------------------------------------------------- */

static const char *words(struct vectors_random *random)
{
	static const char all[] =
		"North Vale and the villages around it, as the board resolved in the spring";
	size_t length = (size_t)vectors_random_between(random, 1, 61);

	return arena_strndup(arena, all, all[length - 1] == ' ' ? length - 1 : length);
}

static struct plot_layer random_layer(struct vectors_random *random, const struct plot *plot,
				      double low, double high)
{
	unsigned takes = chart_kind_find(plot->kind)->takes;
	int mark = (int)vectors_random_between(random, 0, LAYER_MARKS);
	struct plot_value *values = values_of(plot->category_count, 0);

	while ((takes & (1u << mark)) == 0)
		mark = (mark + 1) % LAYER_MARKS;
	for (size_t i = 0; i < plot->category_count; i++) {
		values[i].value = vectors_random_between(random, low, high);
		values[i].lower = low;
		values[i].upper = high;
		if (vectors_random_between(random, 0, 1) < 0.2)
			values[i].state = VALUE_SUPPRESSED;
	}
	return (struct plot_layer){ .mark = (enum layer_mark)mark,
				    .label = words(random),
				    .values = values };
}

static void add_anything(struct vectors_random *random, struct plot *plot)
{
	struct plot_overlay *overlay = over(plot);
	size_t layers = (size_t)vectors_random_between(random, 0, 3);
	size_t annotations = (size_t)vectors_random_between(random, 0, 5);
	double low, high;

	if (!plot_extent(plot, &low, &high))
		return;
	for (size_t i = (size_t)vectors_random_between(random, 0, 3); i > 0; i--)
		add_target(overlay, vectors_random_between(random, low, high), words(random));
	if ((chart_kind_find(plot->kind)->takes & ((1u << LAYER_MARKS) - 1)) == 0)
		layers = 0;
	for (size_t i = 0; i < layers; i++)
		overlay->layers[overlay->layer_count++] = random_layer(random, plot, low, high);
	for (size_t i = 0; i < annotations; i++)
		overlay->annotations[overlay->annotation_count++] = (struct plot_annotation){
			.text = words(random),
			.line = words(random),
			.place = i % 2 == 0 ? AT_CATEGORY : AT_VALUE,
			.number = (size_t)vectors_random_between(random, 0,
								 (double)plot->category_count),
			.value = vectors_random_between(random, low, high),
		};
}

Test(overlay, words_keep_apart_and_inside_whatever_is_drawn)
{
	for (size_t kind = 0; kind < KINDS; kind++)
		for (unsigned draw = 0; draw < DRAWS; draw++) {
			struct vectors_random random = { draw };
			struct plot *plot =
				plot_random(arena, &random,
					    (struct plot_bounds){ .kind = kinds[kind],
								  .categories_most = 12,
								  .negative = draw % 3 == 0 });
			struct labels labels;
			struct scene *scene;
			const char *fault;

			add_anything(&random, plot);
			scene = plot_draw(&look, plot, draw % 2 == 1);
			labels = labels_of(&look, scene);
			fault = labels_overlap(&look, &labels);
			cr_assert_null(fault, "%s, draw %u: %s\n%s", kinds[kind], draw, fault,
				       plot_describe(arena, plot));
			fault = labels_outside(&look, &labels,
					       (struct box){ 0, 0, scene->width, scene->height });
			cr_assert_null(fault, "%s, draw %u: %s\n%s", kinds[kind], draw, fault,
				       plot_describe(arena, plot));
		}
}
