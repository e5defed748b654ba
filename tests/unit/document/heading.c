/* Levels of headings. */

#include "document/heading.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "document/document.h"

static struct node *add(struct arena *arena, struct node *parent, enum node_kind kind)
{
	struct node *node = node_new(arena, kind, (struct location){ 0 });

	if (parent != NULL)
		node_append(parent, node);
	return node;
}

Test(heading, leaves_the_first_level_to_the_title_of_the_document)
{
	struct arena *arena = arena_new();
	struct node *root = add(arena, NULL, NODE_PART);

	cr_expect_eq(node_heading_level(add(arena, root, NODE_SECTION)), 2);
	cr_expect_eq(node_heading_level(add(arena, root, NODE_CONTENTS)), 2);
	arena_free(arena);
}

Test(heading, goes_by_the_sections_around_and_by_nothing_else)
{
	struct arena *arena = arena_new();
	struct node *root = add(arena, NULL, NODE_PART);
	struct node *outer = add(arena, add(arena, root, NODE_PART), NODE_SECTION);
	struct node *cell = add(arena, add(arena, outer, NODE_GRID), NODE_CELL);
	struct node *inner = add(arena, cell, NODE_SECTION);

	/* An extract shows a section of the second level by itself. */
	outer->level = 2;
	cr_expect_eq(node_heading_level(outer), 2);
	cr_expect_eq(node_heading_level(inner), 3);
	arena_free(arena);
}

Test(heading, ends_at_the_sixth_level)
{
	struct arena *arena = arena_new();
	struct node *section = add(arena, NULL, NODE_PART);

	for (unsigned level = 2; level <= 9; level++) {
		section = add(arena, section, NODE_SECTION);
		cr_expect_eq(node_heading_level(section), level < 6 ? level : 6);
	}
	arena_free(arena);
}

Test(heading, is_no_title_of_a_figure_a_table_a_cell_or_a_callout)
{
	static const enum node_kind kinds[] = { NODE_FIGURE,  NODE_TABLE, NODE_CELL,
						NODE_CALLOUT, NODE_PART,  NODE_TEXT };
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		cr_expect_eq(node_heading_level(add(arena, NULL, kinds[i])), 0, "%zu", i);
	arena_free(arena);
}
