/*
 * gradient.c - the social gradient: groups from most to least deprived as boxes that are as wide as their
 * share of the population, a dot with its interval at the middle of each, and the line that the slope
 * index is read from. Values stand in one row at the foot of the boxes, clear of line and average.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/kind.h"

static const double box_gap = 1.5, top_edge = 0.75, dot_radius = 2.8, cap = 9, line_halo = 4.4;
static const double line_width = 2, label_gap = 8, foot_gap = 5, tick_gap = 9;

struct gradient {
	struct panel panel;
	struct scale scale;
	double *edges; /* left edge of every box, and the right one of the last */
};

static double share_of(const struct plot *plot, size_t category)
{
	double known = 0;

	for (size_t i = 0; i < plot->category_count; i++)
		known += plot->categories[i].share;
	return known > 0 ? plot->categories[category].share / known
			 : 1.0 / (double)plot->category_count;
}

static double middle(const struct gradient *gradient, size_t category)
{
	return (gradient->edges[category] + gradient->edges[category + 1]) / 2;
}

static double right_room(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	double room = 0;

	if (plot->has_reference)
		room = canvas_width(canvas, canvas->text, plot->reference_label);
	if (plot->has_fitted) {
		room = fmax(room, canvas_width(canvas, canvas->strong, plot->fitted_last_text));
		room = fmax(room, canvas_width(canvas, canvas->text, plot->fitted_label));
	}
	if (plot->share_label[0] != '\0')
		room = fmax(room, canvas_width(canvas, canvas->text, plot->share_label));
	return room > 0 ? room + label_gap : 0;
}

static void place(struct canvas *canvas, struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;
	double lines = plot->share_label[0] != '\0' ? 3 : 2;

	gradient->panel = (struct panel){
		.left = axis_tick_width(canvas, &gradient->scale) + tick_gap,
		.right = canvas->width - right_room(canvas),
		.top = axis_title(canvas) + canvas->line_pt * 0.7,
		.bottom = canvas->height - canvas->line_pt * lines - foot_gap,
	};
	gradient->scale.from = gradient->panel.bottom;
	gradient->scale.to = gradient->panel.top;
	gradient->edges =
		arena_array(canvas->arena, plot->category_count + 1, sizeof(*gradient->edges));
	gradient->edges[0] = gradient->panel.left;
	for (size_t i = 0; i < plot->category_count; i++)
		gradient->edges[i + 1] =
			gradient->edges[i] +
			(gradient->panel.right - gradient->panel.left) * share_of(plot, i);
}

static void draw_boxes(struct canvas *canvas, const struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;
	double zero = scale_place(&gradient->scale, fmax(0, gradient->scale.low));

	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, 0, i);
		double left = gradient->edges[i], right = gradient->edges[i + 1], y;

		if (!value_state_is_shown(value->state))
			continue;
		right -= i + 1 < plot->category_count ? box_gap : 0;
		y = scale_place(&gradient->scale, value->value);
		path_rectangle(
			canvas->scene,
			scene_fill(canvas->scene, PART_BAR, canvas_colour(canvas, COLOUR_BOX)),
			(struct box){ left, fmin(y, zero), right - left, fabs(zero - y) });
		canvas_line(canvas, PART_BAR, COLOUR_STEP_1, top_edge, left, y, right, y);
	}
}

static void draw_line(struct canvas *canvas, const struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;
	double first = scale_place(&gradient->scale, plot->fitted_first);
	double last = scale_place(&gradient->scale, plot->fitted_last);

	if (!plot->has_fitted)
		return;
	canvas_line(canvas, PART_HALO, COLOUR_PAPER, line_halo, gradient->panel.left, first,
		    gradient->panel.right, last);
	canvas_line(canvas, PART_LINE, COLOUR_FITTED, line_width, gradient->panel.left, first,
		    gradient->panel.right, last);
}

static void draw_dots(struct canvas *canvas, const struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;

	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, 0, i);
		double x = middle(gradient, i);

		if (!value_state_is_shown(value->state))
			continue;
		if (value->has_interval) {
			struct whisker whisker = {
				.low = scale_place(&gradient->scale, value->lower),
				.high = scale_place(&gradient->scale, value->upper),
				.across = x,
				.cap = cap,
				.dashed = value->state == VALUE_UNRELIABLE,
			};

			canvas_whisker(canvas, &whisker);
		}
		canvas_dot(canvas, x, scale_place(&gradient->scale, value->value), dot_radius,
			   COLOUR_MARK, value->state == VALUE_UNRELIABLE);
	}
}

/* Values, names and shares in rows under each other. */
static void draw_words(struct canvas *canvas, const struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;
	double foot = gradient->panel.bottom, line = canvas->line_pt;

	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, 0, i);
		const struct plot_category *category = &plot->categories[i];
		bool shown = value_state_is_shown(value->state);
		double x = middle(gradient, i);

		canvas_text(canvas, shown ? PART_VALUE_LABEL : PART_STATE_MARK,
			    shown ? canvas->strong : canvas->text,
			    shown ? COLOUR_TEXT : COLOUR_SECONDARY, LABEL_CENTRE, x,
			    foot - foot_gap, value->text);
		canvas_text(canvas, PART_GROUP_LABEL, canvas->strong, COLOUR_TEXT, LABEL_CENTRE, x,
			    foot + line + 1, category->short_label);
		if (category->end_label[0] != '\0')
			canvas_text(canvas, PART_GROUP_LABEL, canvas->text, COLOUR_TEXT,
				    LABEL_CENTRE, x, foot + 2 * line + 1, category->end_label);
		if (plot->share_label[0] != '\0')
			canvas_text(canvas, PART_GROUP_LABEL, canvas->text, COLOUR_SECONDARY,
				    LABEL_CENTRE, x, foot + 3 * line + 1, category->share_text);
	}
	if (plot->share_label[0] != '\0')
		canvas_text(canvas, PART_GROUP_LABEL, canvas->text, COLOUR_SECONDARY, LABEL_LEFT,
			    gradient->panel.right + label_gap, foot + 3 * line + 1,
			    plot->share_label);
}

/* Two lines beside the last end of the line, clear of the label of the average. */
static double last_end(const struct canvas *canvas, const struct gradient *gradient, double half)
{
	const struct plot *plot = canvas->plot;
	double line = canvas->line_pt, y = scale_place(&gradient->scale, plot->fitted_last) + half;

	if (plot->has_reference) {
		double reference = scale_place(&gradient->scale, plot->reference) + half;

		if (fabs(y + line / 2 - reference) < 1.5 * line + 2)
			y = plot->fitted_last < plot->reference ? reference + line + 2
								: reference - 2 * line - 2;
	}
	return fmin(fmax(y, gradient->panel.top), gradient->panel.bottom - line);
}

/* The first end is named above it inside the panel, the last beside it. */
static void draw_ends(struct canvas *canvas, const struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;
	double right = gradient->panel.right + label_gap, last;
	double half = canvas_middle(canvas, canvas->strong);

	if (plot->has_reference)
		canvas_text(canvas, PART_REFERENCE_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT,
			    right, scale_place(&gradient->scale, plot->reference) + half,
			    plot->reference_label);
	if (!plot->has_fitted)
		return;
	last = last_end(canvas, gradient, half);
	canvas_text(canvas, PART_VALUE_LABEL, canvas->strong, COLOUR_FITTED, LABEL_LEFT, right,
		    last, plot->fitted_last_text);
	canvas_text(canvas, PART_SERIES_LABEL, canvas->text, COLOUR_FITTED, LABEL_LEFT, right,
		    last + canvas->line_pt, plot->fitted_label);
	canvas_value(canvas, canvas->strong, COLOUR_FITTED, gradient->panel.left + 5,
		     fmax(scale_place(&gradient->scale, plot->fitted_first) - 7,
			  gradient->panel.top + 2 * half - 2),
		     plot->fitted_first_text);
}

static void draw(struct canvas *canvas)
{
	struct gradient gradient = { 0 };

	if (!axis_scale(canvas->plot, true, 5, &gradient.scale)) {
		axis_empty(canvas);
		return;
	}
	place(canvas, &gradient);
	axis_vertical(canvas, &gradient.scale, &gradient.panel);
	draw_boxes(canvas, &gradient);
	if (canvas->plot->has_reference)
		canvas_reference(canvas, gradient.panel.left,
				 scale_place(&gradient.scale, canvas->plot->reference),
				 gradient.panel.right,
				 scale_place(&gradient.scale, canvas->plot->reference));
	draw_line(canvas, &gradient);
	draw_dots(canvas, &gradient);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, gradient.panel.left,
		    gradient.panel.bottom, gradient.panel.right, gradient.panel.bottom);
	draw_words(canvas, &gradient);
	draw_ends(canvas, &gradient);
}

const struct chart_kind chart_gradient = {
	.name = "gradient",
	.shape = SHAPE_GROUPS,
	.has_points = true,
	.needs_order = true,
	.prints_values = true,
	.draw = draw,
};
