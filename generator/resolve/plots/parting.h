/*
 * parting.h - a whole and its parts on the way to stacked bars; shared by parts*.c of this folder alone.
 */
#ifndef GRADIENT_RESOLVE_PLOTS_PARTING_H
#define GRADIENT_RESOLVE_PLOTS_PARTING_H

#include "base/diag.h"
#include "document/plot_parts.h"
#include "resolve/plots/maker.h"

enum { ROWS_MOST = 40, PARTS_LISTED_MOST = 12 };

struct part {
	int indicator, group; /* -1: that of the chart; GROUP_ALL: that of the row */
	const char *label;
	enum part_side side;
	bool unknown;
};

struct row {
	struct cell_key key;
	int group; /* GROUP_ALL: the total of the key */
	const char *label;
	bool unknown;
};

struct parting {
	struct part parts[PARTS_LISTED_MOST];
	size_t part_count;
	struct row rows[ROWS_MOST];
	size_t row_count;
	bool of_indicators, ordered;
};

/* The shown parts of one side of a row of the plot together, or of all sides. */
double parting_sum(const struct plot *plot, const struct parting *parting, size_t row,
		   enum part_side side, bool all);

/*
 * False after a diagnostic when the shown parts of a row are more than all, or one is below zero; says too when
 * they may be of different wholes. The plot is made.
 */
bool parting_is_whole(const struct chart *chart, const struct parting *parting);

/* True when every part has a side, and there are negative and positive ones. */
bool parting_has_sides(const struct parting *parting);

/* What the plot has of the sides of its parts, and their sums; the values of the plot are set. */
void parting_set_sides(struct chart *chart, const struct parting *parting);

/* A diagnostic at the list of indicators, or at the chart; always false. */
bool parting_complain(const struct chart *chart, enum diag_code code, const char *detail);

/* Title, subtitle and notes; the plot is made. */
void parting_words(struct chart *chart, const struct parting *parting);

#endif
