/*
 * gap.h - how far a group is from its comparator: differences and ratios with intervals.
 *
 * The first group is the one of interest, the comparator the one it is measured against; which is
 * which is for the caller to say in words. All is taken on unrounded values. Groups are
 * independent.
 *
 * Units:   differences as the values; ratios without unit, the relative gap being the ratio less 1.
 * Source:  Newcombe (1998), Stat Med 17:873-890, method 10, and Zou and Donner (2008), Stat Med
 *          27:1693-1702, for differences from separate limits; Katz et al. (1978), Biometrics
 *          34:469-474, for ratios on the log scale.
 */
#ifndef GRADIENT_STATS_GAP_H
#define GRADIENT_STATS_GAP_H

#include "stats/interval.h"
#include "stats/outcome.h"

struct standardised_sums;

/* A group's value with its standard error. */
struct gap_group {
	double value;
	double error; /* >= 0, in the unit of the value */
};

/* A group's value and standard error from its counts; the outcomes are those of proportion(). */
enum stats_outcome gap_from_proportion(double numerator, double denominator, struct gap_group *out);

/* The same with events and people, or person-years; the outcomes are those of crude_rate(). */
enum stats_outcome gap_from_rate(double events, double population, struct gap_group *out);

/* The same from a standardised rate; the outcomes are those of standardised_rate(). */
enum stats_outcome gap_from_standardised(const struct standardised_sums *sums,
					 struct gap_group *out);

/*
 * The same from a published value with limits, as of a survey, of which the limits lie even about
 * the value. confidence is that of the limits. Returns STATS_OUT_OF_RANGE.
 */
enum stats_outcome gap_from_limits(const struct estimate *published, double confidence,
				   struct gap_group *out);

/*
 * The same when the limits lie even on the log scale, as of a ratio or rate; for gap_ratio().
 * Returns STATS_OUT_OF_RANGE, or STATS_ZERO_EVENTS_IN_GROUP when the value or the lower limit is
 * 0.
 */
enum stats_outcome gap_from_log_limits(const struct estimate *published, double confidence,
				       struct gap_group *out);

/*
 * Difference with limits put together from those of both groups (MOVER; Newcombe's for proportions
 * with Wilson's limits). Both must be of the confidence wanted. Works with groups that have no
 * events. Returns STATS_OUT_OF_RANGE.
 */
enum stats_outcome gap_difference(const struct estimate *first, const struct estimate *comparator,
				  struct estimate *out);

/* Difference with even limits from standard errors (Wald). Returns STATS_OUT_OF_RANGE. */
enum stats_outcome gap_difference_wald(const struct gap_group *first,
				       const struct gap_group *comparator, double confidence,
				       struct estimate *out);

/*
 * Excess events of the first group: how many fewer it would have at the comparator's rate, which is
 * events - population * rate of the comparator. Its limits are those of the difference, as often as
 * there are people: the population is taken as known.
 *
 *   difference  of crude rates or proportions, first group less comparator, per person
 *   population  of the first group; > 0
 *
 * Negative when the first group has the lower rate. Returns STATS_OUT_OF_RANGE or
 * STATS_NO_DENOMINATOR.
 */
enum stats_outcome gap_excess(const struct estimate *difference, double population,
			      struct estimate *out);

/*
 * Ratio without limits, of values >= 0. Returns STATS_OUT_OF_RANGE or STATS_ZERO_COMPARATOR. A
 * first value of 0 gives 0.
 */
enum stats_outcome gap_ratio_value(double first, double comparator, double *out);

/*
 * Ratio with limits even on the log scale: of proportions Katz's, of rates the usual log interval.
 * Returns those of gap_ratio_value(), or STATS_ZERO_EVENTS_IN_GROUP when the first value is 0.
 */
enum stats_outcome gap_ratio(const struct gap_group *first, const struct gap_group *comparator,
			     double confidence, struct estimate *out);

/*
 * Limits of the ratio of two crude rates, exact given the sum of both counts; for small counts and
 * for 0: the lower limit is 0 when the first group has no events, the upper infinite when the
 * comparator has none. Source: Clopper and Pearson (1934), Biometrika 26:404-413, on the first
 * group's share of the events. Both groups together have at most 1e9 events.
 *
 * Returns STATS_OUT_OF_RANGE, STATS_NO_DENOMINATOR, or STATS_UNBOUNDED when neither has events.
 */
enum stats_outcome gap_rate_ratio_exact(double first_events, double first_population,
					double comparator_events, double comparator_population,
					double confidence, struct interval *out);

#endif
