#include "chart/overlay.h"

#include <math.h>

#include "chart/diamond.h"
#include "chart/overlay_parts.h"
#include "chart/reference_lines.h"

static const double halo = 1.2, line_width = 2, outline = 1.5, context_width = 1;

struct point overlay_point(const struct overlay_frame *frame, double along, double across)
{
	return frame->horizontal ? (struct point){ along, across }
				 : (struct point){ across, along };
}

static struct box box_at(const struct overlay_frame *frame, double from, double to, double across,
			 double breadth)
{
	double low = fmin(from, to), length = fabs(to - from);

	return frame->horizontal ? (struct box){ low, across - breadth / 2, length, breadth }
				 : (struct box){ across - breadth / 2, low, breadth, length };
}

const struct plot_value *layer_value(const struct plot_layer *layer, size_t category)
{
	return &layer->values[layer->whole ? 0 : category];
}

double overlay_place(const struct overlay_frame *frame, const struct plot_value *value)
{
	return scale_place(frame->scale, value->value);
}

/*
 * Where dots of a layer stand: beside the intervals of the chart, which they would cover or be taken for a part of; those of a
 * second layer on the other side.
 */
static double dot_aside(const struct canvas *canvas, const struct overlay_frame *frame,
			size_t number)
{
	const struct plot_layer *layers = canvas->plot->overlay->layers;
	bool turned = false;

	for (size_t i = 0; i < number; i++)
		turned = turned != (layers[i].mark == LAYER_DOT);
	return turned ? -frame->aside : frame->aside;
}

/* -- marks ------------------------------------------------------------------------------------ */

void overlay_tint(struct canvas *canvas, struct box box)
{
	path_rectangle(canvas->scene,
		       scene_fill(canvas->scene, PART_TINT, canvas_colour(canvas, COLOUR_BOX)),
		       box);
}

static void draw_whole_band(struct canvas *canvas, const struct overlay_frame *frame,
			    const struct plot_value *value)
{
	const struct panel *panel = frame->panel;
	struct whisker ends = axis_whisker(frame->scale, value);
	double first = frame->horizontal ? panel->top : panel->left;
	double last = frame->horizontal ? panel->bottom : panel->right;

	overlay_tint(canvas, box_at(frame, ends.low, ends.high, (first + last) / 2, last - first));
}

static void draw_rule(struct canvas *canvas, const struct overlay_frame *frame,
		      enum colour_role colour, double along, double across)
{
	struct point from = overlay_point(frame, along, across - frame->breadth / 2);
	struct point to = overlay_point(frame, along, across + frame->breadth / 2);

	canvas_line(canvas, PART_HALO, COLOUR_PAPER, LAYER_RULE_WIDTH + 2 * halo, from.x, from.y,
		    to.x, to.y);
	canvas_line(canvas, PART_REFERENCE, colour, LAYER_RULE_WIDTH, from.x, from.y, to.x, to.y);
}

/* The outline of a bar, with a halo that parts it from a bar of the kind. */
static void draw_bar(struct canvas *canvas, const struct overlay_frame *frame,
		     enum colour_role colour, double along, double across)
{
	double zero = scale_place(frame->scale, fmax(0, frame->scale->low));
	struct box box = box_at(frame, zero, along, across, frame->breadth);

	path_rectangle(canvas->scene,
		       scene_stroke(canvas->scene, PART_HALO, canvas_colour(canvas, COLOUR_PAPER),
				    outline + 2 * halo),
		       box);
	path_rectangle(
		canvas->scene,
		scene_stroke(canvas->scene, PART_BAR, canvas_colour(canvas, colour), outline), box);
}

/* Points are not joined across a figure that is not shown, a gap or a break. */
static void trace_line(struct canvas *canvas, const struct overlay_frame *frame,
		       const struct plot_layer *layer, struct scene_path *path)
{
	const struct plot *plot = canvas->plot;
	bool open = false;

	for (size_t c = 0; c < plot->category_count; c++) {
		const struct plot_value *value = layer_value(layer, c);
		const struct plot_category *category = &plot->categories[c];
		struct point at;

		if (!value_state_is_shown(value->state)) {
			open = false;
			continue;
		}
		at = overlay_point(frame, overlay_place(frame, value), frame->middles[c]);
		if (open && !category->after_gap && !category->after_break)
			path_line(canvas->scene, path, at.x, at.y);
		else
			path_move(canvas->scene, path, at.x, at.y);
		open = true;
	}
}

static void draw_line(struct canvas *canvas, const struct overlay_frame *frame,
		      const struct plot_layer *layer, enum colour_role colour)
{
	double width = layer->context ? context_width : line_width;
	struct scene_path *path;

	if (!layer->context)
		trace_line(canvas, frame, layer,
			   scene_stroke(canvas->scene, PART_HALO,
					canvas_colour(canvas, COLOUR_PAPER), width + 2 * halo));
	path = scene_stroke(canvas->scene, PART_LINE, canvas_colour(canvas, colour), width);
	if (!layer->context)
		path->dash[0] = path->dash[1] = 2;
	trace_line(canvas, frame, layer, path);
}

static void draw_mark(struct canvas *canvas, const struct overlay_frame *frame, size_t number,
		      enum colour_role colour, size_t category)
{
	const struct plot_layer *layer = &canvas->plot->overlay->layers[number];
	const struct plot_value *value = layer_value(layer, category);
	double along, across = frame->middles[category];

	if (!value_state_is_shown(value->state))
		return;
	along = overlay_place(frame, value);
	switch (layer->mark) {
	case LAYER_LINE:
		if (layer->context)
			break;
		diamond_draw(canvas, colour, overlay_point(frame, along, across),
			     value->state == VALUE_UNRELIABLE);
		break;
	case LAYER_DOT:
		diamond_draw(canvas, colour,
			     overlay_point(frame, along, across + dot_aside(canvas, frame, number)),
			     value->state == VALUE_UNRELIABLE);
		break;
	case LAYER_RULE:
		draw_rule(canvas, frame, colour, along, across);
		break;
	case LAYER_BAR:
		draw_bar(canvas, frame, colour, along, across);
		break;
	case LAYER_BAND:
	case LAYER_TEXT:
	case LAYER_MARKS:
		break;
	}
}

static void draw_layer(struct canvas *canvas, const struct overlay_frame *frame, size_t number)
{
	const struct plot_layer *layer = &canvas->plot->overlay->layers[number];
	enum colour_role colour = layer->context ? COLOUR_CONTEXT : layer_colour(number);

	if (layer->whole)
		return;
	if (layer->mark == LAYER_LINE)
		draw_line(canvas, frame, layer, colour);
	for (size_t c = 0; c < canvas->plot->category_count; c++)
		draw_mark(canvas, frame, number, colour, c);
}

static bool lies_under(const struct overlay_frame *frame, const struct plot_layer *layer)
{
	return layer->context && !frame->solid;
}

static void draw_bands(struct canvas *canvas, const struct overlay_frame *frame,
		       const struct plot_layer *layer)
{
	for (size_t c = 0; c < canvas->plot->category_count; c++) {
		const struct plot_value *value = layer_value(layer, c);
		struct whisker ends = axis_whisker(frame->scale, value);

		if (!value_state_is_shown(value->state) || !value->has_interval)
			continue;
		if (layer->whole) {
			draw_whole_band(canvas, frame, value);
			return;
		}
		overlay_tint(canvas,
			     box_at(frame, ends.low, ends.high, frame->middles[c], frame->breadth));
	}
}

void overlay_under(struct canvas *canvas, const struct overlay_frame *frame)
{
	const struct plot_overlay *overlay = canvas->plot->overlay;

	for (size_t i = 0; overlay != NULL && i < overlay->layer_count; i++) {
		if (overlay->layers[i].mark == LAYER_BAND)
			draw_bands(canvas, frame, &overlay->layers[i]);
		if (lies_under(frame, &overlay->layers[i]))
			draw_layer(canvas, frame, i);
	}
}

void overlay_over(struct canvas *canvas, const struct overlay_frame *frame)
{
	const struct plot_overlay *overlay = canvas->plot->overlay;

	for (size_t i = 0; overlay != NULL && i < overlay->layer_count; i++)
		if (!lies_under(frame, &overlay->layers[i]))
			draw_layer(canvas, frame, i);
}

double overlay_reach(const struct plot *plot, const struct scale *scale, size_t category,
		     double place, bool up)
{
	const struct plot_overlay *overlay = plot->overlay;

	for (size_t i = 0; overlay != NULL && i < overlay->layer_count; i++) {
		const struct plot_layer *layer = &overlay->layers[i];
		const struct plot_value *value = layer_value(layer, category);
		double reach = layer->mark == LAYER_DOT ? DIAMOND_HALF : LAYER_RULE_WIDTH;

		if (layer->whole || layer->mark == LAYER_BAND || layer->mark == LAYER_TEXT ||
		    !value_state_is_shown(value->state))
			continue;
		place = up ? fmin(place, scale_place(scale, value->value) - reach)
			   : fmax(place, scale_place(scale, value->value) + reach);
	}
	return place;
}
