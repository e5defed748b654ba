/*
 * random_by_age.h - small reports of figures that need ages, or the spread of a mean: adjusted rates, rates and
 * ratios standardised through a reference, life expectancy, means. They look random and are the same on every run.
 */
#ifndef GRADIENT_TESTS_RANDOM_BY_AGE_H
#define GRADIENT_TESTS_RANDOM_BY_AGE_H

#include <stdint.h>

#include "support/statement.h"

struct arena;

/* A report of so many indicators ("I0", "I1", ...), each method in turn. */
struct statement_parts random_by_age(struct arena *arena, uint64_t seed, size_t indicators);

#endif
