#include "chart/trend_words.h"

#include <math.h>

static const double leader_start = 7, leader_end = 3, label_gap = 4;

static void draw_leaders(struct canvas *canvas, const struct trend *trend)
{
	double end = trend_x(trend, canvas->plot->category_count - 1);
	struct scene_path *leaders = scene_stroke(canvas->scene, PART_LEADER,
						  canvas_colour(canvas, COLOUR_CONTEXT), 0.5);

	for (size_t i = 0; i < trend->end_count; i++) {
		const struct end_label *label = &trend->ends[i];

		if (!label->shown || label->text[0] == '\0')
			continue;
		path_move(canvas->scene, leaders, end + leader_start,
			  scale_place(&trend->scale, label->value));
		path_line(canvas->scene, leaders, trend->name_left - leader_end,
			  label->top + canvas->line_pt / 2);
	}
}

static void draw_ends(struct canvas *canvas, const struct trend *trend)
{
	draw_leaders(canvas, trend);
	for (size_t i = 0; i < trend->end_count; i++) {
		const struct end_label *label = &trend->ends[i];
		double base = label->top + canvas->line_pt / 2 + canvas_middle(canvas, label->font);
		bool shown = label->last_shown;

		canvas_paragraph(canvas, PART_SERIES_LABEL, label->colour, label->name,
				 trend->name_left, base);
		if (label->last[0] != '\0')
			canvas_text(canvas, shown ? PART_VALUE_LABEL : PART_STATE_MARK,
				    shown ? label->font : canvas->text,
				    shown ? label->colour : COLOUR_SECONDARY, LABEL_RIGHT,
				    canvas->width, base, label->last);
	}
}

static void draw_firsts(struct canvas *canvas, const struct trend *trend)
{
	for (size_t i = 0; i < trend->first_count; i++) {
		const struct first_value *first = &trend->firsts[i];
		struct box box = trend_first_box(canvas, trend, first);

		/* Under the lowest line there may be no room over the axis, and few points none at all. */
		if (box.y + box.height < trend->panel.bottom - 2 &&
		    box.x + box.width < trend->name_left - label_gap)
			canvas_value(
				canvas, canvas->strong,
				trend_label_colour(canvas->plot->series[first->series].emphasis),
				box.x, box.y + box.height,
				canvas_value_text(canvas,
						  plot_value(canvas->plot, first->series, 0)));
	}
}

/* From the last to the first; returns the height of the lines. */
static double draw_periods(struct canvas *canvas, const struct trend *trend)
{
	double next = canvas->width + label_gap;
	size_t lines = 0;

	for (size_t i = canvas->plot->category_count; i-- > 0;) {
		struct text_paragraph *label = trend->periods[i];
		double left, beside;

		if (label == NULL)
			continue;
		/* Its words stand in the middle of its width, which may reach over the edge. */
		beside = (trend->period_width - label->width) / 2;
		left = fmin(trend_x(trend, i) - label->width / 2, canvas->width - label->width);
		left = fmax(left, 0);
		if (left + label->width + label_gap / 2 > next)
			continue;
		next = left;
		canvas_paragraph(canvas, PART_TICK_LABEL, COLOUR_SECONDARY, label, left - beside,
				 trend->panel.bottom + canvas->line_pt + 1);
		if (label->count > lines)
			lines = label->count;
	}
	return canvas->line_pt * (double)lines;
}

void trend_words(struct canvas *canvas, const struct trend *trend)
{
	double top = trend->panel.bottom + 1 + draw_periods(canvas, trend);

	words_row_draw(canvas, &trend->states, top);
	draw_firsts(canvas, trend);
	draw_ends(canvas, trend);
}
