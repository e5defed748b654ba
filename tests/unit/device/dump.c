/* Scenes as text. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/pages_device.h"

static const struct colour blue = { 0, 94.0 / 255, 184.0 / 255 };

static const char *dump(struct arena *arena, const struct scene *scene)
{
	struct buffer out;

	buffer_init(&out);
	dump_scene(scene, &out);
	return buffer_finish(&out, arena);
}

Test(dump, writes_every_kind_of_item_on_a_line)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, 100, 50.5);
	struct scene_path *path = scene_fill(scene, PART_BAR, blue);

	path_rectangle(scene, path, (struct box){ 1, 2.5, 30, 40 });
	scene->element = 3;
	path = scene_stroke(scene, PART_LINE, blue, 1.5);
	path->dash[0] = 3;
	path->dash[1] = 2;
	path_move(scene, path, 0, 0);
	path_line(scene, path, 10.126, 20);
	path_close(scene, path);
	path_circle(scene, path, 5, 6, 7);
	scene_link(scene, (struct box){ 1, 2, 3, 4 }, "#place", "words");
	scene_anchor(scene, 5, 6, "place");
	cr_expect_str_eq(
		dump(arena, scene),
		"scene 100 50.5\n"
		"  bar [-1] fill=#005EB8 rectangle 1 2.5 30 40\n"
		"  line [3] stroke=#005EB8 width=1.5 dash=3,2 M 0 0 L 10.13 20 Z circle 5 6 7\n"
		"  text [3] link 1 2 3 4 #place\n"
		"  text [3] anchor 5 6 place\n");
	arena_free(arena);
}

Test(dump, indents_scenes_that_are_used_within_others)
{
	struct arena *arena = arena_new();
	struct scene *page = scene_new(arena, 100, 100), *cell = scene_new(arena, 30, 20);
	struct scene *line = scene_new(arena, 20, 10);

	scene_anchor(line, 1, 2, "deep");
	scene_use(cell, line, 3, 4);
	scene_use(page, cell, 5, 6);
	scene_anchor(page, 7, 8, "behind");
	cr_expect_str_eq(dump(arena, page), "scene 100 100\n"
					    "  text [-1] use 5 6 30 20\n"
					    "    text [-1] use 3 4 20 10\n"
					    "      text [-1] anchor 1 2 deep\n"
					    "  text [-1] anchor 7 8 behind\n");
	arena_free(arena);
}

Test(dump, says_the_font_colour_place_and_width_of_words)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct scene *scene = scene_new(paper->arena, 100, 100);
	const struct shaped_text *shaped =
		text_shape(paper->look.engine, look_font(&paper->look, ROLE_HEADING_1), "Rate", 4);
	const char *expected;

	scene_text(scene, PART_TEXT, shaped, 10, 20.004, blue);
	expected = arena_printf(
		paper->arena,
		"scene 100 100\n  text [-1] font=display/600/27/-0.012 text=#005EB8 10 "
		"20 width=%.5g \"Rate\"\n",
		shaped->width);
	cr_expect_str_eq(dump(paper->arena, scene), expected);
	paper_free(paper);
}

/* A change in the last bit must not change a golden file. */
Test(dump, has_no_negative_zero_and_two_digits)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, 1, 1);

	scene_anchor(scene, -1e-12, 1e-12, "a");
	scene_anchor(scene, 1.0 / 3, -2.0 / 3, "b");
	cr_expect_str_eq(dump(arena, scene), "scene 1 1\n"
					     "  text [-1] anchor 0 0 a\n"
					     "  text [-1] anchor 0.33 -0.67 b\n");
	arena_free(arena);
}

Test(dump, writes_all_pages_and_the_structure_behind_them)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct made_file file;

	paper->into = paper_section(paper, 2, "1", "First");
	paper_text(paper, "Some words.");
	paper_add(paper, NODE_PAGE_BREAK);
	paper_figure(paper, "bars", 0);
	paper_lay_out(paper);
	cr_assert_eq(paper->pages->count, 2);
	file = make_pages(paper->arena, &device_dump, paper->pages);
	cr_expect_eq(strncmp(file.bytes, "page 1: scene 595.28 841.89\n", 28), 0);
	cr_expect_not_null(strstr(file.bytes, "\npage 2: scene 595.28 841.89\n"));
	cr_expect_not_null(strstr(file.bytes, "\"Some words.\"\n"));
	cr_expect_not_null(strstr(file.bytes,
				  "\nstructure\n  [0] Document\n    [1] H1\n    [2] Sect\n"
				  "      [3] H2 anchor=section-1-First\n"
				  "      [4] P\n"));
	cr_expect_not_null(strstr(file.bytes, "Figure anchor=anchor-bars "
					      "alternative=\"bars alternative\"\n"));
	paper_free(paper);
}

Test(dump, says_whether_a_header_cell_is_of_a_row_or_a_column)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct made_file file;

	paper_table(paper, "t", 1, 2);
	paper_lay_out(paper);
	file = make_pages(paper->arena, &device_dump, paper->pages);
	cr_expect_not_null(strstr(file.bytes, "TH scope=column\n"));
	cr_expect_not_null(strstr(file.bytes, " scope=row\n"));
	paper_free(paper);
}
