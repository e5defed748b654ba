/*
 * grouped_bars.c - one measure by group, two bars a group: two sexes, or two periods. The bars lie on their
 * side; their series are named at the first group, where a reader begins.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "chart/rows.h"

static const double bar = 11, gap_inside = 1.1, gap_between = 8.8, cap = 3.5, label_gap = 5;

static enum colour_role series_colour(size_t series)
{
	return series == 0 ? COLOUR_MARK : COLOUR_MARK_SECOND;
}

/* The value, followed by the name of the series where the two are introduced. */
static const char *label_text(struct canvas *canvas, size_t series, size_t category, size_t named)
{
	const struct plot *plot = canvas->plot;
	const char *text = plot_value(plot, series, category)->text;

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
		     const struct plot_value *value, double y, const char *label)
{
	double zero = scale_place(scale, 0), end = scale_place(scale, value->value), right = zero;
	double base = y + canvas_middle(canvas, canvas->text);
	bool low = value->state == VALUE_UNRELIABLE;
	struct scene_path *path;

	if (!value_state_is_shown(value->state)) {
		canvas_text(canvas, PART_STATE_MARK, canvas->text, COLOUR_SECONDARY, LABEL_LEFT,
			    zero + label_gap, base, label);
		return;
	}
	if (low)
		path = scene_stroke(canvas->scene, PART_BAR,
				    canvas_colour(canvas, series_colour(series)), 1.2);
	else
		path = scene_fill(canvas->scene, PART_BAR,
				  canvas_colour(canvas, series_colour(series)));
	path_rectangle(canvas->scene, path,
		       (struct box){ fmin(zero, end), y - bar / 2, fabs(end - zero), bar });
	right = fmax(right, end);
	if (value->has_interval) {
		struct whisker whisker = { .low = scale_place(scale, value->lower),
					   .high = scale_place(scale, value->upper),
					   .across = y,
					   .horizontal = true,
					   .cap = cap,
					   .dashed = low };

		canvas_whisker(canvas, &whisker);
		right = fmax(right, whisker.high);
	}
	canvas_value(canvas, canvas->strong, COLOUR_TEXT, right + label_gap, base, label);
}

/*
 * The width that labels need beyond the end of the panel: those of the longest bars, with the names of the
 * series. Found by trying: a shorter panel makes shorter bars.
 */
static double panel_right(struct canvas *canvas, struct scale *scale, double left, size_t named)
{
	double right = canvas->width;

	for (int attempt = 0; attempt < 4; attempt++) {
		double over = 0;

		scale->from = left;
		scale->to = right;
		for (size_t i = 0; i < canvas->plot->series_count * canvas->plot->category_count;
		     i++) {
			size_t series = i / canvas->plot->category_count;
			size_t category = i % canvas->plot->category_count;
			const struct plot_value *value = plot_value(canvas->plot, series, category);
			double end = 0;

			if (value_state_is_shown(value->state))
				end = fmax(0, value->has_interval ? value->upper : value->value);
			over = fmax(over, scale_place(scale, end) + label_gap +
						  canvas_width(canvas, canvas->strong,
							       label_text(canvas, series, category,
									  named)) -
						  canvas->width);
		}
		if (over <= 0.01)
			break;
		right -= over + 1;
	}
	return fmax(right, left + 40);
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	size_t named = naming_group(plot);
	double top, zero, block;
	struct panel panel;
	struct scale scale;
	struct rows rows;

	if (!axis_scale(plot, true, 4, &scale)) {
		axis_empty(canvas);
		return;
	}
	top = axis_title(canvas);
	block = bar * (double)plot->series_count + gap_inside * (double)(plot->series_count - 1);
	rows = rows_place(canvas, (struct rows_options){ .most_label_width = canvas->width * 0.36,
							 .least_height = block + gap_between,
							 .top = top + 2 });
	panel = (struct panel){ .left = rows.label_width,
				.top = rows.items[0].top,
				.bottom = rows.bottom };
	panel.right = panel_right(canvas, &scale, panel.left, named);
	scale.from = panel.left;
	scale.to = panel.right;
	canvas->height = panel.bottom + canvas->line_pt + 6;
	canvas->scene->height = canvas->height;
	axis_horizontal(canvas, &scale, &panel);
	rows_labels(canvas, &rows);
	for (size_t i = 0; i < plot->category_count; i++)
		for (size_t s = 0; s < plot->series_count; s++)
			draw_bar(canvas, &scale, s, plot_value(plot, s, i),
				 row_middle(&rows.items[i]) - block / 2 + bar / 2 +
					 (bar + gap_inside) * (double)s,
				 label_text(canvas, s, i, named));
	zero = scale_place(&scale, 0);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, zero, panel.top, zero, panel.bottom);
}

const struct chart_kind chart_grouped_bars = {
	.name = "grouped-bars",
	.shape = SHAPE_GROUPS_BY_PAIR,
	.prints_values = true,
	.draw = draw,
};
