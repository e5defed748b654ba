/*
 * legible.h - whether the words of a drawn chart can be read: for charts drawn at a width that nobody has looked at.
 */
#ifndef GRADIENT_CHART_LEGIBLE_H
#define GRADIENT_CHART_LEGIBLE_H

#include <stdbool.h>

struct scene;

/* Words reach beyond the left or right edge. */
bool chart_cuts_words(const struct scene *scene);

/* No words reach beyond an edge, and none lie upon others. */
bool chart_is_legible(const struct scene *scene);

#endif
