#include "chart/axis.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "chart/kind.h"

/* A point takes about this share of the length of an axis. */
static const double point_share = 0.045;
static const double gridline_width = 0.5, tick_gap = 6, least_gap = 5;

bool axis_scale(const struct plot *plot, struct scale *scale)
{
	const struct chart_kind *kind = chart_kind_find(plot->kind);
	double low, high;

	if (!plot_extent(plot, &low, &high))
		return false;
	if (plot->has_range) {
		low = fmin(low, plot->range_low);
		high = fmax(high, plot->range_high);
	}
	*scale = scale_nice(
		low, high,
		(struct scale_options){ .from_zero = kind->from_zero ||
						     !(plot->may_leave_zero || kind->leaves_zero),
					.percentage = plot->percentage,
					.ticks = kind->ticks });
	return true;
}

/* A hair, so that rounding does not make an interval look cut. */
static bool is_beyond(const struct scale *scale, double number)
{
	double hair = 1e-9 * (scale->high - scale->low);

	return number < scale->low - hair || number > scale->high + hair;
}

struct whisker axis_whisker(const struct scale *scale, const struct plot_value *value)
{
	return (struct whisker){
		.low = scale_place(scale, fmax(value->lower, scale->low)),
		.high = scale_place(scale, fmin(value->upper, scale->high)),
		.cut_low = is_beyond(scale, value->lower),
		.cut_high = is_beyond(scale, value->upper),
		.dashed = value->state == VALUE_UNRELIABLE,
	};
}

/* The first interval of which something holds on the scale. */
static bool has_interval(const struct plot *plot,
			 bool (*holds)(const struct plot *plot, const struct scale *scale,
				       const struct plot_value *value))
{
	struct scale scale;

	for (size_t i = 0; i < plot->panel_count; i++)
		if (has_interval(plot->panels[i], holds))
			return true;
	if (plot->panel_count > 0 || !axis_scale(plot, &scale))
		return false;
	for (size_t i = 0; i < plot->series_count * plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];

		if (value_state_is_shown(value->state) && value->has_interval &&
		    holds(plot, &scale, value))
			return true;
	}
	return false;
}

static bool is_cut(const struct plot *plot, const struct scale *scale,
		   const struct plot_value *value)
{
	(void)plot;
	return is_beyond(scale, value->lower) || is_beyond(scale, value->upper);
}

bool axis_hides_interval(const struct plot *plot, const struct scale *scale,
			 const struct plot_value *value)
{
	double share = chart_kind_find(plot->kind)->interval_share;

	return value->upper - value->lower <
	       (share > 0 ? share : point_share) * (scale->high - scale->low);
}

static bool is_drawn(const struct plot *plot, const struct scale *scale,
		     const struct plot_value *value)
{
	return chart_kind_find(plot->kind)->interval_share == 0 ||
	       !axis_hides_interval(plot, scale, value);
}

bool chart_cuts_interval(const struct plot *plot)
{
	return has_interval(plot, is_cut);
}

bool chart_hides_interval(const struct plot *plot)
{
	return has_interval(plot, axis_hides_interval);
}

bool chart_leaves_out_intervals(const struct plot *plot)
{
	return chart_hides_interval(plot) && !has_interval(plot, is_drawn);
}

bool chart_leaves_zero(const struct plot *plot, double *start, unsigned *decimals)
{
	struct scale scale;

	for (size_t i = 0; i < plot->panel_count; i++)
		if (chart_leaves_zero(plot->panels[i], start, decimals))
			return true;
	if (plot->panel_count > 0 || chart_kind_find(plot->kind)->from_zero ||
	    !axis_scale(plot, &scale))
		return false;
	*start = scale.low;
	*decimals = scale.decimals;
	return scale.low > 0 || scale.high < 0;
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
	double last_y = INFINITY;

	for (size_t i = 0; i < scale->tick_count; i++) {
		double y = scale_place(scale, scale->ticks[i]);

		path_move(canvas->scene, lines, panel->left, y);
		path_line(canvas->scene, lines, panel->right, y);
	}
	for (size_t i = 0; i < scale->tick_count; i++) {
		double y = scale_place(scale, scale->ticks[i]);

		/* On a low panel the line stays, every second label goes. */
		if (y > last_y - canvas->line_pt)
			continue;
		last_y = y;
		canvas_text(canvas, PART_TICK_LABEL, canvas->tick, COLOUR_SECONDARY, LABEL_RIGHT,
			    panel->left - tick_gap, y + canvas_middle(canvas, canvas->tick),
			    axis_tick_text(canvas, scale, scale->ticks[i]));
	}
}

/* True when the labels of every so many ticks stand clear of each other. */
static bool labels_fit(struct canvas *canvas, const struct scale *scale, size_t step)
{
	double last_right = -INFINITY;

	for (size_t i = 0; i < scale->tick_count; i += step) {
		double half = canvas_width(canvas, canvas->tick,
					   axis_tick_text(canvas, scale, scale->ticks[i])) /
			      2;
		double x = scale_place(scale, scale->ticks[i]);

		if (x - half < last_right + least_gap)
			return false;
		last_right = x + half;
	}
	return true;
}

void axis_horizontal(struct canvas *canvas, const struct scale *scale, const struct panel *panel)
{
	struct scene_path *lines =
		scene_stroke(canvas->scene, PART_GRIDLINE, canvas_colour(canvas, COLOUR_GRIDLINE),
			     gridline_width);
	size_t step = 1;

	/* Long numbers on a narrow panel: the lines stay, every second label goes, or more. */
	while (step < scale->tick_count && !labels_fit(canvas, scale, step))
		step++;
	for (size_t i = 0; i < scale->tick_count; i++) {
		double x = scale_place(scale, scale->ticks[i]);

		path_move(canvas->scene, lines, x, panel->top);
		path_line(canvas->scene, lines, x, panel->bottom);
	}
	for (size_t i = 0; i < scale->tick_count; i += step)
		canvas_text(canvas, PART_TICK_LABEL, canvas->tick, COLOUR_SECONDARY, LABEL_CENTRE,
			    scale_place(scale, scale->ticks[i]), panel->bottom + canvas->line_pt,
			    axis_tick_text(canvas, scale, scale->ticks[i]));
}

static struct text_paragraph *title_of(struct canvas *canvas)
{
	if (canvas->plot->axis_title[0] == '\0')
		return NULL;
	return canvas_wrap(canvas, canvas->tick, canvas->plot->axis_title, canvas->width,
			   ALIGN_LEFT);
}

double axis_title_height(struct canvas *canvas)
{
	const struct text_paragraph *title = title_of(canvas);

	return title == NULL ? 0 : canvas->line_pt * (double)title->count + 4;
}

double axis_title(struct canvas *canvas)
{
	const struct text_paragraph *title = title_of(canvas);
	double ascent = text_font_facts(canvas->engine, canvas->tick)->ascent_pt;

	if (title != NULL)
		canvas_paragraph(canvas, PART_AXIS_TITLE, COLOUR_SECONDARY, title, 0, ascent);
	return axis_title_height(canvas);
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
