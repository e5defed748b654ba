/*
 * plots_making.h - a random plot on its way; shared by the plots_random*.c files of this folder alone.
 */
#ifndef GRADIENT_TESTS_PLOTS_MAKING_H
#define GRADIENT_TESTS_PLOTS_MAKING_H

#include "support/plots.h"

struct making {
	struct arena *arena;
	struct vectors_random *random;
	struct plot_bounds bounds;
	double magnitude, spread;
	unsigned decimals;
};

/* low to high, both of them possible. */
size_t making_whole(const struct making *making, size_t low, size_t high);
bool making_chance(const struct making *making, double of);
double making_number(const struct making *making, const struct plot *plot);

/* 1 to most characters; now and then one long word. */
const char *making_name(const struct making *making);

/* How many categories and series a plot of the shape has, where its bounds do not say. */
void making_count(const struct making *making, enum plot_shape shape, struct plot *plot);

/* What the shape has beside categories, series and values, and values that it can have. */
void making_extras(const struct making *making, enum plot_shape shape, struct plot *plot);

#endif
