/*
 * trend_periods.c - the words under the axis of a trend: periods, and marks of what is not shown in them.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "chart/trend_words.h"

static const double period_gap = 12, period_space = 3, least_period_width = 40;

enum { PERIOD_LINES_MOST = 3 };

static bool on_one_line(struct canvas *canvas, const struct trend *trend)
{
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		if (canvas_width(canvas, canvas->tick, canvas->plot->categories[i].label) +
			    period_gap >
		    trend->slot)
			return false;
	return true;
}

static double widest_word(struct canvas *canvas)
{
	double widest = 0;

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		widest = fmax(widest, canvas_widest_word(canvas, canvas->tick,
							 canvas->plot->categories[i].label));
	return widest;
}

/*
 * Labels of every period that is a multiple of step before the last. False when they do not fit. Labels on one
 * line read as one when they stand close: then they are broken into lines.
 */
static bool wrap_periods(struct canvas *canvas, struct trend *trend, size_t step)
{
	size_t count = canvas->plot->category_count;
	double width = trend->slot * (double)step - period_gap;

	if (width < widest_word(canvas) + 0.1)
		width = trend->slot * (double)step - period_space;
	/* One label alone may be wider than its slot. */
	if (step == count)
		width = fmax(width, least_period_width);
	trend->period_width = width;
	for (size_t i = 0; i < count; i++) {
		const char *label = canvas->plot->categories[i].label;

		trend->periods[i] = NULL;
		if ((count - 1 - i) % step != 0)
			continue;
		if (canvas_widest_word(canvas, canvas->tick, label) > width - 0.1 && step < count)
			return false;
		trend->periods[i] = canvas_wrap(canvas, canvas->tick, label, width, ALIGN_CENTRE);
		if (trend->periods[i]->count > PERIOD_LINES_MOST && step < count)
			return false;
	}
	return true;
}

double trend_place_periods(struct canvas *canvas, struct trend *trend)
{
	size_t count = canvas->plot->category_count, lines = 1, step = 1;

	trend->periods = arena_array(canvas->arena, count, sizeof(struct text_paragraph *));
	/* In a small panel the first and the last say enough. */
	if (canvas->plot->panel_title != NULL && count > 1 &&
	    wrap_periods(canvas, trend, count - 1) && trend->periods[0]->count <= 2)
		return canvas->line_pt * (double)trend->periods[0]->count;
	if (!on_one_line(canvas, trend) || !wrap_periods(canvas, trend, 1))
		while (step < count && !wrap_periods(canvas, trend, step))
			step++;
	if (step == count)
		wrap_periods(canvas, trend, step);
	for (size_t i = 0; i < count; i++)
		if (trend->periods[i] != NULL && trend->periods[i]->count > lines)
			lines = trend->periods[i]->count;
	return canvas->line_pt * (double)lines;
}

/* Marks of what is not shown, under the period, once for every kind of mark. */
static const char *marks_of(struct canvas *canvas, size_t period)
{
	const char *marks = "";

	for (size_t s = 0; s < canvas->plot->series_count; s++) {
		const struct plot_value *value = plot_value(canvas->plot, s, period);

		if (!value_state_is_shown(value->state) && value->state != VALUE_NOT_APPLICABLE &&
		    strstr(marks, value->text) == NULL)
			marks = arena_printf(canvas->arena, "%s%s", marks, value->text);
	}
	return marks;
}

double trend_place_states(struct canvas *canvas, struct trend *trend)
{
	size_t count = canvas->plot->category_count;
	struct row_word *words = arena_array(canvas->arena, count, sizeof(*words));

	for (size_t i = 0; i < count; i++)
		words[i] = (struct row_word){ .text = marks_of(canvas, i),
					      .middle = trend_x(trend, i),
					      .font = canvas->tick,
					      .colour = COLOUR_SECONDARY,
					      .part = PART_STATE_MARK };
	trend->states = words_row_place(canvas, words, count,
					(struct row_bounds){ 0, canvas->width, canvas->width });
	return words_row_height(canvas, &trend->states);
}
