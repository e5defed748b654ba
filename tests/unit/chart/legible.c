#include <criterion/criterion.h>

#include "chart/legible.h"
#include "scene/scene.h"
#include "support/suite_look.h"
#include "text/shape.h"

static struct text_font_facts facts;
static struct shaped_text word;
static struct scene *scene;

/* Words of 40 points, their capitals 7 points high. */
static void set_up(void)
{
	suite_look_load();
	facts = (struct text_font_facts){ .size_pt = 10, .capital_pt = 7 };
	word = (struct shaped_text){ .text = "Word", .length = 4, .facts = &facts, .width = 40 };
	scene = scene_new(arena, 100, 50);
}

TestSuite(legible, .init = set_up, .fini = suite_look_free);

static void put(double x, double y)
{
	scene_text(scene, PART_GROUP_LABEL, &word, x, y, (struct colour){ 0, 0, 0 });
}

Test(legible, words_apart_within_the_edges_are)
{
	put(0, 20);
	put(60, 20);
	put(0, 40);
	cr_expect(chart_is_legible(scene));
	cr_expect_not(chart_cuts_words(scene));
}

Test(legible, words_on_each_other_are_not)
{
	put(0, 20);
	put(30, 24);
	cr_expect_not(chart_is_legible(scene));
	cr_expect_not(chart_cuts_words(scene));
}

Test(legible, words_beyond_a_side_are_cut)
{
	put(62, 20);
	cr_expect_not(chart_is_legible(scene));
	cr_expect(chart_cuts_words(scene));
}

Test(legible, words_above_the_picture_are_not)
{
	put(0, 4);
	cr_expect_not(chart_is_legible(scene));
	cr_expect_not(chart_cuts_words(scene));
}

Test(legible, words_of_a_scene_that_is_used_count_where_it_stands)
{
	struct scene *used = scene_new(arena, 50, 50);

	scene_text(used, PART_GROUP_LABEL, &word, 0, 20, (struct colour){ 0, 0, 0 });
	scene_use(scene, used, 55, 0);
	cr_expect(chart_is_legible(scene));
	scene_use(scene, used, 65, 20);
	cr_expect(chart_cuts_words(scene));
}
