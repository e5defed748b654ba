/*
 * range.h - tests of arguments that many statistics share. NaN and infinities fail all of them.
 */
#ifndef GRADIENT_STATS_RANGE_H
#define GRADIENT_STATS_RANGE_H

#include <stdbool.h>

#include "stats/interval.h"

/* Two-sided level of confidence: 0 < confidence < 1. */
bool range_is_confidence(double confidence);

/* A count, a population or a weight: 0 or more, fractions allowed. */
bool range_is_count(double number);

/* Both limits finite and in order. */
bool range_is_interval(const struct interval *limits);

/* The same, and the value between them or on one of them. */
bool range_is_estimate(const struct estimate *estimate);

#endif
