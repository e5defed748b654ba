/* Display lists: every piece with its place, style and meaning. */

#include "scene/scene.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"

static const struct colour blue = { 0, 0, 1 };

Test(scene, begins_empty_as_layout)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, 120, 80);

	cr_expect_eq(scene->width, 120);
	cr_expect_eq(scene->height, 80);
	cr_expect_eq(scene->count, 0);
	cr_expect_eq(scene->element, ARTIFACT_LAYOUT);
	arena_free(arena);
}

Test(scene, gives_items_the_element_in_force)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, 100, 100), *used = scene_new(arena, 10, 10);

	scene_fill(scene, PART_RULE, blue);
	scene->element = 7;
	scene_stroke(scene, PART_RULE, blue, 1);
	scene_use(scene, used, 1, 2);
	scene_link(scene, (struct box){ 1, 2, 3, 4 }, "#place", "words");
	scene->element = ARTIFACT_HEADER;
	scene_anchor(scene, 5, 6, "place");
	cr_assert_eq(scene->count, 5);
	cr_expect_eq(scene->items[0].element, ARTIFACT_LAYOUT);
	for (size_t i = 1; i < 4; i++)
		cr_expect_eq(scene->items[i].element, 7);
	cr_expect_eq(scene->items[4].element, ARTIFACT_HEADER);
	arena_free(arena);
}

Test(scene, keeps_the_style_and_steps_of_paths)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, 100, 100);
	struct scene_path *path = scene_stroke(scene, PART_LINE, blue, 1.5);

	path_move(scene, path, 1, 2);
	path_line(scene, path, 3, 4);
	path_close(scene, path);
	path_circle(scene, path, 5, 6, 7);
	path_rectangle(scene, path, (struct box){ 8, 9, 10, 11 });
	cr_expect(path->stroked);
	cr_expect_not(path->filled);
	cr_expect_eq(path->line_width, 1.5);
	cr_expect_eq(path->stroke.blue, 1);
	cr_assert_eq(path->count, 5);
	cr_expect_eq(path->steps[0].verb, PATH_MOVE);
	cr_expect_eq(path->steps[1].verb, PATH_LINE);
	cr_expect_eq(path->steps[1].y, 4);
	cr_expect_eq(path->steps[2].verb, PATH_CLOSE);
	cr_expect_eq(path->steps[3].verb, PATH_CIRCLE);
	cr_expect_eq(path->steps[3].width, 7);
	cr_expect_eq(path->steps[4].verb, PATH_RECTANGLE);
	cr_expect_eq(path->steps[4].width, 10);
	cr_expect_eq(path->steps[4].height, 11);
	path = scene_fill(scene, PART_BAR, blue);
	cr_expect(path->filled);
	cr_expect_not(path->stroked);
	cr_expect_eq(scene->items[1].part, PART_BAR);
	arena_free(arena);
}

Test(scene, keeps_many_items_in_the_order_they_were_added)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, 100, 100);

	for (int i = 0; i < 1000; i++) {
		struct scene_path *path = scene_fill(scene, PART_DOT, blue);

		for (int step = 0; step < 3; step++)
			path_circle(scene, path, i, step, 1);
	}
	cr_assert_eq(scene->count, 1000);
	for (int i = 0; i < 1000; i++) {
		cr_assert_eq(scene->items[i].path->count, 3);
		cr_assert_eq(scene->items[i].path->steps[2].x, i);
		cr_assert_eq(scene->items[i].path->steps[2].y, 2);
	}
	arena_free(arena);
}

Test(scene, uses_another_scene_where_it_is_put_with_its_size)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, 100, 100), *used = scene_new(arena, 30, 40);

	scene_use(scene, used, 5, 6);
	cr_assert_eq(scene->count, 1);
	cr_expect_eq(scene->items[0].kind, SCENE_USE);
	cr_expect_eq(scene->items[0].use, used);
	cr_expect_eq(scene->items[0].area.x, 5);
	cr_expect_eq(scene->items[0].area.y, 6);
	cr_expect_eq(scene->items[0].area.width, 30);
	cr_expect_eq(scene->items[0].area.height, 40);
	arena_free(arena);
}

Test(scene, keeps_links_and_what_they_lead_to)
{
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, 100, 100);

	scene_link(scene, (struct box){ 1, 2, 3, 4 }, "https://example.org", "an example");
	scene_anchor(scene, 5, 6, "place");
	cr_expect_eq(scene->items[0].kind, SCENE_LINK);
	cr_expect_eq(scene->items[0].area.width, 3);
	cr_expect_str_eq(scene->items[0].target, "https://example.org");
	cr_expect_str_eq(scene->items[0].contents, "an example");
	cr_expect_eq(scene->items[1].kind, SCENE_ANCHOR);
	cr_expect_eq(scene->items[1].area.x, 5);
	cr_expect_eq(scene->items[1].area.y, 6);
	cr_expect_str_eq(scene->items[1].target, "place");
	arena_free(arena);
}

/* They are classes in SVG and words of a dump: lower case, and no two the same. */
Test(scene, names_every_part_once)
{
	static const char *const names[] = {
#define SCENE_PART(symbol, name) name,
#include "scene/scene_parts.def"
#undef SCENE_PART
	};
	const size_t count = sizeof(names) / sizeof(names[0]);

	for (size_t i = 0; i < count; i++) {
		const char *name = scene_part_name((enum scene_part)i);

		cr_expect_str_eq(name, names[i]);
		cr_expect_eq(strspn(name, "abcdefghijklmnopqrstuvwxyz-"), strlen(name));
		for (size_t j = 0; j < i; j++)
			cr_expect_str_neq(name, names[j]);
	}
	cr_expect_str_eq(scene_part_name(PART_REFERENCE_LABEL), "reference-label");
}

/* What a scene is copied into knows how much room to make, whatever the draft uses. */
Test(scene, counts_what_a_copy_has)
{
	struct arena *arena = arena_new(), *elsewhere = arena_new();
	struct scene *draft = scene_new(arena, 100, 100), *part = scene_new(arena, 10, 10);
	struct scene *chart = scene_new(elsewhere, 10, 10), *copy = scene_new(arena, 100, 100);
	const struct scene_item *items;

	scene_fill(part, PART_RULE, blue);
	scene_anchor(part, 1, 1, "here");
	scene_fill(chart, PART_BAR, blue);
	scene_fill(chart, PART_BAR, blue);
	scene_use(draft, part, 5, 5);
	scene_use(draft, chart, 20, 20);
	scene_stroke(draft, PART_RULE, blue, 1);
	cr_expect_eq(scene_copy_count(draft), 4);
	scene_anchor(copy, 0, 0, "first");
	scene_reserve(copy, scene_copy_count(draft));
	cr_expect_eq(copy->capacity, 5);
	cr_expect_str_eq(copy->items[0].target, "first");
	items = copy->items;
	scene_copy(copy, draft, 0, 0);
	cr_expect_eq(copy->count, 5);
	cr_expect_eq(copy->items, items, "a list with room enough stays where it is");
	scene_reserve(copy, 0);
	cr_expect_eq(copy->items, items);
	arena_free(elsewhere);
	arena_free(arena);
}
