/*
 * trend.c - groups over periods: lines with their names and last values at the right end. Points are never
 * joined across a period that is missing or hidden.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "chart/columns.h"
#include "chart/kind.h"
#include "chart/spread.h"

static const double leader_start = 7, leader_length = 17, name_gap = 3, value_gap = 10;
static const double label_spacing = 12.5, marker = 3, cap = 4.5, least_plot_width = 90;

struct line_style {
	enum colour_role colour;
	double width;
	bool dashed, markers, ring;
};

static struct line_style style_of(enum plot_emphasis emphasis)
{
	switch (emphasis) {
	case EMPHASIS_FIRST:
		return (struct line_style){ COLOUR_MARK, 2.5, false, true, false };
	case EMPHASIS_LAST:
		return (struct line_style){ COLOUR_MARK_SECOND, 2.5, true, true, true };
	case EMPHASIS_CONTEXT:
		return (struct line_style){ COLOUR_CONTEXT, 1, false, false, false };
	case EMPHASIS_PLAIN:
		return (struct line_style){ COLOUR_MARK, 2, false, true, false };
	}
	return (struct line_style){ COLOUR_MARK, 2, false, true, false };
}

struct trend {
	struct column_places places;
	double value_right; /* right end of the printed values */
	double name_left;
	size_t label_count;
	size_t *order; /* series that end with a figure, from the top */
	double *label_places;
};

static const struct plot_value *last_value(const struct plot *plot, size_t series)
{
	return plot_value(plot, series, plot->category_count - 1);
}

static bool is_joined(const struct plot *plot, size_t series, size_t category)
{
	return category > 0 && !plot->categories[category].after_gap &&
	       value_state_is_shown(plot_value(plot, series, category)->state) &&
	       value_state_is_shown(plot_value(plot, series, category - 1)->state);
}

static void draw_line(struct canvas *canvas, const struct trend *trend, size_t series)
{
	const struct plot *plot = canvas->plot;
	struct line_style style = style_of(plot->series[series].emphasis);
	struct scene_path *path = scene_stroke(canvas->scene, PART_LINE,
					       canvas_colour(canvas, style.colour), style.width);
	bool open = false;

	path->round_ends = !style.dashed;
	if (style.dashed) {
		path->dash[0] = 5;
		path->dash[1] = 3;
	}
	for (size_t i = 0; i < plot->category_count; i++) {
		double x = column_middle(&trend->places, i), y;

		if (!value_state_is_shown(plot_value(plot, series, i)->state))
			continue;
		y = scale_place(&trend->places.scale, plot_value(plot, series, i)->value);
		open = is_joined(plot, series, i);
		if (open)
			path_line(canvas->scene, path, x, y);
		else
			path_move(canvas->scene, path, x, y);
	}
}

static bool has_neighbour(const struct plot *plot, size_t series, size_t category)
{
	return is_joined(plot, series, category) ||
	       (category + 1 < plot->category_count && is_joined(plot, series, category + 1));
}

static void draw_points(struct canvas *canvas, const struct trend *trend, size_t series)
{
	const struct plot *plot = canvas->plot;
	struct line_style style = style_of(plot->series[series].emphasis);

	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, series, i);
		double x = column_middle(&trend->places, i);
		bool shown = value_state_is_shown(value->state);

		/* A point without neighbours would vanish if it had no marker. */
		if (!shown || (!style.markers && has_neighbour(plot, series, i) &&
			       value->state == VALUE_SHOWN))
			continue;
		if (style.markers && value->has_interval) {
			struct whisker whisker = {
				.low = scale_place(&trend->places.scale, value->lower),
				.high = scale_place(&trend->places.scale, value->upper),
				.across = x,
				.cap = cap,
				.dashed = value->state == VALUE_UNRELIABLE,
			};

			canvas_whisker(canvas, &whisker);
		}
		canvas_dot(canvas, x, scale_place(&trend->places.scale, value->value), marker,
			   style.colour, style.ring || value->state == VALUE_UNRELIABLE);
	}
}

/* -- names and last values at the right ------------------------------------------------------- */

static void order_labels(struct canvas *canvas, struct trend *trend)
{
	const struct plot *plot = canvas->plot;

	trend->order = arena_array(canvas->arena, plot->series_count, sizeof(*trend->order));
	trend->label_places =
		arena_array(canvas->arena, plot->series_count, sizeof(*trend->label_places));
	for (size_t s = 0; s < plot->series_count; s++) {
		size_t at = trend->label_count;

		if (!value_state_is_shown(last_value(plot, s)->state))
			continue;
		while (at > 0 &&
		       last_value(plot, trend->order[at - 1])->value < last_value(plot, s)->value) {
			trend->order[at] = trend->order[at - 1];
			at--;
		}
		trend->order[at] = s;
		trend->label_count++;
	}
}

static bool is_strong(enum plot_emphasis emphasis)
{
	return emphasis == EMPHASIS_FIRST || emphasis == EMPHASIS_LAST;
}

static enum colour_role label_colour(enum plot_emphasis emphasis)
{
	/* The second series is named in black: its own colour is too light for text. */
	return emphasis == EMPHASIS_FIRST     ? COLOUR_MARK
	       : emphasis == EMPHASIS_CONTEXT ? COLOUR_SECONDARY
					      : COLOUR_TEXT;
}

static double label_room(struct canvas *canvas, double *value_width)
{
	const struct plot *plot = canvas->plot;
	double names = 0;

	*value_width = 0;
	for (size_t s = 0; s < plot->series_count; s++) {
		int font = is_strong(plot->series[s].emphasis) ? canvas->strong : canvas->text;

		if (!value_state_is_shown(last_value(plot, s)->state))
			continue;
		names = fmax(names, canvas_width(canvas, font, plot->series[s].label));
		*value_width =
			fmax(*value_width, canvas_width(canvas, font, last_value(plot, s)->text));
	}
	return names;
}

static void draw_labels(struct canvas *canvas, struct trend *trend)
{
	const struct plot *plot = canvas->plot;
	struct panel *panel = &trend->places.panel;
	double end = column_middle(&trend->places, plot->category_count - 1);
	struct scene_path *leaders;

	for (size_t i = 0; i < trend->label_count; i++)
		trend->label_places[i] =
			scale_place(&trend->places.scale, last_value(plot, trend->order[i])->value);
	spread_places(trend->label_places, trend->label_count, label_spacing, panel->top,
		      panel->bottom - 2);
	leaders = scene_stroke(canvas->scene, PART_LEADER, canvas_colour(canvas, COLOUR_CONTEXT),
			       0.5);
	for (size_t i = 0; i < trend->label_count; i++) {
		double from =
			scale_place(&trend->places.scale, last_value(plot, trend->order[i])->value);

		path_move(canvas->scene, leaders, end + leader_start, from);
		path_line(canvas->scene, leaders, end + leader_length, trend->label_places[i]);
	}
	for (size_t i = 0; i < trend->label_count; i++) {
		const struct plot_series *series = &plot->series[trend->order[i]];
		int font = is_strong(series->emphasis) ? canvas->strong : canvas->text;
		double base = trend->label_places[i] + canvas_middle(canvas, font);

		canvas_paragraph(canvas, PART_SERIES_LABEL, label_colour(series->emphasis),
				 canvas_wrap(canvas, font, series->label,
					     trend->value_right - trend->name_left, ALIGN_LEFT),
				 trend->name_left, base);
		canvas_text(canvas, PART_VALUE_LABEL, font, label_colour(series->emphasis),
			    LABEL_RIGHT, canvas->width, base,
			    last_value(plot, trend->order[i])->text);
	}
}

/* -- first values and missing points ---------------------------------------------------------- */

/* The first value of the two series in focus, above the upper and below the lower of them. */
static void draw_first_values(struct canvas *canvas, const struct trend *trend)
{
	const struct plot *plot = canvas->plot;
	double values[2], capital = 2 * canvas_middle(canvas, canvas->strong);
	size_t series[2], count = 0;

	for (size_t s = 0; s < plot->series_count && count < 2; s++) {
		const struct plot_value *value = plot_value(plot, s, 0);

		if (is_strong(plot->series[s].emphasis) && value_state_is_shown(value->state)) {
			values[count] = value->value;
			series[count++] = s;
		}
	}
	for (size_t i = 0; i < count; i++) {
		const struct plot_value *value = plot_value(plot, series[i], 0);
		bool below = count == 2 &&
			     (values[i] < values[1 - i] || (values[i] == values[1 - i] && i == 1));
		double edge = value->value, x = column_middle(&trend->places, 0), y;
		double width = canvas_width(canvas, canvas->strong, value->text);

		if (value->has_interval)
			edge = below ? value->lower : value->upper;
		y = scale_place(&trend->places.scale, edge);
		y = below ? y + capital + 6 : y - 6;
		if (y > trend->places.panel.bottom - 2)
			continue;
		x = fmax(x, width / 2);
		canvas_value(canvas, canvas->strong, label_colour(plot->series[series[i]].emphasis),
			     x - width / 2, y, value->text);
	}
}

/* Marks of what is not shown, under the period, once for every kind of mark. */
static void draw_states(struct canvas *canvas, const struct trend *trend, double base)
{
	const struct plot *plot = canvas->plot;

	for (size_t i = 0; i < plot->category_count; i++) {
		const char *marks = "";

		for (size_t s = 0; s < plot->series_count; s++) {
			const struct plot_value *value = plot_value(plot, s, i);

			if (!value_state_is_shown(value->state) &&
			    value->state != VALUE_NOT_APPLICABLE &&
			    strstr(marks, value->text) == NULL)
				marks = arena_printf(canvas->arena, "%s%s", marks, value->text);
		}
		if (marks[0] != '\0')
			canvas_text(canvas, PART_STATE_MARK, canvas->tick, COLOUR_SECONDARY,
				    LABEL_CENTRE, column_middle(&trend->places, i), base, marks);
	}
}

static bool has_states(const struct plot *plot)
{
	for (size_t i = 0; i < plot->series_count * plot->category_count; i++)
		if (!value_state_is_shown(plot->values[i].state) &&
		    plot->values[i].state != VALUE_NOT_APPLICABLE)
			return true;
	return false;
}

static void place(struct canvas *canvas, struct trend *trend)
{
	double values, names = label_room(canvas, &values), room;
	struct panel *panel = &trend->places.panel;
	size_t lines = 1;

	trend->places.labels = arena_array(canvas->arena, canvas->plot->category_count,
					   sizeof(*trend->places.labels));
	panel->left = axis_tick_width(canvas, &trend->places.scale) + 6;
	room = canvas->width - panel->left - least_plot_width - values - value_gap - leader_length -
	       name_gap;
	names = fmin(names, fmax(room, 40));
	panel->right = canvas->width - values - value_gap - names - name_gap - leader_length + 4;
	trend->places.slot = (panel->right - panel->left) / (double)canvas->plot->category_count;
	trend->name_left = panel->right - trend->places.slot / 2 + leader_length + name_gap;
	trend->value_right = canvas->width - values - value_gap;
	panel->top = axis_title(canvas) + canvas->line_pt * 0.5;
	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		trend->places.labels[i] =
			canvas_wrap(canvas, canvas->tick, canvas->plot->categories[i].label,
				    trend->places.slot - 3, ALIGN_CENTRE);
		if (trend->places.labels[i]->count > lines)
			lines = trend->places.labels[i]->count;
	}
	panel->bottom = canvas->height - canvas->line_pt * (double)lines - 5 -
			(has_states(canvas->plot) ? canvas->line_pt : 0);
	trend->places.scale.from = panel->bottom;
	trend->places.scale.to = panel->top;
}

static void draw_frame(struct canvas *canvas, const struct trend *trend)
{
	const struct panel *panel = &trend->places.panel;
	struct scene_path *ticks;
	size_t lines = 0;

	axis_vertical(canvas, &trend->places.scale, panel);
	ticks = scene_stroke(canvas->scene, PART_AXIS, canvas_colour(canvas, COLOUR_AXIS), 0.75);
	path_move(canvas->scene, ticks, panel->left, panel->bottom);
	path_line(canvas->scene, ticks, panel->right, panel->bottom);
	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		double x = column_middle(&trend->places, i);

		path_move(canvas->scene, ticks, x, panel->bottom);
		path_line(canvas->scene, ticks, x, panel->bottom + 3);
		if (trend->places.labels[i]->count > lines)
			lines = trend->places.labels[i]->count;
	}
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		canvas_paragraph(canvas, PART_TICK_LABEL, COLOUR_SECONDARY, trend->places.labels[i],
				 panel->left + trend->places.slot * (double)i + 1.5,
				 panel->bottom + canvas->line_pt + 1);
	if (has_states(canvas->plot))
		draw_states(canvas, trend,
			    panel->bottom + 1 + canvas->line_pt * (double)(lines + 1));
}

/* Many series need height for their names. */
static void fit_height(struct canvas *canvas, const struct trend *trend)
{
	double needed = label_spacing * (double)trend->label_count + canvas->line_pt * 5;

	canvas->height = fmax(canvas->height, needed);
	canvas->scene->height = canvas->height;
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct trend trend = { 0 };

	if (!axis_scale(plot, false, 4, &trend.places.scale)) {
		axis_empty(canvas);
		return;
	}
	order_labels(canvas, &trend);
	fit_height(canvas, &trend);
	place(canvas, &trend);
	draw_frame(canvas, &trend);
	for (size_t s = 0; s < plot->series_count; s++)
		if (!is_strong(plot->series[s].emphasis))
			draw_line(canvas, &trend, s);
	for (size_t s = 0; s < plot->series_count; s++)
		if (is_strong(plot->series[s].emphasis))
			draw_line(canvas, &trend, s);
	for (size_t s = 0; s < plot->series_count; s++)
		draw_points(canvas, &trend, s);
	draw_first_values(canvas, &trend);
	draw_labels(canvas, &trend);
}

const struct chart_kind chart_trend = {
	.name = "trend",
	.shape = SHAPE_GROUPS_OVER_TIME,
	.has_points = true,
	.draw = draw,
};
