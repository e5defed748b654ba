/*
 * bootstrap.h - limits of statistics that have no formula for them, by a parametric bootstrap.
 *
 * Every group gets a new value, drawn from a normal distribution about its own with its standard
 * error, and again until it is a possible one: not below 0, and not above the most a value can be.
 * The statistics are worked out for the drawn groups; this is done many times, and the limits are
 * quantiles of what came out. They need not hold the statistic itself: where it cannot be below 0,
 * as a measure of how values differ, chance always adds to it.
 *
 * All statistics wanted come from the same draws. The numbers are those of random.h from a fixed
 * seed: the same groups in the same order give the same limits, to the last digit. Groups are drawn
 * in the order given; who wants limits that do not depend on it brings them into one.
 *
 * Source:  Efron and Tibshirani (1993), An Introduction to the Bootstrap, sections 6.5 and 13.3;
 *          quantiles as in sample_quantile.h.
 */
#ifndef GRADIENT_STATS_BOOTSTRAP_H
#define GRADIENT_STATS_BOOTSTRAP_H

#include <stddef.h>
#include <stdint.h>

#include "stats/interval.h"
#include "stats/outcome.h"

/* With fewer draws limits move visibly from seed to seed. */
enum { BOOTSTRAP_DRAWS = 10000, BOOTSTRAP_DRAWS_MOST = 1000000 };

/* The digits of pi, so that nobody can have chosen it for what comes out. */
#define BOOTSTRAP_SEED UINT64_C(31415926535897932)

struct bootstrap {
	double confidence; /* two-sided level, 0 < confidence < 1 */
	double most;       /* the most a value can be, as 100 for per cent; HUGE_VAL: no bound */
	size_t draws;      /* BOOTSTRAP_DRAWS to BOOTSTRAP_DRAWS_MOST */
	uint64_t seed;
};

/* The usual one: 95%, no upper bound, BOOTSTRAP_DRAWS from BOOTSTRAP_SEED. */
struct bootstrap bootstrap_usual(void);

/* The groups drawn from, and the statistics of one draw of them. */
struct bootstrap_sample {
	const double *values, *errors; /* 0 <= value <= most, error >= 0 */
	size_t count, statistics;
	/* Puts all statistics for the drawn values into out. */
	void (*work_out)(void *context, const double *drawn, double *out);
	void *context;
};

/* How many numbers the scratch has to hold. */
size_t bootstrap_scratch(const struct bootstrap *settings, size_t count, size_t statistics);

/*
 *   scratch  bootstrap_scratch() numbers; holds no result
 *   out      one interval for each statistic
 *
 * Returns STATS_OUT_OF_RANGE, also when a limit is no finite number, or STATS_ERROR_TOO_LARGE when
 * fewer than 1 in 20 draws are possible values: errors of many times the most a value can be.
 */
enum stats_outcome bootstrap_limits(const struct bootstrap *settings,
				    const struct bootstrap_sample *sample, double *scratch,
				    struct interval *out);

#endif
