#include "chart/columns.h"

#include <math.h>

#include "base/arena.h"

static const double tick_gap = 6, label_gap = 8, least_tick_width = 24, least_panel = 40;

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
	places->names_top = places->panel.bottom;
	return true;
}

static bool values_fit(struct canvas *canvas, const struct column_places *places)
{
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		if (canvas_width(canvas, canvas->strong,
				 canvas_value_text(canvas, plot_value(canvas->plot, 0, i))) >
		    places->slot - 4)
			return false;
	return true;
}

bool columns_place(struct canvas *canvas, struct column_places *places)
{
	const struct plot *plot = canvas->plot;
	double ticks = fmax(axis_tick_width(canvas, &places->scale), least_tick_width);
	double names = 0;

	places->side_count = side_labels_of_lines(canvas, places->sides);
	if (places->side_count > 0)
		names = side_labels_measure(canvas, places->sides, places->side_count);
	names += names > 0 ? label_gap : 0;
	places->panel = (struct panel){
		.left = ticks + tick_gap,
		.right = canvas->width - names,
		.top = axis_title_height(canvas) + canvas->line_pt * 0.5,
	};
	places->slot = (places->panel.right - places->panel.left) / (double)plot->category_count;
	if (!values_fit(canvas, places) || !place_names(canvas, places) ||
	    places->panel.bottom < places->panel.top + least_panel)
		return false;
	columns_shrink(places, 0, 0);
	return true;
}

void columns_shrink(struct column_places *places, double above, double below)
{
	places->panel.top += above;
	places->panel.bottom -= below;
	places->scale.from = places->panel.bottom;
	places->scale.to = places->panel.top;
}

double column_middle(const struct column_places *places, size_t category)
{
	return places->panel.left + places->slot * ((double)category + 0.5);
}

void columns_frame(struct canvas *canvas, const struct column_places *places)
{
	double base = places->names_top + canvas->line_pt + 1;

	axis_title(canvas);
	axis_vertical(canvas, &places->scale, &places->panel);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		canvas_paragraph(canvas, PART_GROUP_LABEL, COLOUR_TEXT, places->labels[i],
				 places->panel.left + places->slot * (double)i + 2, base);
}

void columns_lines(struct canvas *canvas, const struct column_places *places)
{
	struct reference_line lines[REFERENCE_LINES_MOST];
	struct side_label labels[REFERENCE_LINES_MOST];
	size_t count = reference_lines(canvas->plot, lines);

	for (size_t i = 0; i < count; i++) {
		double y = scale_place(&places->scale, lines[i].value);

		labels[i] = places->sides[i];
		labels[i].place = y;
		reference_line_draw(canvas, &lines[i], (struct point){ places->panel.left, y },
				    (struct point){ places->panel.right, y }, true);
	}
	side_labels_draw(canvas, labels, count, places->panel.right + label_gap,
			 axis_title_height(canvas), canvas->height);
}
