/*
 * dots.c - one measure by group: a dot with its interval, sorted, values printed in columns at the right.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/interval_caps.h"
#include "chart/kind.h"
#include "chart/overlay.h"
#include "chart/reference_lines.h"
#include "chart/rows.h"

static const double radius = 2.8, cap = 4.5, column_gap = 9;
static const double mark_gap = 4, most_of_page = 0.8, layer_breadth = 10;
/* Rows in which dots of one layer stand under those of the chart, or of two under and over them. */
static const double heights_with_layers[] = { 14, 19, 24 }, row_aside = 7.2;

/* How many layers of dots stand beside those of the chart; a third one has no side of its own. */
static size_t layers_of_dots(const struct plot *plot)
{
	const struct plot_overlay *overlay = plot->overlay;
	size_t count = 0;

	for (size_t i = 0; overlay != NULL && i < overlay->layer_count; i++)
		count += overlay->layers[i].mark == LAYER_DOT;
	return count < 2 ? count : 2;
}

/* Of the dots and intervals of the chart, which make room for a layer under them. */
static double mark_middle(const struct canvas *canvas, const struct row_place *row)
{
	return row_middle(row) - (layers_of_dots(canvas->plot) == 1 ? row_aside / 2 : 0);
}

/* Columns of printed text at the right. */
struct columns {
	double value_left, value_right, interval_right;
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

/* The left end of a mark that would be crossed by a line across: beyond it. */
static double beside_lines(const struct plot *plot, const struct scale *scale, double left,
			   double width)
{
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t count = reference_lines(plot, lines);

	for (size_t i = 0; i < count; i++) {
		double x = scale_place(scale, lines[i].value);

		if (x > left - mark_gap && x < left + width + 1)
			left = x + mark_gap;
	}
	return left;
}

static void draw_interval(struct canvas *canvas, const struct plot_value *value, double y,
			  double base, const struct scale *scale, const struct columns *columns)
{
	bool low = value->state == VALUE_UNRELIABLE;
	struct whisker whisker = axis_whisker(scale, value);
	const char *mark = "[u]";
	double width = canvas_width(canvas, canvas->text, mark), right;

	whisker.across = y;
	whisker.horizontal = true;
	whisker.cap = interval_cap(&whisker, scale_place(scale, value->value), 2 * radius, cap);
	if (interval_is_seen(&whisker))
		canvas_whisker(canvas, &whisker);
	right = beside_lines(canvas->plot, scale, whisker.high + mark_gap, width);
	if (low && right + width < columns->value_left - mark_gap)
		canvas_state(canvas, right, base, mark);
	else if (low && whisker.low - mark_gap - width > scale->from)
		canvas_state(canvas, whisker.low - mark_gap - width, base, mark);
}

static void draw_value(struct canvas *canvas, size_t category, const struct row_place *row,
		       const struct scale *scale, const struct columns *columns)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	enum colour_role colour = canvas_mark_colour(canvas, category);
	double y = mark_middle(canvas, row), base = row_base(canvas, row, canvas->text);
	bool shown = value_state_is_shown(value->state), low = value->state == VALUE_UNRELIABLE;

	if (shown && value->has_interval)
		draw_interval(canvas, value, y, base, scale, columns);
	if (shown)
		canvas_dot(canvas, scale_place(scale, value->value), y, radius, colour,
			   low || value->rounded != NULL);
	else
		canvas_text(canvas, PART_STATE_MARK, canvas->text, COLOUR_SECONDARY, LABEL_LEFT,
			    beside_lines(canvas->plot, scale, scale->from + 4,
					 canvas_width(canvas, canvas->text, value->text)),
			    base, value->text);
	canvas_text(canvas, PART_VALUE_LABEL,
		    shown && colour == COLOUR_MARK ? canvas->strong : canvas->text,
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
	columns.value_left = columns.value_right - value_width;
	return columns;
}

/* Half of the last tick's label hangs over the end of the axis; an [u] stands beyond a cut interval. */
static double scale_end(struct canvas *canvas, const struct scale *scale, double panel_right)
{
	double over = axis_tick_width(canvas, scale) / 2;

	if (chart_cuts_interval(canvas->plot))
		over = fmax(over, canvas_width(canvas, canvas->text, "[u]") + 2 * mark_gap + 1 -
					  column_gap);
	return panel_right - over;
}

/* Many long names take more of the width, before they make the figure as high as a page. */
static struct rows place_rows(struct canvas *canvas, double room, double top)
{
	static const double shares[] = { 0.58, 0.64, 0.7, 0.76 };
	const struct layout *layout = canvas->layout;
	double most = most_of_page * (layout->height_pt - layout->top_pt - layout->bottom_pt);
	struct rows rows = { 0 };

	for (size_t i = 0; i < sizeof(shares) / sizeof(shares[0]); i++) {
		rows = rows_place(
			canvas,
			(struct rows_options){
				.most_label_width = room * shares[i],
				.least_height = heights_with_layers[layers_of_dots(canvas->plot)],
				.top = top });
		if (rows.bottom <= most)
			break;
	}
	return rows;
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct columns columns = place_columns(canvas);
	double head_base, top, zero, room = columns.value_left;
	double *middles = arena_array(canvas->arena, plot->category_count, sizeof(*middles));
	struct overlay_frame frame;
	struct panel panel;
	struct scale scale;
	struct rows rows;

	if (!axis_scale(plot, &scale)) {
		axis_empty(canvas);
		return;
	}
	top = axis_title(canvas);
	head_base = top + fmax(canvas->line_pt, rows_lines_room(canvas, room - column_gap) - 2);
	rows = place_rows(canvas, room, head_base + 8);
	panel = (struct panel){ .left = rows_panel_left(canvas, &rows, &scale),
				.right = room - column_gap,
				.top = rows.items[0].top,
				.bottom = rows.bottom };
	scale.from = panel.left;
	scale.to = scale_end(canvas, &scale, panel.right);
	for (size_t i = 0; i < plot->category_count; i++)
		middles[i] = mark_middle(canvas, &rows.items[i]);
	canvas->height = panel.bottom + canvas->line_pt + 6;
	canvas->scene->height = canvas->height;
	frame = (struct overlay_frame){ .panel = &panel,
					.scale = &scale,
					.horizontal = true,
					.middles = middles,
					.breadth = layer_breadth,
					.aside = row_aside };
	overlay_under(canvas, &frame);
	draw_row_rules(canvas, &rows);
	axis_horizontal(canvas, &scale, &panel);
	/* Where figures stand on both sides of zero, the line is there. */
	zero = scale_place(&scale, fmax(scale.low, fmin(0, scale.high)));
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, zero, panel.top, zero, panel.bottom);
	draw_head(canvas, &columns, head_base, panel.top);
	rows_lines(canvas, &scale, &panel, 0, room - column_gap, head_base, false);
	rows_labels(canvas, &rows);
	for (size_t i = 0; i < plot->category_count; i++)
		draw_value(canvas, i, &rows.items[i], &scale, &columns);
	overlay_over(canvas, &frame);
	overlay_words(canvas, &frame);
}

const struct chart_kind chart_dots = {
	.name = "dots",
	.shape = SHAPE_GROUPS,
	.by_value = true,
	.whole_interval = true,
	.prints_values = true,
	.lists_all = true,
	.has_points = true,
	.ticks = 4,
	.repeats = true,
	.row_pt = 16.5,
	.takes = TAKES_TARGETS | TAKES_ANNOTATIONS | TAKES_LAYER(DOT) | TAKES_LAYER(RULE) |
		 TAKES_LAYER(BAND) | TAKES_LAYER(TEXT),
	.alt = STRING_ALT_DOTS,
	.alt_detailed = STRING_ALT_DOTS_INTERVALS,
	.draw = draw,
};
