/*
 * printed_columns.h - columns of printed text at the right of rows: a value, its interval, a running share.
 *
 * Text is right-aligned under right-aligned headings. The first column always stands; those behind it give way,
 * the last first, where all of them would take too much of the width.
 */
#ifndef GRADIENT_CHART_PRINTED_COLUMNS_H
#define GRADIENT_CHART_PRINTED_COLUMNS_H

#include "chart/rows.h"

struct printed_column {
	const char *heading;     /* "" if none */
	const char *const *text; /* one for every category, "" for nothing */
	bool strong;             /* else only those of emphasised categories are */
	double right;            /* set when placed; 0 = it gave way, or is empty */
};

/* Returns where the room for everything else ends; the width of the canvas when nothing is printed. */
double printed_columns_place(struct canvas *canvas, struct printed_column *columns, size_t count);

/* Draws headings on a base line, and text in its rows. */
void printed_columns_draw(struct canvas *canvas, const struct printed_column *columns, size_t count,
			  const struct rows *rows, double head_base);

/* The values of a series as they are printed, and their intervals. */
const char *const *printed_values(const struct canvas *canvas, size_t series);
const char *const *printed_intervals(const struct canvas *canvas, size_t series);
const char *const *printed_notes(const struct canvas *canvas);

#endif
