/*
 * The rules that every chart and page is held against: each finds its fault in a scene that is broken on purpose,
 * and says nothing of the same scene when it is mended.
 */
#include "support/scene_rules.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/suite_look.h"
#include "text/shape.h"

TestSuite(scene_rules, .init = suite_look_load, .fini = suite_look_free);

static const struct colour white = { 1, 1, 1 }, black = { 0, 0, 0 }, navy = { 0.07, 0.26, 0.43 };
static const struct colour pale = { 0.85, 0.85, 0.85 }, orange = { 0.957, 0.416, 0.145 };

static struct scene *sheet(void)
{
	return scene_new(arena, 200, 100);
}

/* Words of a role, x and y the left end of the base line. */
static void words(struct scene *scene, enum text_role role, double x, double y, const char *text,
		  struct colour colour)
{
	scene_text(scene, PART_VALUE_LABEL,
		   text_shape(look.engine, look_font(&look, role), text, strlen(text)), x, y,
		   colour);
}

static void label(struct scene *scene, double x, double y, const char *text)
{
	words(scene, ROLE_CHART_TEXT, x, y, text, black);
}

static void box(struct scene *scene, enum scene_part part, struct colour fill, struct box area)
{
	path_rectangle(scene, scene_fill(scene, part, fill), area);
}

static struct scene_path *line(struct scene *scene, enum scene_part part, struct colour colour,
			       double x1, double y1, double x2, double y2)
{
	struct scene_path *path = scene_stroke(scene, part, colour, 1);

	path_move(scene, path, x1, y1);
	path_line(scene, path, x2, y2);
	return path;
}

static size_t found(const struct scene *scene, scene_rule *rule)
{
	struct pieces pieces = pieces_of(&look, scene, NULL);
	struct faults faults = { .arena = arena, .place = "sheet" };

	rule(&pieces, &faults);
	return faults.count;
}

/* -- texts ------------------------------------------------------------------------------------ */

Test(scene_rules, texts_that_overlap_are_found)
{
	struct scene *scene = sheet();

	label(scene, 10, 30, "forty");
	label(scene, 20, 34, "fifty");
	cr_expect_eq(found(scene, rule_texts_apart), 1);
	label(scene, 100, 30, "sixty");
	cr_expect_eq(found(scene, rule_texts_apart), 1);
}

Test(scene_rules, texts_of_scenes_used_within_are_found_where_they_stand)
{
	struct scene *inner = sheet(), *scene = sheet();

	label(inner, 10, 30, "forty");
	label(scene, 60, 70, "fifty");
	scene_use(scene, inner, 0, 0);
	cr_expect_eq(found(scene, rule_texts_apart), 0);
	scene_use(scene, inner, 50, 40);
	cr_expect_eq(found(scene, rule_texts_apart), 1);
}

Test(scene_rules, what_leaves_the_figure_is_found)
{
	struct scene *scene = sheet();

	label(scene, 150, 30, "1");
	box(scene, PART_BAR, navy, (struct box){ 0, 0, 200, 100 });
	cr_expect_eq(found(scene, rule_inside), 0);
	label(scene, 190, 30, "four words beyond the edge");
	box(scene, PART_BAR, navy, (struct box){ 10, 90, 5, 15 });
	line(scene, PART_LINE, navy, 20, 20, -4, 20);
	cr_expect_eq(found(scene, rule_inside), 3);
}

Test(scene_rules, the_width_of_a_line_counts_at_the_edge)
{
	struct scene *scene = sheet();

	line(scene, PART_LINE, navy, 0, 0.2, 200, 0.2)->line_width = 2;
	cr_expect_eq(found(scene, rule_inside), 1);
}

Test(scene_rules, small_text_is_found)
{
	static const struct text_font_facts facts = { .size_pt = 8.9, .capital_pt = 6 };
	struct scene *scene = sheet();
	struct shaped_text small;

	label(scene, 10, 30, "forty");
	cr_expect_eq(found(scene, rule_text_size), 0);
	small = *text_shape(look.engine, look_font(&look, ROLE_CHART_TEXT), "fifty", 5);
	small.facts = &facts;
	scene_text(scene, PART_TEXT, &small, 10, 60, black);
	cr_expect_eq(found(scene, rule_text_size), 1);
}

Test(scene_rules, text_is_held_against_what_is_drawn_under_it)
{
	struct scene *scene = sheet();

	box(scene, PART_BAR, navy, (struct box){ 0, 40, 100, 40 });
	words(scene, ROLE_CHART_TEXT, 10, 30, "forty", black);
	words(scene, ROLE_CHART_TEXT, 10, 60, "fifty", white);
	cr_expect_eq(found(scene, rule_text_contrast), 0);
	words(scene, ROLE_CHART_TEXT, 50, 60, "sixty", black);
	words(scene, ROLE_CHART_TEXT, 90, 60, "half on the bar", white);
	words(scene, ROLE_CHART_TEXT, 10, 20, "too pale", pale);
	cr_expect_eq(found(scene, rule_text_contrast), 3);
}

/* 767676 has 4.54 to 1 on white, 777777 has 4.48: the best known pair around the limit. */
Test(scene_rules, the_limit_of_contrast_is_that_of_the_guidelines)
{
	struct scene *scene = sheet();
	const double just = 0x76 / 255.0, under = 0x77 / 255.0;

	words(scene, ROLE_CHART_TEXT, 10, 30, "forty", (struct colour){ just, just, just });
	cr_expect_eq(found(scene, rule_text_contrast), 0);
	words(scene, ROLE_CHART_TEXT, 10, 60, "fifty", (struct colour){ under, under, under });
	cr_expect_eq(found(scene, rule_text_contrast), 1);
}

Test(scene_rules, large_text_may_have_less_contrast)
{
	static const struct text_font_facts large = { .size_pt = 18, .capital_pt = 12 };
	static const struct text_font_facts bold = { .size_pt = 14,
						     .weight = 700,
						     .capital_pt = 10 };
	static const struct text_font_facts small = { .size_pt = 13.9,
						      .weight = 700,
						      .capital_pt = 10 };
	const struct text_font_facts *const facts[] = { &large, &bold, &small };
	const struct colour grey = { 0.5, 0.5, 0.5 }; /* 3.98 to 1 */
	struct shaped_text shaped[3];
	struct scene *scene = sheet();

	for (size_t i = 0; i < 3; i++) {
		shaped[i] = *text_shape(look.engine, look_font(&look, ROLE_CHART_TEXT), "40", 2);
		shaped[i].facts = facts[i];
		scene_text(scene, PART_TEXT, &shaped[i], 10, 30 * (double)(i + 1), grey);
	}
	cr_expect_eq(found(scene, rule_text_contrast), 1);
}

Test(scene_rules, a_line_through_a_text_is_found_unless_a_patch_hides_it)
{
	struct scene *scene = sheet();

	line(scene, PART_GRIDLINE, pale, 0, 27, 200, 27);
	box(scene, PART_HALO, white, (struct box){ 8, 20, 40, 12 });
	label(scene, 10, 30, "forty");
	cr_expect_eq(found(scene, rule_text_clear), 0);
	label(scene, 100, 30, "fifty");
	cr_expect_eq(found(scene, rule_text_clear), 1);
	line(scene, PART_REFERENCE, black, 15, 0, 15, 100);
	cr_expect_eq(found(scene, rule_text_clear), 2);
}

Test(scene_rules, a_line_below_a_text_does_not_cross_it)
{
	struct scene *scene = sheet();

	label(scene, 10, 30, "forty");
	line(scene, PART_RULE, black, 0, 31.5, 200, 31.5);
	cr_expect_eq(found(scene, rule_text_clear), 0);
}

Test(scene_rules, a_text_with_something_drawn_over_it_is_found)
{
	struct scene *scene = sheet();

	label(scene, 10, 30, "forty");
	cr_expect_eq(found(scene, rule_text_clear), 0);
	box(scene, PART_HALO, white, (struct box){ 12, 20, 5, 12 });
	cr_expect_eq(found(scene, rule_text_clear), 1);
}

/* -- marks ------------------------------------------------------------------------------------ */

Test(scene_rules, a_pale_mark_is_found_unless_it_has_an_outline)
{
	struct scene *scene = sheet();
	struct scene_path *outline;

	box(scene, PART_BAR, pale, (struct box){ 10, 10, 20, 50 });
	line(scene, PART_LINE, pale, 50, 20, 150, 60);
	cr_expect_eq(found(scene, rule_mark_contrast), 2);
	outline = scene_stroke(scene, PART_BAR, navy, 0.75);
	path_rectangle(scene, outline, (struct box){ 10, 10, 20, 50 });
	cr_expect_eq(found(scene, rule_mark_contrast), 1);
}

Test(scene_rules, gridlines_rules_tints_and_halos_may_be_pale)
{
	struct scene *scene = sheet();

	line(scene, PART_GRIDLINE, pale, 0, 20, 200, 20);
	line(scene, PART_RULE, pale, 0, 40, 200, 40);
	box(scene, PART_TINT, pale, (struct box){ 10, 50, 20, 20 });
	box(scene, PART_HALO, white, (struct box){ 40, 50, 20, 20 });
	cr_expect_eq(found(scene, rule_mark_contrast), 0);
}

Test(scene_rules, an_interval_on_a_dark_bar_needs_its_halo)
{
	struct scene *scene = sheet();

	box(scene, PART_BAR, navy, (struct box){ 10, 40, 20, 50 });
	line(scene, PART_INTERVAL, black, 20, 20, 20, 70);
	cr_expect_eq(found(scene, rule_mark_contrast), 1);
	scene = sheet();
	box(scene, PART_BAR, navy, (struct box){ 10, 40, 20, 50 });
	line(scene, PART_HALO, white, 20, 20, 20, 70)->line_width = 2.4;
	line(scene, PART_INTERVAL, black, 20, 20, 20, 70);
	cr_expect_eq(found(scene, rule_mark_contrast), 0);
}

/* -- classes ---------------------------------------------------------------------------------- */

/* Two bars, the second in a colour of its own. */
static struct scene *two_bars(struct colour second)
{
	struct scene *scene = sheet();

	box(scene, PART_BAR, navy, (struct box){ 10, 20, 60, 60 });
	box(scene, PART_BAR, second, (struct box){ 80, 20, 60, 60 });
	return scene;
}

/* The first and third colour of the categories: lightness 27 and 29. */
Test(scene_rules, classes_of_equal_lightness_are_found)
{
	const struct colour plum = { 0x80 / 255.0, 0x16 / 255.0, 0x50 / 255.0 };

	cr_expect_eq(found(two_bars(orange), rule_classes_apart), 0);
	cr_expect_eq(found(two_bars(plum), rule_classes_apart), 1);
}

Test(scene_rules, classes_that_another_sight_cannot_tell_are_found)
{
	/* Red and a darker green, 12 apart in lightness: without red cones 1.7 apart. */
	const struct colour red = { 0.83, 0.21, 0.17 }, green = { 0.10, 0.38, 0.16 };
	struct scene *scene = sheet();

	box(scene, PART_BAR, red, (struct box){ 10, 20, 60, 60 });
	box(scene, PART_BAR, green, (struct box){ 80, 20, 60, 60 });
	cr_expect_eq(found(scene, rule_classes_apart), 1);
}

Test(scene_rules, a_label_in_each_or_another_dash_tells_classes_apart)
{
	const struct colour plum = { 0x80 / 255.0, 0x16 / 255.0, 0x50 / 255.0 };
	struct scene *scene = two_bars(plum);

	words(scene, ROLE_CHART_TEXT, 20, 50, "one", white);
	cr_expect_eq(found(scene, rule_classes_apart), 1);
	words(scene, ROLE_CHART_TEXT, 90, 50, "two", white);
	cr_expect_eq(found(scene, rule_classes_apart), 0);
	scene = sheet();
	line(scene, PART_LINE, navy, 0, 20, 200, 20);
	line(scene, PART_LINE, plum, 0, 60, 200, 60)->dash[0] = 4;
	cr_expect_eq(found(scene, rule_classes_apart), 0);
	line(scene, PART_LINE, plum, 0, 80, 200, 80);
	cr_expect_eq(found(scene, rule_classes_apart), 1);
}
