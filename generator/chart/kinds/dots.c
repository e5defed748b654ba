/*
 * dots.c - one measure by group: a dot with its interval, sorted, values printed in columns at the right.
 */
#include <math.h>

#include "chart/kind.h"
#include "chart/rows.h"

static const double row_height = 14, radius = 2.8, cap = 4.5, column_gap = 9;
static const double mark_gap = 4, mark_room = 8;

/* Columns of printed text at the right. */
struct columns {
	double value_right, interval_right;
};

static double widest_text(struct canvas *canvas, int font, bool interval, const char *heading)
{
	double widest = canvas_width(canvas, canvas->text, heading);

	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		const struct plot_value *value = plot_value(canvas->plot, 0, i);

		widest = fmax(widest,
			      canvas_width(canvas, font, interval ? value->interval : value->text));
	}
	return widest;
}

/* An interval narrower than its dot is not drawn: only the caps of it would be seen. */
static void draw_interval(struct canvas *canvas, const struct plot_value *value, double y,
			  double base, const struct scale *scale)
{
	bool low = value->state == VALUE_UNRELIABLE;
	struct whisker whisker = { .low = scale_place(scale, value->lower),
				   .high = scale_place(scale, value->upper),
				   .across = y,
				   .horizontal = true,
				   .dashed = low,
				   .cap = cap };
	const char *mark = "[u]";
	double width = canvas_width(canvas, canvas->text, mark);

	if (fabs(whisker.high - whisker.low) > 2 * radius + 1)
		canvas_whisker(canvas, &whisker);
	if (low && whisker.high + mark_gap + width < scale->to + mark_room)
		canvas_text(canvas, PART_STATE_MARK, canvas->text, COLOUR_SECONDARY, LABEL_LEFT,
			    whisker.high + mark_gap, base, mark);
	else if (low && whisker.low - mark_gap - width > scale->from)
		canvas_text(canvas, PART_STATE_MARK, canvas->text, COLOUR_SECONDARY, LABEL_RIGHT,
			    whisker.low - mark_gap, base, mark);
}

static void draw_value(struct canvas *canvas, const struct plot_value *value,
		       const struct row_place *row, const struct scale *scale,
		       const struct columns *columns)
{
	double y = row_middle(row), base = row_base(canvas, row, canvas->text);
	bool shown = value_state_is_shown(value->state), low = value->state == VALUE_UNRELIABLE;

	if (shown && value->has_interval)
		draw_interval(canvas, value, y, base, scale);
	if (shown)
		canvas_dot(canvas, scale_place(scale, value->value), y, radius, COLOUR_MARK, low);
	else
		canvas_text(canvas, PART_STATE_MARK, canvas->text, COLOUR_SECONDARY, LABEL_LEFT,
			    scale->from + 4, base, value->text);
	canvas_text(canvas, PART_VALUE_LABEL, shown ? canvas->strong : canvas->text,
		    shown ? COLOUR_TEXT : COLOUR_SECONDARY, LABEL_RIGHT, columns->value_right, base,
		    value->text);
	if (columns->interval_right > 0)
		canvas_text(canvas, PART_VALUE_LABEL, canvas->text,
			    shown ? COLOUR_TEXT : COLOUR_SECONDARY, LABEL_RIGHT,
			    columns->interval_right, base, value->interval);
}

static void draw_head(struct canvas *canvas, const struct columns *columns, double base,
		      double rule)
{
	canvas_text(canvas, PART_HEADING, canvas->text, COLOUR_SECONDARY, LABEL_RIGHT,
		    columns->value_right, base, canvas->plot->value_heading);
	if (columns->interval_right > 0)
		canvas_text(canvas, PART_HEADING, canvas->text, COLOUR_SECONDARY, LABEL_RIGHT,
			    columns->interval_right, base, canvas->plot->interval_heading);
	canvas_line(canvas, PART_RULE, COLOUR_AXIS, 0.75, 0, rule, canvas->width, rule);
}

static void draw_row_rules(struct canvas *canvas, const struct rows *rows)
{
	struct scene_path *rules =
		scene_stroke(canvas->scene, PART_RULE, canvas_colour(canvas, COLOUR_HAIRLINE), 0.5);

	for (size_t i = 1; i < canvas->plot->category_count; i++) {
		path_move(canvas->scene, rules, 0, rows->items[i].top);
		path_line(canvas->scene, rules, canvas->width, rows->items[i].top);
	}
}

/* What is left for the panel once names, values and intervals have their room. */
static struct columns place_columns(struct canvas *canvas)
{
	struct columns columns = { .value_right = canvas->width };
	double value_width =
		widest_text(canvas, canvas->strong, false, canvas->plot->value_heading);
	double interval_width =
		widest_text(canvas, canvas->text, true, canvas->plot->interval_heading);

	if (interval_width > 0 &&
	    value_width + interval_width + 2 * column_gap < canvas->width / 2) {
		columns.interval_right = canvas->width;
		columns.value_right = canvas->width - interval_width - column_gap;
	}
	return columns;
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct columns columns = place_columns(canvas);
	double value_width = widest_text(canvas, canvas->strong, false, plot->value_heading);
	double head_base, top, room = columns.value_right - value_width;
	struct panel panel;
	struct scale scale;
	struct rows rows;

	if (!axis_scale(plot, false, 4, &scale)) {
		axis_empty(canvas);
		return;
	}
	top = axis_title(canvas);
	head_base = top + canvas->line_pt;
	rows = rows_place(canvas, (struct rows_options){ .most_label_width = room * 0.58,
							 .least_height = row_height,
							 .top = head_base + 8 });
	panel = (struct panel){ .left = rows.label_width,
				.right = room - column_gap,
				.top = rows.items[0].top,
				.bottom = rows.bottom };
	scale.from = panel.left;
	/* Half of the last tick's label hangs over the end of the axis. */
	scale.to = panel.right - axis_tick_width(canvas, &scale) / 2;
	canvas->height = panel.bottom + canvas->line_pt + 6;
	canvas->scene->height = canvas->height;
	draw_row_rules(canvas, &rows);
	axis_horizontal(canvas, &scale, &panel);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, panel.left, panel.top, panel.left,
		    panel.bottom);
	draw_head(canvas, &columns, head_base, panel.top);
	rows_reference(canvas, &scale, &panel, 0, room - 4, head_base);
	rows_labels(canvas, &rows);
	for (size_t i = 0; i < plot->category_count; i++)
		draw_value(canvas, plot_value(plot, 0, i), &rows.items[i], &scale, &columns);
}

const struct chart_kind chart_dots = {
	.name = "dots",
	.shape = SHAPE_GROUPS,
	.by_value = true,
	.whole_interval = true,
	.prints_values = true,
	.lists_all = true,
	.has_points = true,
	.draw = draw,
};
