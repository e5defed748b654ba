/*
 * words_row.h - words that stand under the places they belong to: side by side where they fit, on several
 * levels where they would touch.
 */
#ifndef GRADIENT_CHART_WORDS_ROW_H
#define GRADIENT_CHART_WORDS_ROW_H

#include "chart/canvas.h"

struct row_word {
	const char *text; /* "" = nothing here */
	double middle;    /* of the place it belongs to */
	int font;
	enum colour_role colour;
	enum scene_part part;
};

struct placed_word {
	const struct row_word *word;
	struct text_paragraph *paragraph;
	double left;
	size_t level;
};

struct words_row {
	struct placed_word *items;
	size_t count;
	size_t *level_lines; /* of text on a level */
	size_t level_count;
};

/* The words stay between low and high; longer ones than most_width are broken into lines. */
struct row_bounds {
	double low, high, most_width;
};

struct words_row words_row_place(struct canvas *canvas, const struct row_word *words, size_t count,
				 struct row_bounds bounds);

double words_row_height(const struct canvas *canvas, const struct words_row *row);

/* top: that of the first level. */
void words_row_draw(struct canvas *canvas, const struct words_row *row, double top);

#endif
