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

#include "base/verdict.h"
#include "stats/interval.h"

/*
 * The group's interval against the benchmark's value. Either may be NULL, and then there is
 * nothing to compare; nor is there with limits that are not finite or out of order.
 */
enum verdict benchmark_single_overlap(const struct interval *limits, const double *benchmark,
				      enum favourable favourable);

/* The group's interval against the benchmark's interval; conservative. NULL as above. */
enum verdict benchmark_double_overlap(const struct interval *limits,
				      const struct interval *benchmark, enum favourable favourable);

/* The most confident level at which a difference shows. */
enum benchmark_tier {
	BENCHMARK_TIER_NONE, /* similar, or not compared */
	BENCHMARK_TIER_95,
	BENCHMARK_TIER_99_8,
};

struct benchmark_verdict {
	enum verdict verdict;
	enum benchmark_tier tier;
};

/*
 * The group's 95% and 99.8% intervals against the benchmark's value. Without the 99.8% interval
 * the 95% tier is the highest there is. Nothing is compared without the 95% interval or the
 * benchmark, or when the wider interval does not hold the narrower.
 */
struct benchmark_verdict benchmark_two_tiers(const struct interval *limits_95,
					     const struct interval *limits_99_8,
					     const double *benchmark, enum favourable favourable);

#endif
