/* Columns of strips, before they are cut into pages. */

#include "layout/galley.h"

#include <criterion/criterion.h>

#include "support/fixture.h"

static const struct layout layout = {
	.width_pt = 600, .height_pt = 800, .left_pt = 50, .right_pt = 50, .figure_after_pt = 18
};

/* Of the width of the text. */
static struct composer composer;
static struct galley galley;

static void set_up(void)
{
	fixture_set_up();
	composer = (struct composer){
		.arena = arena, .whole = arena, .drafts = arena, .layout = &layout
	};
	galley = galley_new(&composer, 500, 0);
}

TestSuite(layout_galley, .init = set_up, .fini = fixture_tear_down);

static struct strip *add_box(struct galley *to, double height)
{
	return galley_box(to, galley_new_scene(to, height, 0), (struct location){ 0 });
}

Test(layout_galley, turns_two_spaces_in_a_row_into_the_larger)
{
	galley_space(&galley, 4);
	galley_space(&galley, 9);
	galley_space(&galley, 6);
	galley_space(&galley, 0);
	add_box(&galley, 20);
	galley_space(&galley, 0);
	add_box(&galley, 30);
	cr_expect_eq(galley.count, 3);
	cr_expect_eq(galley_height(&galley), 59);
}

Test(layout_galley, gives_what_waits_to_the_next_box_alone)
{
	struct node section = { .anchor = "section" }, within = { .anchor = "within" };
	struct strip *strip;

	galley_anchor(&galley, &section);
	/* The place of the outer one is that of the inner one too. */
	galley_anchor(&galley, &within);
	galley.next_mark = &section;
	galley.keep = true;
	galley_note(&galley, scene_new(arena, 10, 10));
	galley_note(&galley, scene_new(arena, 10, 12));
	galley_space(&galley, 5);
	strip = add_box(&galley, 20);
	cr_expect_str_eq(strip->anchor, "section");
	cr_expect_eq(strip->mark, &section);
	cr_expect(strip->no_break);
	cr_expect_eq(strip->note_count, 2);
	cr_expect_eq(strip->height, 20);
	strip = add_box(&galley, 20);
	cr_expect_str_eq(strip->anchor, "");
	cr_expect_null(strip->mark);
	cr_expect_not(strip->no_break);
	cr_expect_eq(strip->note_count, 0);
}

Test(layout_galley, does_not_keep_over_a_new_page)
{
	galley.keep = true;
	galley_page(&galley);
	cr_expect_not(add_box(&galley, 20)->no_break);
	cr_expect_eq(galley.strips[0].kind, STRIP_PAGE);
}

Test(layout_galley, is_as_wide_as_the_page_it_turns)
{
	add_box(&galley, 20);
	cr_expect_not(galley_turn(&galley, true));
	cr_expect_eq(galley.width, 700);
	cr_expect_eq(galley.count, 2);
	cr_expect(galley.strips[1].landscape);
	/* Once more in the same direction changes nothing. */
	cr_expect(galley_turn(&galley, true));
	cr_expect_eq(galley.count, 2);
	cr_expect(galley_turn(&galley, false));
	cr_expect_eq(galley.width, 500);
	cr_expect_not(galley.strips[2].landscape);
}

/* Two wide tables with nothing between them share pages. */
Test(layout_galley, goes_on_when_it_is_turned_back_and_at_once_again)
{
	galley_turn(&galley, true);
	add_box(&galley, 20);
	galley_turn(&galley, false);
	galley_turn(&galley, true);
	cr_assert_eq(galley.count, 3);
	cr_expect_eq(galley.strips[2].kind, STRIP_SPACE);
	cr_expect_eq(galley.width, 700);
}

Test(layout_galley, cannot_turn_the_page_from_within_a_box)
{
	galley = galley_new(&composer, 200, 0);
	galley.narrow = true;
	galley_turn(&galley, true);
	cr_expect_eq(galley.width, 200);
	cr_expect_eq(galley.count, 0);
}

Test(layout_galley, becomes_one_scene_with_its_strips_below_each_other)
{
	struct galley inner = galley_new(&composer, 200, 3);
	struct node node = { .anchor = "place" };
	struct scene *scene;

	add_box(&inner, 20);
	galley_space(&inner, 5);
	galley_anchor(&inner, &node);
	galley_note(&inner, scene_new(arena, 10, 10));
	add_box(&inner, 30);
	scene = galley_scene(&inner, &galley);
	cr_expect_eq(scene->width, 200);
	cr_expect_eq(scene->height, 55);
	cr_assert_eq(scene->count, 3);
	cr_expect_eq(scene->items[0].area.y, 0);
	cr_expect_eq(scene->items[1].kind, SCENE_ANCHOR);
	cr_expect_eq(scene->items[1].area.y, 25);
	cr_expect_eq(scene->items[2].area.y, 25);
	/* Its footnotes wait for the box that it is put into. */
	cr_expect_eq(add_box(&galley, 55)->note_count, 1);
}
