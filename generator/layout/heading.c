#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "document/heading.h"
#include "layout/flow.h"
#include "layout/set_text.h"

static const double kicker_gap = 3, opener_number_gap = 6, opener_lead_gap = 12, opener_foot = 30;
static const double opener_after = 40;

enum { STEPS = 5 };

static int heading_element(struct galley *galley, const struct node *node)
{
	int element = composer_element(galley->composer, STRUCTURE_HEADING, galley->element);
	struct structure_element *facts = composer_facts(galley->composer, element);

	facts->level = node_heading_level(node);
	facts->anchor = node->anchor;
	return element;
}

static struct text title_text(struct composer *composer, const struct node *node, bool numbered)
{
	struct text text = { 0 };

	if (numbered && node->number[0] != '\0')
		text_add(composer->drafts, &text,
			 arena_printf(composer->drafts, "%s  ", node->number));
	for (size_t i = 0; i < node->title.count; i++)
		*text_add(composer->drafts, &text, "") = *node->title.runs[i];
	return text;
}

static void keep_with_next(struct galley *galley)
{
	galley->keep = true;
}

static void plain_heading(struct galley *galley, const struct node *node,
			  const struct heading_style *heading)
{
	struct composer *composer = galley->composer;
	int element = heading_element(galley, node);
	struct text title = title_text(composer, node, heading->number);

	space_before(galley, heading->role);
	galley_anchor(galley, node);
	if (node->level == 1)
		galley->next_mark = node;
	if (heading->kicker && node->label[0] != '\0') {
		set_words(galley, node->label, (struct set_options){ .role = ROLE_KICKER },
			  composer_element(composer, STRUCTURE_SPAN, element), node->at);
		galley_space(galley, kicker_gap);
		keep_with_next(galley);
	}
	set_text(galley, &title, (struct set_options){ .role = heading->role, .whole = true },
		 element, node->at);
	space_after(galley, heading->role);
	keep_with_next(galley);
}

/* Five steps below the field, in the colours of the fifths, as high as their order. */
static void draw_steps(struct composer *composer, struct scene *scene, double left, double top,
		       double width)
{
	static const double heights[STEPS] = { 26, 23, 20, 18.5, 17 };

	for (int i = 0; i < STEPS; i++) {
		struct scene_path *path = scene_fill(
			scene, PART_ORNAMENT,
			composer_colour(composer, (enum colour_role)(COLOUR_STEP_1 + i)));

		path_rectangle(scene, path,
			       (struct box){ left + width * i / STEPS, top, width / STEPS + 0.3,
					     heights[i] });
	}
}

static struct scene *opener_text(struct galley *galley, const struct node *node,
				 const struct node *lead, int element)
{
	struct composer *composer = galley->composer;
	struct galley inner = galley_new(composer, galley->width, galley->element);

	if (node->number[0] != '\0')
		set_words(&inner, node->number, (struct set_options){ .role = ROLE_OPENER_NUMBER },
			  composer_element(composer, STRUCTURE_SPAN, element), node->at);
	galley_space(&inner, opener_number_gap);
	set_text(&inner, &node->title, (struct set_options){ .role = ROLE_OPENER_TITLE }, element,
		 node->at);
	if (lead != NULL) {
		int paragraph = composer_element(composer, STRUCTURE_PARAGRAPH, galley->element);

		galley_space(&inner, opener_lead_gap);
		set_text(&inner, &lead->text, (struct set_options){ .role = ROLE_OPENER_LEAD },
			 paragraph, lead->at);
	}
	return galley_scene(&inner, galley);
}

/* The top of the page as a field of colour with number, title and lead in it. */
static void opener_heading(struct galley *galley, const struct node *node, const struct node *lead)
{
	struct composer *composer = galley->composer;
	const struct layout *layout = composer->layout;
	struct scene *words = opener_text(galley, node, lead, heading_element(galley, node));
	double bottom = words->height + opener_foot;
	struct scene *scene =
		galley_new_scene(galley, bottom + opener_after + 24, ARTIFACT_BACKGROUND);
	struct scene_path *field =
		scene_fill(scene, PART_BACKGROUND, composer_colour(composer, COLOUR_FIELD));
	struct strip *strip;

	path_rectangle(scene, field,
		       (struct box){ -layout->left_pt, -layout->top_pt, layout->width_pt,
				     layout->top_pt + bottom });
	draw_steps(composer, scene, -layout->left_pt, bottom, layout->width_pt);
	scene_use(scene, words, 0, 0);
	galley_anchor(galley, node);
	galley->next_mark = node;
	strip = galley_box(galley, scene, node->at);
	strip->field = true;
	keep_with_next(galley);
}

/* What belongs between a heading and its first figure: the definition, the finding, a lead. */
static bool is_introduction(const struct node *node)
{
	return node->kind == NODE_PANEL ||
	       (node->kind == NODE_TEXT && (node->role == ROLE_FINDING || node->role == ROLE_LEAD));
}

static bool begins_page(const struct composer *composer, const struct node *section)
{
	const struct heading_style *heading =
		layout_heading(composer->layout, section->section, section->level);

	return heading->new_page || heading->opener || section->new_page;
}

/* The table on its side that a section opens with; NULL when it opens with anything else. */
static const struct node *wide_opening(const struct galley *galley, const struct node *section)
{
	const struct node *node = section->first;

	while (node != NULL && is_introduction(node))
		node = node->next;
	if (node == NULL)
		return NULL;
	if (node->kind == NODE_TABLE)
		return table_turns(galley, node) ? node : NULL;
	return node->kind == NODE_SECTION && !begins_page(galley->composer, node)
		       ? wide_opening(galley, node)
		       : NULL;
}

/* Turns the pages for a section, or for the table that it opens with; true when it must turn them back. */
static bool turn_for(struct galley *galley, const struct node *section)
{
	const struct composer *composer = galley->composer;
	const struct node *wide = NULL;

	if (galley->landscape)
		return false;
	if (!section->landscape &&
	    !layout_heading(composer->layout, section->section, section->level)->opener)
		wide = wide_opening(galley, section);
	if (wide != NULL)
		galley->upright_after = wide;
	if (wide != NULL || section->landscape)
		galley_turn(galley, true);
	return section->landscape;
}

/* The blocks of a section; what introduces the first figure stays with it. */
static void flow_body(struct galley *galley, const struct node *first)
{
	bool opening = true;

	for (const struct node *node = first; node != NULL; node = node->next) {
		bool finding = node->kind == NODE_TEXT && node->role == ROLE_FINDING;

		flow_block(galley, node);
		opening = opening && is_introduction(node);
		if (node->next != NULL && (opening || finding))
			keep_with_next(galley);
	}
}

void flow_section(struct galley *galley, const struct node *node)
{
	struct composer *composer = galley->composer;
	const struct heading_style *heading =
		layout_heading(composer->layout, node->section, node->level);
	const struct node *first = node->first;
	int before = galley->element;
	bool turned = turn_for(galley, node);

	galley->element = composer_element(composer, STRUCTURE_SECTION, before);
	composer_facts(composer, galley->element)->language = node->language;
	if (begins_page(composer, node))
		galley_page(galley);
	if (heading->opener) {
		const struct node *lead =
			first != NULL && first->kind == NODE_TEXT && first->role == ROLE_LEAD
				? first
				: NULL;

		opener_heading(galley, node, lead);
		if (lead != NULL)
			first = first->next;
	} else {
		plain_heading(galley, node, heading);
	}
	flow_body(galley, first);
	if (turned)
		galley_turn(galley, false);
	galley->element = before;
}
