/*
 * funnel.h - control limits of a funnel plot and what lies outside them.
 *
 * Units of different size are compared with the average of all: the smaller a unit, the further
 * chance alone takes it from the average. Two pairs of limits are usual, at 95% and 99.8%. There is
 * no adjustment for over-dispersion: with units more different than chance explains, many lie
 * outside.
 *
 * Units:   proportions in [0, 1]; rates per person, or person and year; the caller multiplies,
 *          after the limits are clipped.
 * Source:  Spiegelhalter (2005), Stat Med 24:1185-1202. Limits of proportions from the normal
 *          distribution, those of counts exact from chi-square quantiles; classes by the unit's own
 *          interval, as the Fingertips profiles of public health in England do.
 */
#ifndef GRADIENT_STATS_FUNNEL_H
#define GRADIENT_STATS_FUNNEL_H

#include <stddef.h>

#include "stats/benchmark.h"
#include "stats/interval.h"
#include "stats/outcome.h"

struct funnel_unit {
	double events;      /* >= 0, fractions allowed */
	double denominator; /* people, person-years or expected events; >= 0 */
};

/*
 * All events by all denominators. A unit whose denominator is 0 adds its events only; leave out
 * those that have none to speak of, as standardised rates of no events.
 *
 * Returns STATS_OUT_OF_RANGE or STATS_NO_DENOMINATOR.
 */
enum stats_outcome funnel_average(const struct funnel_unit *units, size_t count, double *out);

/*
 * The denominator that a standardised rate would have as a crude rate; events > 0, rate > 0.
 *
 * Returns STATS_OUT_OF_RANGE, or STATS_ZERO_EVENTS_IN_GROUP when either is 0.
 */
enum stats_outcome funnel_effective_denominator(double events, double rate, double *out);

/*
 * Limits of a proportion about the average of all, clipped to [0, 1].
 *
 *   average      0 <= average <= 1
 *   denominator  > 0
 *   confidence   two-sided level, 0 < confidence < 1
 *
 * Returns STATS_OUT_OF_RANGE or STATS_NO_DENOMINATOR.
 */
enum stats_outcome funnel_proportion_limits(double average, double denominator, double confidence,
					    struct interval *out);

/* A point of a limit: how far along the horizontal axis, and the limit there. */
struct funnel_limit {
	double position, limit;
};

struct funnel_limits {
	struct funnel_limit lower, upper;
};

/*
 * Ratios of observed to expected events: where, in expected events, those observed lie just on a
 * limit, and the ratio there. The lower limit lies to the right of the upper.
 *
 *   events  1 <= events <= 1e9
 *
 * Returns STATS_OUT_OF_RANGE.
 */
enum stats_outcome funnel_ratio_limits(double events, double confidence, struct funnel_limits *out);

/*
 * The same for rates: positions are people at risk in one year.
 *
 *   average  rate of all units, events by denominators; > 0
 *   years    how many years the denominators add up; > 0
 */
enum stats_outcome funnel_rate_limits(double events, double average, double years,
				      double confidence, struct funnel_limits *out);

/*
 * Whether a unit lies outside: at which tier its own interval leaves out the average. That is
 * Wilson's interval for proportions, the same as to compare the proportion with the limits.
 *
 * Returns the outcomes of proportion().
 */
enum stats_outcome funnel_classify_proportion(const struct funnel_unit *unit, double average,
					      enum favourable favourable,
					      struct benchmark_verdict *out);

/*
 * The same for rates, with the interval of crude_rate(); for ratios the denominator is the expected
 * events and the average 1. Returns the outcomes of crude_rate().
 */
enum stats_outcome funnel_classify_rate(const struct funnel_unit *unit, double average,
					enum favourable favourable, struct benchmark_verdict *out);

/*
 * The same for standardised rates, of which the denominator is the effective one. Returns
 * STATS_TOO_FEW_EVENTS below 10 events as well.
 */
enum stats_outcome funnel_classify_standardised(const struct funnel_unit *unit, double average,
						enum favourable favourable,
						struct benchmark_verdict *out);

#endif
