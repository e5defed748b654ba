#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "layout/flow.h"
#include "layout/set_text.h"

static const double rule_width = 0.75, bar_height = 3, caption_top = 9, subtitle_gap = 1.5;
static const double picture_gap = 6, note_gap = 6, number_gap = 6, bare_gap = 3;

struct scene *figure_picture(struct composer *composer, const struct node *node, double width)
{
	bool half = width < layout_text_width(composer->layout) * 0.7;
	struct figure_scene *figure;

	for (size_t i = 0; i < composer->figure_count; i++)
		if (composer->figures[i].node == node && composer->figures[i].width == width)
			return composer->figures[i].scene;
	composer->figures = arena_grow(composer->whole, composer->figures, composer->figure_count,
				       &composer->figure_capacity, sizeof(*composer->figures));
	figure = &composer->figures[composer->figure_count++];
	*figure = (struct figure_scene){
		.node = node,
		.scene = chart_draw(composer->whole, composer->engine, composer->layout,
				    composer->theme, node->plot, width, half),
		.width = width,
	};
	return figure->scene;
}

/* A thin rule with a bar over the first column: the one ornament of a report. */
static void add_ornament(struct galley *galley, struct location at)
{
	struct composer *composer = galley->composer;
	const struct layout *layout = composer->layout;
	struct scene *scene;
	double bar;

	if (!layout->figure_ornament)
		return;
	scene = galley_new_scene(galley, caption_top, ARTIFACT_LAYOUT);
	bar = fmin(layout_span_width(layout, 1), galley->width / 3);
	path_rectangle(scene,
		       scene_fill(scene, PART_ORNAMENT, composer_colour(composer, COLOUR_ACCENT)),
		       (struct box){ 0, 0, galley->width, rule_width });
	path_rectangle(scene,
		       scene_fill(scene, PART_ORNAMENT, composer_colour(composer, COLOUR_ACCENT)),
		       (struct box){ 0, 0, bar, bar_height });
	galley_box(galley, scene, at);
	galley->keep = true;
}

/* Number and title in one line as long as they fit; the title's lines then start below the number. */
static void add_title(struct galley *galley, const struct node *node, int element)
{
	struct composer *composer = galley->composer;
	double number = line_width(composer, ROLE_FIGURE_NUMBER, node->label) + number_gap;
	struct set_options options = { .role = ROLE_FIGURE_TITLE };
	struct set_lead label = { .words = node->label,
				  .role = ROLE_FIGURE_NUMBER,
				  .colour = composer_style(composer, ROLE_FIGURE_NUMBER)->colour,
				  .element = composer_element(composer, STRUCTURE_LABEL, element) };
	int title = composer_element(composer, STRUCTURE_PARAGRAPH, element);
	double narrowest, widest;

	text_widths(composer, &node->title, ROLE_FIGURE_TITLE, false, &narrowest, &widest);
	options.indent =
		number + widest <= galley->width || number < galley->width / 3 ? number : 0;
	if (options.indent == 0) {
		set_words(galley, node->label, (struct set_options){ .role = ROLE_FIGURE_NUMBER },
			  label.element, node->at);
		galley->keep = true;
	} else {
		options.lead = &label;
	}
	set_text(galley, &node->title, options, title, node->at);
}

void flow_caption(struct galley *galley, const struct node *node, int element)
{
	struct composer *composer = galley->composer;

	galley_anchor(galley, node);
	if (node->label[0] == '\0')
		return;
	add_ornament(galley, node->at);
	add_title(galley, node, element);
	galley->keep = true;
	if (node->subtitle.count > 0) {
		galley_space(galley, subtitle_gap);
		set_text(galley, &node->subtitle,
			 (struct set_options){ .role = ROLE_FIGURE_SUBTITLE },
			 composer_element(composer, STRUCTURE_PARAGRAPH, element), node->at);
		galley->keep = true;
	}
}

void flow_notes(struct galley *galley, const struct node *node, int element)
{
	struct composer *composer = galley->composer;

	if (node->long_description.count > 0) {
		galley_space(galley, note_gap);
		galley->keep = true;
		set_text(galley, &node->long_description,
			 (struct set_options){ .role = ROLE_COMPACT },
			 composer_element(composer, STRUCTURE_PARAGRAPH, element), node->at);
	}
	if (node->notes.count > 0) {
		galley_space(galley, note_gap);
		galley->keep = true;
		set_text(galley, &node->notes,
			 (struct set_options){ .role = ROLE_NOTE, .whole = true },
			 composer_element(composer, STRUCTURE_PARAGRAPH, element), node->at);
	}
}

static double gap_above_picture(const struct composer *composer)
{
	return composer->layout->figure_ornament ? picture_gap : bare_gap;
}

double caption_height(struct composer *composer, const struct node *node, double width)
{
	struct galley measured = galley_new(composer, width, ARTIFACT_LAYOUT);

	flow_caption(&measured, node, ARTIFACT_LAYOUT);
	galley_space(&measured, gap_above_picture(composer));
	return galley_height(&measured);
}

void flow_figure(struct galley *galley, const struct node *node)
{
	flow_figure_below(galley, node, 0);
}

/* Caption, picture and notes: never parted by a page end. */
void flow_figure_below(struct galley *galley, const struct node *node, double height)
{
	struct composer *composer = galley->composer;
	int group = composer_element(composer, STRUCTURE_DIVISION, galley->element);
	int caption = composer_element(composer, STRUCTURE_CAPTION, group);
	int figure = composer_element(composer, STRUCTURE_FIGURE, group);
	struct galley inner = galley_new(composer, galley->width, group);
	struct scene *picture = figure_picture(composer, node, galley->width), *scene;
	double gap = gap_above_picture(composer);

	composer_facts(composer, group)->language = node->language;
	composer_facts(composer, figure)->alternative = node_alternative(node);
	composer_facts(composer, figure)->anchor = node->anchor;
	galley_anchor(galley, node);
	flow_caption(&inner, node, caption);
	inner.next_anchor = "";
	galley_space(&inner, fmax(gap, height - galley_height(&inner)));
	scene = galley_new_scene(&inner, picture->height, figure);
	scene_use(scene, picture, 0, 0);
	scene->items[scene->count - 1].element = figure;
	galley_box(&inner, scene, node->at);
	flow_notes(&inner, node, group);
	/* The anchor stands on the whole, not on its first line. */
	if (inner.count > 0)
		inner.strips[0].anchor = "";
	galley_space(galley, composer->layout->figure_after_pt / 2);
	galley_box(galley, galley_scene(&inner, galley), node->at);
	galley_space(galley, composer->layout->figure_after_pt);
}
