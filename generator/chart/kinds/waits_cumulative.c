/*
 * waits_cumulative.c - share of waits of no more than so many weeks: lines of the first and the last group, with
 * their names and values where they cross the standard.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/kind.h"
#include "chart/waits_names.h"
#include "document/plot_waits.h"

static const double marker = 3.4, tick_gap = 6, least_tick = 8, below = 5;

/* Weeks that a reader looks for on the axis, beside the standard. */
static const double weeks_of_ticks[] = { 0, 13, 26, 39, 52 };

struct cumulative {
	struct panel panel;
	struct scale shares;
	double first, last; /* weeks */
	double key;         /* height of the names over the panel; 0 = beside the lines */
};

static double weeks_of(const struct plot *plot, size_t category)
{
	return plot->waits != NULL ? plot->waits->edges[category] : (double)category;
}

static double place_of(const struct cumulative *chart, double weeks)
{
	double span = chart->last > chart->first ? chart->last - chart->first : 1;

	return chart->panel.left +
	       (weeks - chart->first) / span * (chart->panel.right - chart->panel.left);
}

static int standard_of(const struct plot *plot)
{
	return plot->waits != NULL ? plot->waits->standard : -1;
}

static bool is_strong(const struct plot *plot, size_t series)
{
	return plot->series[series].emphasis != EMPHASIS_CONTEXT;
}

static void draw_line(struct canvas *canvas, const struct cumulative *chart, size_t series)
{
	const struct plot *plot = canvas->plot;
	enum plot_emphasis emphasis = plot->series[series].emphasis;
	enum colour_role colour = emphasis == EMPHASIS_CONTEXT ? COLOUR_CONTEXT
				  : emphasis == EMPHASIS_LAST  ? COLOUR_MARK_SECOND
							       : COLOUR_MARK;
	struct scene_path *path =
		scene_stroke(canvas->scene, PART_LINE, canvas_colour(canvas, colour),
			     emphasis == EMPHASIS_CONTEXT ? 1 : 2.5);
	bool open = false;

	path->round_ends = emphasis != EMPHASIS_LAST;
	if (emphasis == EMPHASIS_LAST) {
		path->dash[0] = 5;
		path->dash[1] = 3;
	}
	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, series, i);
		double x = place_of(chart, weeks_of(plot, i)), y;

		if (!value_state_is_shown(value->state)) {
			open = false;
			continue;
		}
		y = scale_place(&chart->shares, value->value);
		if (open)
			path_line(canvas->scene, path, x, y);
		else
			path_move(canvas->scene, path, x, y);
		open = true;
	}
}

/* The higher of two lines carries its name above it. */
static bool stands_over(const struct plot *plot, size_t series, size_t category)
{
	for (size_t s = 0; s < plot->series_count; s++) {
		double other = plot_value(plot, s, category)->value;
		double own = plot_value(plot, series, category)->value;

		if (s == series || !is_strong(plot, s) ||
		    !value_state_is_shown(plot_value(plot, s, category)->state))
			continue;
		return own > other || (own == other && series > s);
	}
	return true;
}

/* The lines in focus where they cross the standard; returns how many. */
static size_t find_names(struct canvas *canvas, const struct cumulative *chart,
			 struct waits_name *names)
{
	const struct plot *plot = canvas->plot;
	size_t count = 0;
	int at = standard_of(plot);

	for (size_t s = 0; s < plot->series_count && at >= 0; s++) {
		const struct plot_value *value = plot_value(plot, s, (size_t)at);

		if (!is_strong(plot, s) || !value_state_is_shown(value->state))
			continue;
		names[count++] = (struct waits_name){
			.over = stands_over(plot, s, (size_t)at),
			.dashed = plot->series[s].emphasis == EMPHASIS_LAST,
			.at = { place_of(chart, WAIT_STANDARD),
				scale_place(&chart->shares, value->value) },
			.name = plot->series[s].label,
			.value = canvas_value_text(canvas, value),
		};
	}
	return count;
}

static void draw_points(struct canvas *canvas, const struct cumulative *chart)
{
	struct waits_name *names =
		arena_array(canvas->arena, canvas->plot->series_count + 1, sizeof(*names));
	size_t count = find_names(canvas, chart, names);

	for (size_t i = 0; i < count; i++)
		canvas_dot(canvas, names[i].at.x, names[i].at.y, marker,
			   names[i].dashed ? COLOUR_MARK_SECOND : COLOUR_MARK, names[i].dashed);
	waits_names_draw(canvas, &chart->panel, names, count, chart->key <= 0);
	if (chart->key > 0)
		waits_key_draw(canvas, names, count, axis_title_height(canvas));
}

/* A number of weeks under the axis, unless it touches the one of the standard. */
static void draw_weeks(struct canvas *canvas, const struct cumulative *chart, double weeks)
{
	bool standard = weeks == WAIT_STANDARD;
	double x = place_of(chart, weeks);
	const char *text = arena_printf(canvas->arena, "%g", weeks);
	double apart = canvas_width(canvas, canvas->text, "00") + least_tick;

	if (weeks < chart->first || weeks > chart->last ||
	    (!standard && standard_of(canvas->plot) >= 0 &&
	     fabs(x - place_of(chart, WAIT_STANDARD)) < apart))
		return;
	canvas_text(canvas, PART_TICK_LABEL, standard ? canvas->strong : canvas->tick,
		    standard ? COLOUR_TEXT : COLOUR_SECONDARY, LABEL_CENTRE, x,
		    chart->panel.bottom + canvas->line_pt + 2, text);
}

static void draw_frame(struct canvas *canvas, const struct cumulative *chart)
{
	const struct panel *panel = &chart->panel;
	double x = place_of(chart, WAIT_STANDARD);

	axis_title(canvas);
	axis_vertical(canvas, &chart->shares, panel);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, panel->left, panel->bottom, panel->right,
		    panel->bottom);
	if (standard_of(canvas->plot) >= 0) {
		canvas_line(canvas, PART_REFERENCE, COLOUR_REFERENCE, 0.75, x, panel->top - 4, x,
			    panel->bottom + 3);
		draw_weeks(canvas, chart, WAIT_STANDARD);
	}
	for (size_t i = 0; i < sizeof(weeks_of_ticks) / sizeof(weeks_of_ticks[0]); i++)
		draw_weeks(canvas, chart, weeks_of_ticks[i]);
	if (canvas->plot->waits != NULL)
		canvas_text(canvas, PART_AXIS_TITLE, canvas->tick, COLOUR_SECONDARY, LABEL_RIGHT,
			    canvas->width, canvas->height - below,
			    canvas->plot->waits->weeks_label);
}

static void place(struct canvas *canvas, struct cumulative *chart)
{
	const struct plot *plot = canvas->plot;

	chart->first = weeks_of(plot, 0);
	chart->last = weeks_of(plot, plot->category_count - 1);
	chart->panel.left = axis_tick_width(canvas, &chart->shares) + tick_gap;
	chart->panel.right = canvas->width - canvas_width(canvas, canvas->tick, "00") / 2 - 1;
	chart->panel.top = axis_title_height(canvas) + canvas->line_pt * 0.5 + chart->key;
	chart->panel.bottom = canvas->height - 2 * canvas->line_pt - below - 2;
	chart->shares.from = chart->panel.bottom;
	chart->shares.to = chart->panel.top;
}

/* Long names on a narrow figure need room of their own, which makes it higher. */
static void make_room_for_names(struct canvas *canvas, struct cumulative *chart)
{
	struct waits_name *names =
		arena_array(canvas->arena, canvas->plot->series_count + 1, sizeof(*names));
	size_t count = find_names(canvas, chart, names);

	if (waits_names_fit(canvas, &chart->panel, names, count))
		return;
	chart->key = waits_key_height(canvas, names, count);
	canvas->height += chart->key;
	canvas->scene->height = canvas->height;
	place(canvas, chart);
}

static void draw(struct canvas *canvas)
{
	struct cumulative chart = { 0 };

	if (!axis_scale(canvas->plot, &chart.shares)) {
		axis_empty(canvas);
		return;
	}
	place(canvas, &chart);
	make_room_for_names(canvas, &chart);
	draw_frame(canvas, &chart);
	for (int strong = 0; strong < 2; strong++)
		for (size_t s = 0; s < canvas->plot->series_count; s++)
			if (is_strong(canvas->plot, s) == (strong == 1))
				draw_line(canvas, &chart, s);
	draw_points(canvas, &chart);
}

const struct chart_kind chart_waits_cumulative = {
	.name = "waits-cumulative",
	.shape = SHAPE_WAITS_CUMULATIVE,
	.takes = TAKES_INDICATORS,
	.from_zero = true,
	.ticks = 4,
	.shallow = true,
	.alt = STRING_ALT_WAITS_CUMULATIVE,
	.draw = draw,
};
