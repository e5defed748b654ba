#include "chart/rows.h"

#include <math.h>

#include "base/arena.h"

static const double label_gap = 8;

struct rows rows_place(struct canvas *canvas, struct rows_options options)
{
	const struct plot *plot = canvas->plot;
	struct rows rows = { .items = arena_array(canvas->arena, plot->category_count,
						  sizeof(*rows.items)) };
	double y = options.top;

	for (size_t i = 0; i < plot->category_count; i++)
		rows.label_width = fmax(rows.label_width, canvas_width(canvas, canvas->text,
								       plot->categories[i].label));
	rows.label_width = fmin(rows.label_width + 1, options.most_label_width);
	for (size_t i = 0; i < plot->category_count; i++) {
		struct row_place *row = &rows.items[i];

		row->label = canvas_wrap(canvas, canvas->text, plot->categories[i].label,
					 rows.label_width, ALIGN_LEFT);
		row->top = y;
		row->height =
			fmax(options.least_height, canvas->line_pt * (double)row->label->count + 2);
		y += row->height;
	}
	rows.bottom = y;
	rows.label_width += label_gap;
	return rows;
}

double rows_panel_left(struct canvas *canvas, const struct rows *rows, const struct scale *scale)
{
	const char *first = axis_tick_text(canvas, scale, scale->ticks[0]);

	return fmax(rows->label_width, canvas_width(canvas, canvas->tick, first) / 2);
}

double rows_panel_right(struct canvas *canvas, const struct scale *scale)
{
	const char *last = axis_tick_text(canvas, scale, scale->ticks[scale->tick_count - 1]);

	return canvas->width - canvas_width(canvas, canvas->tick, last) / 2;
}

double row_middle(const struct row_place *row)
{
	return row->top + row->height / 2;
}

double row_base(const struct canvas *canvas, const struct row_place *row, int font)
{
	return row_middle(row) + canvas_middle(canvas, font);
}

void rows_labels(struct canvas *canvas, const struct rows *rows)
{
	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		const struct row_place *row = &rows->items[i];
		double above = canvas->line_pt * (double)(row->label->count - 1) / 2;

		canvas_paragraph(canvas, PART_GROUP_LABEL,
				 canvas_mark_colour(canvas, i) == COLOUR_MARK ? COLOUR_TEXT
									      : COLOUR_SECONDARY,
				 row->label, 0, row_base(canvas, row, canvas->text) - above);
	}
}

double rows_reference_room(const struct canvas *canvas)
{
	return canvas->plot->has_reference ? canvas->line_pt + 2 : 0;
}

void rows_reference(struct canvas *canvas, const struct scale *scale, const struct panel *panel,
		    double left, double right, double base)
{
	const struct plot *plot = canvas->plot;
	double x, label, width;

	if (!plot->has_reference)
		return;
	x = scale_place(scale, plot->reference);
	width = canvas_width(canvas, canvas->text, plot->reference_label);
	label = fmin(fmax(x - width / 2, left), right - width);
	canvas_reference(canvas, (struct point){ x, base + 3 }, (struct point){ x, panel->bottom },
			 true);
	canvas_text(canvas, PART_REFERENCE_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT, label,
		    base, plot->reference_label);
}
