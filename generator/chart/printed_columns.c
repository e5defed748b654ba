#include "chart/printed_columns.h"

#include <math.h>

#include "base/arena.h"

static const double column_gap = 10, most_share = 0.5;

static int font_of(const struct canvas *canvas, const struct printed_column *column,
		   size_t category)
{
	return column->strong || canvas->plot->categories[category].emphasised ? canvas->strong
									       : canvas->text;
}

/* 0 when nothing is printed in it. */
static double width_of(const struct canvas *canvas, const struct printed_column *column)
{
	double width = 0;

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		width = fmax(width,
			     canvas_width(canvas, font_of(canvas, column, i), column->text[i]));
	return width > 0 ? fmax(width, canvas_width(canvas, canvas->text, column->heading)) : 0;
}

double printed_columns_place(struct canvas *canvas, struct printed_column *columns, size_t count)
{
	double taken = 0, right;
	size_t kept = 0;

	for (; kept < count; kept++) {
		double width = width_of(canvas, &columns[kept]);

		columns[kept].right = 0;
		if (width == 0)
			continue;
		if (kept > 0 && taken + width + column_gap > most_share * canvas->width)
			break;
		columns[kept].right = width;
		taken += width + column_gap;
	}
	for (size_t i = kept; i < count; i++)
		columns[i].right = 0;
	right = canvas->width - taken;
	for (size_t i = 0; i < kept; i++)
		if (columns[i].right > 0) {
			right += columns[i].right + column_gap;
			columns[i].right = right;
		}
	return taken > 0 ? canvas->width - taken : canvas->width;
}

void printed_columns_draw(struct canvas *canvas, const struct printed_column *columns, size_t count,
			  const struct rows *rows, double head_base)
{
	for (size_t c = 0; c < count; c++) {
		const struct printed_column *column = &columns[c];

		if (column->right == 0)
			continue;
		if (column->heading[0] != '\0')
			canvas_text(canvas, PART_HEADING, canvas->text, COLOUR_SECONDARY,
				    LABEL_RIGHT, column->right, head_base, column->heading);
		for (size_t i = 0; i < canvas->plot->category_count; i++) {
			const char *text = column->text[i];

			if (text[0] != '\0')
				canvas_text(canvas, PART_VALUE_LABEL, font_of(canvas, column, i),
					    text[0] == '[' ? COLOUR_SECONDARY : COLOUR_TEXT,
					    LABEL_RIGHT, column->right,
					    row_base(canvas, &rows->items[i], canvas->text), text);
		}
	}
}

const char *const *printed_values(const struct canvas *canvas, size_t series)
{
	const struct plot *plot = canvas->plot;
	const char **text = arena_array(canvas->arena, plot->category_count, sizeof(*text));

	for (size_t i = 0; i < plot->category_count; i++)
		text[i] = plot_value(plot, series, i)->text;
	return text;
}

const char *const *printed_intervals(const struct canvas *canvas, size_t series)
{
	const struct plot *plot = canvas->plot;
	const char **text = arena_array(canvas->arena, plot->category_count, sizeof(*text));

	for (size_t i = 0; i < plot->category_count; i++)
		text[i] = plot_value(plot, series, i)->interval;
	return text;
}

const char *const *printed_notes(const struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	const char **text = arena_array(canvas->arena, plot->category_count, sizeof(*text));

	for (size_t i = 0; i < plot->category_count; i++)
		text[i] = plot->categories[i].note;
	return text;
}
