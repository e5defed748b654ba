#include <math.h>

#include "base/arena.h"
#include "chart/reference_lines.h"
#include "chart/spread.h"
#include "chart/trend_words.h"

static const double leader_length = 17, name_gap = 3, value_gap = 10, label_space = 0.5;
static const double least_plot_width = 90, least_name_width = 40, over_end = 13, least_panel = 60;
static const double tick_gap = 6, above_first = 6;
static const double least_lines = 60, marker_room = 5, most_names = 0.36, long_word = 110;

/* So small a share of the scale is on the axis, to the eye; points. */
static const double along_axis = 0.01, off_axis = 4;

enum { ATTEMPTS = 12 };

double trend_x(const struct trend *trend, size_t period)
{
	return trend->panel.left + trend->slot * ((double)period + 0.5);
}

bool trend_is_strong(enum plot_emphasis emphasis)
{
	return emphasis == EMPHASIS_FIRST || emphasis == EMPHASIS_LAST;
}

/* -- names at the ends ------------------------------------------------------------------------ */

static const struct plot_value *last_value(const struct plot *plot, size_t series)
{
	return plot_value(plot, series, plot->category_count - 1);
}

enum colour_role trend_label_colour(enum plot_emphasis emphasis)
{
	/* The second series is named in black: its own colour is too light for text. */
	return emphasis == EMPHASIS_FIRST     ? COLOUR_MARK
	       : emphasis == EMPHASIS_CONTEXT ? COLOUR_SECONDARY
					      : COLOUR_TEXT;
}

static struct end_label end_label_of(struct canvas *canvas, size_t series)
{
	const struct plot *plot = canvas->plot;
	const struct plot_value *last = last_value(plot, series);
	bool brief = plot->panel_title != NULL && plot->series_short != NULL;
	struct end_label label = { .text = brief ? plot->series_short[series]
						 : plot->series[series].label,
				   .last = canvas_value_text(canvas, last),
				   .last_shown = value_state_is_shown(last->state),
				   .colour = trend_label_colour(plot->series[series].emphasis),
				   .font = trend_is_strong(plot->series[series].emphasis)
						   ? canvas->strong
						   : canvas->text };

	for (size_t i = 0; i < plot->category_count; i++)
		if (value_state_is_shown(plot_value(plot, series, i)->state)) {
			label.shown = true;
			label.value = plot_value(plot, series, i)->value;
		}
	return label;
}

static bool stands_above(const struct end_label *a, const struct end_label *b)
{
	return a->shown && (!b->shown || a->value > b->value);
}

static void add_end(struct trend *trend, struct end_label label)
{
	size_t at = trend->end_count++;

	for (; at > 0 && stands_above(&label, &trend->ends[at - 1]); at--)
		trend->ends[at] = trend->ends[at - 1];
	trend->ends[at] = label;
}

/* In the order of their ends; those without any figure last; those that never applied are left out. */
static void order_ends(struct canvas *canvas, struct trend *trend)
{
	const struct plot *plot = canvas->plot;
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t line_count = reference_lines(plot, lines);

	trend->ends =
		arena_array(canvas->arena, plot->series_count + line_count, sizeof(*trend->ends));
	for (size_t s = 0; s < plot->series_count; s++) {
		struct end_label label = end_label_of(canvas, s);

		if (label.shown || last_value(plot, s)->state != VALUE_NOT_APPLICABLE)
			add_end(trend, label);
	}
	for (size_t i = 0; i < line_count; i++)
		add_end(trend, (struct end_label){ .text = lines[i].label,
						   .last = "",
						   .last_shown = true,
						   .colour = COLOUR_TEXT,
						   .font = canvas->text,
						   .value = lines[i].value,
						   .shown = true });
}

/* The widest of what cannot be broken in the names. */
static double narrowest_names(struct canvas *canvas, const struct trend *trend)
{
	double widest = 0;

	for (size_t i = 0; i < trend->end_count; i++)
		widest = fmax(widest,
			      canvas_widest_word(canvas, trend->ends[i].font, trend->ends[i].text));
	return widest;
}

/* Names take what the lines and the last values leave, and at least the widest word. */
static void place_ends(struct canvas *canvas, struct trend *trend)
{
	double names = 0, values = 0, room, least;

	for (size_t i = 0; i < trend->end_count; i++) {
		const struct end_label *end = &trend->ends[i];

		names = fmax(names, canvas_width(canvas, end->font, end->text));
		values = fmax(values, canvas_width(canvas, end->font, end->last));
	}
	room = canvas->width - trend->panel.left - least_plot_width - values - value_gap -
	       leader_length - name_gap;
	room = fmin(room, most_names * canvas->width);
	least = fmin(narrowest_names(canvas, trend) + 0.1, room + least_plot_width - least_lines);
	least = fmin(least, fmax(long_word, most_names * canvas->width));
	names = fmin(names + 0.1, fmax(room, fmax(least, least_name_width)));
	trend->name_left = canvas->width - values - (names > 1 ? value_gap : 0) - names;
	for (size_t i = 0; i < trend->end_count; i++) {
		struct end_label *end = &trend->ends[i];

		end->name = canvas_wrap(canvas, end->font, end->text, fmax(names, 1), ALIGN_LEFT);
		end->height = canvas->line_pt * fmax(1, (double)end->name->count) + label_space;
	}
}

static double ends_height(const struct trend *trend)
{
	double height = 0;

	for (size_t i = 0; i < trend->end_count; i++)
		height += trend->ends[i].height;
	return height;
}

/* -- first values ----------------------------------------------------------------------------- */

/* Those of the two lines in focus, above the upper and below the lower of them. */
static void choose_firsts(struct canvas *canvas, struct trend *trend)
{
	const struct plot *plot = canvas->plot;
	double values[2];

	for (size_t s = 0; s < plot->series_count && trend->first_count < 2; s++) {
		const struct plot_value *value = plot_value(plot, s, 0);

		if (!trend_is_strong(plot->series[s].emphasis) ||
		    !value_state_is_shown(value->state) || plot->category_count < 2)
			continue;
		values[trend->first_count] = value->value;
		trend->firsts[trend->first_count++] = (struct first_value){ .series = s };
	}
	if (trend->first_count == 2)
		trend->firsts[values[0] < values[1] ? 0 : 1].below = true;
}

struct box trend_first_box(struct canvas *canvas, const struct trend *trend,
			   const struct first_value *first)
{
	const struct plot *plot = canvas->plot;
	double capital = 2 * canvas_middle(canvas, canvas->strong), edge = 0;
	struct box box = { .width = canvas_width(
				   canvas, canvas->strong,
				   canvas_value_text(canvas, plot_value(plot, first->series, 0))),
			   .height = capital };
	bool any = false;

	box.x = fmax(trend_x(trend, 0) - box.width / 2, trend->panel.left + 1);
	/* Beyond all marks of the lines in focus that stand over or under the words. */
	for (size_t s = 0; s < plot->series_count; s++)
		for (size_t i = 0; i < plot->category_count; i++) {
			const struct plot_value *value = plot_value(plot, s, i);
			struct whisker whisker = axis_whisker(&trend->scale, value);
			double y;

			if (!trend_is_strong(plot->series[s].emphasis) ||
			    !value_state_is_shown(value->state) ||
			    trend_x(trend, i) > box.x + box.width + 3)
				continue;
			y = scale_place(&trend->scale, value->value);
			if (value->has_interval)
				y = first->below ? fmax(y, whisker.low) : fmin(y, whisker.high);
			edge = !any ? y : first->below ? fmax(edge, y) : fmin(edge, y);
			any = true;
		}
	box.y = first->below ? edge + above_first : edge - above_first - capital;
	return box;
}

/*
 * Where the scale begins: on the axis, or above it by so much that a line which runs along its beginning is not
 * drawn over by the axis. Panels on one scale have one beginning.
 */
static double place_of_low(const struct canvas *canvas, const struct trend *trend)
{
	const struct plot *plot = canvas->plot;
	double low, high;

	if (!plot_extent(plot, &low, &high))
		return trend->panel.bottom;
	if (plot->has_range)
		low = fmin(low, plot->range_low);
	return low - trend->scale.low > along_axis * (trend->scale.high - trend->scale.low)
		       ? trend->panel.bottom
		       : trend->panel.bottom - off_axis;
}

/* The panel with room above it for the first values, which shrinks it: found by trying. */
static void make_room(struct canvas *canvas, struct trend *trend)
{
	double least = axis_title_height(canvas) + 1;

	for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
		double above = 0;

		trend->scale.from = place_of_low(canvas, trend);
		trend->scale.to = trend->panel.top;
		for (size_t i = 0; i < trend->first_count; i++)
			if (!trend->firsts[i].below)
				above = fmax(above, least - trend_first_box(canvas, trend,
									    &trend->firsts[i])
								    .y);
		if (above < 0.01)
			break;
		trend->panel.top += above;
	}
	trend->scale.to = trend->panel.top;
}

/* -- the whole -------------------------------------------------------------------------------- */

/* Names as near as they can be to the ends of their lines without touching. */
static void spread_ends(struct canvas *canvas, struct trend *trend)
{
	double *tops = arena_array(canvas->arena, trend->end_count + 1, sizeof(*tops));
	double *heights = arena_array(canvas->arena, trend->end_count + 1, sizeof(*heights));
	double bottom = trend->panel.bottom + 4;

	for (size_t i = 0; i < trend->end_count; i++) {
		const struct end_label *end = &trend->ends[i];

		tops[i] = (end->shown ? scale_place(&trend->scale, end->value) : bottom) -
			  canvas->line_pt / 2;
		heights[i] = end->height;
	}
	spread_labels(tops, heights, trend->end_count, 0, axis_title_height(canvas), bottom);
	for (size_t i = 0; i < trend->end_count; i++)
		trend->ends[i].top = tops[i];
}

static bool has_names(const struct trend *trend)
{
	for (size_t i = 0; i < trend->end_count; i++)
		if (trend->ends[i].text[0] != '\0')
			return true;
	return false;
}

void trend_place(struct canvas *canvas, struct trend *trend)
{
	struct panel *panel = &trend->panel;
	double foot, end, states;

	order_ends(canvas, trend);
	panel->left = axis_tick_width(canvas, &trend->scale) + tick_gap;
	place_ends(canvas, trend);
	/* Half a slot lies on both sides of the points; the names begin a leader after the last. */
	end = trend->name_left - name_gap - leader_length;
	if (!has_names(trend))
		end = trend->name_left - name_gap - marker_room;
	trend->slot = (end - panel->left) / ((double)canvas->plot->category_count - 0.5);
	panel->right = has_names(trend) ? end + over_end : end;
	states = trend_place_states(canvas, trend);
	foot = trend_place_periods(canvas, trend) + states + 5;
	/* Panels on one scale are of one height, with marks under them or without. */
	if (canvas->plot->panel_title != NULL)
		canvas->height += states;
	panel->top = axis_title_height(canvas) + canvas->line_pt * 0.5;
	canvas->height =
		fmax(canvas->height, panel->top + foot + fmax(least_panel, ends_height(trend)));
	canvas->scene->height = canvas->height;
	panel->bottom = canvas->height - foot;
	choose_firsts(canvas, trend);
	make_room(canvas, trend);
	spread_ends(canvas, trend);
}
