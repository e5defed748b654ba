/*
 * funnel.c - places by their size, with the limits within which chance alone keeps places of that size. Named are
 * the own place and those outside the outer limits.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/kind.h"
#include "chart/labels.h"
#include "chart/reference_lines.h"
#include "chart/spread.h"
#include "chart/verdict_shape.h"
#include "document/plot_funnel.h"

static const double tick_gap = 6, dot = 2.6, own_dot = 3.6, shape = 7, side_gap = 5;
/* Labels keep off limits and centre as long as there is room anywhere near. */
static const double keep_off_lines = 60;

struct funnel {
	struct panel panel;
	struct scale values, sizes;
};

static double size_of(const struct plot *plot, size_t category)
{
	return plot->funnel != NULL ? plot->funnel->sizes[category] : (double)category + 1;
}

static bool is_outside(const struct plot *plot, size_t category)
{
	return plot->funnel != NULL && plot->funnel->verdicts[category] != VERDICT_SIMILAR;
}

static bool is_drawn(const struct plot *plot, size_t category)
{
	return value_state_is_shown(plot_value(plot, 0, category)->state);
}

static struct point place_of(const struct canvas *canvas, const struct funnel *funnel,
			     size_t category)
{
	return (struct point){
		scale_place(&funnel->sizes, size_of(canvas->plot, category)),
		scale_place(&funnel->values, plot_value(canvas->plot, 0, category)->value),
	};
}

/* -- scales ---------------------------------------------------------------------------------------------- */

static bool find_scales(const struct plot *plot, struct funnel *funnel)
{
	double largest = 0;

	for (size_t i = 0; i < plot->category_count; i++)
		if (is_drawn(plot, i))
			largest = fmax(largest, size_of(plot, i));
	funnel->sizes = scale_nice(0, largest, (struct scale_options){ .from_zero = true });
	return axis_scale(plot, &funnel->values);
}

/* -- limits ---------------------------------------------------------------------------------------------- */

static void draw_curve(struct canvas *canvas, const struct funnel *funnel,
		       const struct funnel_curve *curve, struct obstacles *obstacles)
{
	bool outer = curve->confidence > 0.99;
	struct scene_path *path = scene_stroke(
		canvas->scene, PART_REFERENCE,
		canvas_colour(canvas, outer ? COLOUR_REFERENCE : COLOUR_AXIS), outer ? 1 : 0.75);
	struct point before = { 0 };

	if (!outer) {
		path->dash[0] = 2;
		path->dash[1] = 2;
	}
	for (size_t i = 0; i < curve->count; i++) {
		struct point at = { scale_place(&funnel->sizes, curve->sizes[i]),
				    scale_place(&funnel->values, curve->limits[i]) };

		if (i == 0)
			path_move(canvas->scene, path, at.x, at.y);
		else
			path_line(canvas->scene, path, at.x, at.y);
		if (i > 0)
			obstacles_add_line(canvas->arena, obstacles, before, at);
		before = at;
	}
}

/* Names at the right ends: of the limits and of the centre, from the top. */
static void draw_sides(struct canvas *canvas, const struct funnel *funnel)
{
	const struct plot_funnel *plot = canvas->plot->funnel;
	double places[FUNNEL_CURVES + 1];
	const char *texts[FUNNEL_CURVES + 1];
	size_t count = 0;

	for (size_t c = 0; c < FUNNEL_CURVES; c++) {
		if (c == FUNNEL_CURVES / 2) {
			places[count] = scale_place(&funnel->values, plot->centre);
			texts[count++] = plot->centre_label;
		}
		if (plot->curves[c].count == 0)
			continue;
		places[count] = scale_place(&funnel->values,
					    plot->curves[c].limits[plot->curves[c].count - 1]);
		texts[count++] = plot->curves[c].label;
	}
	spread_places(places, count, canvas->line_pt, funnel->panel.top - 4,
		      funnel->panel.bottom + 4);
	for (size_t i = 0; i < count; i++)
		canvas_text(canvas, PART_REFERENCE_LABEL, canvas->text,
			    texts[i] == plot->centre_label ? COLOUR_TEXT : COLOUR_SECONDARY,
			    LABEL_LEFT, funnel->panel.right + side_gap,
			    places[i] + canvas_middle(canvas, canvas->text), texts[i]);
}

/* A target has the line of targets. */
static void draw_centre(struct canvas *canvas, const struct funnel *funnel,
			struct obstacles *obstacles)
{
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t count = reference_lines(canvas->plot, lines);
	double y = scale_place(&funnel->values, canvas->plot->funnel->centre);
	struct point from = { funnel->panel.left, y }, to = { funnel->panel.right, y };

	obstacles_add_line(canvas->arena, obstacles, from, to);
	if (count > 0)
		reference_line_draw(canvas, &lines[0], from, to, false);
	else
		canvas_reference(canvas, from, to, false);
}

static double sides_width(struct canvas *canvas)
{
	const struct plot_funnel *plot = canvas->plot->funnel;
	double widest = 0;

	if (plot == NULL)
		return 4;
	widest = canvas_width(canvas, canvas->text, plot->centre_label);
	for (size_t c = 0; c < FUNNEL_CURVES; c++)
		widest = fmax(widest, canvas_width(canvas, canvas->text, plot->curves[c].label));
	return widest + side_gap;
}

/* -- places ---------------------------------------------------------------------------------------------- */

static void draw_place(struct canvas *canvas, const struct funnel *funnel, size_t category,
		       struct obstacles *obstacles)
{
	struct point at = place_of(canvas, funnel, category);
	bool own = canvas->plot->categories[category].emphasised;
	bool low = plot_value(canvas->plot, 0, category)->state == VALUE_UNRELIABLE;

	if (is_outside(canvas->plot, category))
		verdict_shape_draw(canvas->scene, canvas->theme,
				   canvas->plot->funnel->verdicts[category], at.x, at.y,
				   own ? shape + 2 : shape);
	else
		canvas_dot(canvas, at.x, at.y, own ? own_dot : dot,
			   own ? COLOUR_MARK : COLOUR_CONTEXT, low);
	obstacles_add_mark(canvas->arena, obstacles, at, own ? own_dot : dot);
}

/* Names of those that found no room in the panel, under the chart, which becomes higher. */
static void write_others(struct canvas *canvas, const struct point_label *labels, size_t count)
{
	struct text_span span = { .text = canvas->plot->funnel->others_label,
				  .font = canvas->text,
				  .colour = canvas_colour(canvas, COLOUR_TEXT) };
	struct text_paragraph *words;
	const char *glue = " ";

	for (size_t i = 0; i < count; i++) {
		if (labels[i].placed)
			continue;
		span.text = arena_printf(canvas->arena, "%s%s%s", span.text, glue, labels[i].text);
		glue = "; ";
	}
	words = text_compose(canvas->engine, canvas->arena, &span, 1,
			     (struct compose_options){ .width = canvas->width,
						       .align = ALIGN_LEFT,
						       .drawn = canvas->keep });
	canvas_paragraph(canvas, PART_GROUP_LABEL, COLOUR_TEXT, words, 0,
			 canvas->height + canvas->line_pt);
	canvas->height += canvas->line_pt * (double)(words->count + 1);
	canvas->scene->height = canvas->height;
}

/* The own place chooses its label first. */
static void draw_names(struct canvas *canvas, const struct funnel *funnel,
		       const struct obstacles *obstacles)
{
	const struct plot *plot = canvas->plot;
	struct point_label *labels =
		arena_array(canvas->arena, plot->category_count + 1, sizeof(*labels));
	const struct panel *panel = &funnel->panel;
	size_t count = 0, left_out;

	for (int own = 1; own >= 0; own--)
		for (size_t i = 0; i < plot->category_count; i++) {
			bool named = plot->categories[i].emphasised || is_outside(plot, i);

			if (!is_drawn(plot, i) || !named ||
			    plot->categories[i].emphasised != (own == 1))
				continue;
			labels[count++] = (struct point_label){
				.text = plot->categories[i].label,
				.font = own == 1 ? canvas->strong : canvas->text,
				.colour = COLOUR_TEXT,
				.part = PART_GROUP_LABEL,
				.at = place_of(canvas, funnel, i),
				.clear = shape / 2 + 1,
			};
		}
	left_out = labels_place(canvas, labels, count,
				(struct labels_room){ .within = { panel->left, panel->top,
								  panel->right - panel->left,
								  panel->bottom - panel->top },
						      .obstacles = obstacles,
						      .crossing_cost = keep_off_lines });
	labels_draw(canvas, labels, count);
	if (left_out > 0 && plot->funnel != NULL)
		write_others(canvas, labels, count);
}

static void place(struct canvas *canvas, struct funnel *funnel)
{
	struct panel *panel = &funnel->panel;

	panel->left = axis_tick_width(canvas, &funnel->values) + tick_gap;
	panel->right = canvas->width - sides_width(canvas);
	panel->top = axis_title_height(canvas) + canvas->line_pt * 0.5;
	panel->bottom = canvas->height - 2 * canvas->line_pt - 10;
	funnel->values.from = panel->bottom;
	funnel->values.to = panel->top;
	funnel->sizes.from = panel->left;
	funnel->sizes.to = panel->right;
}

/* Sizes are counts, whatever the values are. */
static void draw_sizes(struct canvas *canvas, const struct funnel *funnel)
{
	const struct plot *plot = canvas->plot;
	struct plot counts = *plot;

	counts.percentage = false;
	canvas->plot = &counts;
	axis_horizontal(canvas, &funnel->sizes, &funnel->panel);
	canvas->plot = plot;
	if (plot->funnel != NULL)
		canvas_text(canvas, PART_AXIS_TITLE, canvas->tick, COLOUR_SECONDARY, LABEL_RIGHT,
			    fmax(funnel->panel.right,
				 canvas_width(canvas, canvas->tick, plot->funnel->size_title)),
			    funnel->panel.bottom + 2 * canvas->line_pt + 4,
			    plot->funnel->size_title);
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct obstacles obstacles = { 0 };
	struct funnel funnel = { 0 };

	if (!find_scales(plot, &funnel)) {
		axis_empty(canvas);
		return;
	}
	place(canvas, &funnel);
	axis_title(canvas);
	axis_vertical(canvas, &funnel.values, &funnel.panel);
	draw_sizes(canvas, &funnel);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, funnel.panel.left, funnel.panel.bottom,
		    funnel.panel.right, funnel.panel.bottom);
	if (plot->funnel != NULL) {
		draw_centre(canvas, &funnel, &obstacles);
		for (size_t c = 0; c < FUNNEL_CURVES; c++)
			draw_curve(canvas, &funnel, &plot->funnel->curves[c], &obstacles);
		draw_sides(canvas, &funnel);
	}
	for (size_t i = 0; i < plot->category_count; i++)
		if (is_drawn(plot, i))
			draw_place(canvas, &funnel, i, &obstacles);
	draw_names(canvas, &funnel, &obstacles);
}

const struct chart_kind chart_funnel = {
	.name = "funnel",
	.shape = SHAPE_FUNNEL,
	.has_points = true,
	.leaves_zero = true,
	.ticks = 4,
	.takes = TAKES_TARGETS,
	.fills_rounded = true,
	.alt = STRING_ALT_FUNNEL,
	.draw = draw,
};
