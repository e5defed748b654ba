/*
 * concentration.c - share of events against share of people, the most deprived first: one or two curves over the
 * diagonal in a square, with their indices beside them.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/kind.h"
#include "document/plot_shares.h"

static const double tick_gap = 6, key_gap = 16, key_line = 18, key_words = 6, marker = 2.6;
static const double most_of_width = 0.57, least_key = 120;

struct square {
	struct panel panel;
	struct scale across, up;
};

static double people_of(const struct plot *plot, size_t series, size_t category)
{
	if (plot->shares != NULL)
		return plot->shares->people[series * plot->category_count + category];
	return plot->category_count < 2
		       ? 0
		       : 100 * (double)category / (double)(plot->category_count - 1);
}

static enum colour_role colour_of(size_t series)
{
	return series == 0 ? COLOUR_MARK : COLOUR_MARK_SECOND;
}

static void set_dashes(struct scene_path *path, size_t series)
{
	path->round_ends = series == 0;
	if (series > 0) {
		path->dash[0] = 5;
		path->dash[1] = 3;
	}
}

static bool has_curve(const struct plot *plot, size_t series)
{
	for (size_t i = 0; i < plot->category_count; i++)
		if (!value_state_is_shown(plot_value(plot, series, i)->state))
			return false;
	return true;
}

static void draw_curve(struct canvas *canvas, const struct square *square, size_t series)
{
	const struct plot *plot = canvas->plot;
	struct scene_path *path =
		scene_stroke(canvas->scene, PART_LINE, canvas_colour(canvas, colour_of(series)), 2);

	set_dashes(path, series);
	for (size_t i = 0; i < plot->category_count; i++) {
		double x = scale_place(&square->across, people_of(plot, series, i));
		double y = scale_place(&square->up, plot_value(plot, series, i)->value);

		if (i == 0)
			path_move(canvas->scene, path, x, y);
		else
			path_line(canvas->scene, path, x, y);
	}
	for (size_t i = 0; i < plot->category_count; i++)
		canvas_dot(canvas, scale_place(&square->across, people_of(plot, series, i)),
			   scale_place(&square->up, plot_value(plot, series, i)->value), marker,
			   colour_of(series), series > 0);
}

/* A line of the key with its words; returns the height. */
static double draw_key_line(struct canvas *canvas, double left, double top, int font,
			    enum colour_role colour, const char *text)
{
	double room = canvas->width - left;
	const struct text_paragraph *words = canvas_wrap(canvas, font, text, room, ALIGN_LEFT);

	canvas_paragraph(canvas, PART_SERIES_LABEL, colour, words, left, top + canvas->line_pt - 3);
	return canvas->line_pt * (double)words->count;
}

static void draw_sample(struct canvas *canvas, double left, double middle, size_t series)
{
	struct scene_path *path = scene_stroke(canvas->scene, PART_LEADER,
					       canvas_colour(canvas, colour_of(series)), 2);

	set_dashes(path, series);
	path_move(canvas->scene, path, left, middle);
	path_line(canvas->scene, path, left + key_line, middle);
}

/* What the curves are called, their indices, and what the diagonal is. Returns the foot. */
static double draw_key(struct canvas *canvas, double left, double top)
{
	const struct plot *plot = canvas->plot;
	double words = left + key_line + key_words;

	for (size_t s = 0; s < plot->series_count; s++) {
		double middle = top + canvas->line_pt - 3 - canvas_middle(canvas, canvas->strong);

		if (has_curve(plot, s))
			draw_sample(canvas, left, middle, s);
		top += draw_key_line(canvas, words, top, canvas->strong, COLOUR_TEXT,
				     plot->series[s].label);
		if (!has_curve(plot, s))
			top += draw_key_line(canvas, words, top, canvas->text, COLOUR_SECONDARY,
					     plot_value(plot, s, 0)->text);
		else if (plot->shares != NULL && plot->shares->indices[s][0] != '\0')
			top += draw_key_line(canvas, words, top, canvas->text, COLOUR_TEXT,
					     plot->shares->indices[s]);
		top += 6;
	}
	if (plot->shares == NULL)
		return top;
	canvas_reference(
		canvas,
		(struct point){ left,
				top + canvas->line_pt - 3 - canvas_middle(canvas, canvas->text) },
		(struct point){ left + key_line,
				top + canvas->line_pt - 3 - canvas_middle(canvas, canvas->text) },
		false);
	return top + draw_key_line(canvas, words, top, canvas->text, COLOUR_SECONDARY,
				   plot->shares->diagonal);
}

static void draw_frame(struct canvas *canvas, const struct square *square)
{
	const struct panel *panel = &square->panel;
	struct panel below = *panel;

	/* The labels of both axes meet at the corner. */
	below.bottom += 3;
	axis_title(canvas);
	axis_vertical(canvas, &square->up, panel);
	axis_horizontal(canvas, &square->across, &below);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, panel->left, panel->bottom, panel->right,
		    panel->bottom);
	canvas_reference(canvas, (struct point){ panel->left, panel->bottom },
			 (struct point){ panel->right, panel->top }, false);
}

/* base: of its first line; returns that of its last. */
static double draw_people_title(struct canvas *canvas, double left, double base)
{
	const struct text_paragraph *title;

	if (canvas->plot->shares == NULL)
		return base;
	title = canvas_wrap(canvas, canvas->tick, canvas->plot->shares->people_title,
			    canvas->width - left, ALIGN_LEFT);
	canvas_paragraph(canvas, PART_AXIS_TITLE, COLOUR_SECONDARY, title, left, base);
	return base + canvas->line_pt * (double)(title->count - 1);
}

static struct square place_square(struct canvas *canvas, bool beside)
{
	struct square square;
	double side, top = axis_title_height(canvas) + canvas->line_pt * 0.5;

	square.up =
		scale_nice(0, 100, (struct scale_options){ .from_zero = true, .percentage = true });
	square.across = square.up;
	square.panel.left = axis_tick_width(canvas, &square.up) + tick_gap;
	side = fmin(canvas->height - top - 2 * canvas->line_pt - 8,
		    canvas->width * (beside ? most_of_width : 1) - square.panel.left - 14);
	square.panel.top = top;
	square.panel.bottom = top + side;
	square.panel.right = square.panel.left + side;
	square.up.from = square.panel.bottom;
	square.up.to = square.panel.top;
	square.across.from = square.panel.left;
	square.across.to = square.panel.right;
	return square;
}

static void draw_square(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	bool beside = canvas->width * (1 - most_of_width) >= least_key;
	struct square square;
	double low, high, foot;

	if (!plot_extent(plot, &low, &high)) {
		axis_empty(canvas);
		return;
	}
	square = place_square(canvas, beside);
	draw_frame(canvas, &square);
	foot = square.panel.bottom + 2 * canvas->line_pt + 7;
	foot = draw_people_title(canvas, square.panel.left, foot);
	for (size_t s = 0; s < plot->series_count; s++)
		if (has_curve(plot, s))
			draw_curve(canvas, &square, s);
	foot += 6;
	if (beside)
		foot = fmax(foot, draw_key(canvas, square.panel.right + key_gap, square.panel.top));
	else
		foot = draw_key(canvas, 0, foot + 4);
	canvas->height = foot;
	canvas->scene->height = canvas->height;
}

/* Both axes are shares, whatever the figures are that they are shares of. */
static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct plot percent = *plot;

	percent.percentage = true;
	canvas->plot = &percent;
	draw_square(canvas);
	canvas->plot = plot;
}

const struct chart_kind chart_concentration = {
	.name = "concentration",
	.shape = SHAPE_SHARES,
	.from_zero = true,
	.needs_order = true,
	.takes = TAKES_SERIES,
	.alt = STRING_ALT_CONCENTRATION,
	.draw = draw,
};
