/*
 * extract_head.c - what stands above an extract: kicker and title, lines such as the meeting beside them, a rule.
 */
#include <math.h>

#include "base/arena.h"
#include "document/heading.h"
#include "layout/flow.h"
#include "layout/logo.h"
#include "layout/running.h"
#include "layout/set_text.h"

static const double kicker_gap = 3, rule_gap = 9, rule_width = 1, head_after = 15;

/* Two thirds of the page; all of it when there is nothing to stand beside it. */
static double title_width(const struct galley *galley, const struct document_head *head)
{
	const struct layout *layout = galley->composer->layout;

	return head->line_count == 0 || layout->columns < 3
		       ? galley->width
		       : layout_span_width(layout, layout->columns - layout->columns / 3);
}

static struct scene *title_scene(struct galley *galley, const struct document_head *head,
				 double width)
{
	struct composer *composer = galley->composer;
	struct galley inner = galley_new(composer, width, galley->element);
	int heading;

	if (head->kicker.count > 0) {
		set_text(&inner, &head->kicker, (struct set_options){ .role = ROLE_KICKER },
			 composer_element(composer, STRUCTURE_PARAGRAPH, galley->element),
			 head->at);
		galley_space(&inner, kicker_gap);
	}
	heading = composer_element(composer, STRUCTURE_HEADING, galley->element);
	composer_facts(composer, heading)->level = HEADING_LEVEL_TITLE;
	set_text(&inner, &head->title, (struct set_options){ .role = ROLE_HEADING_1 }, heading,
		 head->at);
	return galley_scene(&inner, galley);
}

static struct scene *lines_scene(struct galley *galley, const struct document_head *head,
				 double width)
{
	struct galley inner = galley_new(galley->composer, width, galley->element);

	for (size_t i = 0; i < head->line_count; i++)
		set_text(&inner, &head->lines[i],
			 (struct set_options){ .role = ROLE_FIGURE_SUBTITLE,
					       .has_colour = true,
					       .colour = COLOUR_SECONDARY },
			 composer_element(galley->composer, STRUCTURE_PARAGRAPH, galley->element),
			 head->at);
	return galley_scene(&inner, galley);
}

void flow_extract_head(struct galley *galley, const struct document_head *head)
{
	struct composer *composer = galley->composer;
	double left = title_width(galley, head), beside = left + composer->layout->gutter_pt;
	bool below = left >= galley->width;
	struct scene *title, *lines, *scene;
	double height;

	composer->at = head->at;
	title = title_scene(galley, head, left);
	lines = lines_scene(galley, head, below ? left : galley->width - beside);
	height = below ? title->height + lines->height : fmax(title->height, lines->height);

	scene = galley_new_scene(galley, height + rule_gap + rule_width, ARTIFACT_LAYOUT);
	scene_use(scene, title, 0, below ? 0 : height - title->height);
	scene_use(scene, lines, below ? 0 : beside, height - lines->height);
	path_rectangle(scene, scene_fill(scene, PART_RULE, composer_colour(composer, COLOUR_TEXT)),
		       (struct box){ 0, height + rule_gap, galley->width, rule_width });
	galley_box(galley, scene, head->at);
	galley_space(galley, head_after);
	/* At the edges of the page, and drawn behind the head. */
	composer->logo_element = logo_element(composer);
	running_notice(composer);
}
