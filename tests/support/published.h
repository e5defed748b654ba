/*
 * published.h - results.csv as anybody reads it who has nothing but the file.
 *
 * Nothing of the program is used for it: what a reader can know must come from the bytes alone.
 */
#ifndef GRADIENT_TESTS_PUBLISHED_H
#define GRADIENT_TESTS_PUBLISHED_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct published_figure {
	const char *indicator, *period, *organisation, *by, *group, *sex, *measure, *state;
	bool has_value, has_numerator, has_denominator;
	double value, numerator, denominator;
};

struct published {
	struct published_figure *figures; /* in the order of the file */
	size_t count, capacity;
};

/* text is cut up in place; the strings of the figures point into it. */
struct published published_read(struct arena *arena, char *text);

/* The figures of one body in one period stand together or not: how many are alike from one on. */
bool published_same_place(const struct published_figure *a, const struct published_figure *b);

#endif
