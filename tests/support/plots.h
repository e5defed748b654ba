/*
 * plots.h - plots for tests of charts: by hand, and at random but the same on every run.
 */
#ifndef GRADIENT_TESTS_PLOTS_H
#define GRADIENT_TESTS_PLOTS_H

#include "document/plot.h"
#include "scene/scene.h"
#include "support/looks.h"
#include "support/vectors_random.h"

struct arena;

/* What random plots may hold. Zero in a "most" takes the kind's own. */
struct plot_bounds {
	const char *kind;
	size_t categories_least, categories_most;
	size_t series_most;
	size_t label_most; /* characters of a name of a group; 60 */
	double low, high;  /* magnitude of the values; 0.001 to 5 million */
	bool negative;     /* some values are below zero */
	bool plain;        /* every value is shown and reliable */
};

struct plot *plot_random(struct arena *arena, struct vectors_random *random,
			 struct plot_bounds bounds);

/* A plot of the kind with one category for every value and the names "A", "B", ...; no intervals. */
struct plot *plot_of(struct arena *arena, const char *kind, const double *values, size_t count);

/* Small multiples of plots, which become its panels; titles: a name each. */
struct plot *plot_of_panels(struct arena *arena, struct plot **panels, const char *const *titles,
			    size_t count);

/* The value of a category becomes one that is not shown. */
void plot_hide(struct plot *plot, size_t series, size_t category, enum value_state state);
void plot_interval(struct arena *arena, struct plot *plot, size_t series, size_t category,
		   double lower, double upper);

/* A value as charts print it, with the sign of percentages. */
const char *plot_number_text(struct arena *arena, const struct plot *plot, double value,
			     unsigned decimals);

/* A plot in a few words, for the message of a test that fails. */
const char *plot_describe(struct arena *arena, const struct plot *plot);

/* Width of a figure of the layout, whole or half. */
double figure_width(const struct look *look, bool half);
struct scene *plot_draw(const struct look *look, const struct plot *plot, bool half);

#endif
