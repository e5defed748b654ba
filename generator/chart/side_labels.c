#include "chart/side_labels.h"

#include <math.h>

#include "chart/spread.h"

/* Of the width of the figure; a longer name is broken into lines. */
static const double most_share = 0.3, label_space = 2;

size_t side_labels_of_lines(const struct canvas *canvas, struct side_label *labels)
{
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t count = reference_lines(canvas->plot, lines);

	for (size_t i = 0; i < count; i++)
		labels[i] = (struct side_label){
			.part_count = 1,
			.parts = { { lines[i].label, canvas->text, COLOUR_TEXT,
				     PART_REFERENCE_LABEL, NULL } },
		};
	return count;
}

double side_labels_measure(struct canvas *canvas, struct side_label *labels, size_t count)
{
	double widest = 0;

	for (size_t i = 0; i < count; i++)
		for (size_t p = 0; p < labels[i].part_count; p++) {
			struct side_part *part = &labels[i].parts[p];

			part->paragraph = canvas_wrap(canvas, part->font, part->text,
						      canvas->width * most_share, ALIGN_LEFT);
			widest = fmax(widest, part->paragraph->width);
		}
	return widest;
}

static double height_of(const struct canvas *canvas, const struct side_label *label)
{
	double lines = 0;

	for (size_t p = 0; p < label->part_count; p++)
		lines += (double)label->parts[p].paragraph->count;
	return lines * canvas->line_pt;
}

double side_labels_height(const struct canvas *canvas, const struct side_label *labels,
			  size_t count)
{
	double height = 0;

	for (size_t i = 0; i < count; i++)
		height += height_of(canvas, &labels[i]) + (i > 0 ? label_space : 0);
	return height;
}

static void draw_label(struct canvas *canvas, const struct side_label *label, double left,
		       double top)
{
	for (size_t p = 0; p < label->part_count; p++) {
		const struct side_part *part = &label->parts[p];
		double base = top + canvas->line_pt / 2 + canvas_middle(canvas, part->font);

		canvas_paragraph(canvas, part->part, part->colour, part->paragraph, left, base);
		top += canvas->line_pt * (double)part->paragraph->count;
	}
}

/* Positions of the labels from the top; lines at one place keep the order of the list. */
static void order_by_place(const struct side_label *labels, size_t count, size_t *order)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = i;

		for (; at > 0 && labels[i].place < labels[order[at - 1]].place; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
}

void side_labels_draw(struct canvas *canvas, const struct side_label *labels, size_t count,
		      double left, double top, double bottom)
{
	double tops[SIDE_LABELS_MOST] = { 0 }, heights[SIDE_LABELS_MOST] = { 0 };
	size_t order[SIDE_LABELS_MOST];

	if (count > SIDE_LABELS_MOST)
		count = SIDE_LABELS_MOST;
	order_by_place(labels, count, order);
	for (size_t i = 0; i < count; i++) {
		heights[i] = height_of(canvas, &labels[order[i]]);
		tops[i] = labels[order[i]].place - canvas->line_pt / 2;
	}
	spread_labels(tops, heights, count, label_space, top, bottom);
	for (size_t i = 0; i < count; i++)
		draw_label(canvas, &labels[order[i]], left, tops[i]);
}
