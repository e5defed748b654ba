/*
 * blocks.c - nodes of the document as elements; one function a kind of node.
 */
#include "base/arena.h"
#include "html/parts.h"

static void write_text(struct html_writer *writer, const struct node *node)
{
	html_open(writer, "p", text_role_name(node->role));
	markup_attribute(writer->markup, "lang", node->language);
	if (node->anchor[0] != '\0')
		markup_attribute(writer->markup, "id", node->anchor);
	html_text(writer, &node->text);
	html_close(writer);
	html_newline(writer);
}

static void write_list(struct html_writer *writer, const struct node *list)
{
	html_open(writer, list->ordered ? "ol" : "ul", NULL);
	html_newline(writer);
	for (const struct node *item = list->first; item != NULL; item = item->next)
		html_text_element(writer, "li", NULL, &item->text);
	html_close(writer);
	html_newline(writer);
}

/* An element with a class, around what is in a node. */
static void open_box(struct html_writer *writer, const char *class)
{
	html_open(writer, "div", class);
	html_newline(writer);
}

static void close_box(struct html_writer *writer)
{
	html_close(writer);
	html_newline(writer);
}

/* -- tiles -------------------------------------------------------------------------------------- */

static void write_tile(struct html_writer *writer, const struct node *tile)
{
	html_open(writer, "p", tile->target != NULL ? "tile leads" : "tile");
	html_open(writer, "span", "big-number");
	html_words(writer, tile->figure);
	html_close(writer);
	markup_text(writer->markup, " ");
	html_open(writer, "span", "words");
	html_text(writer, &tile->text);
	html_close(writer);
	if (tile->target != NULL) {
		markup_text(writer->markup, " ");
		html_open(writer, "a", "page");
		markup_attribute(writer->markup, "href", html_address(writer, tile->target));
		html_words(writer, html_target_words(writer, tile->target));
		html_close(writer);
	}
	html_close(writer);
	html_newline(writer);
}

/* -- side by side ------------------------------------------------------------------------------- */

static void write_cell(struct html_writer *writer, const struct node *cell, const char *class,
		       const char *title)
{
	open_box(writer, class);
	html_text_element(writer, "p", title, &cell->title);
	html_blocks(writer, cell);
	close_box(writer);
}

/* Of a grid whose author gives widths: how many columns a child takes. */
static const char *cell_class(struct html_writer *writer, const struct node *grid, unsigned index,
			      const char *class)
{
	return grid->spans == NULL ? class
				   : arena_printf(writer->arena, "%s span-%u", class,
						  grid->spans[index % grid->columns]);
}

static unsigned columns_of(const struct node *grid)
{
	unsigned all = 0;

	for (unsigned i = 0; i < grid->columns && grid->spans != NULL; i++)
		all += grid->spans[i];
	return all == 0 ? grid->columns : all;
}

static void write_child(struct html_writer *writer, const struct node *child, const char *class,
			const char *title)
{
	if (child->kind == NODE_CELL) {
		write_cell(writer, child, class, title);
		return;
	}
	open_box(writer, class);
	html_node(writer, child);
	close_box(writer);
}

static void write_grid(struct html_writer *writer, const struct node *grid)
{
	unsigned index = 0;

	open_box(writer, arena_printf(writer->arena, "grid of-%u", columns_of(grid)));
	for (const struct node *child = grid->first; child != NULL; child = child->next, index++)
		write_child(writer, child,
			    cell_class(writer, grid, index,
				       child->kind == NODE_CELL && child->tinted ? "cell tinted"
										 : "cell"),
			    "heading-compact");
	close_box(writer);
}

static void write_tiles(struct html_writer *writer, const struct node *tiles)
{
	open_box(writer, arena_printf(writer->arena, "tiles of-%u", tiles->columns));
	for (const struct node *tile = tiles->first; tile != NULL; tile = tile->next)
		html_node(writer, tile);
	close_box(writer);
}

static void write_panel(struct html_writer *writer, const struct node *panel)
{
	open_box(writer, "panel");
	open_box(writer, arena_printf(writer->arena, "grid of-%u", panel->columns));
	for (const struct node *child = panel->first; child != NULL; child = child->next)
		write_child(writer, child, "cell", "panel-term");
	close_box(writer);
	html_figure_notes(writer, panel);
	close_box(writer);
}

static const char *callout_class(enum callout_kind kind)
{
	switch (kind) {
	case CALLOUT_ACTION:
		return "callout action";
	case CALLOUT_CAUTION:
		return "callout caution";
	case CALLOUT_EXAMPLE:
	case CALLOUT_NOTE:
		break;
	}
	return "callout";
}

/* -- all of them -------------------------------------------------------------------------------- */

void html_node(struct html_writer *writer, const struct node *node)
{
	switch (node->kind) {
	case NODE_PART:
		html_blocks(writer, node);
		break;
	case NODE_SECTION:
		html_section(writer, node);
		break;
	case NODE_TEXT:
		write_text(writer, node);
		break;
	case NODE_LIST:
		write_list(writer, node);
		break;
	case NODE_CALLOUT:
		write_cell(writer, node, callout_class(node->callout), "heading-compact");
		break;
	case NODE_PANEL:
		write_panel(writer, node);
		break;
	case NODE_GRID:
		write_grid(writer, node);
		break;
	case NODE_TILES:
		write_tiles(writer, node);
		break;
	case NODE_TILE:
		write_tile(writer, node);
		break;
	case NODE_FIGURE:
		html_figure(writer, node);
		break;
	case NODE_TABLE:
		html_table(writer, node);
		break;
	case NODE_CONTENTS:
		html_contents(writer, node);
		break;
	case NODE_COVER:
	case NODE_ITEM:
	case NODE_CELL:
	case NODE_PAGE_BREAK:
		break; /* written with what they are in; a web page has no pages */
	}
}

void html_blocks(struct html_writer *writer, const struct node *parent)
{
	for (const struct node *node = parent->first; node != NULL; node = node->next)
		html_node(writer, node);
}
