/*
 * pyramid.c - people by age and sex: females to the left, males to the right on the same scale, the youngest at
 * the bottom. A comparator is an outline over the bars.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "chart/rows.h"

static const double row_height = 12.5, bar_share = 0.84, most_label_share = 0.3, mark_gap = 4,
		    label_gap = 6;
static const double outline_width = 1.2, key_length = 16;

enum { SIDES = 2 };

struct pyramid {
	struct row_place *rows; /* of every age; the last age is at the top */
	double bottom, top;
	double labels_left, labels_right; /* of the column of ages between the sides */
	struct scale sides[SIDES];
	struct text_paragraph *names[SIDES]; /* of the sexes */
};

static enum colour_role side_colour(size_t side)
{
	return side == 0 ? COLOUR_MARK : COLOUR_MARK_SECOND;
}

static double foot_of(const struct pyramid *pyramid, size_t side)
{
	return side == 0 ? pyramid->labels_left : pyramid->labels_right;
}

/* -- places ----------------------------------------------------------------------------------- */

static double widest_age(struct canvas *canvas)
{
	double widest = 0;

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		widest = fmax(widest, canvas_width(canvas, canvas->text,
						   canvas->plot->categories[i].label));
	return fmin(widest + 1, canvas->width * most_label_share);
}

static void place_rows(struct canvas *canvas, struct pyramid *pyramid, double label_width)
{
	size_t count = canvas->plot->category_count;

	pyramid->rows = arena_array(canvas->arena, count, sizeof(*pyramid->rows));
	pyramid->bottom = pyramid->top;
	for (size_t i = count; i-- > 0;) {
		struct row_place *row = &pyramid->rows[i];

		row->label = canvas_wrap(canvas, canvas->text, canvas->plot->categories[i].label,
					 label_width, ALIGN_CENTRE);
		row->top = pyramid->bottom;
		row->height = fmax(row_height, canvas->line_pt * (double)row->label->count + 0.5);
		pyramid->bottom += row->height;
	}
}

/* Ticks from left to right, as an axis wants them. */
static void turn_ticks(struct scale *scale)
{
	for (size_t i = 0; i < scale->tick_count / 2; i++) {
		double moved = scale->ticks[i];

		scale->ticks[i] = scale->ticks[scale->tick_count - 1 - i];
		scale->ticks[scale->tick_count - 1 - i] = moved;
	}
}

static bool has_state(const struct plot *plot, enum value_state state)
{
	for (size_t i = 0; i < SIDES * plot->category_count; i++)
		if (plot->values[i].state == state)
			return true;
	return false;
}

static void place(struct canvas *canvas, struct pyramid *pyramid, const struct scale *scale,
		  double top)
{
	double width = widest_age(canvas), middle = canvas->width / 2;
	double over = axis_tick_width(canvas, scale) / 2;

	if (has_state(canvas->plot, VALUE_UNRELIABLE))
		over = fmax(over, canvas_width(canvas, canvas->text, "[u]") + mark_gap + 2);
	pyramid->top = top;
	place_rows(canvas, pyramid, width);
	pyramid->labels_left = middle - width / 2 - label_gap;
	pyramid->labels_right = middle + width / 2 + label_gap;
	for (size_t side = 0; side < SIDES; side++) {
		pyramid->sides[side] = *scale;
		pyramid->sides[side].from = foot_of(pyramid, side);
		pyramid->sides[side].to = side == 0 ? over : canvas->width - over;
	}
	turn_ticks(&pyramid->sides[0]);
}

/* -- bars ------------------------------------------------------------------------------------- */

static void draw_bar(struct canvas *canvas, const struct pyramid *pyramid, size_t side, size_t age)
{
	const struct plot_value *value = plot_value(canvas->plot, side, age);
	const struct row_place *row = &pyramid->rows[age];
	struct colour colour = canvas_colour(canvas, side_colour(side));
	double foot = foot_of(pyramid, side), bar = row->height * bar_share, end;
	bool low = value->state == VALUE_UNRELIABLE;

	if (!value_state_is_shown(value->state))
		return;
	end = scale_place(&pyramid->sides[side], value->value);
	path_rectangle(
		canvas->scene,
		low ? scene_stroke(canvas->scene, PART_BAR, colour, 1.2)
		    : scene_fill(canvas->scene, PART_BAR, colour),
		(struct box){ fmin(foot, end), row_middle(row) - bar / 2, fabs(end - foot), bar });
}

/* Letters at the foot of a bar that is not there, a true zero, and beyond the end of one that is unreliable. */
static void draw_state(struct canvas *canvas, const struct pyramid *pyramid, size_t side,
		       size_t age)
{
	const struct plot_value *value = plot_value(canvas->plot, side, age);
	bool shown = value_state_is_shown(value->state);
	bool zero = shown && value->value == 0;
	const char *text = shown && !zero ? "[u]" : canvas_value_text(canvas, value);
	double x = foot_of(pyramid, side), gap = side == 0 ? -mark_gap : mark_gap;

	if (shown && !zero && value->state != VALUE_UNRELIABLE)
		return;
	if (shown)
		x = scale_place(&pyramid->sides[side], value->value);
	x += gap - (side == 0 ? canvas_width(canvas, canvas->text, text) : 0);
	canvas_state(canvas, x, row_base(canvas, &pyramid->rows[age], canvas->text), text);
}

/* Steps along the ends of the other body's bars, broken where one of them is not shown. */
static void trace_outline(struct canvas *canvas, const struct pyramid *pyramid, size_t side,
			  struct scene_path *path)
{
	bool drawing = false;

	for (size_t age = 0; age < canvas->plot->category_count; age++) {
		const struct plot_value *value = plot_value(canvas->plot, SIDES + side, age);
		const struct row_place *row = &pyramid->rows[age];
		double x;

		if (!value_state_is_shown(value->state)) {
			drawing = false;
			continue;
		}
		x = scale_place(&pyramid->sides[side], value->value);
		if (drawing)
			path_line(canvas->scene, path, x, row->top + row->height);
		else
			path_move(canvas->scene, path, x, row->top + row->height);
		path_line(canvas->scene, path, x, row->top);
		drawing = true;
	}
}

/* A light edge parts the line from dark bars. */
static void draw_outline(struct canvas *canvas, const struct pyramid *pyramid, size_t side)
{
	trace_outline(canvas, pyramid, side,
		      scene_stroke(canvas->scene, PART_HALO, canvas_colour(canvas, COLOUR_PAPER),
				   2.6 * outline_width));
	trace_outline(canvas, pyramid, side,
		      scene_stroke(canvas->scene, PART_LINE, canvas_colour(canvas, COLOUR_TEXT),
				   outline_width));
}

static bool has_outline(const struct plot *plot)
{
	return plot->series_count >= 2 * SIDES;
}

/* -- words ------------------------------------------------------------------------------------ */

static void draw_ages(struct canvas *canvas, const struct pyramid *pyramid)
{
	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		const struct row_place *row = &pyramid->rows[i];
		double above = canvas->line_pt * (double)(row->label->count - 1) / 2;

		canvas_paragraph(canvas, PART_GROUP_LABEL, COLOUR_TEXT, row->label,
				 pyramid->labels_left + label_gap,
				 row_base(canvas, row, canvas->text) - above);
	}
}

static void draw_axes(struct canvas *canvas, const struct pyramid *pyramid)
{
	for (size_t side = 0; side < SIDES; side++) {
		const struct scale *scale = &pyramid->sides[side];
		struct panel panel = { .left = fmin(scale->from, scale->to),
				       .right = fmax(scale->from, scale->to),
				       .top = pyramid->top,
				       .bottom = pyramid->bottom };

		axis_horizontal(canvas, scale, &panel);
		canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, scale->from, panel.top,
			    scale->from, panel.bottom);
	}
}

/* The names of the sexes over their sides, that of the outline behind a piece of it; returns the base line. */
static double draw_head(struct canvas *canvas, double top)
{
	const struct plot *plot = canvas->plot;
	double base = top + canvas->line_pt;

	if (has_outline(plot)) {
		double y = base - canvas_middle(canvas, canvas->text);

		canvas_line(canvas, PART_LINE, COLOUR_TEXT, outline_width, 0, y, key_length, y);
		canvas_text(canvas, PART_SERIES_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT,
			    key_length + mark_gap, base, plot->series[SIDES].label);
		base += canvas->line_pt + mark_gap;
	}
	return base;
}

/* The names of the sexes, within their sides; returns the height of lines beyond the first. */
static double wrap_names(struct canvas *canvas, struct pyramid *pyramid)
{
	double width = (canvas->width - widest_age(canvas)) / 2 - label_gap;
	size_t lines = 1;

	for (size_t side = 0; side < SIDES && side < canvas->plot->series_count; side++) {
		pyramid->names[side] =
			canvas_wrap(canvas, canvas->strong, canvas->plot->series[side].label, width,
				    side == 0 ? ALIGN_RIGHT : ALIGN_LEFT);
		lines = pyramid->names[side]->count > lines ? pyramid->names[side]->count : lines;
	}
	return canvas->line_pt * (double)(lines - 1);
}

static void draw_name(struct canvas *canvas, const struct pyramid *pyramid, size_t side,
		      double base)
{
	canvas_paragraph(canvas, PART_SERIES_LABEL, COLOUR_TEXT, pyramid->names[side],
			 side == 0 ? 0 : pyramid->labels_right, base);
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct pyramid pyramid = { 0 };
	struct scale scale;
	double base;

	if (!axis_scale(plot, &scale)) {
		axis_empty(canvas);
		return;
	}
	base = draw_head(canvas, axis_title(canvas));
	place(canvas, &pyramid, &scale, base + 6 + wrap_names(canvas, &pyramid));
	canvas->height = pyramid.bottom + canvas->line_pt + 6;
	canvas->scene->height = canvas->height;
	draw_axes(canvas, &pyramid);
	for (size_t side = 0; side < SIDES && side < plot->series_count; side++) {
		draw_name(canvas, &pyramid, side, base);
		for (size_t age = 0; age < plot->category_count; age++)
			draw_bar(canvas, &pyramid, side, age);
		if (has_outline(plot))
			draw_outline(canvas, &pyramid, side);
		for (size_t age = 0; age < plot->category_count; age++)
			draw_state(canvas, &pyramid, side, age);
	}
	draw_ages(canvas, &pyramid);
}

const struct chart_kind chart_pyramid = {
	.name = "pyramid",
	.shape = SHAPE_AGES_BY_SEX,
	.from_zero = true,
	.ticks = 3,
	.hollow = STRING_NOTE_HOLLOW_BARS,
	.alt = STRING_ALT_PYRAMID,
	.draw = draw,
};
