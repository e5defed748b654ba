/* Elements of which nothing is drawn. */

#include "scene/content.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "scene/pages.h"

struct sheet {
	struct arena *arena;
	struct pages pages;
	struct scene *scene;
};

static struct sheet sheet_new(void)
{
	struct sheet sheet = { .arena = arena_new() };

	sheet.scene = scene_new(sheet.arena, 100, 100);
	sheet.pages.items = arena_array(sheet.arena, 1, sizeof(*sheet.pages.items));
	sheet.pages.items[0] = sheet.scene;
	sheet.pages.count = 1;
	structure_add(sheet.arena, &sheet.pages.structure, STRUCTURE_DOCUMENT, -1);
	return sheet;
}

static int add(struct sheet *sheet, enum structure_type type, int parent)
{
	return structure_add(sheet->arena, &sheet->pages.structure, type, parent);
}

static void draw(struct scene *scene, int element)
{
	scene->element = element;
	scene_fill(scene, PART_TEXT, (struct colour){ 0 });
}

static bool is_empty(const struct sheet *sheet, int element)
{
	return sheet->pages.structure.elements[element].empty;
}

Test(content, of_an_element_is_that_of_all_around_it)
{
	struct sheet sheet = sheet_new();
	int section = add(&sheet, STRUCTURE_SECTION, 0);
	int caption = add(&sheet, STRUCTURE_CAPTION, section);
	int paragraph = add(&sheet, STRUCTURE_PARAGRAPH, section);
	int other = add(&sheet, STRUCTURE_SECTION, 0);

	draw(sheet.scene, paragraph);
	content_mark_empty(&sheet.pages);
	cr_expect_not(is_empty(&sheet, 0));
	cr_expect_not(is_empty(&sheet, section));
	cr_expect_not(is_empty(&sheet, paragraph));
	cr_expect(is_empty(&sheet, caption));
	cr_expect(is_empty(&sheet, other));
	arena_free(sheet.arena);
}

Test(content, of_a_picture_belongs_to_what_uses_it)
{
	struct sheet sheet = sheet_new();
	struct scene *picture = scene_new(sheet.arena, 10, 10);
	int figure = add(&sheet, STRUCTURE_FIGURE, 0), other = add(&sheet, STRUCTURE_FIGURE, 0);

	draw(picture, ELEMENT_OF_USER);
	sheet.scene->element = figure;
	scene_use(sheet.scene, picture, 0, 0);
	content_mark_empty(&sheet.pages);
	cr_expect_not(is_empty(&sheet, figure));
	cr_expect(is_empty(&sheet, other));
	arena_free(sheet.arena);
}

Test(content, is_no_anchor_and_no_artifact)
{
	struct sheet sheet = sheet_new();
	int paragraph = add(&sheet, STRUCTURE_PARAGRAPH, 0);

	sheet.scene->element = paragraph;
	scene_anchor(sheet.scene, 0, 0, "place");
	draw(sheet.scene, ARTIFACT_LAYOUT);
	content_mark_empty(&sheet.pages);
	cr_expect(is_empty(&sheet, paragraph));
	arena_free(sheet.arena);
}

Test(content, may_be_missing_from_a_cell_alone)
{
	struct sheet sheet = sheet_new();
	int table = add(&sheet, STRUCTURE_TABLE, 0);
	int row = add(&sheet, STRUCTURE_TABLE_ROW, table);
	int header = add(&sheet, STRUCTURE_HEADER_CELL, row);
	int cell = add(&sheet, STRUCTURE_DATA_CELL, row);

	content_mark_empty(&sheet.pages);
	cr_expect_not(is_empty(&sheet, header));
	cr_expect_not(is_empty(&sheet, cell));
	cr_expect_not(is_empty(&sheet, table));
	arena_free(sheet.arena);
}

Test(content, is_found_in_a_parent_with_a_larger_number)
{
	struct sheet sheet = sheet_new();
	int note = add(&sheet, STRUCTURE_NOTE, 0), group = add(&sheet, STRUCTURE_DIVISION, 0);

	sheet.pages.structure.elements[note].parent = group;
	draw(sheet.scene, note);
	content_mark_empty(&sheet.pages);
	cr_expect_not(is_empty(&sheet, note));
	cr_expect_not(is_empty(&sheet, group));
	arena_free(sheet.arena);
}
