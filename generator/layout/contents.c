#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "document/heading.h"
#include "layout/flow.h"
#include "layout/page_link.h"
#include "layout/set_text.h"

static const double part_gap = 9, local_gap = 3, number_column = 30, number_gap = 6,
		    deeper_indent = 18;

enum { CONTENTS_DEPTH = HEADING_LEVEL_MOST + 1 };

/* Columns: name of the part, number, title; the page stands at the right edge. */
struct contents_places {
	double part, number, title;
};

static struct contents_places find_places(struct galley *galley, const struct node *node)
{
	struct composer *composer = galley->composer;
	const struct layout *layout = composer->layout;
	double numbers = number_column;
	bool parts = false;
	double left;

	for (size_t i = 0; i < node->entry_count; i++) {
		parts = parts || node->entries[i].part[0] != '\0';
		numbers = fmax(numbers,
			       line_width(composer, ROLE_CONTENTS_NUMBER, node->entries[i].number) +
				       number_gap);
	}
	left = parts ? layout_span_width(layout, 2) + layout->gutter_pt : 0;
	return (struct contents_places){ .number = left, .title = left + numbers };
}

static void add_page(struct galley *galley, struct scene *scene, const struct contents_entry *entry,
		     int element)
{
	struct composer *composer = galley->composer;
	const struct page_link link = {
		.target = entry->target,
		.prefix = "",
		.contents = entry->title,
		.x = galley->width,
		.y = role_base(composer, ROLE_CONTENTS_ENTRY),
		.font = composer_font(composer, ROLE_CONTENTS_PAGE),
		.element = element,
		.colour = composer_colour(composer,
					  composer_style(composer, ROLE_CONTENTS_PAGE)->colour),
		.wide = true,
	};

	set_page_link(composer, scene, &link);
}

/* Elements of an entry: name of the part (an artifact when it has none), number, the link. */
struct entry_elements {
	int part, number, link;
};

/* The list that entries stand in at every level: an entry of a part, or below another, is in its item. */
struct contents_tree {
	int lists[CONTENTS_DEPTH], items[CONTENTS_DEPTH];
	size_t depth; /* of the list that is open; 0 for the outermost */
	size_t outer; /* depth of entries of level 1: 1 inside a part */
};

/* The item of a new entry so deep; no deeper than one below the one before. */
static int contents_item(struct composer *composer, struct contents_tree *tree, size_t depth)
{
	if (depth > tree->depth + 1)
		depth = tree->depth + 1;
	if (depth >= CONTENTS_DEPTH)
		depth = CONTENTS_DEPTH - 1;
	/* The first entry of all has none to stand in. */
	if (depth > tree->depth && tree->items[tree->depth] < 0)
		depth = tree->depth;
	if (depth > tree->depth) {
		tree->lists[depth] =
			composer_element(composer, STRUCTURE_CONTENTS, tree->items[tree->depth]);
		tree->items[depth] = ARTIFACT_LAYOUT;
	}
	tree->depth = depth;
	tree->items[depth] =
		composer_element(composer, STRUCTURE_CONTENTS_ITEM, tree->lists[depth]);
	return tree->items[depth];
}

static struct entry_elements entry_elements(struct composer *composer, struct contents_tree *tree,
					    const struct contents_entry *entry, bool names_part)
{
	struct entry_elements elements = { .part = ARTIFACT_LAYOUT };
	int item;

	composer->at = entry->target->at;
	if (names_part)
		elements.part = composer_element(composer, STRUCTURE_PARAGRAPH,
						 contents_item(composer, tree, 0));
	tree->outer = entry->part[0] != '\0';
	item = contents_item(composer, tree, tree->outer + entry->level - 1);
	elements.number = composer_element(composer, STRUCTURE_LABEL, item);
	elements.link = composer_element(composer, STRUCTURE_LINK,
					 composer_element(composer, STRUCTURE_REFERENCE, item));
	return elements;
}

static void add_entry(struct galley *galley, const struct contents_entry *entry,
		      const struct contents_places *places, bool names_part,
		      struct contents_tree *tree)
{
	struct composer *composer = galley->composer;
	const struct entry_elements elements = entry_elements(composer, tree, entry, names_part);
	bool numbered = entry->number[0] != '\0';
	double base = role_base(composer, ROLE_CONTENTS_ENTRY);
	double indent = deeper_indent * (entry->level - 1);
	double left = numbered || entry->level > 1 ? places->title + indent : places->number;
	double width = galley->width - left - line_width(composer, ROLE_CONTENTS_PAGE, "000") - 12;
	struct text title = { 0 };
	struct scene *words, *scene;

	text_add(composer->drafts, &title, entry->title);
	words = set_scene(composer, galley, &title, width,
			  (struct set_options){ .role = ROLE_CONTENTS_ENTRY }, elements.link);
	scene = galley_new_scene(galley, words->height, elements.number);
	if (names_part) {
		struct text part = { 0 };

		text_add(composer->drafts, &part, entry->part);
		scene_use(scene,
			  set_scene(composer, galley, &part, places->number - 12,
				    (struct set_options){ .role = ROLE_CONTENTS_PART },
				    elements.part),
			  0, 0);
	}
	if (numbered)
		set_line(composer, scene, ROLE_CONTENTS_NUMBER, COLOUR_LINK, entry->number,
			 places->number + indent, base);
	scene_use(scene, words, left, 0);
	add_page(galley, scene, entry, elements.link);
	galley_box(galley, scene, entry->target->at);
}

static void add_rule(struct galley *galley, double gap)
{
	struct composer *composer = galley->composer;
	struct scene *scene = galley_new_scene(galley, 0.75, ARTIFACT_LAYOUT);

	path_rectangle(scene,
		       scene_fill(scene, PART_RULE, composer_colour(composer, COLOUR_HAIRLINE)),
		       (struct box){ 0, 0, galley->width, 0.75 });
	galley_space(galley, gap);
	galley_box(galley, scene, (struct location){ 0 });
	galley_space(galley, gap);
	galley->keep = true;
}

/* On the page of its section: a name, and lines between the entries. */
static void flow_local_contents(struct galley *galley, const struct node *node)
{
	struct composer *composer = galley->composer;
	struct contents_places places = find_places(galley, node);
	struct contents_tree tree = { .items = { ARTIFACT_LAYOUT } };

	if (node->entry_count == 0)
		return;
	space_before(galley, ROLE_BODY);
	set_text(galley, &node->title, (struct set_options){ .role = ROLE_HEADING_COMPACT },
		 composer_element(composer, STRUCTURE_PARAGRAPH, galley->element), node->at);
	galley->keep = true;
	tree.lists[0] = composer_element(composer, STRUCTURE_CONTENTS, galley->element);
	for (size_t i = 0; i < node->entry_count; i++) {
		add_rule(galley, local_gap);
		add_entry(galley, &node->entries[i], &places, false, &tree);
	}
	space_after(galley, ROLE_BODY);
}

void flow_contents(struct galley *galley, const struct node *node)
{
	struct composer *composer = galley->composer;
	struct contents_places places = find_places(galley, node);
	struct contents_tree tree = { .items = { ARTIFACT_LAYOUT } };
	const char *part = NULL;
	int section, heading;

	if (node->local) {
		flow_local_contents(galley, node);
		return;
	}
	section = composer_element(composer, STRUCTURE_SECTION, galley->element);
	heading = composer_element(composer, STRUCTURE_HEADING, section);
	tree.lists[0] = composer_element(composer, STRUCTURE_CONTENTS, section);
	composer_facts(composer, heading)->level = node_heading_level(node);
	composer_facts(composer, heading)->anchor = node->anchor;
	galley_page(galley);
	galley_anchor(galley, node);
	galley->next_mark = node;
	set_text(galley, &node->title, (struct set_options){ .role = ROLE_HEADING_1 }, heading,
		 node->at);
	space_after(galley, ROLE_HEADING_1);
	for (size_t i = 0; i < node->entry_count; i++) {
		const struct contents_entry *entry = &node->entries[i];
		bool new_part = part == NULL || strcmp(part, entry->part) != 0;

		if (new_part)
			add_rule(galley, part_gap);
		add_entry(galley, entry, &places, new_part && entry->part[0] != '\0', &tree);
		part = entry->part;
	}
	galley_space(galley, part_gap);
}
