/*
 * maker.h - from results to a plot: one file in this folder for every shape of plot, with one constant record.
 *
 * A maker fills chart->plot for chart->view and may change the words that go with it: title, message, by,
 * period and place of the subtitle, kind_notes. Kinds of charts that draw the same shape share it.
 */
#ifndef GRADIENT_RESOLVE_PLOTS_MAKER_H
#define GRADIENT_RESOLVE_PLOTS_MAKER_H

#include "resolve/chart_parts.h"

struct period_step;

struct plot_maker {
	enum plot_shape shape;
	bool without_breakdown; /* the total of a body alone will do */
	bool of_pairs;          /* draws measures of a group and another one, too */
	/* True when the chart shows several periods: it then speaks of the last. NULL: never. */
	bool (*shows_periods)(const struct chart *chart);
	bool (*make)(
		struct chart
			*chart); /* false after a diagnostic, or when a sentence stands instead */
};

const struct plot_maker *plot_maker_find(enum plot_shape shape);

/* Always true: for shows_periods. */
bool plot_shows_periods(const struct chart *chart);

/* Makes the periods the categories of the plot, with its gaps and the breaks in the figures of the body. */
void plot_set_periods(struct chart *chart, const struct period_step *steps, size_t count);

/* The figure of a period that the data leave out. */
struct plot_value plot_left_out(struct chart *chart);

#endif
