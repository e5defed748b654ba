/*
 * recipe.h - how a figure was worked out, for the results file and for explaining: its parameters and its
 * formula in words, so that a second analyst comes to the same number.
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

/* The formula in words, with its source behind it. Published values are taken as they are. */
void recipe_method(const struct indicator *indicator, const struct value *value,
		   struct buffer *out);
void recipe_measure(enum measure measure, struct buffer *out);

#endif
