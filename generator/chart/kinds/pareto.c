/*
 * pareto.c - what makes up a total: bars from the largest on, with the share that they have come to printed
 * beside them. There is no second axis.
 */
#include <math.h>

#include "chart/kind.h"
#include "chart/printed_columns.h"

static const double row_height = 18, bar_height = 11, cap = 3.5, mark_gap = 4;

/* More rows than these stand closer to each other, so that they fit on a page. */
enum { PARETO_COLUMNS = 2, MANY_ROWS = 25 };

static const double close_height = 14, close_bar = 9;

static void draw_bar(struct canvas *canvas, const struct scale *scale, size_t category,
		     const struct row_place *row)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	double y = row_middle(row), zero = scale_place(scale, 0), end;
	struct colour colour = canvas_colour(canvas, canvas_mark_colour(canvas, category));
	double bar = canvas->plot->category_count > MANY_ROWS ? close_bar : bar_height;
	bool low = value->state == VALUE_UNRELIABLE;
	struct whisker whisker;

	if (!value_state_is_shown(value->state)) {
		canvas_state(canvas, zero + mark_gap, row_base(canvas, row, canvas->text),
			     value->text);
		return;
	}
	end = scale_place(scale, value->value);
	path_rectangle(canvas->scene,
		       low ? scene_stroke(canvas->scene, PART_BAR, colour, 1.2)
			   : scene_fill(canvas->scene, PART_BAR, colour),
		       (struct box){ fmin(zero, end), y - bar / 2, fabs(end - zero), bar });
	whisker = axis_whisker(scale, value);
	whisker.across = y;
	whisker.horizontal = true;
	whisker.cap = cap;
	if (value->has_interval)
		canvas_whisker(canvas, &whisker);
	if (low)
		canvas_state(canvas,
			     fmax(fmax(zero, end), value->has_interval ? whisker.high : end) +
				     mark_gap,
			     row_base(canvas, row, canvas->text), "[u]");
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct printed_column columns[PARETO_COLUMNS] = {
		{ .heading = plot->value_heading, .text = printed_values(canvas, 0) },
		{ .heading = plot->note_heading, .text = printed_notes(canvas), .strong = true },
	};
	double right = printed_columns_place(canvas, columns, PARETO_COLUMNS), head_base, zero;
	bool many = plot->category_count > MANY_ROWS;
	struct panel panel;
	struct scale scale;
	struct rows rows;

	if (!axis_scale(plot, &scale)) {
		axis_empty(canvas);
		return;
	}
	head_base = axis_title(canvas) + canvas->line_pt;
	rows = rows_place(canvas,
			  (struct rows_options){ .most_label_width = right * 0.55,
						 .least_height = many ? close_height : row_height,
						 .top = head_base + 7 });
	panel = (struct panel){ .left = rows_panel_left(canvas, &rows, &scale),
				.right = right,
				.top = rows.items[0].top,
				.bottom = rows.bottom };
	scale.from = panel.left;
	scale.to = right - fmax(axis_tick_width(canvas, &scale) / 2,
				canvas_width(canvas, canvas->text, "[u]") + 2 * mark_gap);
	canvas->height = panel.bottom + canvas->line_pt + 6;
	canvas->scene->height = canvas->height;
	canvas_line(canvas, PART_RULE, COLOUR_AXIS, 0.75, 0, panel.top, canvas->width, panel.top);
	axis_horizontal(canvas, &scale, &panel);
	rows_labels(canvas, &rows);
	printed_columns_draw(canvas, columns, PARETO_COLUMNS, &rows, head_base);
	for (size_t i = 0; i < plot->category_count; i++)
		draw_bar(canvas, &scale, i, &rows.items[i]);
	zero = scale_place(&scale, 0);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, zero, panel.top, zero, panel.bottom);
}

const struct chart_kind chart_pareto = {
	.name = "pareto",
	.shape = SHAPE_RUNNING_SHARE,
	.takes = TAKES_INDICATORS,
	.by_value = true,
	.prints_values = true,
	.lists_all = true,
	.from_zero = true,
	.ticks = 4,
	.hollow = STRING_NOTE_HOLLOW_BARS,
	.alt = STRING_ALT_PARETO,
	.draw = draw,
};
