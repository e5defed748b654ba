#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "layout/flow.h"
#include "layout/set_text.h"

static const double part_gap = 9, number_column = 30, number_gap = 6, deeper_indent = 18;

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

	composer->fixups = arena_grow(composer->arena, composer->fixups, composer->fixup_count,
				      &composer->fixup_capacity, sizeof(*composer->fixups));
	composer->fixups[composer->fixup_count++] = (struct page_fixup){
		.scene = scene,
		.target = entry->target,
		.prefix = "",
		.x = galley->width,
		.y = role_base(composer, ROLE_CONTENTS_ENTRY),
		.font = composer_font(composer, ROLE_CONTENTS_PAGE),
		.element = element,
		.colour = composer_colour(composer,
					  composer_style(composer, ROLE_CONTENTS_PAGE)->colour),
		.link_wide = true,
	};
}

static void add_entry(struct galley *galley, const struct contents_entry *entry,
		      const struct contents_places *places, bool names_part, int list)
{
	struct composer *composer = galley->composer;
	int item = composer_element(composer, STRUCTURE_CONTENTS_ITEM, list);
	int element = composer_element(composer, STRUCTURE_LINK, item);
	bool numbered = entry->number[0] != '\0';
	double base = role_base(composer, ROLE_CONTENTS_ENTRY);
	double indent = deeper_indent * (entry->level - 1);
	double left = numbered || entry->level > 1 ? places->title + indent : places->number;
	double width = galley->width - left - line_width(composer, ROLE_CONTENTS_PAGE, "000") - 12;
	struct text title = { 0 };
	struct scene *words, *scene;

	text_add(composer->arena, &title, entry->title);
	words = set_scene(composer, galley, &title, width,
			  (struct set_options){ .role = ROLE_CONTENTS_ENTRY }, element);
	scene = galley_new_scene(galley, words->height, element);
	if (names_part) {
		struct text part = { 0 };

		text_add(composer->arena, &part, entry->part);
		scene_use(scene,
			  set_scene(composer, galley, &part, places->number - 12,
				    (struct set_options){ .role = ROLE_CONTENTS_PART }, element),
			  0, 0);
	}
	if (numbered)
		set_line(composer, scene, ROLE_CONTENTS_NUMBER, COLOUR_LINK, entry->number,
			 places->number + indent, base);
	scene_use(scene, words, left, 0);
	add_page(galley, scene, entry, element);
	galley_box(galley, scene, entry->target->at);
}

static void add_part_rule(struct galley *galley)
{
	struct composer *composer = galley->composer;
	struct scene *scene = galley_new_scene(galley, 0.75, ARTIFACT_LAYOUT);

	path_rectangle(scene,
		       scene_fill(scene, PART_RULE, composer_colour(composer, COLOUR_HAIRLINE)),
		       (struct box){ 0, 0, galley->width, 0.75 });
	galley_space(galley, part_gap);
	galley_box(galley, scene, (struct location){ 0 });
	galley_space(galley, part_gap);
	galley->keep = true;
}

void flow_contents(struct galley *galley, const struct node *node)
{
	struct composer *composer = galley->composer;
	struct contents_places places = find_places(galley, node);
	int heading = composer_element(composer, STRUCTURE_HEADING, galley->element);
	int list = composer_element(composer, STRUCTURE_CONTENTS, galley->element);
	const char *part = NULL;

	composer->pages->structure.elements[heading].level = 1;
	composer->pages->structure.elements[heading].anchor = node->anchor;
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
			add_part_rule(galley);
		add_entry(galley, entry, &places, new_part && entry->part[0] != '\0', list);
		part = entry->part;
	}
	galley_space(galley, part_gap);
}
