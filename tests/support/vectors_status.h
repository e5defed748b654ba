/*
 * vectors_status.h - the outcome of a statistic against the status that a reference file states.
 */
#ifndef GRADIENT_TESTS_VECTORS_STATUS_H
#define GRADIENT_TESTS_VECTORS_STATUS_H

#include <stddef.h>

#include "stats/outcome.h"
#include "support/vectors.h"

/*
 * Expects the outcome to be of the kind that the row's column "status" begins with: ok, suppressed,
 * undefined or error. What follows the kind are words of other software.
 */
void vectors_expect_status(const struct vectors *vectors, size_t row, enum stats_outcome outcome);

#endif
