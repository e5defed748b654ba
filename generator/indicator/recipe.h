/*
 * recipe.h - with which parameters a figure was worked out, for the results file and for explaining; its
 * formula is in words/method_words.h.
 */
#ifndef GRADIENT_INDICATOR_RECIPE_H
#define GRADIENT_INDICATOR_RECIPE_H

#include "model/result.h"

struct buffer;

/* "per=100000;standard=esp2013;confidence=0.95": of the value of an indicator. */
void recipe_of_value(const struct results *results, const struct result *result,
		     struct buffer *out);

/* "transform=log;sign=polarity;confidence=0.95": of a measure over groups; "trend=up": what a trend says. */
void recipe_of_measure(const struct results *results, const struct breakdown_result *figure,
		       struct buffer *out);

#endif
