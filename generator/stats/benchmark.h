/*
 * benchmark.h - whether a group differs from a benchmark.
 *
 * Intervals that only touch what they are compared with count as similar. Values are compared
 * before rounding. The caller does not compare a benchmark with itself.
 *
 * Source:  the rules of the Fingertips profiles of public health in England.
 */
#ifndef GRADIENT_STATS_BENCHMARK_H
#define GRADIENT_STATS_BENCHMARK_H

#include "stats/interval.h"
#include "stats/verdict.h"

/*
 * The group's interval against the benchmark's value. Either may be NULL, and then there is
 * nothing to compare; nor is there with limits that are not finite or out of order.
 */
enum verdict benchmark_single_overlap(const struct interval *limits, const double *benchmark,
				      enum favourable favourable);

/* The group's interval against the benchmark's interval; conservative. NULL as above. */
enum verdict benchmark_double_overlap(const struct interval *limits,
				      const struct interval *benchmark, enum favourable favourable);

#endif
