#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "layout/flow.h"
#include "layout/set_text.h"

static const double panel_top = 10, panel_bottom = 11, callout_pad = 8, callout_bar = 4.5;
static const double cell_title_gap = 3, box_after = 15, row_gap = 15;
static const double tile_rule_gap = 5, frame_width = 0.75, tint_pad = 12;

/* Width of a column when count of them share the galley. */
static double column_width(const struct galley *galley, unsigned count)
{
	double gutter = galley->composer->layout->gutter_pt;

	return (galley->width - gutter * (count - 1)) / count;
}

/* Place and width of a child: equal shares, or those that the author gives. */
static struct box child_place(const struct galley *galley, const struct node *node, unsigned count,
			      unsigned index)
{
	return row_place(galley->composer->layout, galley->width, node, count, index);
}

struct box row_place(const struct layout *layout, double width, const struct node *node,
		     unsigned count, unsigned index)
{
	unsigned all = 0, before = 0;
	double one;

	if (node->spans == NULL) {
		one = (width - layout->gutter_pt * (count - 1)) / count;
		return (struct box){ .x = (one + layout->gutter_pt) * index, .width = one };
	}
	for (unsigned i = 0; i < count; i++) {
		all += node->spans[i];
		before += i < index ? node->spans[i] : 0;
	}
	one = (width - layout->gutter_pt * (all - 1)) / all;
	return (struct box){ .x = (one + layout->gutter_pt) * before,
			     .width = one * node->spans[index] +
				      layout->gutter_pt * (node->spans[index] - 1) };
}

double cell_pad(const struct node *cell)
{
	return cell->kind == NODE_CELL && cell->tinted ? tint_pad : 0;
}

/* A cell that takes most of the page has the type of the page. */
static bool is_narrow(const struct composer *composer, double width)
{
	return width < layout_text_width(composer->layout) * 0.6;
}

static struct scene *cell_scene(struct galley *galley, const struct node *cell, double width,
				enum text_role title)
{
	int group = composer_element(galley->composer, STRUCTURE_DIVISION, galley->element);
	struct galley inner = galley_new(galley->composer, width, group);
	struct scene *body;

	inner.narrow = is_narrow(galley->composer, width);
	if (cell->title.count > 0) {
		int element = composer_element(galley->composer, STRUCTURE_PARAGRAPH, group);

		set_text(&inner, &cell->title, (struct set_options){ .role = title }, element,
			 cell->at);
		galley_space(&inner, cell_title_gap);
	}
	body = flow_scene_in(galley, cell, width, group, inner.narrow);
	if (body->height > 0)
		galley_box(&inner, body, cell->at);
	return galley_scene(&inner, galley);
}

/* The same on a tint, with the words clear of its edge. */
static struct scene *tinted_scene(struct galley *galley, const struct node *cell, double width,
				  enum text_role title)
{
	struct composer *composer = galley->composer;
	struct scene *words = cell_scene(galley, cell, width - 2 * tint_pad, title);
	struct scene *scene = scene_new(composer->drafts, width, words->height + 2 * tint_pad);

	path_rectangle(scene,
		       scene_fill(scene, PART_PANEL, composer_colour(composer, COLOUR_PANEL)),
		       (struct box){ 0, 0, width, scene->height });
	scene_use(scene, words, tint_pad, tint_pad);
	return scene;
}

static struct scene *figure_scene_in(struct galley *galley, const struct node *figure, double width,
				     double caption)
{
	struct galley inner = galley_new(galley->composer, width, galley->element);
	struct scene *scene;

	flow_figure_below(&inner, figure, caption);
	/* The grid has its own space around it. */
	for (size_t i = 0; i < inner.count; i++)
		if (inner.strips[i].kind == STRIP_SPACE)
			inner.strips[i].height = 0;
	scene = galley_scene(&inner, galley);
	return scene;
}

static struct scene *kind_scene(struct galley *galley, const struct node *child, double width,
				enum text_role title, double caption)
{
	if (child->kind == NODE_FIGURE)
		return figure_scene_in(galley, child, width, caption);
	if (child->kind == NODE_TILE)
		return tile_scene(galley, child, width);
	/* The sentence that stands in for a figure. */
	if (child->kind == NODE_TEXT)
		return set_scene(
			galley->composer, galley, &child->text, width,
			(struct set_options){ .role = ROLE_COMPACT },
			composer_element(galley->composer, STRUCTURE_PARAGRAPH, galley->element));
	return cell_pad(child) > 0 ? tinted_scene(galley, child, width, title)
				   : cell_scene(galley, child, width, title);
}

static struct scene *child_scene(struct galley *galley, const struct node *child, double width,
				 enum text_role title, double caption)
{
	struct location before = galley->composer->at;
	struct scene *scene;

	galley->composer->at = child->at;
	scene = kind_scene(galley, child, width, title, caption);
	galley->composer->at = before;
	return scene;
}

enum rules {
	RULES_NONE,
	RULES_ABOVE,   /* above every child */
	RULES_BETWEEN, /* before a child with a title of its own: it is about its neighbours */
};

static void draw_rule(struct composer *composer, struct scene *scene, struct box box)
{
	path_rectangle(scene, scene_fill(scene, PART_RULE, composer_colour(composer, COLOUR_RULE)),
		       box);
}

static bool has_title(const struct node *parent, unsigned position)
{
	const struct node *child = parent->first;

	while (position-- > 0)
		child = child->next;
	return child->title.count > 0 && child->kind == NODE_CELL;
}

/* The highest caption of the figures in a row: they all begin below it. */
static double row_caption(struct galley *galley, const struct node *child, double width,
			  unsigned count)
{
	double height = 0;

	for (unsigned i = 0; child != NULL && i < count; child = child->next, i++)
		if (child->kind == NODE_FIGURE)
			height = fmax(height, caption_height(galley->composer, child, width));
	return height;
}

/* The rule above a child, or between it and the one before. */
static void draw_child_rule(struct composer *composer, struct scene *row, struct box place,
			    enum rules rules, bool parted)
{
	if (rules == RULES_ABOVE)
		draw_rule(composer, row, (struct box){ place.x, 0, place.width, frame_width });
	else if (rules == RULES_BETWEEN && parted)
		draw_rule(composer, row,
			  (struct box){ place.x - composer->layout->gutter_pt / 2, 0, frame_width,
					row->height });
}

/* Children side by side, count to a row; each row is one box. */
static void flow_rows(struct galley *galley, const struct node *node, unsigned count,
		      enum text_role title, enum rules rules)
{
	struct composer *composer = galley->composer;
	double head = rules == RULES_ABOVE ? tile_rule_gap : 0;
	const struct node *child = node->first;
	unsigned first = 0;

	while (child != NULL) {
		struct scene **scenes = arena_array(composer->drafts, count, sizeof(*scenes));
		struct scene *row;
		double height = 0;
		double caption = row_caption(galley, child, column_width(galley, count), count);
		unsigned placed = 0;

		for (; child != NULL && placed < count; child = child->next) {
			scenes[placed] = child_scene(galley, child,
						     child_place(galley, node, count, placed).width,
						     title, caption);
			height = fmax(height, scenes[placed++]->height);
		}
		row = galley_new_scene(galley, height + head, ARTIFACT_LAYOUT);
		for (unsigned i = 0; i < placed; i++) {
			struct box place = child_place(galley, node, count, i);

			draw_child_rule(composer, row, place, rules,
					i > 0 && node->spans == NULL && has_title(node, first + i));
			scene_use(row, scenes[i], place.x, head);
		}
		galley_box(galley, row, node->at);
		galley_space(galley, child == NULL ? 0 : row_gap);
		first += placed;
	}
}

void flow_tile(struct galley *galley, const struct node *tile)
{
	galley_box(galley, tile_scene(galley, tile, galley->width), tile->at);
	galley_space(galley, row_gap);
}

void flow_grid(struct galley *galley, const struct node *node)
{
	galley_space(galley, galley->composer->layout->figure_after_pt / 2);
	flow_rows(galley, node, node->columns, ROLE_HEADING_COMPACT, RULES_BETWEEN);
	galley_space(galley, galley->composer->layout->figure_after_pt);
}

void flow_tiles(struct galley *galley, const struct node *node)
{
	bool leads = false;

	for (const struct node *tile = node->first; tile != NULL; tile = tile->next)
		leads = leads || tile->target != NULL;
	galley_space(galley, box_after / 2);
	flow_rows(galley, node, node->columns, ROLE_HEADING_COMPACT,
		  leads ? RULES_ABOVE : RULES_NONE);
	galley_space(galley, box_after);
}

/* A tint that sticks out on both sides, so that the text in it stays on the column edge. */
void flow_panel(struct galley *galley, const struct node *node)
{
	struct composer *composer = galley->composer;
	double hang = composer->layout->hang_pt;
	int element = composer_element(composer, STRUCTURE_DIVISION, galley->element);
	struct galley inner = galley_new(composer, galley->width, element);
	struct scene *words, *scene;

	flow_rows(&inner, node, node->columns, ROLE_PANEL_TERM, RULES_NONE);
	flow_notes(&inner, node, element);
	words = galley_scene(&inner, galley);
	scene = galley_new_scene(galley, panel_top + words->height + panel_bottom, ARTIFACT_LAYOUT);
	path_rectangle(scene,
		       scene_fill(scene, PART_PANEL, composer_colour(composer, COLOUR_PANEL)),
		       (struct box){ -hang, 0, galley->width + 2 * hang, scene->height });
	scene_use(scene, words, 0, panel_top);
	galley_space(galley, box_after / 2);
	galley_box(galley, scene, node->at);
	galley_space(galley, box_after);
}

static enum colour_role callout_colour(enum callout_kind kind)
{
	switch (kind) {
	case CALLOUT_CAUTION:
		return COLOUR_WORSE;
	case CALLOUT_EXAMPLE:
	case CALLOUT_NOTE:
		return COLOUR_RULE;
	case CALLOUT_ACTION:
		break;
	}
	return COLOUR_ACCENT;
}

static void draw_frame(struct composer *composer, struct scene *scene, double hang,
		       enum colour_role colour)
{
	struct colour line = composer_colour(composer, colour);
	struct scene_path *frame = scene_stroke(scene, PART_PANEL, line, frame_width);
	double half = frame_width / 2;

	path_rectangle(scene, frame,
		       (struct box){ -hang + half, half, scene->width + 2 * hang - frame_width,
				     scene->height - frame_width });
	path_rectangle(scene, scene_fill(scene, PART_PANEL, line),
		       (struct box){ -hang, 0, callout_bar, scene->height });
}

void flow_callout(struct galley *galley, const struct node *node)
{
	struct composer *composer = galley->composer;
	double hang = composer->layout->hang_pt;
	int element = composer_element(composer, STRUCTURE_DIVISION, galley->element);
	struct galley inner = galley_new(composer, galley->width, element);
	struct scene *body, *words, *scene;

	if (node->title.count > 0) {
		set_text(&inner, &node->title, (struct set_options){ .role = ROLE_HEADING_COMPACT },
			 composer_element(composer, STRUCTURE_PARAGRAPH, element), node->at);
		galley_space(&inner, cell_title_gap);
	}
	body = flow_scene(galley, node, galley->width, element);
	galley_box(&inner, body, node->at);
	words = galley_scene(&inner, galley);
	scene = galley_new_scene(galley, words->height + 2 * callout_pad, ARTIFACT_LAYOUT);
	draw_frame(composer, scene, hang, callout_colour(node->callout));
	scene_use(scene, words, 0, callout_pad);
	galley_space(galley, box_after / 2);
	galley_box(galley, scene, node->at);
	galley_space(galley, box_after);
}
