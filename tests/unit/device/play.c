/* Scenes drawn with cairo. */

#include "device/play.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { SIZE = 60 };

static const struct colour red = { 1, 0, 0 }, green = { 0, 1, 0 };
static const struct play_listener nobody = { 0 };

struct sheet_of_dots {
	cairo_surface_t *surface;
	cairo_t *cairo;
};

static struct sheet_of_dots dots_new(void)
{
	struct sheet_of_dots dots = { .surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
									    SIZE, SIZE) };

	dots.cairo = cairo_create(dots.surface);
	return dots;
}

static void dots_drop(struct sheet_of_dots *dots)
{
	cairo_destroy(dots->cairo);
	cairo_surface_destroy(dots->surface);
}

/* 0xRRGGBB of a dot; the sheet is black at first. */
static unsigned dot(const struct sheet_of_dots *dots, int x, int y)
{
	unsigned value;

	cairo_surface_flush(dots->surface);
	memcpy(&value,
	       cairo_image_surface_get_data(dots->surface) +
		       y * cairo_image_surface_get_stride(dots->surface) + x * 4,
	       sizeof(value));
	return value & 0xffffff;
}

Test(play, fills_and_strokes_in_the_colours_given)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, SIZE, SIZE);
	struct scene_path *path = scene_fill(scene, PART_BAR, red);
	struct sheet_of_dots dots = dots_new();

	path_rectangle(scene, path, (struct box){ 10, 10, 10, 10 });
	path = scene_stroke(scene, PART_LINE, green, 4);
	path_move(scene, path, 0, 40);
	path_line(scene, path, 60, 40);
	play_scene(dots.cairo, scene, (struct point){ 0, 0 }, &nobody);
	cr_expect_eq(dot(&dots, 15, 15), 0xff0000);
	cr_expect_eq(dot(&dots, 9, 15), 0);
	cr_expect_eq(dot(&dots, 20, 15), 0);
	cr_expect_eq(dot(&dots, 30, 39), 0x00ff00);
	cr_expect_eq(dot(&dots, 30, 41), 0x00ff00);
	cr_expect_eq(dot(&dots, 30, 43), 0);
	dots_drop(&dots);
	arena_free(arena);
}

Test(play, strokes_over_the_fill_of_the_same_path)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, SIZE, SIZE);
	struct scene_path *path = scene_fill(scene, PART_DOT, red);
	struct sheet_of_dots dots = dots_new();

	path->stroked = true;
	path->stroke = green;
	path->line_width = 4;
	path_circle(scene, path, 30, 30, 20);
	play_scene(dots.cairo, scene, (struct point){ 0, 0 }, &nobody);
	cr_expect_eq(dot(&dots, 30, 30), 0xff0000);
	cr_expect_eq(dot(&dots, 50, 30), 0x00ff00);
	cr_expect_eq(dot(&dots, 30, 50), 0x00ff00);
	cr_expect_eq(dot(&dots, 53, 30), 0);
	dots_drop(&dots);
	arena_free(arena);
}

Test(play, leaves_gaps_in_dashed_lines_and_none_in_the_next)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, SIZE, SIZE);
	struct scene_path *path = scene_stroke(scene, PART_REFERENCE, red, 4);
	struct sheet_of_dots dots = dots_new();

	path->dash[0] = path->dash[1] = 10;
	path_move(scene, path, 0, 10);
	path_line(scene, path, 60, 10);
	path = scene_stroke(scene, PART_LINE, red, 4);
	path_move(scene, path, 0, 30);
	path_line(scene, path, 60, 30);
	play_scene(dots.cairo, scene, (struct point){ 0, 0 }, &nobody);
	cr_expect_eq(dot(&dots, 5, 10), 0xff0000);
	cr_expect_eq(dot(&dots, 15, 10), 0);
	cr_expect_eq(dot(&dots, 25, 10), 0xff0000);
	for (int x = 1; x < 59; x++)
		cr_expect_eq(dot(&dots, x, 30), 0xff0000);
	dots_drop(&dots);
	arena_free(arena);
}

Test(play, moves_scenes_within_scenes_by_all_their_places)
{
	struct arena *arena = arena_new();
	struct scene *page = scene_new(arena, SIZE, SIZE), *cell = scene_new(arena, 20, 20);
	struct scene *mark = scene_new(arena, 5, 5);
	struct sheet_of_dots dots = dots_new();

	path_rectangle(mark, scene_fill(mark, PART_BAR, red), (struct box){ 0, 0, 5, 5 });
	scene_use(cell, mark, 10, 2);
	scene_use(page, cell, 20, 30);
	play_scene(dots.cairo, page, (struct point){ 3, 4 }, &nobody);
	cr_expect_eq(dot(&dots, 33, 36), 0xff0000);
	cr_expect_eq(dot(&dots, 37, 40), 0xff0000);
	cr_expect_eq(dot(&dots, 32, 36), 0);
	cr_expect_eq(dot(&dots, 33, 35), 0);
	cr_expect_eq(dot(&dots, 38, 40), 0);
	dots_drop(&dots);
	arena_free(arena);
}

/* What was told while a scene was played, as text. */
static void note_draw(cairo_t *cairo, int element, struct box box, void *context)
{
	(void)cairo;
	buffer_printf(context, "draw %d at %g %g %g %g\n", element, box.x, box.y, box.width,
		      box.height);
}

static void note_link(const struct scene_item *link, int element, struct box area, void *context)
{
	buffer_printf(context, "link %d %g %g %g %g %s %s\n", element, area.x, area.y, area.width,
		      area.height, link->target, link->contents);
}

static void note_anchor(const char *name, struct point at, void *context)
{
	buffer_printf(context, "anchor %g %g %s\n", at.x, at.y, name);
}

static void check_told(const struct scene *page, const char *expected)
{
	struct sheet_of_dots dots = dots_new();
	struct buffer told;
	const struct play_listener listener = {
		.draw = note_draw, .link = note_link, .anchor = note_anchor, .context = &told
	};

	buffer_init(&told);
	play_scene(dots.cairo, page, (struct point){ 0, 0 }, &listener);
	cr_expect_str_eq(buffer_text(&told), expected);
	play_scene(dots.cairo, page, (struct point){ 0, 0 }, &nobody);
	buffer_clear(&told);
	dots_drop(&dots);
}

Test(play, tells_links_and_anchors_with_their_place_on_the_page)
{
	struct arena *arena = arena_new();
	struct scene *page = scene_new(arena, SIZE, SIZE), *cell = scene_new(arena, 20, 20);

	cell->element = 7;
	scene_link(cell, (struct box){ 1, 2, 3, 4 }, "#there", "words");
	scene_anchor(cell, 5, 6, "here");
	scene_use(page, cell, 10, 20);
	check_told(page, "link 7 11 22 3 4 #there words\nanchor 15 26 here\n");
	arena_free(arena);
}

Test(play, tells_what_is_drawn_for_which_element_and_around_which_box)
{
	struct arena *arena = arena_new();
	struct scene *page = scene_new(arena, SIZE, SIZE);
	struct scene_path *path;

	page->element = 4;
	path_rectangle(page, scene_fill(page, PART_BAR, red), (struct box){ 1, 2, 3, 4 });
	page->element = ARTIFACT_LAYOUT;
	path = scene_stroke(page, PART_LINE, red, 2);
	path_move(page, path, 10, 20);
	path_line(page, path, 30, 15);
	path_close(page, path);
	path = scene_fill(page, PART_DOT, red);
	path_circle(page, path, 20, 20, 5);
	check_told(page, "draw 4 at 1 2 3 4\ndraw -1 at 9 14 22 7\ndraw -1 at 15 15 10 10\n");
	arena_free(arena);
}

/* Pieces of a picture belong to the figure that uses it, through scenes within scenes; others keep their own. */
Test(play, gives_pieces_without_an_element_that_of_their_user)
{
	struct arena *arena = arena_new();
	struct scene *page = scene_new(arena, SIZE, SIZE), *figure = scene_new(arena, 20, 20);
	struct scene *panel = scene_new(arena, 10, 10);

	panel->element = ELEMENT_OF_USER;
	path_rectangle(panel, scene_fill(panel, PART_BAR, red), (struct box){ 0, 0, 1, 1 });
	panel->element = ARTIFACT_LAYOUT;
	path_rectangle(panel, scene_fill(panel, PART_RULE, red), (struct box){ 0, 0, 2, 2 });
	figure->element = ELEMENT_OF_USER;
	scene_use(figure, panel, 3, 3);
	page->element = 9;
	scene_use(page, figure, 5, 5);
	page->element = 10;
	scene_use(page, figure, 6, 6);
	check_told(page, "draw 9 at 8 8 1 1\ndraw -1 at 8 8 2 2\n"
			 "draw 10 at 9 9 1 1\ndraw -1 at 9 9 2 2\n");
	check_told(figure, "draw -1 at 3 3 1 1\ndraw -1 at 3 3 2 2\n");
	arena_free(arena);
}

Test(play, collects_what_a_surface_writes)
{
	struct buffer bytes;

	buffer_init(&bytes);
	cr_expect_eq(play_to_buffer(&bytes, (const unsigned char *)"ab", 2), CAIRO_STATUS_SUCCESS);
	cr_expect_eq(play_to_buffer(&bytes, (const unsigned char *)"\0c", 2), CAIRO_STATUS_SUCCESS);
	cr_assert_eq(bytes.length, 4);
	cr_expect_eq(memcmp(bytes.bytes, "ab\0c", 4), 0);
	buffer_clear(&bytes);
}
