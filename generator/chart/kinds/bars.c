/*
 * bars.c - one measure by group in one period: columns when there are few groups with short names,
 * otherwise bars on their side. Bars always start at zero.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/columns.h"
#include "chart/kind.h"
#include "chart/overlay.h"
#include "chart/reference_lines.h"
#include "chart/rows.h"

enum { COLUMNS_MOST = 6, ATTEMPTS = 12 };

/* The gap between bars is 40% of the bar's width, and more where few bars would be as broad as fields. */
static const double bar_share = 1 / 1.4, widest_bar = 96, cap = 4.5, label_gap = 5, line_clear = 2,
		    row_height = 19, row_aside = 4.8;

static double bar_width(const struct column_places *places)
{
	return fmin(places->slot * bar_share, widest_bar);
}

static void fill_bar(struct canvas *canvas, struct box box, enum colour_role colour, bool outlined)
{
	struct scene_path *path;

	if (outlined) {
		path = scene_stroke(canvas->scene, PART_BAR, canvas_colour(canvas, colour), 1.2);
		box = (struct box){ box.x + 0.6, box.y + 0.6, fmax(0, box.width - 1.2),
				    fmax(0, box.height - 1.2) };
	} else {
		path = scene_fill(canvas->scene, PART_BAR, canvas_colour(canvas, colour));
	}
	path_rectangle(canvas->scene, path, box);
}

/* -- upright ---------------------------------------------------------------------------------- */

static void draw_column(struct canvas *canvas, const struct column_places *places, size_t category)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	double x = column_middle(places, category), width = bar_width(places);
	double zero = scale_place(&places->scale, 0),
	       end = scale_place(&places->scale, value->value);

	fill_bar(canvas, (struct box){ x - width / 2, fmin(zero, end), width, fabs(zero - end) },
		 canvas_mark_colour(canvas, category), value->state == VALUE_UNRELIABLE);
}

static void draw_interval(struct canvas *canvas, const struct scale *scale, size_t category,
			  double across, bool horizontal)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	struct whisker whisker;

	if (!value_state_is_shown(value->state) || !value->has_interval)
		return;
	whisker = axis_whisker(scale, value);
	whisker.across = across;
	whisker.horizontal = horizontal;
	whisker.cap = cap;
	canvas_whisker(canvas, &whisker);
}

/* Where the value of a bar stands. */
struct column_label {
	const char *text;
	double top, base; /* of its capitals */
	bool inside;
};

/* Beyond lines across that it would stand on, and seem to be the value of. */
static void clear_lines(struct canvas *canvas, const struct column_places *places,
			struct column_label *label, bool below)
{
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t count = reference_lines(canvas->plot, lines);
	double capital = label->base - label->top;

	for (size_t i = 0; i < count * count; i++) {
		double y = scale_place(&places->scale, lines[i % count].value);

		if (y < label->top - line_clear || y > label->base + line_clear)
			continue;
		label->base = below ? y + line_clear + capital + 1 : y - line_clear - 1;
		label->top = label->base - capital;
	}
}

/* At the foot of its bar when it fits there, clear of the interval, else beyond the end of both. */
static struct column_label place_label(struct canvas *canvas, const struct column_places *places,
				       size_t category)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	bool shown = value_state_is_shown(value->state), below = shown && value->value < 0;
	double near = scale_place(&places->scale, shown ? value->value : 0), far = near, room;
	double zero = scale_place(&places->scale, 0);
	double capital = 2 * canvas_middle(canvas, canvas->strong);
	struct column_label label = { .text = canvas_value_text(canvas, value) };

	if (shown && value->has_interval) {
		struct whisker whisker = axis_whisker(&places->scale, value);

		near = below ? fmax(zero, whisker.high) : fmin(zero, whisker.low);
		far = below ? fmax(near, whisker.low) : fmin(near, whisker.high);
	}
	far = overlay_reach(canvas->plot, &places->scale, category, far, !below);
	near = overlay_reach(canvas->plot, &places->scale, category, near, below);
	room = below ? near - zero : zero - near;
	label.inside = value->state == VALUE_SHOWN && room > capital + 2 * label_gap &&
		       canvas_width(canvas, canvas->strong, label.text) + 4 < bar_width(places);
	if (label.inside)
		label.base = below ? zero + label_gap + capital : zero - label_gap;
	else
		label.base = below ? far + label_gap + capital : fmin(zero, far) - label_gap;
	label.top = label.base - capital;
	if (!label.inside)
		clear_lines(canvas, places, &label, below);
	return label;
}

/* A line across stops at the value in a bar: the bar's own colour over the line. */
static void interrupt_lines(struct canvas *canvas, const struct column_places *places,
			    const struct column_label *label, size_t category)
{
	double width = canvas_width(canvas, canvas->strong, label->text) + 4;
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t count = reference_lines(canvas->plot, lines);

	for (size_t i = 0; i < count; i++) {
		double y = scale_place(&places->scale, lines[i].value);

		if (y < label->top - 2 || y > label->base + 2)
			continue;
		path_rectangle(
			canvas->scene,
			scene_fill(canvas->scene, PART_HALO,
				   canvas_colour(canvas, canvas_mark_colour(canvas, category))),
			(struct box){ column_middle(places, category) - width / 2, label->top - 2,
				      width, label->base - label->top + 4 });
	}
}

static void label_column(struct canvas *canvas, const struct column_places *places, size_t category)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	struct column_label label = place_label(canvas, places, category);
	double x = column_middle(places, category);

	if (!value_state_is_shown(value->state)) {
		canvas_state(canvas, x - canvas_width(canvas, canvas->text, label.text) / 2,
			     label.base, label.text);
	} else if (label.inside) {
		interrupt_lines(canvas, places, &label, category);
		canvas_text(canvas, PART_VALUE_LABEL, canvas->strong,
			    canvas_text_on(canvas, canvas_mark_colour(canvas, category)),
			    LABEL_CENTRE, x, label.base, label.text);
	} else {
		canvas_value(canvas, canvas->strong, COLOUR_TEXT,
			     x - canvas_width(canvas, canvas->strong, label.text) / 2, label.base,
			     label.text);
	}
}

/* Room above the highest and below the lowest value; found by trying, since the bars shrink with it. */
static void make_room(struct canvas *canvas, struct column_places *places)
{
	double least = axis_title_height(canvas) + 1, most = places->names_top + 2;

	for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
		double above = 0, below = 0;

		for (size_t i = 0; i < canvas->plot->category_count; i++) {
			struct column_label label = place_label(canvas, places, i);

			above = fmax(above, least - label.top);
			below = fmax(below, label.base - most);
		}
		if (above + below < 0.01)
			break;
		columns_shrink(places, above, below);
	}
}

static double *middles_of_columns(struct canvas *canvas, const struct column_places *places)
{
	double *middles =
		arena_array(canvas->arena, canvas->plot->category_count, sizeof(*middles));

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		middles[i] = column_middle(places, i);
	return middles;
}

static void draw_columns(struct canvas *canvas, struct column_places *places)
{
	struct overlay_frame frame = { .panel = &places->panel,
				       .scale = &places->scale,
				       .middles = middles_of_columns(canvas, places),
				       .breadth = bar_width(places),
				       .aside = bar_width(places) / 4,
				       .solid = true };
	double zero;

	make_room(canvas, places);
	zero = scale_place(&places->scale, 0);
	columns_frame(canvas, places);
	overlay_under(canvas, &frame);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		if (value_state_is_shown(plot_value(canvas->plot, 0, i)->state))
			draw_column(canvas, places, i);
	columns_lines(canvas, places);
	overlay_over(canvas, &frame);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		draw_interval(canvas, &places->scale, i, column_middle(places, i), false);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		label_column(canvas, places, i);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, places->panel.left, zero,
		    places->panel.right, zero);
	overlay_words(canvas, &frame);
}

/* -- on its side ------------------------------------------------------------------------------ */

static double widest_value(struct canvas *canvas)
{
	double widest = 0;

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		widest = fmax(
			widest,
			canvas_width(canvas, canvas->strong,
				     canvas_value_text(canvas, plot_value(canvas->plot, 0, i))));
	return widest;
}

/* The right end of what is drawn in a row. */
static double row_end(const struct plot_value *value, const struct scale *scale)
{
	double zero = scale_place(scale, 0), end = scale_place(scale, value->value);

	if (value->has_interval)
		end = fmax(end, axis_whisker(scale, value).high);
	return fmax(zero, end);
}

static void label_row(struct canvas *canvas, const struct row_place *row, const struct scale *scale,
		      size_t category)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	const char *text = canvas_value_text(canvas, value);
	double end = overlay_reach(canvas->plot, scale, category, row_end(value, scale), false);

	if (value_state_is_shown(value->state))
		canvas_value(canvas, canvas->strong, COLOUR_TEXT,
			     rows_beyond_lines(canvas, scale, end + label_gap,
					       canvas_width(canvas, canvas->strong, text)),
			     row_base(canvas, row, canvas->strong), text);
	else
		canvas_state(canvas, scale_place(scale, 0) + label_gap,
			     row_base(canvas, row, canvas->text), value->text);
}

static void draw_row(struct canvas *canvas, const struct row_place *row, const struct scale *scale,
		     size_t category)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	double zero = scale_place(scale, 0), end = scale_place(scale, value->value);
	double height = row_height * bar_share, y = row_middle(row);

	if (!value_state_is_shown(value->state))
		return;
	fill_bar(canvas, (struct box){ fmin(zero, end), y - height / 2, fabs(end - zero), height },
		 canvas_mark_colour(canvas, category), value->state == VALUE_UNRELIABLE);
}

static void draw_rows(struct canvas *canvas, struct scale *scale)
{
	double top = axis_title(canvas), names = rows_lines_room(canvas, canvas->width), zero;
	struct rows rows =
		rows_place(canvas, (struct rows_options){ .most_label_width = canvas->width * 0.4,
							  .least_height = row_height,
							  .top = top + names + 4 });
	struct panel panel = { .left = rows_panel_left(canvas, &rows, scale),
			       .right = fmin(canvas->width - widest_value(canvas) - label_gap - 4,
					     rows_panel_right(canvas, scale)),
			       .top = rows.items[0].top,
			       .bottom = rows.bottom };
	struct overlay_frame frame = { .panel = &panel,
				       .scale = scale,
				       .horizontal = true,
				       .middles = rows_middles(canvas, &rows),
				       .breadth = row_height * bar_share,
				       .aside = row_aside,
				       .solid = true };

	scale->from = panel.left;
	scale->to = panel.right;
	canvas->height = panel.bottom + canvas->line_pt + 6;
	canvas->scene->height = canvas->height;
	axis_horizontal(canvas, scale, &panel);
	overlay_under(canvas, &frame);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		draw_row(canvas, &rows.items[i], scale, i);
	rows_lines(canvas, scale, &panel, 0, canvas->width, top + names - 3, true);
	overlay_over(canvas, &frame);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		draw_interval(canvas, scale, i, row_middle(&rows.items[i]), true);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		label_row(canvas, &rows.items[i], scale, i);
	rows_labels(canvas, &rows);
	zero = scale_place(scale, 0);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, zero, panel.top, zero, panel.bottom);
	overlay_words(canvas, &frame);
}

static void draw(struct canvas *canvas)
{
	struct column_places places = { 0 };

	if (!axis_scale(canvas->plot, &places.scale)) {
		axis_empty(canvas);
		return;
	}
	if (canvas->plot->category_count <= COLUMNS_MOST && columns_place(canvas, &places))
		draw_columns(canvas, &places);
	else
		draw_rows(canvas, &places.scale);
}

const struct chart_kind chart_bars = {
	.name = "bars",
	.shape = SHAPE_GROUPS,
	.prints_values = true,
	.from_zero = true,
	.ticks = 5,
	.repeats = true,
	.row_pt = 19,
	.takes = TAKES_TARGETS | TAKES_ANNOTATIONS | TAKES_LAYER(BAR) | TAKES_LAYER(DOT) |
		 TAKES_LAYER(RULE) | TAKES_LAYER(BAND) | TAKES_LAYER(TEXT),
	.hollow = STRING_NOTE_HOLLOW_BARS,
	.alt = STRING_ALT_BARS,
	.draw = draw,
};
