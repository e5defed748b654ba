#include "chart/side_labels.h"

#include <math.h>

/* Of the width of the figure; a longer name is broken into lines. */
static const double most_share = 0.3, label_space = 2;

struct side_label side_label_of_reference(const struct canvas *canvas)
{
	return (struct side_label){
		.part_count = 1,
		.parts = { { canvas->plot->reference_label, canvas->text, COLOUR_TEXT,
			     PART_REFERENCE_LABEL, NULL } },
	};
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

/* A top as near as it can be to the one wanted. */
static double kept_inside(double wanted, double height, double top, double bottom)
{
	return fmax(top, fmin(wanted, bottom - height));
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

void side_labels_draw(struct canvas *canvas, const struct side_label *labels, size_t count,
		      double left, double top, double bottom)
{
	double tops[2], heights[2];

	for (size_t i = 0; i < count && i < 2; i++) {
		heights[i] = height_of(canvas, &labels[i]);
		tops[i] =
			kept_inside(labels[i].place - canvas->line_pt / 2, heights[i], top, bottom);
	}
	if (count == 2 && tops[0] < tops[1] + heights[1] + label_space &&
	    tops[1] < tops[0] + heights[0] + label_space) {
		bool below = labels[1].place > labels[0].place;

		/* Where the second finds no room on its side, the first gives way too. */
		tops[0] = below ? fmin(tops[0], bottom - heights[1] - label_space - heights[0])
				: fmax(tops[0], top + heights[1] + label_space);
		tops[1] = below ? tops[0] + heights[0] + label_space
				: tops[0] - label_space - heights[1];
	}
	for (size_t i = 0; i < count && i < 2; i++)
		draw_label(canvas, &labels[i], left, tops[i]);
}
