#include "layout/flow.h"

#include <math.h>

#include "base/arena.h"
#include "base/number.h"
#include "layout/paginate.h"
#include "layout/set_text.h"

static const double bullet_indent = 16, bullet_gap = 4, item_gap = 4;

void space_before(struct galley *galley, enum text_role role)
{
	galley_space(galley, composer_style(galley->composer, role)->before_pt);
}

void space_after(struct galley *galley, enum text_role role)
{
	galley_space(galley, composer_style(galley->composer, role)->after_pt);
}

/* Body text in a narrow column is set in its compact size. */
static enum text_role role_in(const struct galley *galley, enum text_role role)
{
	return galley->narrow && (role == ROLE_BODY || role == ROLE_LEAD) ? ROLE_COMPACT : role;
}

/* A single line above a figure does not stay behind when that goes to the next page; more may be about what is before. */
static bool leads_to_figure(const struct galley *galley, const struct node *node, size_t lines)
{
	return lines == 1 && !galley->boxed && node->next != NULL &&
	       (node->next->kind == NODE_FIGURE || node->next->kind == NODE_TABLE);
}

static void flow_text(struct galley *galley, const struct node *node)
{
	enum text_role role = role_in(galley, node->role);
	int element = composer_element(galley->composer, STRUCTURE_PARAGRAPH, galley->element);
	size_t first;

	composer_facts(galley->composer, element)->language = node->language;
	space_before(galley, role);
	galley_anchor(galley, node);
	first = galley->count;
	set_text(galley, &node->text, (struct set_options){ .role = role }, element, node->at);
	galley->keep = leads_to_figure(galley, node, galley->count - first);
	space_after(galley, role);
}

static const char *item_mark(struct composer *composer, const struct node *list, size_t number)
{
	char text[NUMBER_TEXT_MAX];

	if (!list->ordered)
		return "\xe2\x80\xa2";
	number_format((double)number, (struct number_style){ 0 }, text);
	return arena_printf(composer->arena, "%s.", text);
}

/* Where the words of items begin: behind the widest of their marks. */
static double item_indent(struct composer *composer, const struct node *list, enum text_role role)
{
	double indent = bullet_indent;
	size_t number = 0;

	for (const struct node *item = list->first; item != NULL && list->ordered;
	     item = item->next)
		indent = fmax(indent,
			      line_width(composer, role, item_mark(composer, list, ++number)) +
				      bullet_gap);
	return indent;
}

static void flow_list(struct galley *galley, const struct node *list)
{
	struct composer *composer = galley->composer;
	enum text_role role = role_in(galley, ROLE_BODY);
	int list_element = composer_element(composer, STRUCTURE_LIST, galley->element);
	double indent = item_indent(composer, list, role);
	size_t number = 0;

	composer_facts(composer, list_element)->numbering =
		list->ordered ? NUMBERING_DECIMAL : NUMBERING_DISC;
	composer_facts(composer, list_element)->language = list->language;
	space_before(galley, role);
	for (const struct node *item = list->first; item != NULL; item = item->next) {
		struct set_lead mark = { .words = item_mark(composer, list, ++number),
					 .role = role,
					 .colour = COLOUR_LINK,
					 .x = list->ordered ? 0 : 3 };
		int item_element, body;

		composer->at = item->at;
		item_element = composer_element(composer, STRUCTURE_LIST_ITEM, list_element);
		mark.element = composer_element(composer, STRUCTURE_LABEL, item_element);
		body = composer_element(composer, STRUCTURE_LIST_BODY, item_element);
		composer_facts(composer, item_element)->language = item->language;
		set_text(galley, &item->text,
			 (struct set_options){ .role = role, .indent = indent, .lead = &mark },
			 body, item->at);
		galley_space(galley, item->next == NULL ? 0 : item_gap);
	}
	space_after(galley, role);
}

static void flow_kind(struct galley *galley, const struct node *node)
{
	switch (node->kind) {
	case NODE_PART:
		flow_children(galley, node);
		break;
	case NODE_SECTION:
		flow_section(galley, node);
		break;
	case NODE_TEXT:
		flow_text(galley, node);
		break;
	case NODE_LIST:
		flow_list(galley, node);
		break;
	case NODE_CALLOUT:
		flow_callout(galley, node);
		break;
	case NODE_PANEL:
		flow_panel(galley, node);
		break;
	case NODE_GRID:
		flow_grid(galley, node);
		break;
	case NODE_TILES:
		flow_tiles(galley, node);
		break;
	case NODE_TILE:
		flow_tile(galley, node);
		break;
	case NODE_FIGURE:
		flow_figure(galley, node);
		break;
	case NODE_TABLE:
		flow_table(galley, node);
		break;
	case NODE_CONTENTS:
		flow_contents(galley, node);
		break;
	case NODE_PAGE_BREAK:
		galley_page(galley);
		break;
	case NODE_COVER:
	case NODE_ITEM:
	case NODE_CELL:
		break; /* placed with what they are in */
	}
}

static void flow_node(struct galley *galley, const struct node *node)
{
	struct location before = galley->composer->at;

	galley->composer->at = node->at;
	flow_kind(galley, node);
	galley->composer->at = before;
}

void flow_block(struct galley *galley, const struct node *node)
{
	flow_node(galley, node);
	paginate_ready(galley);
}

void flow_children(struct galley *galley, const struct node *parent)
{
	for (const struct node *node = parent->first; node != NULL; node = node->next)
		flow_block(galley, node);
}

struct scene *flow_scene(struct galley *galley, const struct node *node, double width, int element)
{
	return flow_scene_in(galley, node, width, element, true);
}

struct scene *flow_scene_in(struct galley *galley, const struct node *node, double width,
			    int element, bool narrow)
{
	struct galley inner = galley_new(galley->composer, width, element);

	inner.narrow = narrow;
	inner.boxed = true;
	flow_children(&inner, node);
	/* Space at the end belongs to what follows the box. */
	if (inner.count > 0 && inner.strips[inner.count - 1].kind == STRIP_SPACE)
		inner.count--;
	if (inner.count > 0 && inner.strips[0].kind == STRIP_SPACE)
		inner.strips[0].height = 0;
	return galley_scene(&inner, galley);
}
