/*
 * trend.c - groups over periods: lines with their names and last values at the right end. Points are never
 * joined across a period that is missing or hidden.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/diamond.h"
#include "chart/kind.h"
#include "chart/overlay.h"
#include "chart/reference_lines.h"
#include "chart/trend_words.h"

static const double marker = 3, cap = 4.5, layer_breadth = 18;

struct line_style {
	enum colour_role colour;
	double width;
	bool dashed, markers, ring;
};

static struct line_style style_of(enum plot_emphasis emphasis)
{
	switch (emphasis) {
	case EMPHASIS_FIRST:
		return (struct line_style){ COLOUR_MARK, 2.5, false, true, false };
	case EMPHASIS_LAST:
		return (struct line_style){ COLOUR_MARK_SECOND, 2.5, true, true, true };
	case EMPHASIS_CONTEXT:
		return (struct line_style){ COLOUR_CONTEXT, 1, false, false, false };
	case EMPHASIS_PLAIN:
		return (struct line_style){ COLOUR_MARK, 2, false, true, false };
	}
	return (struct line_style){ COLOUR_MARK, 2, false, true, false };
}

static bool is_joined(const struct plot *plot, size_t series, size_t category)
{
	return category > 0 && !plot->categories[category].after_gap &&
	       !plot->categories[category].after_break &&
	       value_state_is_shown(plot_value(plot, series, category)->state) &&
	       value_state_is_shown(plot_value(plot, series, category - 1)->state);
}

static void draw_line(struct canvas *canvas, const struct trend *trend, size_t series)
{
	const struct plot *plot = canvas->plot;
	struct line_style style = style_of(plot->series[series].emphasis);
	struct scene_path *path = scene_stroke(canvas->scene, PART_LINE,
					       canvas_colour(canvas, style.colour), style.width);
	bool open = false;

	path->round_ends = !style.dashed;
	if (style.dashed) {
		path->dash[0] = 5;
		path->dash[1] = 3;
	}
	for (size_t i = 0; i < plot->category_count; i++) {
		double x = trend_x(trend, i), y;

		if (!value_state_is_shown(plot_value(plot, series, i)->state))
			continue;
		y = scale_place(&trend->scale, plot_value(plot, series, i)->value);
		open = is_joined(plot, series, i);
		if (open)
			path_line(canvas->scene, path, x, y);
		else
			path_move(canvas->scene, path, x, y);
	}
}

static bool has_neighbour(const struct plot *plot, size_t series, size_t category)
{
	return is_joined(plot, series, category) ||
	       (category + 1 < plot->category_count && is_joined(plot, series, category + 1));
}

/* Lines that stand back have points only where they would vanish or say nothing of their reliability without. */
static bool has_point(const struct plot *plot, const struct line_style *style, size_t series,
		      size_t category)
{
	enum value_state state = plot_value(plot, series, category)->state;

	return value_state_is_shown(state) && (style->markers || state == VALUE_UNRELIABLE ||
					       !has_neighbour(plot, series, category));
}

static void draw_intervals(struct canvas *canvas, const struct trend *trend, size_t series)
{
	const struct plot *plot = canvas->plot;

	if (!style_of(plot->series[series].emphasis).markers)
		return;
	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, series, i);
		struct whisker whisker;

		if (!value_state_is_shown(value->state) || !value->has_interval ||
		    axis_hides_interval(plot, &trend->scale, value))
			continue;
		whisker = axis_whisker(&trend->scale, value);
		whisker.across = trend_x(trend, i);
		whisker.cap = cap;
		canvas_whisker(canvas, &whisker);
	}
}

static void draw_points(struct canvas *canvas, const struct trend *trend, size_t series)
{
	const struct plot *plot = canvas->plot;
	struct line_style style = style_of(plot->series[series].emphasis);

	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, series, i);
		struct point at = { trend_x(trend, i), 0 };

		if (!has_point(plot, &style, series, i))
			continue;
		at.y = scale_place(&trend->scale, value->value);
		/* Hollow as in other charts, and not round: the points of one line are rings anyway. */
		if (value->state == VALUE_UNRELIABLE)
			diamond_draw(canvas, style.colour, at, true);
		else
			canvas_dot(canvas, at.x, at.y, marker, style.colour, style.ring);
	}
}

/* A line down between two periods that are not to be joined. */
static void draw_breaks(struct canvas *canvas, const struct trend *trend)
{
	for (size_t i = 1; i < canvas->plot->category_count; i++) {
		double x = (trend_x(trend, i - 1) + trend_x(trend, i)) / 2;
		struct scene_path *path;

		if (!canvas->plot->categories[i].after_break)
			continue;
		path = scene_stroke(canvas->scene, PART_AXIS, canvas_colour(canvas, COLOUR_AXIS),
				    0.75);
		path->dash[0] = path->dash[1] = 2;
		path_move(canvas->scene, path, x, trend->panel.top);
		path_line(canvas->scene, path, x, trend->panel.bottom);
	}
}

static void draw_frame(struct canvas *canvas, const struct trend *trend)
{
	const struct panel *panel = &trend->panel;
	struct scene_path *ticks;

	axis_title(canvas);
	axis_vertical(canvas, &trend->scale, panel);
	ticks = scene_stroke(canvas->scene, PART_AXIS, canvas_colour(canvas, COLOUR_AXIS), 0.75);
	path_move(canvas->scene, ticks, panel->left, panel->bottom);
	path_line(canvas->scene, ticks, panel->right, panel->bottom);
	if (trend->scale.low < 0 && trend->scale.high > 0) {
		double zero = scale_place(&trend->scale, 0);

		path_move(canvas->scene, ticks, panel->left, zero);
		path_line(canvas->scene, ticks, panel->right, zero);
	}
	draw_breaks(canvas, trend);
	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		path_move(canvas->scene, ticks, trend_x(trend, i), panel->bottom);
		path_line(canvas->scene, ticks, trend_x(trend, i), panel->bottom + 3);
	}
}

/*
 * What stands back, or what is in focus, over it: lines, then intervals, then points, which an interval of another line would
 * cross out.
 */
static void draw_series(struct canvas *canvas, const struct trend *trend, bool strong)
{
	static void (*const parts[])(struct canvas *, const struct trend *, size_t) = {
		draw_line,
		draw_intervals,
		draw_points,
	};

	for (size_t part = 0; part < sizeof(parts) / sizeof(parts[0]); part++)
		for (size_t s = 0; s < canvas->plot->series_count; s++)
			if (trend_is_strong(canvas->plot->series[s].emphasis) == strong)
				parts[part](canvas, trend, s);
}

/* Up to where the leaders of the names begin. */
static void draw_lines_across(struct canvas *canvas, const struct trend *trend)
{
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t count = reference_lines(canvas->plot, lines);

	for (size_t i = 0; i < count; i++) {
		double y = scale_place(&trend->scale, lines[i].value);

		reference_line_draw(canvas, &lines[i], (struct point){ trend->panel.left, y },
				    (struct point){ trend->panel.right, y }, false);
	}
}

static struct overlay_frame frame_of(struct canvas *canvas, const struct trend *trend)
{
	size_t count = canvas->plot->category_count;
	double *middles = arena_array(canvas->arena, count, sizeof(*middles));

	for (size_t i = 0; i < count; i++)
		middles[i] = trend_x(trend, i);
	return (struct overlay_frame){ .panel = &trend->panel,
				       .scale = &trend->scale,
				       .middles = middles,
				       .breadth = fmin(layer_breadth, trend->slot) };
}

static void draw(struct canvas *canvas)
{
	struct trend trend = { 0 };
	struct overlay_frame frame;

	if (!axis_scale(canvas->plot, &trend.scale)) {
		axis_empty(canvas);
		return;
	}
	trend_place(canvas, &trend);
	frame = frame_of(canvas, &trend);
	overlay_under(canvas, &frame);
	draw_frame(canvas, &trend);
	draw_lines_across(canvas, &trend);
	draw_series(canvas, &trend, false);
	draw_series(canvas, &trend, true);
	overlay_over(canvas, &frame);
	trend_words(canvas, &trend);
	overlay_words(canvas, &frame);
}

const struct chart_kind chart_trend = {
	.name = "trend",
	.shape = SHAPE_GROUPS_OVER_TIME,
	.has_points = true,
	.interval_share = 0.075,
	.ticks = 4,
	.shallow = true,
	.repeats = true,
	.panel_lines_pt = 200,
	.takes = TAKES_TARGETS | TAKES_ANNOTATIONS | TAKES_LAYER(DOT) | TAKES_LAYER(LINE) |
		 TAKES_LAYER(RULE) | TAKES_LAYER(BAND) | TAKES_LAYER(TEXT),
	.hollow = STRING_NOTE_HOLLOW_DIAMONDS,
	.alt = STRING_ALT_TREND,
	.draw = draw,
};
