/*
 * peers.c - one body among others: a dot with its interval each, sorted, the own one larger, dark and in bold,
 * the others grey; beside them the line of what they are compared with.
 *
 * Shapes say how each compares with that line. No rank is printed: neighbours seldom differ.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/interval_caps.h"
#include "chart/kind.h"
#include "chart/printed_columns.h"
#include "chart/verdict_shape.h"
#include "document/plot_bodies.h"

static const double row_height = 14, size = 5.4, own_size = 7.6, cap = 4.5, mark_gap = 4;
static const double key_gap = 14, band_over = 1, most_of_page = 0.8;

enum { PEERS_COLUMNS = 2 };

struct peers {
	struct rows rows;
	struct panel panel;
	struct scale scale;
	struct printed_column columns[PEERS_COLUMNS]; /* value, interval */
	struct theme grey;                            /* shapes of those that stand back */
	double words_right, head_base;
};

static enum verdict verdict_of_row(const struct plot *plot, size_t category)
{
	if (plot->bodies == NULL)
		return VERDICT_NOT_COMPARED;
	return verdict_of_comparison(plot->bodies->comparisons[category], plot->bodies->polarity);
}

static bool is_own(const struct canvas *canvas, size_t category)
{
	return canvas_mark_colour(canvas, category) == COLOUR_MARK;
}

/* -- what the shapes mean --------------------------------------------------------------------- */

static bool has_comparison(const struct plot *plot, enum comparison comparison)
{
	for (size_t i = 0; plot->bodies != NULL && i < plot->category_count; i++)
		if (plot->bodies->comparisons[i] == comparison &&
		    value_state_is_shown(plot_value(plot, 0, i)->state))
			return true;
	return false;
}

/* Only shapes that are drawn are explained; returns the last base line. */
static double draw_key(struct canvas *canvas, const struct peers *peers, double base)
{
	static const enum comparison order[] = { COMPARISON_HIGHER, COMPARISON_SIMILAR,
						 COMPARISON_LOWER };
	const struct plot *plot = canvas->plot;
	double x = 0;
	bool any = false;

	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		const char *words;
		double width;

		if (!has_comparison(plot, order[i]))
			continue;
		words = plot->bodies->meanings[order[i]];
		width = size + mark_gap + canvas_width(canvas, canvas->text, words);
		if (any && x + width > canvas->width) {
			x = 0;
			base += canvas->line_pt;
		}
		verdict_shape_draw(canvas->scene, &peers->grey,
				   verdict_of_comparison(order[i], plot->bodies->polarity),
				   x + size / 2, base - canvas_middle(canvas, canvas->text), size);
		canvas_text(canvas, PART_SERIES_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT,
			    x + size + mark_gap, base, words);
		x += width + key_gap;
		any = true;
	}
	return any ? base : base - canvas->line_pt;
}

/* -- rows ------------------------------------------------------------------------------------- */

static double mark_size(const struct canvas *canvas, size_t category)
{
	return is_own(canvas, category) && canvas->plot->has_emphasis ? own_size : size;
}

static void draw_mark(struct canvas *canvas, const struct peers *peers, size_t category, double x,
		      double y)
{
	bool own = is_own(canvas, category);
	enum verdict verdict = verdict_of_row(canvas->plot, category);
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	bool low = value->state == VALUE_UNRELIABLE || value->rounded != NULL;
	double across = mark_size(canvas, category);

	if (verdict == VERDICT_NOT_COMPARED)
		canvas_dot(canvas, x, y, across / 2, own ? COLOUR_MARK : COLOUR_CONTEXT, low);
	else
		verdict_shape_draw(canvas->scene, own ? canvas->theme : &peers->grey, verdict, x, y,
				   across);
}

/* The left end of words that the line of comparison would cross: beyond it. */
static double beside_line(const struct peers *peers, const struct plot *plot, double left,
			  double width)
{
	double x;

	if (!plot->has_reference)
		return left;
	x = scale_place(&peers->scale, plot->reference);
	return x > left - mark_gap && x < left + width + 1 ? x + mark_gap : left;
}

static void draw_state(struct canvas *canvas, const struct peers *peers, size_t category, double x)
{
	const char *text = plot_value(canvas->plot, 0, category)->state == VALUE_UNRELIABLE
				   ? "[u]"
				   : plot_value(canvas->plot, 0, category)->text;
	double width = canvas_width(canvas, canvas->text, text);

	x = beside_line(peers, canvas->plot, x, width);
	if (x + width < peers->words_right)
		canvas_state(canvas, x,
			     row_base(canvas, &peers->rows.items[category], canvas->text), text);
}

static void draw_row(struct canvas *canvas, const struct peers *peers, size_t category)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	double y = row_middle(&peers->rows.items[category]), x, right;
	struct whisker whisker;

	if (!value_state_is_shown(value->state)) {
		draw_state(canvas, peers, category, peers->scale.from + mark_gap);
		return;
	}
	x = scale_place(&peers->scale, value->value);
	right = x + own_size / 2;
	whisker = axis_whisker(&peers->scale, value);
	whisker.across = y;
	whisker.horizontal = true;
	whisker.cap = interval_cap(&whisker, x, mark_size(canvas, category), cap);
	if (value->has_interval && interval_is_seen(&whisker)) {
		canvas_whisker(canvas, &whisker);
		right = fmax(right, whisker.high);
	}
	draw_mark(canvas, peers, category, x, y);
	if (value->state == VALUE_UNRELIABLE)
		draw_state(canvas, peers, category, right + mark_gap);
}

/* A tint behind the own row, so that the eye finds it among many. */
static void draw_bands(struct canvas *canvas, const struct peers *peers)
{
	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		const struct row_place *row = &peers->rows.items[i];

		if (canvas->plot->categories[i].emphasised)
			path_rectangle(canvas->scene,
				       scene_fill(canvas->scene, PART_TINT,
						  canvas_colour(canvas, COLOUR_BOX)),
				       (struct box){ 0, row->top + band_over / 2, canvas->width,
						     row->height - band_over });
	}
}

/* -- the whole -------------------------------------------------------------------------------- */

/* All boards of the country stand on one page when their rows are no higher than a line. */
static void press(const struct canvas *canvas, struct rows *rows)
{
	double top = rows->items[0].top;

	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		struct row_place *row = &rows->items[i];

		row->top = top;
		row->height = canvas->line_pt * (double)row->label->count + 0.5;
		top += row->height;
	}
	rows->bottom = top;
}

/* Many long names take more of the width, before they make the figure as high as a page. */
static struct rows place_rows(struct canvas *canvas, const struct peers *peers)
{
	static const double shares[] = { 0.55, 0.62, 0.69, 0.76 };
	const struct layout *layout = canvas->layout;
	double most = most_of_page * (layout->height_pt - layout->top_pt - layout->bottom_pt);
	struct rows rows = { 0 };

	for (size_t i = 0; i < sizeof(shares) / sizeof(shares[0]); i++) {
		rows = rows_place(
			canvas,
			(struct rows_options){ .most_label_width = peers->words_right * shares[i],
					       .least_height = row_height,
					       .top = peers->head_base + 7 });
		if (rows.bottom <= most)
			break;
	}
	if (rows.bottom > most)
		press(canvas, &rows);
	return rows;
}

static void place(struct canvas *canvas, struct peers *peers)
{
	const struct plot *plot = canvas->plot;
	double top;

	peers->grey = *canvas->theme;
	peers->grey.colours[COLOUR_BETTER] = peers->grey.colours[COLOUR_SIMILAR] =
		peers->grey.colours[COLOUR_WORSE] = peers->grey.colours[COLOUR_MARK] =
			canvas_colour(canvas, COLOUR_CONTEXT);
	/* In the grey of most marks: the shape tells. */
	top = draw_key(canvas, peers, axis_title(canvas) + canvas->line_pt);
	peers->columns[0] = (struct printed_column){ .heading = plot->value_heading,
						     .text = printed_values(canvas, 0) };
	peers->columns[1] = (struct printed_column){ .heading = plot->interval_heading,
						     .text = printed_intervals(canvas, 0) };
	peers->words_right = printed_columns_place(canvas, peers->columns, PEERS_COLUMNS);
	peers->head_base =
		top +
		fmax(canvas->line_pt, rows_lines_room(canvas, peers->words_right - mark_gap)) + 2;
	peers->rows = place_rows(canvas, peers);
	peers->panel = (struct panel){ .left = rows_panel_left(canvas, &peers->rows, &peers->scale),
				       .right = peers->words_right,
				       .top = peers->rows.items[0].top,
				       .bottom = peers->rows.bottom };
	peers->scale.from = peers->panel.left;
	peers->scale.to =
		peers->panel.right - fmax(axis_tick_width(canvas, &peers->scale) / 2,
					  canvas_width(canvas, canvas->text, "[u]") + 2 * mark_gap);
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct peers peers = { 0 };

	if (!axis_scale(plot, &peers.scale)) {
		axis_empty(canvas);
		return;
	}
	place(canvas, &peers);
	canvas->height = peers.panel.bottom + canvas->line_pt + 6;
	canvas->scene->height = canvas->height;
	draw_bands(canvas, &peers);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, 0, peers.panel.top, canvas->width,
		    peers.panel.top);
	axis_horizontal(canvas, &peers.scale, &peers.panel);
	rows_lines(canvas, &peers.scale, &peers.panel, 0, peers.words_right - mark_gap,
		   peers.head_base, false);
	rows_labels(canvas, &peers.rows);
	printed_columns_draw(canvas, peers.columns, PEERS_COLUMNS, &peers.rows, peers.head_base);
	for (size_t i = 0; i < plot->category_count; i++)
		draw_row(canvas, &peers, i);
}

const struct chart_kind chart_peers = {
	.name = "peers",
	.shape = SHAPE_BODIES,
	.by_value = true,
	.whole_interval = true,
	.prints_values = true,
	.lists_all = true,
	.has_points = true,
	.ticks = 4,
	.hollow = STRING_NOTE_HOLLOW_LETTER,
	.alt = STRING_ALT_PEERS,
	.alt_detailed = STRING_ALT_PEERS_INTERVALS,
	.draw = draw,
};
