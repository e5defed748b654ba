/*
 * dumbbell.c - the gap between two ends, a row a year or indicator: a filled circle for one end, a ring for the
 * other, small ticks for the groups between, the gap printed at the right.
 *
 * The shapes tell the ends apart, so an unreliable figure keeps its shape: its interval is dashed and [u]
 * stands behind the number.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/ends_key.h"
#include "chart/interval_caps.h"
#include "chart/kind.h"
#include "chart/printed_columns.h"
#include "chart/words_row.h"
#include "document/plot_ends.h"

static const double row_height = 19, cap = 4.5, bar_width = 1.4;
static const double tick_clear = 3, least_axis = 45;
static const double mark_gap = 4, name_drop = 9, led_from = 12, leader_gap = 2;

enum { DUMBBELL_COLUMNS = 2 };

struct dumbbell {
	struct rows rows;
	struct words_row *names; /* of the ends of every row; NULL when the head says it for all */
	struct panel panel;
	struct scale scale;
	struct printed_column columns[DUMBBELL_COLUMNS]; /* the gap, and its interval */
	double head_base;
	double words_right; /* where the room for marks and values ends */
	size_t last;        /* the series of the other end */
};

/* -- columns at the right --------------------------------------------------------------------- */

static void place_columns(struct canvas *canvas, struct dumbbell *dumbbell, size_t count)
{
	const struct plot *plot = canvas->plot;
	const char **intervals =
		arena_array(canvas->arena, plot->category_count, sizeof(*intervals));

	for (size_t i = 0; i < plot->category_count; i++)
		intervals[i] = plot->ends == NULL ? "" : plot->ends->rows[i].interval;
	dumbbell->columns[0] = (struct printed_column){ .heading = plot->note_heading,
							.text = printed_notes(canvas),
							.strong = true };
	dumbbell->columns[1] = (struct printed_column){
		.heading = plot->ends == NULL ? "" : plot->ends->interval_heading, .text = intervals
	};
	dumbbell->words_right = printed_columns_place(canvas, dumbbell->columns, count);
}

/* -- rows ------------------------------------------------------------------------------------- */

static bool is_shown(const struct plot *plot, size_t series, size_t category)
{
	return value_state_is_shown(plot_value(plot, series, category)->state);
}

/* What a row takes up around a value: its mark, and the interval where there is one. */
static struct whisker reach_of(const struct dumbbell *dumbbell, const struct plot_value *value,
			       double y)
{
	struct whisker whisker = axis_whisker(&dumbbell->scale, value);
	double x = scale_place(&dumbbell->scale, value->value);

	whisker.across = y;
	whisker.horizontal = true;
	whisker.cap = interval_cap(&whisker, x, 2 * end_radius, cap);
	if (!value->has_interval)
		whisker.low = whisker.high = x;
	return whisker;
}

static void draw_whisker(struct canvas *canvas, const struct dumbbell *dumbbell,
			 const struct plot_value *value, double y)
{
	struct whisker whisker = reach_of(dumbbell, value, y);

	if (value->has_interval && interval_is_seen(&whisker))
		canvas_whisker(canvas, &whisker);
}

struct stretch {
	double low, high;
};

/* From the left-most to the right-most of both ends, with their intervals. */
static struct stretch stretch_of(const struct canvas *canvas, const struct dumbbell *dumbbell,
				 size_t category)
{
	struct stretch stretch = { INFINITY, -INFINITY };

	for (size_t i = 0; i < 2; i++) {
		const struct plot_value *value =
			plot_value(canvas->plot, i * dumbbell->last, category);
		struct whisker reach;
		double x;

		if (!value_state_is_shown(value->state))
			continue;
		reach = reach_of(dumbbell, value, 0);
		x = scale_place(&dumbbell->scale, value->value);
		stretch.low = fmin(stretch.low, fmin(reach.low, x - end_radius));
		stretch.high = fmax(stretch.high, fmax(reach.high, x + end_radius));
	}
	return stretch;
}

/* The left end of words that would stand on a tick: beyond it, and beyond the next one that is in the way. */
static double clear_of_ticks(const struct canvas *canvas, const struct dumbbell *dumbbell,
			     size_t category, double left, double width, bool leftwards)
{
	for (size_t tries = 0; tries < dumbbell->last; tries++) {
		bool moved = false;

		for (size_t s = 1; s < dumbbell->last; s++) {
			double x;

			if (!is_shown(canvas->plot, s, category))
				continue;
			x = scale_place(&dumbbell->scale,
					plot_value(canvas->plot, s, category)->value);
			if (x <= left - tick_clear || x >= left + width + tick_clear)
				continue;
			left = leftwards ? x - tick_clear - width : x + tick_clear;
			moved = true;
		}
		if (!moved)
			break;
	}
	return left;
}

/* Left ends of the two numbers or states of a row, and what all of the row takes up. */
struct row_words {
	double x[2];
	struct stretch taken;
};

/* The number of a single mark: at its right, or at its left where only that is free of ticks. */
static double beside_single(const struct canvas *canvas, const struct dumbbell *dumbbell,
			    size_t category, const struct stretch *marks, double width)
{
	double right = marks->high + mark_gap, left = marks->low - mark_gap - width;
	double clear = clear_of_ticks(canvas, dumbbell, category, right, width, false);

	if (clear > right && left > dumbbell->scale.from &&
	    clear_of_ticks(canvas, dumbbell, category, left, width, true) >= left)
		return left;
	return clear;
}

/*
 * Numbers stand outside of all marks, the smaller at the left, that of a single mark at its right. What is
 * hidden stands at the foot of the axis, or behind the number that is there.
 */
static struct row_words place_words(const struct canvas *canvas, const struct dumbbell *dumbbell,
				    size_t category)
{
	const struct plot *plot = canvas->plot;
	const struct plot_value *values[2] = { plot_value(plot, 0, category),
					       plot_value(plot, dumbbell->last, category) };
	struct row_words words = { .taken = stretch_of(canvas, dumbbell, category) };
	struct stretch marks = words.taken;
	bool both = is_shown(plot, 0, category) && is_shown(plot, dumbbell->last, category);
	double state = dumbbell->scale.from + mark_gap;

	for (size_t i = 0; i < 2; i++) {
		double width =
			canvas_width(canvas, canvas->text, canvas_value_text(canvas, values[i]));
		bool left = both && (i == 0 ? values[0]->value <= values[1]->value
					    : values[1]->value < values[0]->value);

		if (!value_state_is_shown(values[i]->state))
			continue;
		words.x[i] = !both ? beside_single(canvas, dumbbell, category, &marks, width)
				   : clear_of_ticks(canvas, dumbbell, category,
						    left ? marks.low - mark_gap - width
							 : marks.high + mark_gap,
						    width, left);
		words.taken.low = fmin(words.taken.low, words.x[i]);
		words.taken.high = fmax(words.taken.high, words.x[i] + width);
	}
	for (size_t i = 0; i < 2; i++) {
		double width = canvas_width(canvas, canvas->text, values[i]->text);

		if (value_state_is_shown(values[i]->state))
			continue;
		state = clear_of_ticks(canvas, dumbbell, category, state, width, false);
		if (state + width + mark_gap > words.taken.low &&
		    state < words.taken.high + mark_gap)
			state = clear_of_ticks(canvas, dumbbell, category,
					       words.taken.high + mark_gap, width, false);
		words.x[i] = state;
		words.taken.low = fmin(words.taken.low, state);
		words.taken.high = fmax(words.taken.high, state + width);
	}
	return words;
}

/* A number that ticks have pushed away from the marks is led back to them. */
static void draw_leader(struct canvas *canvas, const struct dumbbell *dumbbell, size_t category,
			double x, double width)
{
	struct stretch marks = stretch_of(canvas, dumbbell, category);
	double y = row_middle(&dumbbell->rows.items[category]);

	if (x + width < marks.low - led_from)
		canvas_line(canvas, PART_LEADER, COLOUR_CONTEXT, 0.5, x + width + leader_gap, y,
			    marks.low - leader_gap, y);
	else if (x > marks.high + led_from)
		canvas_line(canvas, PART_LEADER, COLOUR_CONTEXT, 0.5, marks.high + leader_gap, y,
			    x - leader_gap, y);
}

static void draw_values(struct canvas *canvas, const struct dumbbell *dumbbell, size_t category)
{
	struct row_words words = place_words(canvas, dumbbell, category);
	double base = row_base(canvas, &dumbbell->rows.items[category], canvas->text);

	for (size_t i = 0; i < (dumbbell->last > 0 ? 2 : 1); i++) {
		const struct plot_value *value =
			plot_value(canvas->plot, i * dumbbell->last, category);
		const char *text = canvas_value_text(canvas, value);

		if (value_state_is_shown(value->state)) {
			draw_leader(canvas, dumbbell, category, words.x[i],
				    canvas_width(canvas, canvas->text, text));
			canvas_value(canvas, canvas->text, COLOUR_TEXT, words.x[i], base, text);
		} else {
			canvas_state(canvas, words.x[i], base, text);
		}
	}
}

static void draw_row(struct canvas *canvas, const struct dumbbell *dumbbell, size_t category)
{
	const struct plot *plot = canvas->plot;
	double y = row_middle(&dumbbell->rows.items[category]);
	size_t last = dumbbell->last, ends = last > 0 ? 2 : 1;

	if (is_shown(plot, 0, category) && is_shown(plot, last, category))
		canvas_line(canvas, PART_LINE, COLOUR_CONTEXT, bar_width,
			    scale_place(&dumbbell->scale, plot_value(plot, 0, category)->value), y,
			    scale_place(&dumbbell->scale, plot_value(plot, last, category)->value),
			    y);
	for (size_t s = 1; s < last; s++)
		if (is_shown(plot, s, category))
			end_tick_draw(
				canvas,
				scale_place(&dumbbell->scale, plot_value(plot, s, category)->value),
				y);
	for (size_t i = 0; i < ends; i++)
		if (is_shown(plot, i * last, category))
			draw_whisker(canvas, dumbbell, plot_value(plot, i * last, category), y);
	for (size_t i = ends; i-- > 0;)
		if (is_shown(plot, i * last, category))
			end_mark_draw(canvas,
				      scale_place(&dumbbell->scale,
						  plot_value(plot, i * last, category)->value),
				      y, i == 1);
	draw_values(canvas, dumbbell, category);
}

/* -- the whole -------------------------------------------------------------------------------- */

/* Ends of the axis between which every row has room for its words; false when there is none. */
static bool fit_axis(struct canvas *canvas, struct dumbbell *dumbbell)
{
	enum { TRIES = 24 };
	struct scale *scale = &dumbbell->scale;
	double left = rows_panel_left(canvas, &dumbbell->rows, scale);
	double half = axis_tick_width(canvas, scale) / 2;
	double least_from = dumbbell->rows.label_width;
	bool fits = false;

	scale->from = left;
	scale->to = dumbbell->words_right - half;
	for (size_t i = 0; i < TRIES; i++) {
		struct stretch over = { 0, 0 };

		for (size_t c = 0; c < canvas->plot->category_count; c++) {
			struct row_words words = place_words(canvas, dumbbell, c);

			over.low = fmax(over.low, least_from - words.taken.low);
			over.high = fmax(over.high, words.taken.high - dumbbell->words_right);
		}
		fits = over.low < 0.01 && over.high < 0.01;
		if (fits)
			break;
		scale->from += over.low;
		scale->to = fmax(scale->to - over.high, scale->from + 1);
	}
	dumbbell->panel.left = scale->from;
	dumbbell->panel.right = scale->to;
	return fits;
}

static bool names_ends(const struct plot *plot)
{
	for (size_t i = 0; plot->ends != NULL && i < plot->category_count; i++)
		if (plot->ends->rows[i].first_name[0] != '\0')
			return true;
	return false;
}

/* The names of the two ends of a row, from left to right. */
static struct row_word *end_words(struct canvas *canvas, const struct dumbbell *dumbbell,
				  size_t category)
{
	const struct plot *plot = canvas->plot;
	const struct plot_ends_row *row = &plot->ends->rows[category];
	const char *const names[2] = { row->first_name, row->second_name };
	struct row_word *words = arena_array(canvas->arena, 2, sizeof(*words));
	bool turned = plot_value(plot, 0, category)->value >
		      plot_value(plot, dumbbell->last, category)->value;

	for (size_t i = 0; i < 2; i++) {
		const struct plot_value *value = plot_value(plot, i * dumbbell->last, category);

		words[turned ? 1 - i : i] = (struct row_word){
			.text = value_state_is_shown(value->state) ? names[i] : "",
			.middle = scale_place(&dumbbell->scale, value->value),
			.font = canvas->text,
			.colour = COLOUR_SECONDARY,
			.part = PART_SERIES_LABEL,
		};
	}
	return words;
}

/* Names under the marks of a row, where they differ from row to row; rows become as high as they need. */
static void place_names(struct canvas *canvas, struct dumbbell *dumbbell)
{
	const struct row_bounds bounds = {
		.low = dumbbell->rows.label_width,
		.high = dumbbell->words_right,
		.most_width = (dumbbell->words_right - dumbbell->rows.label_width) / 2,
	};
	size_t count = canvas->plot->category_count;
	double added = 0;

	dumbbell->names = arena_array(canvas->arena, count, sizeof(*dumbbell->names));
	for (size_t i = 0; i < count; i++) {
		dumbbell->names[i] =
			words_row_place(canvas, end_words(canvas, dumbbell, i), 2, bounds);
		dumbbell->rows.items[i].top += added;
		added += words_row_height(canvas, &dumbbell->names[i]);
	}
	dumbbell->rows.bottom += added;
}

/* A thin line between two rows whose figures are not to be compared, with words over it at the left. */
static void draw_breaks(struct canvas *canvas, const struct dumbbell *dumbbell)
{
	const struct plot *plot = canvas->plot;

	for (size_t i = 1; i < plot->category_count; i++)
		if (plot->categories[i].after_break)
			canvas_line(canvas, PART_RULE, COLOUR_REFERENCE, 0.75, 0,
				    dumbbell->rows.items[i].top, canvas->width,
				    dumbbell->rows.items[i].top);
}

/* How much is printed beside the rows: the less, the more room for the rows. */
struct shape {
	size_t columns;
	double label_share;
};

/* True when the axis is long enough to be read. */
static bool try_shape(struct canvas *canvas, struct dumbbell *dumbbell, double top,
		      const struct shape *shape)
{
	place_columns(canvas, dumbbell, shape->columns);
	dumbbell->head_base =
		top + canvas->line_pt + ends_key_height(canvas, dumbbell->words_right);
	dumbbell->rows = rows_place(
		canvas, (struct rows_options){ .most_label_width =
						       dumbbell->words_right * shape->label_share,
					       .least_height = row_height,
					       .top = dumbbell->head_base + 7 });
	return fit_axis(canvas, dumbbell) &&
	       dumbbell->scale.to - dumbbell->scale.from >= least_axis;
}

static void place(struct canvas *canvas, struct dumbbell *dumbbell)
{
	static const struct shape shapes[] = {
		{ 2, 0.45 }, { 1, 0.45 }, { 1, 0.32 }, { 0, 0.32 }, { 0, 0.2 }
	};
	double top = axis_title(canvas);

	dumbbell->last = canvas->plot->series_count - 1;
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		if (try_shape(canvas, dumbbell, top, &shapes[i]))
			break;
	ends_key_draw(canvas, dumbbell->words_right, top + canvas->line_pt);
	dumbbell->panel.top = dumbbell->rows.items[0].top;
	if (names_ends(canvas->plot))
		place_names(canvas, dumbbell);
	dumbbell->panel.bottom = dumbbell->rows.bottom;
	printed_columns_draw(canvas, dumbbell->columns, DUMBBELL_COLUMNS, &dumbbell->rows,
			     dumbbell->head_base);
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct dumbbell dumbbell = { 0 };

	if (!axis_scale(plot, &dumbbell.scale)) {
		axis_empty(canvas);
		return;
	}
	place(canvas, &dumbbell);
	canvas->height = dumbbell.panel.bottom + canvas->line_pt + 6;
	canvas->scene->height = canvas->height;
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, 0, dumbbell.panel.top, canvas->width,
		    dumbbell.panel.top);
	axis_horizontal(canvas, &dumbbell.scale, &dumbbell.panel);
	rows_labels(canvas, &dumbbell.rows);
	draw_breaks(canvas, &dumbbell);
	for (size_t i = 0; i < plot->category_count; i++) {
		const struct row_place *row = &dumbbell.rows.items[i];

		draw_row(canvas, &dumbbell, i);
		if (dumbbell.names == NULL)
			continue;
		/* Gridlines stop where names stand. */
		path_rectangle(
			canvas->scene,
			scene_fill(canvas->scene, PART_HALO, canvas_colour(canvas, COLOUR_PAPER)),
			(struct box){ dumbbell.panel.left - 1,
				      row->top + row->height - name_drop + mark_gap + 1,
				      dumbbell.panel.right - dumbbell.panel.left + 2,
				      words_row_height(canvas, &dumbbell.names[i]) + 2 });
		words_row_draw(canvas, &dumbbell.names[i],
			       row->top + row->height - name_drop + mark_gap);
	}
}

const struct chart_kind chart_dumbbell = {
	.name = "dumbbell",
	.shape = SHAPE_ENDS,
	.takes = TAKES_INDICATORS,
	.prints_values = true,
	.has_points = true,
	.ticks = 4,
	.hollow = STRING_NOTE_DASHED_INTERVALS,
	.alt = STRING_ALT_DUMBBELL,
	.draw = draw,
};
