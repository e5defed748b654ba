/*
 * plot_overlay.h - what an author draws over a chart: targets, annotations, further sets of figures.
 *
 * Targets and annotations are the author's own words and numbers; the figures of a layer come from results,
 * cleared like all others, and are in the unit of the chart.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_OVERLAY_H
#define GRADIENT_DOCUMENT_PLOT_OVERLAY_H

#include <stdbool.h>
#include <stddef.h>

struct plot;
struct plot_value;

/* A number that the author states, such as a standard: a line across the chart. */
struct plot_target {
	double value;
	const char *label; /* with its number: "18-week standard 92%" */
};

enum layer_mark {
	LAYER_BAR, /* the outline of a bar */
	LAYER_DOT,
	LAYER_LINE, /* through the places of the categories */
	LAYER_RULE, /* a short line across the place of each category; of one figure: across the chart */
	LAYER_BAND, /* from lower to upper limit */
	LAYER_TEXT, /* the figure as printed */
	LAYER_MARKS,
};

/* Another set of figures on the same scale. */
struct plot_layer {
	enum layer_mark mark;
	const char *label;
	const struct plot_value
		*values; /* one for every category; the same one when it is for the whole */
	bool whole;      /* one figure for the whole chart */
	bool context;    /* stands back: in grey */
};

enum annotation_place { AT_CATEGORY, AT_SERIES, AT_VALUE };

/* A short text with a leader to what it is about. */
struct plot_annotation {
	const char *text;
	const char *
		line; /* the same under the chart, where it finds no place in it: "2021: clinics closed" */
	enum annotation_place place;
	size_t number; /* of the category or series */
	double value;
};

struct plot_overlay {
	struct plot_target *targets;
	size_t target_count;
	struct plot_layer *layers;
	size_t layer_count;
	struct plot_annotation *annotations;
	size_t annotation_count;
};

/*
 * The i-th number that an axis must hold for what is drawn over a plot: targets and shown figures of layers,
 * with the limits of bands. False when there are no more.
 */
bool plot_overlay_number(const struct plot *plot, size_t i, double *number);

#endif
