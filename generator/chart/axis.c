#include "chart/axis.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"

static const double gridline_width = 0.5, tick_gap = 6;

bool axis_scale(const struct plot *plot, bool from_zero, size_t ticks, struct scale *scale)
{
	double low, high;

	if (!plot_extent(plot, &low, &high))
		return false;
	if (plot->has_range) {
		low = fmin(low, plot->range_low);
		high = fmax(high, plot->range_high);
	}
	*scale = scale_nice(low, high,
			    (struct scale_options){ .from_zero = from_zero || !plot->may_leave_zero,
						    .percentage = plot->percentage,
						    .ticks = ticks });
	return true;
}

const char *axis_tick_text(struct canvas *canvas, const struct scale *scale, double tick)
{
	const struct number_style style = { .decimals = scale->decimals,
					    .thousands = true,
					    .minus_sign = true };
	char text[NUMBER_TEXT_MAX];

	number_format(tick, style, text);
	return arena_printf(canvas->arena, "%s%s", text, canvas->plot->percentage ? "%" : "");
}

double axis_tick_width(struct canvas *canvas, const struct scale *scale)
{
	double widest = 0;

	for (size_t i = 0; i < scale->tick_count; i++)
		widest = fmax(widest, canvas_width(canvas, canvas->tick,
						   axis_tick_text(canvas, scale, scale->ticks[i])));
	return widest;
}

/* The line at zero, or at the foot of the panel, is drawn by the kind in the colour of an axis. */
void axis_vertical(struct canvas *canvas, const struct scale *scale, const struct panel *panel)
{
	struct scene_path *lines =
		scene_stroke(canvas->scene, PART_GRIDLINE, canvas_colour(canvas, COLOUR_GRIDLINE),
			     gridline_width);

	for (size_t i = 0; i < scale->tick_count; i++) {
		double y = scale_place(scale, scale->ticks[i]);

		path_move(canvas->scene, lines, panel->left, y);
		path_line(canvas->scene, lines, panel->right, y);
	}
	for (size_t i = 0; i < scale->tick_count; i++)
		canvas_text(canvas, PART_TICK_LABEL, canvas->tick, COLOUR_SECONDARY, LABEL_RIGHT,
			    panel->left - tick_gap,
			    scale_place(scale, scale->ticks[i]) +
				    canvas_middle(canvas, canvas->tick),
			    axis_tick_text(canvas, scale, scale->ticks[i]));
}

void axis_horizontal(struct canvas *canvas, const struct scale *scale, const struct panel *panel)
{
	struct scene_path *lines =
		scene_stroke(canvas->scene, PART_GRIDLINE, canvas_colour(canvas, COLOUR_GRIDLINE),
			     gridline_width);
	double last_right = -INFINITY;

	for (size_t i = 0; i < scale->tick_count; i++) {
		double x = scale_place(scale, scale->ticks[i]);

		path_move(canvas->scene, lines, x, panel->top);
		path_line(canvas->scene, lines, x, panel->bottom);
	}
	for (size_t i = 0; i < scale->tick_count; i++) {
		const char *text = axis_tick_text(canvas, scale, scale->ticks[i]);
		double half = canvas_width(canvas, canvas->tick, text) / 2;
		double x = scale_place(scale, scale->ticks[i]);

		/* Long numbers on a narrow panel: the line stays, every second label goes. */
		if (x - half < last_right + tick_gap)
			continue;
		last_right = x + half;
		canvas_text(canvas, PART_TICK_LABEL, canvas->tick, COLOUR_SECONDARY, LABEL_CENTRE,
			    x, panel->bottom + canvas->line_pt, text);
	}
}

double axis_title(struct canvas *canvas)
{
	struct text_paragraph *title;
	double ascent = text_font_facts(canvas->engine, canvas->tick)->ascent_pt;

	if (canvas->plot->axis_title[0] == '\0')
		return 0;
	title = canvas_wrap(canvas, canvas->tick, canvas->plot->axis_title, canvas->width,
			    ALIGN_LEFT);
	canvas_paragraph(canvas, PART_AXIS_TITLE, COLOUR_SECONDARY, title, 0, ascent);
	return canvas->line_pt * (double)title->count + 4;
}

void axis_empty(struct canvas *canvas)
{
	const char *text = canvas->plot->empty_text;
	struct text_paragraph *words;

	canvas->height = canvas->line_pt * 4;
	canvas->scene->height = canvas->height;
	words = canvas_wrap(canvas, canvas->text, text, canvas->width, ALIGN_LEFT);
	canvas_paragraph(canvas, PART_STATE_MARK, COLOUR_SECONDARY, words, 0, canvas->line_pt * 2);
}
