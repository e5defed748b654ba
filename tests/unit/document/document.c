/* The tree of the resolved document. */

#include "document/document.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"

static struct node *add(struct arena *arena, struct node *parent, enum node_kind kind,
			const char *anchor)
{
	struct node *node = node_new(arena, kind, (struct location){ .line = 7 });

	node->anchor = anchor;
	if (parent != NULL)
		node_append(parent, node);
	return node;
}

Test(document, makes_nodes_whose_words_are_empty_and_never_missing)
{
	struct arena *arena = arena_new();
	struct node *node = node_new(arena, NODE_FIGURE, (struct location){ .line = 7 });

	cr_expect_eq(node->kind, NODE_FIGURE);
	cr_expect_eq(node->at.line, 7);
	cr_expect_str_empty(node->anchor);
	cr_expect_str_empty(node->label);
	cr_expect_str_empty(node->number);
	cr_expect_str_empty(node->part);
	cr_expect_str_empty(node->alternative);
	cr_expect_str_empty(node->file);
	cr_expect_str_empty(node->figure);
	cr_expect_eq(node->role, ROLE_BODY);
	cr_expect_null(node->language);
	arena_free(arena);
}

Test(document, keeps_children_in_the_order_they_were_added)
{
	struct arena *arena = arena_new();
	struct node *list = add(arena, NULL, NODE_LIST, "list");
	struct node *first = add(arena, list, NODE_ITEM, "1"),
		    *second = add(arena, list, NODE_ITEM, "2");
	struct node *third = add(arena, list, NODE_ITEM, "3");

	cr_expect_eq(list->first, first);
	cr_expect_eq(list->last, third);
	cr_expect_eq(first->next, second);
	cr_expect_eq(second->next, third);
	cr_expect_null(third->next);
	cr_expect_eq(second->parent, list);
	arena_free(arena);
}

Test(document, is_read_children_before_what_follows)
{
	struct arena *arena = arena_new();
	struct node *root = add(arena, NULL, NODE_PART, "root");
	struct node *one = add(arena, root, NODE_SECTION, "one"), *grid;
	char order[100] = "";

	add(arena, one, NODE_TEXT, "a");
	grid = add(arena, one, NODE_GRID, "grid");
	add(arena, grid, NODE_FIGURE, "b");
	add(arena, grid, NODE_FIGURE, "c");
	add(arena, root, NODE_SECTION, "two");
	for (const struct node *node = root; node != NULL; node = node_next(node, root)) {
		strcat(order, node->anchor);
		strcat(order, " ");
	}
	cr_expect_str_eq(order, "root one a grid b c two ");
	arena_free(arena);
}

Test(document, ends_a_walk_at_the_root_that_was_given)
{
	struct arena *arena = arena_new();
	struct node *root = add(arena, NULL, NODE_PART, "root");
	struct node *one = add(arena, root, NODE_SECTION, "one"), *leaf;

	leaf = add(arena, one, NODE_TEXT, "a");
	add(arena, root, NODE_SECTION, "two");
	cr_expect_eq(node_next(one, one), leaf);
	cr_expect_null(node_next(leaf, one));
	cr_expect_null(node_next(leaf, leaf));
	arena_free(arena);
}

Test(document, joins_the_words_of_a_text_without_its_markers)
{
	struct arena *arena = arena_new();
	struct text text = { 0 };
	struct text_run *run = text_add(arena, &text, "The rate");

	cr_expect_eq(run->kind, RUN_TEXT);
	cr_expect_not(run->strong || run->emphasis || run->secondary);
	run->strong = true;
	text_add(arena, &text, "1")->kind = RUN_NOTE;
	text_add(arena, &text, " rose");
	text_add(arena, &text, " on page ")->kind = RUN_PAGE;
	cr_expect_eq(text.count, 4);
	cr_expect_str_eq(text_plain(arena, &text), "The rate rose");
	cr_expect_str_eq(text_plain(arena, &(struct text){ 0 }), "");
	arena_free(arena);
}

/* The source of a chart and its notes are parts of one text. */
Test(document, gives_the_words_of_some_runs_without_blanks_at_their_ends)
{
	struct arena *arena = arena_new();
	struct text text = { 0 };

	text_add(arena, &text, "Source: records. ");
	text_add(arena, &text, " Lines show ");
	text_add(arena, &text, "1")->kind = RUN_NOTE;
	text_add(arena, &text, "intervals. ");
	cr_expect_str_eq(text_part(arena, &text, 0, 1), "Source: records.");
	cr_expect_str_eq(text_part(arena, &text, 1, 4), "Lines show intervals.");
	cr_expect_str_eq(text_part(arena, &text, 2, 3), "", "a marker has no words");
	cr_expect_str_eq(text_part(arena, &text, 4, 4), "", "there is nothing behind the last");
	cr_expect_str_eq(text_part(arena, &(struct text){ 0 }, 0, 0), "");
	/* The text itself stays as it is. */
	cr_expect_str_eq(text.runs[0]->text, "Source: records. ");
	arena_free(arena);
}

/* Callers style a run while they add others. */
Test(document, leaves_runs_where_they_are_when_more_are_added)
{
	struct arena *arena = arena_new();
	struct text text = { 0 };
	struct text_run *first = text_add(arena, &text, "first");

	for (int i = 0; i < 100; i++)
		text_add(arena, &text, " more");
	first->text = "changed";
	cr_expect_str_eq(text.runs[0]->text, "changed");
	arena_free(arena);
}
