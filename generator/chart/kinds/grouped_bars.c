/*
 * grouped_bars.c - one measure by group, two bars a group: two sexes, or two periods. The bars lie on their
 * side; their series are named at the first group, where a reader begins.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "chart/overlay.h"
#include "chart/rows.h"

/* So many groups need a page of their own: they stand closer to stay on it. */
enum { many_groups = 15 };

static const double bar = 11, gap_inside = 1.1, gap_between = 8.8, gap_of_many = 5.5, cap = 3.5,
		    label_gap = 5;
static const double key_square = 8, key_room = 13, least_share = 0.35;

static enum colour_role series_colour(size_t series)
{
	return series == 0 ? COLOUR_MARK : COLOUR_MARK_SECOND;
}

/* The value, followed by the name of the series where the two are introduced. */
static const char *label_text(struct canvas *canvas, size_t series, size_t category, size_t named)
{
	const struct plot *plot = canvas->plot;
	const char *text = canvas_value_text(canvas, plot_value(plot, series, category));

	return category == named
		       ? arena_printf(canvas->arena, "%s  %s", text, plot->series[series].label)
		       : text;
}

/* The first group in which both series have a figure; the first of all when there is none. */
static size_t naming_group(const struct plot *plot)
{
	for (size_t i = 0; i < plot->category_count; i++) {
		bool all = true;

		for (size_t s = 0; s < plot->series_count; s++)
			all = all && value_state_is_shown(plot_value(plot, s, i)->state);
		if (all)
			return i;
	}
	return 0;
}

static void draw_bar(struct canvas *canvas, const struct scale *scale, size_t series,
		     const struct plot_value *value, double y)
{
	double zero = scale_place(scale, 0), end = scale_place(scale, value->value);
	struct colour colour = canvas_colour(canvas, series_colour(series));
	struct scene_path *path;

	if (!value_state_is_shown(value->state))
		return;
	path = value->state == VALUE_UNRELIABLE ? scene_stroke(canvas->scene, PART_BAR, colour, 1.2)
						: scene_fill(canvas->scene, PART_BAR, colour);
	path_rectangle(canvas->scene, path,
		       (struct box){ fmin(zero, end), y - bar / 2, fabs(end - zero), bar });
	if (value->has_interval) {
		struct whisker whisker = axis_whisker(scale, value);

		whisker.across = y;
		whisker.horizontal = true;
		whisker.cap = cap;
		canvas_whisker(canvas, &whisker);
	}
}

/* Beyond the ends of bar and interval. */
static void label_bar(struct canvas *canvas, const struct scale *scale,
		      const struct plot_value *value, double y, const char *label)
{
	double right = scale_place(scale, 0), base = y + canvas_middle(canvas, canvas->text);

	if (!value_state_is_shown(value->state)) {
		canvas_text(canvas, PART_STATE_MARK, canvas->text, COLOUR_SECONDARY, LABEL_LEFT,
			    right + label_gap, base, label);
		return;
	}
	right = fmax(right, scale_place(scale, value->value));
	if (value->has_interval)
		right = fmax(right, axis_whisker(scale, value).high);
	canvas_value(canvas, canvas->strong, COLOUR_TEXT,
		     rows_beyond_lines(canvas, scale, right + label_gap,
				       canvas_width(canvas, canvas->strong, label)),
		     base, label);
}

/* The right end of a panel in which the label of one bar, beyond its end, stays inside the figure. */
static double right_for_label(struct canvas *canvas, const struct scale *scale, double left,
			      const struct plot_value *value, const char *label)
{
	double room =
		canvas->width - left - label_gap - canvas_width(canvas, canvas->strong, label);
	double end = 0, share;

	if (value_state_is_shown(value->state))
		end = fmax(0, value->has_interval ? fmin(value->upper, scale->high) : value->value);
	share = (end - scale->low) / (scale->high - scale->low);
	if (room < 0)
		return left;
	return room < share * (canvas->width - left) ? left + room / share : canvas->width;
}

/* The right end of the panel that leaves every label its room; names of series stand at one group. */
static double panel_right(struct canvas *canvas, const struct scale *scale, double left,
			  size_t named)
{
	const struct plot *plot = canvas->plot;
	double right = rows_panel_right(canvas, scale);

	for (size_t s = 0; s < plot->series_count; s++)
		for (size_t i = 0; i < plot->category_count; i++)
			right = fmin(right,
				     right_for_label(canvas, scale, left, plot_value(plot, s, i),
						     label_text(canvas, s, i, named)));
	return right;
}

/* Names too long to stand beside their bars: one under the other over the panel, in the order of the bars. */
static double draw_key(struct canvas *canvas, double top)
{
	for (size_t s = 0; s < canvas->plot->series_count; s++) {
		struct text_paragraph *name =
			canvas_wrap(canvas, canvas->text, canvas->plot->series[s].label,
				    canvas->width - key_room, ALIGN_LEFT);
		double base = top + canvas->line_pt;

		path_rectangle(canvas->scene,
			       scene_fill(canvas->scene, PART_ORNAMENT,
					  canvas_colour(canvas, series_colour(s))),
			       (struct box){ 0, base - key_square, key_square, key_square });
		canvas_paragraph(canvas, PART_SERIES_LABEL, COLOUR_TEXT, name, key_room, base);
		top += canvas->line_pt * (double)name->count;
	}
	return top + 4;
}

static struct rows place_rows(struct canvas *canvas, double top, double block)
{
	bool many = canvas->plot->category_count > many_groups;

	return rows_place(
		canvas,
		(struct rows_options){ .most_label_width = canvas->width * 0.36,
				       .least_height = block + (many ? gap_of_many : gap_between),
				       .top = top + 2 });
}

struct grouped {
	struct rows rows;
	struct panel panel;
	struct scale scale;
	double block;      /* height of the bars of a group */
	double names_base; /* of lines across */
	size_t named;      /* the group at which the series are named; beyond the last: none */
};

static void place(struct canvas *canvas, struct grouped *grouped)
{
	const struct plot *plot = canvas->plot;
	struct panel *panel = &grouped->panel;
	double title = axis_title(canvas), bars = (double)plot->series_count;
	double top = title + rows_lines_room(canvas, canvas->width);

	grouped->names_base = top - 3;
	grouped->named = naming_group(plot);
	grouped->block = bar * bars + gap_inside * (bars - 1);
	grouped->rows = place_rows(canvas, top, grouped->block);
	panel->left = rows_panel_left(canvas, &grouped->rows, &grouped->scale);
	panel->right = panel_right(canvas, &grouped->scale, panel->left, grouped->named);
	if (panel->right - panel->left < least_share * (canvas->width - panel->left)) {
		grouped->named = plot->category_count;
		top = draw_key(canvas, title) + rows_lines_room(canvas, canvas->width);
		grouped->names_base = top - 3;
		grouped->rows = place_rows(canvas, top, grouped->block);
		panel->right = panel_right(canvas, &grouped->scale, panel->left, grouped->named);
	}
	panel->top = grouped->rows.items[0].top;
	panel->bottom = grouped->rows.bottom;
	grouped->scale.from = panel->left;
	grouped->scale.to = panel->right;
	canvas->height = panel->bottom + canvas->line_pt + 6;
	canvas->scene->height = canvas->height;
}

static double middle_of_bar(const struct grouped *grouped, size_t series, size_t category)
{
	return row_middle(&grouped->rows.items[category]) - grouped->block / 2 + bar / 2 +
	       (bar + gap_inside) * (double)series;
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct grouped grouped = { 0 };
	struct overlay_frame frame;
	double zero;

	if (!axis_scale(plot, &grouped.scale)) {
		axis_empty(canvas);
		return;
	}
	place(canvas, &grouped);
	axis_horizontal(canvas, &grouped.scale, &grouped.panel);
	frame = (struct overlay_frame){ .panel = &grouped.panel,
					.scale = &grouped.scale,
					.horizontal = true,
					.middles = rows_middles(canvas, &grouped.rows),
					.breadth = grouped.block };
	rows_labels(canvas, &grouped.rows);
	for (size_t i = 0; i < plot->category_count; i++)
		for (size_t s = 0; s < plot->series_count; s++)
			draw_bar(canvas, &grouped.scale, s, plot_value(plot, s, i),
				 middle_of_bar(&grouped, s, i));
	rows_lines(canvas, &grouped.scale, &grouped.panel, 0, canvas->width, grouped.names_base,
		   true);
	for (size_t i = 0; i < plot->category_count; i++)
		for (size_t s = 0; s < plot->series_count; s++)
			label_bar(canvas, &grouped.scale, plot_value(plot, s, i),
				  middle_of_bar(&grouped, s, i),
				  label_text(canvas, s, i, grouped.named));
	zero = scale_place(&grouped.scale, 0);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, zero, grouped.panel.top, zero,
		    grouped.panel.bottom);
	overlay_words(canvas, &frame);
}

const struct chart_kind chart_grouped_bars = {
	.name = "grouped-bars",
	.shape = SHAPE_GROUPS_BY_PAIR,
	.prints_values = true,
	.from_zero = true,
	.ticks = 4,
	.takes = TAKES_TARGETS | TAKES_ANNOTATIONS | TAKES_SERIES,
	.hollow = STRING_NOTE_HOLLOW_BARS,
	.alt = STRING_ALT_GROUPED_BARS,
	.draw = draw,
};
