/*
 * gradient.c - the social gradient: groups from most to least deprived as boxes that are as wide as their
 * share of the population, a dot with its interval at the middle of each, and the line that the slope
 * index is read from. Values stand in one row at the foot of the boxes, clear of line and average; where a
 * box is too low or too narrow for that, in a row of their own under the names.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/gradient_words.h"
#include "chart/kind.h"
#include "chart/overlay.h"
#include "chart/reference_lines.h"

static const double box_gap = 1.5, top_edge = 0.75, dot_radius = 2.8, cap = 9, line_halo = 4.4;
static const double line_width = 2, layer_breadth = 18;

static void draw_boxes(struct canvas *canvas, const struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;
	double zero = scale_place(&gradient->scale, 0);

	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, 0, i);
		double left = gradient->edges[i], right = gradient->edges[i + 1], y;

		if (!value_state_is_shown(value->state))
			continue;
		right -= i + 1 < plot->category_count ? fmin(box_gap, (right - left) / 2) : 0;
		y = scale_place(&gradient->scale, value->value);
		path_rectangle(
			canvas->scene,
			scene_fill(canvas->scene, PART_TINT, canvas_colour(canvas, COLOUR_BOX)),
			(struct box){ left, fmin(y, zero), right - left, fabs(zero - y) });
		canvas_line(canvas, PART_BAR, COLOUR_STEP_1, top_edge, left, y, right, y);
	}
}

static void draw_line(struct canvas *canvas, const struct gradient *gradient)
{
	for (int layer = 0; layer < 2 && canvas->plot->has_fitted; layer++) {
		struct scene_path *path = scene_stroke(
			canvas->scene, layer == 0 ? PART_HALO : PART_LINE,
			canvas_colour(canvas, layer == 0 ? COLOUR_PAPER : COLOUR_FITTED),
			layer == 0 ? line_halo : line_width);

		for (size_t i = 0; i < FITTED_POINTS; i++) {
			struct point at = gradient_fitted(canvas, gradient, i);

			if (i == 0)
				path_move(canvas->scene, path, at.x, at.y);
			else
				path_line(canvas->scene, path, at.x, at.y);
		}
	}
}

static void draw_dots(struct canvas *canvas, const struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;

	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, 0, i);
		double x = gradient_middle(gradient, i);

		if (!value_state_is_shown(value->state))
			continue;
		if (value->has_interval) {
			struct whisker whisker = axis_whisker(&gradient->scale, value);

			whisker.across = x;
			whisker.cap = fmin(cap, gradient->edges[i + 1] - gradient->edges[i]);
			canvas_whisker(canvas, &whisker);
		}
		canvas_dot(canvas, x, scale_place(&gradient->scale, value->value), dot_radius,
			   COLOUR_MARK, value->state == VALUE_UNRELIABLE || value->rounded != NULL);
	}
}

static void draw_lines_across(struct canvas *canvas, const struct gradient *gradient)
{
	const struct panel *panel = &gradient->panel;
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t count = reference_lines(canvas->plot, lines);

	for (size_t i = 0; i < count; i++) {
		double y = scale_place(&gradient->scale, lines[i].value);

		reference_line_draw(canvas, &lines[i], (struct point){ panel->left, y },
				    (struct point){ panel->right, y }, false);
	}
}

static struct overlay_frame frame_of(struct canvas *canvas, const struct gradient *gradient)
{
	size_t count = canvas->plot->category_count;
	double *middles = arena_array(canvas->arena, count, sizeof(*middles));

	for (size_t i = 0; i < count; i++)
		middles[i] = gradient_middle(gradient, i);
	return (struct overlay_frame){ .panel = &gradient->panel,
				       .scale = &gradient->scale,
				       .middles = middles,
				       .breadth = layer_breadth,
				       .solid = true };
}

static void draw(struct canvas *canvas)
{
	struct gradient gradient = { 0 };
	struct overlay_frame frame;
	double zero;

	if (!axis_scale(canvas->plot, &gradient.scale)) {
		axis_empty(canvas);
		return;
	}
	gradient_place(canvas, &gradient);
	frame = frame_of(canvas, &gradient);
	overlay_under(canvas, &frame);
	axis_vertical(canvas, &gradient.scale, &gradient.panel);
	draw_boxes(canvas, &gradient);
	draw_lines_across(canvas, &gradient);
	draw_line(canvas, &gradient);
	draw_dots(canvas, &gradient);
	overlay_over(canvas, &frame);
	zero = scale_place(&gradient.scale, 0);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, gradient.panel.left, zero,
		    gradient.panel.right, zero);
	gradient_words(canvas, &gradient);
	overlay_words(canvas, &frame);
}

const struct chart_kind chart_gradient = {
	.name = "gradient",
	.shape = SHAPE_GROUPS,
	.has_points = true,
	.needs_order = true,
	.prints_values = true,
	.from_zero = true,
	.ticks = 5,
	.repeats = true,
	.panel_pt = 200,
	.takes = TAKES_TARGETS | TAKES_ANNOTATIONS | TAKES_LAYER(DOT) | TAKES_LAYER(LINE) |
		 TAKES_LAYER(RULE) | TAKES_LAYER(BAND) | TAKES_LAYER(TEXT),
	.alt = STRING_ALT_GRADIENT,
	.alt_detailed = STRING_ALT_GRADIENT_FITTED,
	.draw = draw,
};
