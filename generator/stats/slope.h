/*
 * slope.h - slope index (SII) and relative index (RII) of inequality over ordered groups.
 *
 * A line is fitted to the values of the groups on their relative ranks, weighted by population.
 * With the most deprived group first, rank 0 is the most and rank 1 the least deprived end. The
 * slope index is the fitted value at rank 1 less that at rank 0, the relative index the first
 * divided by the second. A negative multiplier turns the comparison round: the slope index changes
 * its sign and the relative index is inverted.
 *
 * Units:   values as given, before any multiplier; proportions in [0, 1].
 * Source:  Low and Low (2004), J Public Health 26:388-395, for the indices; intervals in closed
 *          form, the limit for many draws of the simulation in common use. Relative index of a
 *          straight line: Fieller (1954), J R Stat Soc B 16:175-185.
 */
#ifndef GRADIENT_STATS_SLOPE_H
#define GRADIENT_STATS_SLOPE_H

#include <stddef.h>

#include "stats/interval.h"
#include "stats/outcome.h"

enum { SLOPE_GROUPS_LEAST = 5, SLOPE_GROUPS_MOST = 100 };

/* What is straight in the ranks, and how the values vary by chance. */
enum slope_model {
	SLOPE_LINEAR,            /* the value; for means and life expectancy */
	SLOPE_LINEAR_RATE,       /* the value; limits of the groups even on the log scale */
	SLOPE_LINEAR_PROPORTION, /* the value; limits of the groups even on the logit scale */
	SLOPE_LOG_RATE,          /* the logarithm; for rates */
	SLOPE_LOGIT_PROPORTION,  /* the logit; for proportions */
};

struct slope_group {
	struct estimate estimate; /* with 95% limits, whatever the confidence of the index */
	double population;        /* > 0; the indicator's denominator */
};

/* The line on its own scale: fitted value at rank r = intercept + slope r. */
struct slope_fit {
	enum slope_model model;
	double intercept, slope;
	double slope_variance;
	double start_variance, end_variance, covariance; /* of the fitted values at ranks 0 and 1 */
};

/*
 * groups are in order, most deprived first, 5 to 100 of them.
 *
 * Returns STATS_TOO_FEW_GROUPS or STATS_TOO_MANY_GROUPS; or, with the index of the group in *group,
 * STATS_OUT_OF_RANGE, STATS_ZERO_POPULATION_GROUP and, unless the model is SLOPE_LINEAR,
 * STATS_ZERO_EVENTS_IN_GROUP or STATS_ALL_EVENTS_IN_GROUP. Nothing is added to zeros to avoid that.
 * STATS_OUT_OF_RANGE is also for values or populations too large to work with; *group is 0 then.
 */
enum stats_outcome slope_fit(const struct slope_group *groups, size_t count, enum slope_model model,
			     struct slope_fit *out, size_t *group);

/*
 * The fitted value at a relative rank in [0, 1], on the scale of the values: 0 and 1 are the ends
 * of the line to draw, which is curved unless the model is linear.
 */
double slope_fitted(const struct slope_fit *fit, double relative_rank);

/*
 * The line with those fitted values at ranks 0 and 1, to draw it from its two ends; without variances. The
 * ends are on the scale of the values and inside what the model allows: over 0, and under 1 for a logit.
 */
struct slope_fit slope_line(enum slope_model model, double first, double last);

/*
 * How many of the groups between the first and the last lie off their fitted line by more than three
 * of their standard errors, on the scale of the line; the index of the one that is furthest off in
 * these terms in *furthest, which is left alone when there is none. A line says little where a group
 * is off it. A group whose limits coincide has no standard error and cannot be told to be off.
 *
 * The groups are those that were fitted.
 */
size_t slope_departures(const struct slope_fit *fit, const struct slope_group *groups, size_t count,
			size_t *furthest);

/*
 * Slope index with its interval, multiplied. On the log and logit scale the interval is that of the
 * slope with the middle of the line held where it was fitted.
 *
 *   confidence  two-sided level, 0 < confidence < 1
 *   multiplier  finite and not 0
 *
 * Returns STATS_OUT_OF_RANGE, or STATS_UNBOUNDED for a line so steep that no number holds its end.
 */
enum stats_outcome slope_index(const struct slope_fit *fit, double confidence, double multiplier,
			       struct estimate *out);

/*
 * Relative index with its interval; of the multiplier only the sign counts. A straight line that
 * crosses 0 between its ends has a negative one, which says nothing.
 *
 * Returns STATS_OUT_OF_RANGE, or STATS_UNBOUNDED when a straight line comes too close to 0 at the
 * end it is divided by, or a curved one is too steep.
 */
enum stats_outcome slope_relative_index(const struct slope_fit *fit, double confidence,
					double multiplier, struct estimate *out);

/*
 * The same without interval: returns STATS_OUT_OF_RANGE, STATS_ZERO_COMPARATOR for a division by 0,
 * or STATS_UNBOUNDED for one by next to nothing.
 */
enum stats_outcome slope_relative_index_value(const struct slope_fit *fit, double multiplier,
					      double *out);

#endif
