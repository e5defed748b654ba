/*
 * gradient_words.h - the words of a gradient chart: names and values in rows, what its lines are called.
 */
#ifndef GRADIENT_CHART_GRADIENT_WORDS_H
#define GRADIENT_CHART_GRADIENT_WORDS_H

#include "chart/gradient_place.h"

/* Draws them, after the marks. */
void gradient_words(struct canvas *canvas, const struct gradient *gradient);

#endif
