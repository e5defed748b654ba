/*
 * rate.h - limits of a count, and crude rates.
 *
 * Units:   events; rates per person, or per person and year when the population is in person-years.
 * Source:  exact Poisson limits from chi-square quantiles; Byar's approximation, Breslow and Day
 *          (1987), Statistical methods in cancer research II, IARC. Byar is close from 10 events
 *          on: at 10 and 95% it differs from the exact limits by 0.2%.
 */
#ifndef GRADIENT_STATS_RATE_H
#define GRADIENT_STATS_RATE_H

#include <stdbool.h>

#include "stats/interval.h"
#include "stats/outcome.h"

enum count_rule {
	COUNT_EXACT_BELOW_TEN, /* exact below 10 events, Byar from 10 */
	COUNT_BYAR_ALWAYS,     /* as one publisher does; limits below 0 become 0 */
};

/* Whether the rule gives exact limits for that many events. */
bool count_is_exact(double events, enum count_rule rule);

/*
 *   events      >= 0, fractions allowed (weighted counts)
 *   confidence  two-sided level, 0 < confidence < 1
 *
 * The lower limit of 0 events is 0. Returns STATS_OUT_OF_RANGE.
 */
enum stats_outcome count_limits(double events, double confidence, enum count_rule rule,
				struct interval *out);

/*
 *   population  people, or person-years, at risk; > 0
 *
 * The rate and both limits are those of the count divided by the population. Returns
 * STATS_OUT_OF_RANGE or STATS_NO_DENOMINATOR.
 */
enum stats_outcome crude_rate(double events, double population, double confidence,
			      enum count_rule rule, struct estimate *out);

#endif
