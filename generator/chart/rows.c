#include "chart/rows.h"

#include <math.h>

#include "base/arena.h"
#include "chart/reference_lines.h"
#include "chart/words_row.h"

static const double line_clear = 2;
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

double *rows_middles(struct canvas *canvas, const struct rows *rows)
{
	double *middles =
		arena_array(canvas->arena, canvas->plot->category_count, sizeof(*middles));

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		middles[i] = row_middle(&rows->items[i]);
	return middles;
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

double rows_lines_room(struct canvas *canvas, double width)
{
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t count = reference_lines(canvas->plot, lines), needed = 0;

	for (size_t i = 0; i < count; i++)
		if (lines[i].label[0] != '\0')
			needed +=
				canvas_wrap(canvas, canvas->text, lines[i].label, width, ALIGN_LEFT)
					->count;
	return needed > 0 ? canvas->line_pt * (double)needed + 2 : 0;
}

/* Names in the order of their lines: each is a word of a row over its line. */
static size_t names_of_lines(struct canvas *canvas, const struct scale *scale,
			     struct reference_line *lines, struct row_word *words)
{
	size_t count = reference_lines(canvas->plot, lines);

	for (size_t i = 1; i < count; i++) {
		struct reference_line moved = lines[i];
		size_t at = i;

		for (; at > 0 && moved.value < lines[at - 1].value; at--)
			lines[at] = lines[at - 1];
		lines[at] = moved;
	}
	for (size_t i = 0; i < count; i++)
		words[i] = (struct row_word){ .text = lines[i].label,
					      .middle = scale_place(scale, lines[i].value),
					      .font = canvas->text,
					      .colour = COLOUR_TEXT,
					      .part = PART_REFERENCE_LABEL };
	return count;
}

void rows_lines(struct canvas *canvas, const struct scale *scale, const struct panel *panel,
		double left, double right, double base, bool over_bars)
{
	struct reference_line lines[REFERENCE_LINES_MOST];
	struct row_word words[REFERENCE_LINES_MOST];
	size_t count = names_of_lines(canvas, scale, lines, words);
	struct words_row row;

	if (count == 0)
		return;
	row = words_row_place(canvas, words, count,
			      (struct row_bounds){ left, right, right - left });
	for (size_t i = 0; i < count; i++) {
		double x = words[i].middle;

		reference_line_draw(canvas, &lines[i], (struct point){ x, base + 3 },
				    (struct point){ x, panel->bottom }, over_bars);
	}
	words_row_draw(canvas, &row, base - words_row_height(canvas, &row));
}

double rows_beyond_lines(struct canvas *canvas, const struct scale *scale, double left,
			 double width)
{
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t count = reference_lines(canvas->plot, lines);
	double moved = left;

	for (size_t i = 0; i < count * count; i++) {
		double x = scale_place(scale, lines[i % count].value);

		if (x > moved - line_clear && x < moved + width + line_clear)
			moved = x + line_clear + 1;
	}
	return moved + width > canvas->width ? left : moved;
}
