/*
 * bars.c - one measure by group in one period: columns when there are few groups with short names,
 * otherwise bars on their side. Bars always start at zero.
 */
#include <math.h>

#include "chart/columns.h"
#include "chart/kind.h"
#include "chart/rows.h"

enum { COLUMNS_MOST = 6 };

/* The gap between bars is 40% of the bar's width. */
static const double bar_share = 1 / 1.4, cap = 4.5, label_gap = 5, row_height = 19;

static enum colour_role bar_colour(const struct plot *plot, size_t category)
{
	return plot->categories[category].emphasised || !plot->has_emphasis ? COLOUR_MARK
									    : COLOUR_CONTEXT;
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
	double x = column_middle(places, category), width = places->slot * bar_share;
	double zero = scale_place(&places->scale, 0),
	       end = scale_place(&places->scale, value->value);

	fill_bar(canvas, (struct box){ x - width / 2, fmin(zero, end), width, fabs(zero - end) },
		 bar_colour(canvas->plot, category), value->state == VALUE_UNRELIABLE);
	if (value->has_interval) {
		struct whisker whisker = { .low = scale_place(&places->scale, value->lower),
					   .high = scale_place(&places->scale, value->upper),
					   .across = x,
					   .cap = cap,
					   .dashed = value->state == VALUE_UNRELIABLE };

		canvas_whisker(canvas, &whisker);
	}
}

/* The value stands at the foot of its bar when it fits there, clear of the interval, else beyond its end. */
static void label_column(struct canvas *canvas, const struct column_places *places, size_t category)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	bool shown = value_state_is_shown(value->state), below = value->value < 0;
	double x = column_middle(places, category), zero = scale_place(&places->scale, 0);
	double near = shown ? value->value : 0, far = near, room, y;
	double capital = 2 * canvas_middle(canvas, canvas->strong);
	double width = canvas_width(canvas, canvas->strong, value->text);

	if (!shown) {
		canvas_text(canvas, PART_STATE_MARK, canvas->text, COLOUR_SECONDARY, LABEL_CENTRE,
			    x, zero - label_gap, value->text);
		return;
	}
	if (value->has_interval) {
		near = below ? fmin(0, value->upper) : fmax(0, value->lower);
		far = below ? value->lower : value->upper;
	}
	room = fabs(zero - scale_place(&places->scale, near));
	if (room > capital + 2 * label_gap && width + 4 < places->slot * bar_share &&
	    value->state == VALUE_SHOWN) {
		y = below ? zero + label_gap + capital : zero - label_gap;
		canvas_text(canvas, PART_VALUE_LABEL, canvas->strong,
			    canvas_text_on(canvas, bar_colour(canvas->plot, category)),
			    LABEL_CENTRE, x, y, value->text);
		return;
	}
	y = scale_place(&places->scale, far) + (below ? label_gap + capital : -label_gap);
	canvas_value(canvas, canvas->strong, COLOUR_TEXT, x - width / 2, y, value->text);
}

static void draw_columns(struct canvas *canvas, const struct column_places *places)
{
	double zero = scale_place(&places->scale, 0);

	columns_frame(canvas, places);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		if (value_state_is_shown(plot_value(canvas->plot, 0, i)->state))
			draw_column(canvas, places, i);
	columns_reference(canvas, places);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		label_column(canvas, places, i);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, places->panel.left, zero,
		    places->panel.right, zero);
}

/* -- on its side ------------------------------------------------------------------------------ */

static double widest_value(struct canvas *canvas)
{
	double widest = 0;

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		widest = fmax(widest, canvas_width(canvas, canvas->strong,
						   plot_value(canvas->plot, 0, i)->text));
	return widest;
}

/* The right end of what is drawn in a row. */
static double row_end(const struct plot_value *value, const struct scale *scale)
{
	double zero = scale_place(scale, 0), end = scale_place(scale, value->value);

	if (value->has_interval)
		end = fmax(end, scale_place(scale, value->upper));
	return fmax(zero, end);
}

static void label_row(struct canvas *canvas, const struct row_place *row, const struct scale *scale,
		      size_t category)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);

	if (value_state_is_shown(value->state))
		canvas_value(canvas, canvas->strong, COLOUR_TEXT, row_end(value, scale) + label_gap,
			     row_base(canvas, row, canvas->strong), value->text);
	else
		canvas_text(canvas, PART_STATE_MARK, canvas->text, COLOUR_SECONDARY, LABEL_LEFT,
			    scale_place(scale, 0) + label_gap, row_base(canvas, row, canvas->text),
			    value->text);
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
		 bar_colour(canvas->plot, category), value->state == VALUE_UNRELIABLE);
	if (value->has_interval) {
		struct whisker whisker = { .low = scale_place(scale, value->lower),
					   .high = scale_place(scale, value->upper),
					   .across = y,
					   .horizontal = true,
					   .cap = cap,
					   .dashed = value->state == VALUE_UNRELIABLE };

		canvas_whisker(canvas, &whisker);
	}
}

static void draw_rows(struct canvas *canvas, struct scale *scale)
{
	double top = axis_title(canvas), reference = rows_reference_room(canvas), zero;
	struct rows rows =
		rows_place(canvas, (struct rows_options){ .most_label_width = canvas->width * 0.4,
							  .least_height = row_height,
							  .top = top + reference + 4 });
	struct panel panel = { .left = rows.label_width,
			       .right = canvas->width - widest_value(canvas) - label_gap - 4,
			       .top = rows.items[0].top,
			       .bottom = rows.bottom };

	scale->from = panel.left;
	scale->to = panel.right;
	canvas->height = panel.bottom + canvas->line_pt + 6;
	canvas->scene->height = canvas->height;
	axis_horizontal(canvas, scale, &panel);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		draw_row(canvas, &rows.items[i], scale, i);
	rows_reference(canvas, scale, &panel, rows.label_width, canvas->width, top + reference - 3);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		label_row(canvas, &rows.items[i], scale, i);
	rows_labels(canvas, &rows);
	zero = scale_place(scale, 0);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, zero, panel.top, zero, panel.bottom);
}

static void draw(struct canvas *canvas)
{
	struct column_places places = { 0 };

	if (!axis_scale(canvas->plot, true, 5, &places.scale)) {
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
	.draw = draw,
};
