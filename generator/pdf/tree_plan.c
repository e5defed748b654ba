/*
 * tree_plan.c - which drawn runs and links belong to which element of the structure.
 */
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "pdf/finish_parts.h"

static bool is_cell(const struct structure_element *element)
{
	return element->type == STRUCTURE_HEADER_CELL || element->type == STRUCTURE_DATA_CELL;
}

static bool fault(const struct pdf_finish *finish, size_t page, const char *what)
{
	diag_addf(finish->diags, DIAG_PDF_UNMARKED, (struct location){ 0 }, "page %zu: %s",
		  page + 1, what);
	return false;
}

static void link_children(struct arena *arena, struct pdf_tree *tree)
{
	const struct structure_order order = structure_order(arena, tree->structure);

	for (size_t i = 0; i < tree->structure->count; i++)
		tree->nodes[i] = (struct pdf_node){ .first = order.first[i],
						    .next = order.next[i],
						    .order = PDF_NOT_DRAWN };
}

/* Counts what belongs to every element; false when something belongs to none that there is. */
static bool count(struct pdf_finish *finish)
{
	struct pdf_tree *tree = &finish->tree;
	int most = (int)tree->structure->count;

	for (size_t page = 0; page < finish->pages->count; page++) {
		const struct pdf_drawn_page *drawn = &finish->job->drawn_pages[page];

		for (size_t i = 0; i < drawn->run_count; i++) {
			if (drawn->runs[i].element >= most)
				return fault(finish, page, "a run of an element that is not there");
			if (drawn->runs[i].element >= 0)
				tree->nodes[drawn->runs[i].element].item_count++;
		}
		for (size_t i = 0; i < drawn->link_count; i++) {
			int element = drawn->links[i].element;

			if (element < 0 || element >= most ||
			    tree->structure->elements[element].type != STRUCTURE_LINK)
				return fault(finish, page,
					     arena_printf(finish->arena,
							  "the link to \"%s\" has no element",
							  drawn->links[i].target));
			tree->nodes[element].annotation_count++;
		}
	}
	return true;
}

static void give_room(struct pdf_finish *finish)
{
	struct pdf_tree *tree = &finish->tree;
	unsigned items = 0;

	for (size_t i = 0; i < tree->structure->count; i++) {
		struct pdf_node *node = &tree->nodes[i];

		node->item_from = items;
		node->annotation_from = tree->annotation_count;
		items += node->item_count;
		tree->annotation_count += node->annotation_count;
		node->item_count = node->annotation_count = 0;
	}
	tree->items = arena_array(finish->arena, items, sizeof(*tree->items));
	tree->annotations =
		arena_array(finish->arena, tree->annotation_count, sizeof(*tree->annotations));
}

static void meet(struct pdf_node *node, unsigned order, unsigned page, struct box box)
{
	if (node->order == PDF_NOT_DRAWN) {
		node->order = order;
		node->page = page;
		node->box = box;
	} else if (node->page == page) {
		node->box = box_union(node->box, box);
	}
}

static void hand_out(struct pdf_finish *finish)
{
	struct pdf_tree *tree = &finish->tree;
	unsigned order = 0;

	for (unsigned page = 0; page < finish->pages->count; page++) {
		const struct pdf_drawn_page *drawn = &finish->job->drawn_pages[page];

		for (size_t i = 0; i < drawn->run_count; i++, order++) {
			const struct pdf_drawn_run *run = &drawn->runs[i];
			struct pdf_node *node;

			if (run->element < 0)
				continue;
			node = &tree->nodes[run->element];
			meet(node, order, page, run->box);
			tree->items[node->item_from + node->item_count++] =
				(struct pdf_content_item){ page, tree->mcid_counts[page]++, order };
		}
		for (size_t i = 0; i < drawn->link_count; i++) {
			struct pdf_node *node = &tree->nodes[drawn->links[i].element];

			tree->annotations[node->annotation_from + node->annotation_count++] =
				(struct pdf_annotation){ .link = &drawn->links[i], .page = page };
		}
	}
}

/* Tells elements what is within them, from the deepest up: a parent comes before its children. */
static void tell_parents(struct pdf_tree *tree)
{
	for (size_t i = tree->structure->count; i-- > 0;) {
		struct pdf_node *node = &tree->nodes[i], *parent;

		node->kept = node->kept || node->item_count > 0 || node->annotation_count > 0;
		if (i == 0 || !node->kept)
			continue;
		parent = &tree->nodes[tree->structure->elements[i].parent];
		parent->kept = true;
		if (node->order == PDF_NOT_DRAWN)
			continue;
		if (parent->order != PDF_NOT_DRAWN && node->order < parent->order) {
			if (parent->page != node->page)
				parent->box = node->box;
			parent->order = node->order;
			parent->page = node->page;
		}
		meet(parent, node->order, node->page, node->box);
	}
	/* A table is regular with its empty cells alone. */
	for (size_t i = 1; i < tree->structure->count; i++)
		if (is_cell(&tree->structure->elements[i]) &&
		    tree->nodes[tree->structure->elements[i].parent].kept)
			tree->nodes[i].kept = true;
	tree->nodes[0].kept = true;
}

bool pdf_plan_tree(struct pdf_finish *finish)
{
	struct pdf_tree *tree = &finish->tree;

	tree->structure = &finish->pages->structure;
	tree->nodes = arena_array(finish->arena, tree->structure->count, sizeof(*tree->nodes));
	tree->mcid_counts =
		arena_array(finish->arena, finish->pages->count, sizeof(*tree->mcid_counts));
	link_children(finish->arena, tree);
	if (!count(finish))
		return false;
	give_room(finish);
	hand_out(finish);
	tell_parents(tree);
	return true;
}
