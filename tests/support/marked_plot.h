/*
 * marked_plot.h - every text of a plot, whatever its kind.
 */
#ifndef GRADIENT_TESTS_MARKED_PLOT_H
#define GRADIENT_TESTS_MARKED_PLOT_H

struct plot;

/* Calls each() for all texts that are there and not empty, of panels too. */
void plot_texts(const struct plot *plot, void each(const char *text, void *context), void *context);

#endif
