/*
 * overlay_words.c - the words of what is drawn over a chart: names of layers, annotations.
 */
#include "chart/diamond.h"
#include "chart/drawn.h"
#include "chart/labels.h"
#include "chart/overlay_parts.h"
#include "chart/reference_lines.h"

static const double point_clear = 5, key_width = 18, sample_outline = 1.5, foot_gap = 5,
		    across_share = 0.85;

/* The figure that stands for a category; its place is the beginning of the scale when none is shown. */
static struct point point_of_category(const struct canvas *canvas,
				      const struct overlay_frame *frame, size_t category)
{
	const struct plot *plot = canvas->plot;
	double along = frame->scale->from;

	for (size_t s = plot->series_count; s-- > 0;) {
		const struct plot_value *value = plot_value(plot, s, category);

		if (value_state_is_shown(value->state) &&
		    plot->series[s].emphasis != EMPHASIS_CONTEXT)
			along = overlay_place(frame, value);
	}
	return overlay_point(frame, along, frame->middles[category]);
}

static struct point point_of_series(const struct canvas *canvas, const struct overlay_frame *frame,
				    size_t series)
{
	for (size_t c = canvas->plot->category_count; c-- > 0;) {
		const struct plot_value *value = plot_value(canvas->plot, series, c);

		if (value_state_is_shown(value->state))
			return overlay_point(frame, overlay_place(frame, value), frame->middles[c]);
	}
	return overlay_point(frame, frame->scale->from, frame->middles[0]);
}

static struct point point_of_value(const struct overlay_frame *frame, double value)
{
	const struct panel *panel = frame->panel;
	double first = frame->horizontal ? panel->top : panel->left;
	double last = frame->horizontal ? panel->bottom : panel->right;

	return overlay_point(frame, scale_place(frame->scale, value),
			     first + across_share * (last - first));
}

static struct point_label label_of(const struct canvas *canvas, const char *text, struct point at)
{
	return (struct point_label){ .text = text,
				     .font = canvas->text,
				     .colour = COLOUR_TEXT,
				     .part = PART_SERIES_LABEL,
				     .at = at,
				     .clear = point_clear };
}

static struct point_label label_of_annotation(const struct canvas *canvas,
					      const struct overlay_frame *frame,
					      const struct plot_annotation *annotation)
{
	struct point at = { 0 };

	switch (annotation->place) {
	case AT_CATEGORY:
		at = point_of_category(canvas, frame, annotation->number);
		break;
	case AT_SERIES:
		at = point_of_series(canvas, frame, annotation->number);
		break;
	case AT_VALUE:
		at = point_of_value(frame, annotation->value);
		break;
	}
	return label_of(canvas, annotation->text, at);
}

/* The room for words inside the panel. */
static struct labels_room room_of(const struct overlay_frame *frame,
				  const struct obstacles *obstacles)
{
	const struct panel *panel = frame->panel;

	return (struct labels_room){
		.within = { panel->left, panel->top, panel->right - panel->left,
			    panel->bottom - panel->top },
		.obstacles = obstacles,
	};
}

static bool place_and_draw(struct canvas *canvas, const struct overlay_frame *frame,
			   struct point_label *label)
{
	struct obstacles obstacles = drawn_obstacles(canvas);

	if (labels_place(canvas, label, 1, room_of(frame, &obstacles)) > 0)
		return false;
	labels_draw(canvas, label, 1);
	return true;
}

/* Words under the chart, beside a sample of the mark that they name. */
static void write_below(struct canvas *canvas, const char *text, double indent,
			struct point *sample)
{
	struct text_paragraph *words =
		canvas_wrap(canvas, canvas->text, text, canvas->width - indent, ALIGN_LEFT);
	double base = canvas->height + foot_gap +
		      text_font_facts(canvas->engine, canvas->text)->capital_pt;

	*sample = (struct point){ key_width / 2, base - canvas_middle(canvas, canvas->text) };
	canvas_paragraph(canvas, PART_SERIES_LABEL, COLOUR_TEXT, words, indent, base);
	canvas->height += foot_gap + canvas->line_pt * (double)words->count;
	canvas->scene->height = canvas->height;
}

/* A small piece of what draws a layer. */
static void draw_sample(struct canvas *canvas, enum layer_mark mark, enum colour_role colour,
			struct point at)
{
	if (mark == LAYER_BAND)
		overlay_tint(canvas, (struct box){ at.x - key_width / 2, at.y - 4, key_width, 8 });
	else if (mark == LAYER_BAR)
		path_rectangle(canvas->scene,
			       scene_stroke(canvas->scene, PART_ORNAMENT,
					    canvas_colour(canvas, colour), sample_outline),
			       (struct box){ at.x - key_width / 2, at.y - 3.5, key_width, 7 });
	else if (mark == LAYER_LINE)
		canvas_dashed(canvas,
			      (struct dashed_line){ .part = PART_ORNAMENT,
						    .colour = colour,
						    .width = LAYER_RULE_WIDTH,
						    .dash = { 2, 2 } },
			      (struct point){ at.x - key_width / 2, at.y },
			      (struct point){ at.x + key_width / 2, at.y }, false);
	else if (mark == LAYER_RULE)
		canvas_line(canvas, PART_ORNAMENT, colour, LAYER_RULE_WIDTH, at.x - key_width / 2,
			    at.y, at.x + key_width / 2, at.y);
	if (mark == LAYER_DOT || mark == LAYER_LINE)
		diamond_draw(canvas, colour, at, false);
}

/* In place of a name at the mark itself. */
static void draw_key(struct canvas *canvas, const struct plot_layer *layer, enum colour_role colour)
{
	struct point at;

	write_below(canvas, layer->label, key_width + 4, &at);
	draw_sample(canvas, layer->mark, colour, at);
}

/*
 * A band over the whole panel, and figures, are named at themselves. Of a layer that is a mark for every group, or a line through
 * marks, the sample of a key would read as one more figure within the panel: its key stands under the chart.
 */
static void name_layer(struct canvas *canvas, const struct overlay_frame *frame,
		       const struct plot_layer *layer, enum colour_role colour)
{
	bool at_itself = layer->whole || layer->mark == LAYER_TEXT;
	size_t count = at_itself ? canvas->plot->category_count : 0;

	for (size_t category = 0; category < count; category++) {
		const struct plot_value *value = layer_value(layer, category);
		struct point_label label;

		if (!value_state_is_shown(value->state))
			continue;
		label = label_of(canvas, layer->label,
				 overlay_point(frame, overlay_place(frame, value),
					       frame->middles[category]));
		if (layer->whole)
			label.at = point_of_value(frame, value->upper);
		label.indent = layer->mark == LAYER_TEXT ? 0 : key_width + 4;
		if (!place_and_draw(canvas, frame, &label))
			continue;
		draw_sample(canvas, layer->mark, colour,
			    (struct point){ label.box.x + key_width / 2,
					    label.box.y + canvas_middle(canvas, label.font) });
		return;
	}
	draw_key(canvas, layer, colour);
}

static void draw_figures(struct canvas *canvas, const struct overlay_frame *frame,
			 const struct plot_layer *layer)
{
	for (size_t c = 0; c < canvas->plot->category_count; c++) {
		const struct plot_value *value = layer_value(layer, c);
		struct point_label label;

		if (!value_state_is_shown(value->state))
			continue;
		label = label_of(
			canvas, canvas_value_text(canvas, value),
			overlay_point(frame, overlay_place(frame, value), frame->middles[c]));
		label.clear = 1;
		place_and_draw(canvas, frame, &label);
	}
}

void overlay_words(struct canvas *canvas, const struct overlay_frame *frame)
{
	const struct plot_overlay *overlay = canvas->plot->overlay;

	for (size_t i = 0; overlay != NULL && i < overlay->layer_count; i++) {
		const struct plot_layer *layer = &overlay->layers[i];

		if (layer->label[0] == '\0' || (layer->whole && layer->mark != LAYER_BAND))
			continue;
		if (layer->mark == LAYER_TEXT)
			draw_figures(canvas, frame, layer);
		name_layer(canvas, frame, layer, layer_colour(i));
	}
	for (size_t i = 0; overlay != NULL && i < overlay->annotation_count; i++) {
		const struct plot_annotation *annotation = &overlay->annotations[i];
		struct point_label label = label_of_annotation(canvas, frame, annotation);
		struct point at;

		if (!place_and_draw(canvas, frame, &label))
			write_below(canvas, annotation->line, 0, &at);
	}
}
