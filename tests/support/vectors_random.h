/*
 * vectors_random.h - numbers that look random and are the same on every run, for tests of
 * properties.
 *
 * Source:  splitmix64, Steele, Lea and Flood (2014), OOPSLA.
 */
#ifndef GRADIENT_TESTS_VECTORS_RANDOM_H
#define GRADIENT_TESTS_VECTORS_RANDOM_H

#include <stdint.h>

struct vectors_random {
	uint64_t state; /* the seed at first */
};

/* Evenly spread over [low, high). */
double vectors_random_between(struct vectors_random *random, double low, double high);

/* A whole number in [low, high], of which small ones come up more often: even on the log scale. */
double vectors_random_count(struct vectors_random *random, double low, double high);

#endif
