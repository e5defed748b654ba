#include "chart/waits_panel.h"

#include <math.h>

#include "base/arena.h"
#include "document/plot_waits.h"

static const double outline = 1.6, behind = 1, rule_width = 0.75, above = 2, state_gap = 6;
static const double median_gap = 1, median_height = 4.5, median_half = 3.2, class_height = 2.6;

static double edge_of(const struct plot *plot, size_t edge)
{
	return plot->waits != NULL ? plot->waits->edges[edge] : (double)edge;
}

static double place_of(const struct canvas *canvas, const struct waits_panel *panel, double weeks)
{
	double first = edge_of(canvas->plot, 0),
	       last = edge_of(canvas->plot, canvas->plot->category_count);

	return panel->box.left +
	       (weeks - first) / (last - first) * (panel->box.right - panel->box.left);
}

/* NULL when every class is shown. */
static const struct plot_value *not_shown(const struct plot *plot, size_t series)
{
	for (size_t i = 0; i < plot->category_count; i++)
		if (!value_state_is_shown(plot_value(plot, series, i)->state))
			return plot_value(plot, series, i);
	return NULL;
}

/* Steps from a number of weeks on. */
static void trace_steps(struct canvas *canvas, const struct waits_panel *panel,
			struct scene_path *path, size_t series, double from)
{
	const struct plot *plot = canvas->plot;

	path_move(canvas->scene, path, place_of(canvas, panel, fmax(from, edge_of(plot, 0))),
		  panel->box.bottom);
	for (size_t i = 0; i < plot->category_count; i++) {
		double y = scale_place(&panel->scale, plot_value(plot, series, i)->value);

		if (edge_of(plot, i + 1) <= from)
			continue;
		path_line(canvas->scene, path,
			  place_of(canvas, panel, fmax(from, edge_of(plot, i))), y);
		path_line(canvas->scene, path, place_of(canvas, panel, edge_of(plot, i + 1)), y);
	}
}

static void draw_tint(struct canvas *canvas, const struct waits_panel *panel, size_t series)
{
	struct scene_path *path;

	if (edge_of(canvas->plot, canvas->plot->category_count) <= WAIT_STANDARD)
		return;
	path = scene_fill(canvas->scene, PART_TINT, canvas_colour(canvas, COLOUR_PART_OVER));
	trace_steps(canvas, panel, path, series, WAIT_STANDARD);
	path_line(canvas->scene, path, panel->box.right, panel->box.bottom);
	path_close(canvas->scene, path);
}

static void draw_outline(struct canvas *canvas, const struct waits_panel *panel, size_t series,
			 enum colour_role colour, double width)
{
	trace_steps(canvas, panel,
		    scene_stroke(canvas->scene, PART_LINE, canvas_colour(canvas, colour), width),
		    series, -INFINITY);
}

/* A rule up the panel with its weeks under the axis; the weeks are left out where words would touch. */
static double draw_rule(struct canvas *canvas, const struct waits_panel *panel, double weeks,
			double clear_of)
{
	double x = place_of(canvas, panel, weeks);
	const char *text = arena_printf(canvas->arena, "%g", weeks);
	double half = canvas_width(canvas, canvas->tick, text) / 2;

	if (weeks > edge_of(canvas->plot, 0) && x <= panel->box.right)
		canvas_line(canvas, PART_REFERENCE, COLOUR_REFERENCE, rule_width, x,
			    panel->box.top - above, x,
			    panel->box.bottom + (panel->under_axis > 0 ? 0 : 3));
	if (x - half < clear_of + 3 || x > panel->box.right)
		return clear_of;
	canvas_text(canvas, PART_TICK_LABEL, canvas->tick,
		    weeks > edge_of(canvas->plot, 0) ? COLOUR_TEXT : COLOUR_SECONDARY, LABEL_CENTRE,
		    fmin(x, canvas->width - half),
		    panel->box.bottom + panel->under_axis + canvas->line_pt, text);
	return x + half;
}

void waits_median_draw(struct canvas *canvas, double from, double to, double y)
{
	struct scene_path *path =
		scene_fill(canvas->scene, PART_LINE, canvas_colour(canvas, COLOUR_TEXT));

	if (from < to) {
		path_rectangle(canvas->scene, path,
			       (struct box){ from, y + median_gap, to - from, class_height });
		return;
	}
	path_move(canvas->scene, path, from, y + median_gap);
	path_line(canvas->scene, path, from - median_half, y + median_gap + median_height);
	path_line(canvas->scene, path, from + median_half, y + median_gap + median_height);
	path_close(canvas->scene, path);
}

static void draw_median(struct canvas *canvas, const struct waits_panel *panel, size_t series)
{
	const struct plot_waits *waits = canvas->plot->waits;
	const struct plot_median *median;

	if (waits == NULL || waits->medians == NULL || !waits->medians[series].placed)
		return;
	median = &waits->medians[series];
	waits_median_draw(canvas, place_of(canvas, panel, median->from),
			  place_of(canvas, panel, median->to), panel->box.bottom);
}

void waits_panel_draw(struct canvas *canvas, struct waits_panel *panel, size_t series, size_t all)
{
	const struct plot_value *missing = not_shown(canvas->plot, series);
	double clear = -INFINITY;

	panel->scale.from = panel->box.bottom;
	panel->scale.to = panel->box.top;
	axis_vertical(canvas, &panel->scale, &panel->box);
	if (missing == NULL)
		draw_tint(canvas, panel, series);
	if (not_shown(canvas->plot, all) == NULL)
		draw_outline(canvas, panel, all, COLOUR_CONTEXT, behind);
	if (missing == NULL)
		draw_outline(canvas, panel, series, COLOUR_MARK, outline);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, panel->box.left, panel->box.bottom,
		    panel->box.right, panel->box.bottom);
	clear = draw_rule(canvas, panel, edge_of(canvas->plot, 0), clear);
	clear = draw_rule(canvas, panel, WAIT_STANDARD, clear);
	draw_rule(canvas, panel, WAIT_YEAR, clear);
	draw_median(canvas, panel, series);
	if (missing != NULL)
		canvas_state(canvas, panel->box.left + state_gap, panel->box.bottom - state_gap,
			     missing->text);
}
