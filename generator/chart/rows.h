/*
 * rows.h - charts that lie on their side: a row a category, its name at the left.
 */
#ifndef GRADIENT_CHART_ROWS_H
#define GRADIENT_CHART_ROWS_H

#include "chart/axis.h"

struct row_place {
	struct text_paragraph *label;
	double top, height; /* of the row */
};

struct rows {
	struct row_place *items; /* one for every category */
	double label_width;      /* of the column of names */
	double bottom;           /* of the last row */
};

struct rows_options {
	double most_label_width;
	double least_height; /* of a row */
	double top;          /* of the first row */
};

/* Breaks the names into lines and stacks the rows. */
struct rows rows_place(struct canvas *canvas, struct rows_options options);

/* Left end of the panel: clear of the names, with room for half of the first tick's label. */
double rows_panel_left(struct canvas *canvas, const struct rows *rows, const struct scale *scale);

/* The right-most end of the panel: half of the last tick's label hangs over it. */
double rows_panel_right(struct canvas *canvas, const struct scale *scale);

/* Draws the names, each in the middle of its row. */
void rows_labels(struct canvas *canvas, const struct rows *rows);

double row_middle(const struct row_place *row);

/* Those of all rows. */
double *rows_middles(struct canvas *canvas, const struct rows *rows);

/* Base line of one line of text in the middle of a row. */
double row_base(const struct canvas *canvas, const struct row_place *row, int font);

/* Head room for the names of lines across when they have so much width; 0 when there are none. */
double rows_lines_room(struct canvas *canvas, double width);

/*
 * The lines up the panel, their names above them, kept inside left and right; base: base line of the lowest
 * of the names, which take what rows_lines_room() says; over_bars: they are seen on dark ground, too.
 */
void rows_lines(struct canvas *canvas, const struct scale *scale, const struct panel *panel,
		double left, double right, double base, bool over_bars);

/*
 * The left end of a value of such a width beyond lines that would run through it; left itself where that has no
 * room: the lines stop at it then.
 */
double rows_beyond_lines(struct canvas *canvas, const struct scale *scale, double left,
			 double width);

#endif
