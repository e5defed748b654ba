/*
 * logistic.h - slope and relative index of inequality from a logistic model of counts on the
 *              relative ranks of ordered groups, as the World Health Organization's tools have them.
 *
 * Not the same as the index of slope.h on the logit scale, which fits a line to the groups' logits:
 * this one gives each person the same weight, works with groups in which nobody or everybody has the
 * attribute, and takes its errors from how far the groups lie off the curve (sandwich, with the
 * correction HC1 for few groups), not from their own sampling errors.
 *
 * Units:   people; the difference is one of fractions in [0, 1], before any multiplier.
 * Source:  Schlotheuber and Hosseinpoor (2022), Int J Environ Res Public Health 19:3697; MacKinnon
 *          and White (1985), J Econom 29:305-325, for HC1; Sun and Tran-Dinh (2019), Math Program
 *          178:145-213, for the length of Newton's steps, by which the fit improves with every one.
 */
#ifndef GRADIENT_STATS_LOGISTIC_H
#define GRADIENT_STATS_LOGISTIC_H

#include <stddef.h>

#include "stats/interval.h"
#include "stats/outcome.h"

enum { LOGISTIC_GROUPS_LEAST = 3 };

struct logistic_group {
	double events;     /* 0 <= events <= population */
	double population; /* > 0 */
};

/* The logit at a relative rank r is level + slope (r - centre). */
struct logistic_fit {
	double centre, level, slope;
	double level_variance, slope_variance, covariance;
};

/*
 * groups are in order, most deprived first, 3 or more of them.
 *
 * Returns STATS_TOO_FEW_GROUPS; with the index of the group in *group, STATS_OUT_OF_RANGE,
 * STATS_ZERO_POPULATION_GROUP or STATS_NUMERATOR_EXCEEDS_DENOMINATOR; or STATS_SEPARATED when events
 * are only on one side of a rank and people without only on the other, or so nearly that the slope
 * has no end, as when nobody or everybody has the attribute.
 */
enum stats_outcome logistic_fit(const struct logistic_group *groups, size_t count,
				struct logistic_fit *out, size_t *group);

/* The fitted fraction at a relative rank in [0, 1]. */
double logistic_fitted(const struct logistic_fit *fit, double relative_rank);

struct logistic_index {
	struct estimate estimate;
	double error; /* on the scale on which the limits are even */
};

/*
 * Slope index: the fitted fraction at rank 1, the least deprived end, less that at rank 0, with even
 * limits. Returns STATS_OUT_OF_RANGE.
 */
enum stats_outcome logistic_difference(const struct logistic_fit *fit, double confidence,
				       struct logistic_index *out);

/*
 * Relative index: the fitted fraction at rank 1 divided by that at rank 0, with limits even on the
 * log scale. Returns STATS_OUT_OF_RANGE, or STATS_UNBOUNDED when the curve is too steep for them.
 */
enum stats_outcome logistic_ratio(const struct logistic_fit *fit, double confidence,
				  struct logistic_index *out);

#endif
