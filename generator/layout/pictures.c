/*
 * pictures.c - the pictures of a document without its pages: each as wide as the pages would have it.
 */
#include "base/arena.h"
#include "layout/flow.h"
#include "layout/layout_pages.h"

/* Where a node stands, as far as that decides how wide it is. */
struct room {
	double width;
	bool boxed, landscape; /* pages are turned for sections, not within boxes */
};

static void draw_children(struct composer *composer, const struct node *parent, struct room room);

static void draw_section(struct composer *composer, const struct node *node, struct room room)
{
	const struct layout *layout = composer->layout;

	if (node->landscape && !room.landscape && !room.boxed) {
		room.landscape = true;
		room.width = layout->height_pt - layout->left_pt - layout->right_pt;
	}
	draw_children(composer, node, room);
}

/* Children side by side, in rows of so many. */
static void draw_rows(struct composer *composer, const struct node *node, struct room room)
{
	unsigned index = 0;

	for (const struct node *child = node->first; child != NULL; child = child->next) {
		struct room place = { .boxed = true, .landscape = room.landscape };

		place.width =
			row_place(composer->layout, room.width, node, node->columns, index).width;
		if (child->kind == NODE_FIGURE) {
			figure_picture(composer, child, place.width);
		} else {
			place.width -= 2 * cell_pad(child);
			draw_children(composer, child, place);
		}
		index = (index + 1) % node->columns;
	}
}

static void draw_node(struct composer *composer, const struct node *node, struct room room)
{
	switch (node->kind) {
	case NODE_PART:
		draw_children(composer, node, room);
		break;
	case NODE_SECTION:
		draw_section(composer, node, room);
		break;
	case NODE_CALLOUT:
		room.boxed = true;
		draw_children(composer, node, room);
		break;
	case NODE_PANEL:
	case NODE_GRID:
	case NODE_TILES:
		draw_rows(composer, node, room);
		break;
	case NODE_FIGURE:
		figure_picture(composer, node, room.width);
		break;
	case NODE_TEXT:
	case NODE_LIST:
	case NODE_TILE:
	case NODE_TABLE:
	case NODE_CONTENTS:
	case NODE_PAGE_BREAK:
	case NODE_COVER:
	case NODE_ITEM:
	case NODE_CELL:
		break; /* no pictures in these, or placed with what they are in */
	}
}

static void draw_children(struct composer *composer, const struct node *parent, struct room room)
{
	for (const struct node *node = parent->first; node != NULL; node = node->next)
		draw_node(composer, node, room);
}

struct figure_list pictures_make(struct arena *arena, struct text_engine *engine,
				 const struct layout *layout, const struct theme *theme,
				 const struct document *document)
{
	struct composer composer = {
		.whole = arena,
		.drafts = arena,
		.engine = engine,
		.layout = layout,
		.theme = theme,
		.document = document,
	};

	draw_children(&composer, document->root,
		      (struct room){ .width = layout_text_width(layout) });
	return (struct figure_list){ composer.figures, composer.figure_count };
}
