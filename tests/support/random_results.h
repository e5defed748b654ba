/*
 * random_results.h - small reports with figures that look random and are the same on every run: all methods that
 * work without ages, every direction that is better, ordered and other groups, hidden, missing, uncertain, zero,
 * equal, tiny and huge figures, one to twenty groups, one to twelve periods, totals with events of nobody's group. Of
 * an odd seed comparisons have a second grade.
 */
#ifndef GRADIENT_TESTS_RANDOM_RESULTS_H
#define GRADIENT_TESTS_RANDOM_RESULTS_H

#include <stdint.h>

#include "support/statement.h"

struct arena;

/* A report of so many indicators; body may hold elements for them ("I0", "I1", ...). */
struct statement_parts random_results(struct arena *arena, uint64_t seed, size_t indicators);

#endif
