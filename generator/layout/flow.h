/*
 * flow.h - nodes of the document as strips of a galley; one function a kind of node.
 */
#ifndef GRADIENT_LAYOUT_FLOW_H
#define GRADIENT_LAYOUT_FLOW_H

#include "layout/galley.h"

/* All children of a node. */
void flow_children(struct galley *galley, const struct node *parent);

/* One node; pages are made when there is enough for some. */
void flow_block(struct galley *galley, const struct node *node);

/* heading.c */
void flow_section(struct galley *galley, const struct node *node);

/* extract_head.c: what stands above an extract */
void flow_extract_head(struct galley *galley, const struct document_head *head);

/* figure.c */
void flow_figure(struct galley *galley, const struct node *node);

/* The same with the picture at least so far down, so that those of neighbours begin at one height. */
void flow_figure_below(struct galley *galley, const struct node *node, double caption_height);

/* Height of the caption above a figure in a galley so wide. */
double caption_height(struct composer *composer, const struct node *node, double width);

/* The caption above a figure or table: rule, number, title, subtitle. Each box keeps with the next. */
void flow_caption(struct galley *galley, const struct node *node, int element);

/* Long description, notes and source below a figure or table. */
void flow_notes(struct galley *galley, const struct node *node, int element);

/* The scene of a figure's picture for the width of a galley; drawn once. */
struct scene *figure_picture(struct composer *composer, const struct node *node, double width);

/* table.c */
void flow_table(struct galley *galley, const struct node *node);

/* True when a table stands on a page turned on its side: as asked, or because it is too wide. */
bool table_turns(const struct galley *galley, const struct node *node);

/* tiles.c: one of them as a scene so wide */
struct scene *tile_scene(struct galley *galley, const struct node *tile, double width);

/* boxes.c: place and width of a child of count in a row so wide; the pad on both sides of what a cell holds */
struct box row_place(const struct layout *layout, double width, const struct node *node,
		     unsigned count, unsigned index);
double cell_pad(const struct node *cell);

void flow_grid(struct galley *galley, const struct node *node);
void flow_tile(struct galley *galley, const struct node *tile);
void flow_tiles(struct galley *galley, const struct node *node);
void flow_panel(struct galley *galley, const struct node *node);
void flow_callout(struct galley *galley, const struct node *node);

/* contents.c */
void flow_contents(struct galley *galley, const struct node *node);

/* The blocks of a node as one scene of a width, for cells and boxes; notes go to the galley. */
struct scene *flow_scene(struct galley *galley, const struct node *node, double width, int element);

/* The same in the compact size of type, or in that of the page. */
struct scene *flow_scene_in(struct galley *galley, const struct node *node, double width,
			    int element, bool narrow);

/* Space that a style asks for before and after. */
void space_before(struct galley *galley, enum text_role role);
void space_after(struct galley *galley, enum text_role role);

#endif
