#include "chart/columns.h"

#include <math.h>

#include "base/arena.h"

static const double tick_gap = 6, label_gap = 8, least_tick_width = 24;

enum { NAME_LINES_MOST = 3 };

static bool place_names(struct canvas *canvas, struct column_places *places)
{
	const struct plot *plot = canvas->plot;
	size_t lines = 1;

	places->labels = arena_array(canvas->arena, plot->category_count, sizeof(*places->labels));
	for (size_t i = 0; i < plot->category_count; i++) {
		const struct text_span span = { .text = plot->categories[i].label,
						.font = canvas->text };
		double narrowest, widest;

		text_extents(canvas->engine, &span, 1, &narrowest, &widest);
		if (narrowest > places->slot - 4)
			return false;
		places->labels[i] = canvas_wrap(canvas, canvas->text, plot->categories[i].label,
						places->slot - 4, ALIGN_CENTRE);
		if (places->labels[i]->count > NAME_LINES_MOST)
			return false;
		if (places->labels[i]->count > lines)
			lines = places->labels[i]->count;
	}
	places->panel.bottom = canvas->height - canvas->line_pt * (double)lines - 5;
	return true;
}

bool columns_place(struct canvas *canvas, struct column_places *places)
{
	const struct plot *plot = canvas->plot;
	double ticks = fmax(axis_tick_width(canvas, &places->scale), least_tick_width);
	double reference =
		plot->has_reference
			? canvas_width(canvas, canvas->text, plot->reference_label) + label_gap
			: 0;

	places->panel = (struct panel){
		.left = ticks + tick_gap,
		.right = canvas->width - reference,
		.top = canvas->line_pt * 0.5,
	};
	if (plot->axis_title[0] != '\0') {
		struct text_paragraph *title = canvas_wrap(canvas, canvas->tick, plot->axis_title,
							   canvas->width, ALIGN_LEFT);

		places->panel.top += canvas->line_pt * (double)title->count + 4;
	}
	places->slot = (places->panel.right - places->panel.left) / (double)plot->category_count;
	if (!place_names(canvas, places) || places->panel.bottom < places->panel.top + 40)
		return false;
	places->scale.from = places->panel.bottom;
	places->scale.to = places->panel.top;
	return true;
}

double column_middle(const struct column_places *places, size_t category)
{
	return places->panel.left + places->slot * ((double)category + 0.5);
}

void columns_frame(struct canvas *canvas, const struct column_places *places)
{
	double base = places->panel.bottom + canvas->line_pt + 1;

	axis_title(canvas);
	axis_vertical(canvas, &places->scale, &places->panel);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		canvas_paragraph(canvas, PART_GROUP_LABEL, COLOUR_TEXT, places->labels[i],
				 places->panel.left + places->slot * (double)i + 2, base);
}

void columns_reference(struct canvas *canvas, const struct column_places *places)
{
	const struct plot *plot = canvas->plot;
	double y;

	if (!plot->has_reference)
		return;
	y = scale_place(&places->scale, plot->reference);
	canvas_reference(canvas, places->panel.left, y, places->panel.right, y);
	canvas_text(canvas, PART_REFERENCE_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT,
		    places->panel.right + label_gap, y + canvas_middle(canvas, canvas->text),
		    plot->reference_label);
}
