/*
 * trend.h - recent trend over the last five yearly values.
 *
 * Source:  the rule of the Fingertips profiles of public health in England: a straight line
 *          weighted by precision, a chi-squared test at 99.8%, and a direction that no single
 *          point decides.
 */
#ifndef GRADIENT_STATS_TREND_H
#define GRADIENT_STATS_TREND_H

#include <stddef.h>

#include "base/verdict.h"
#include "stats/interval.h"
#include "stats/outcome.h"

enum { TREND_POINTS = 5 };

enum trend_direction {
	TREND_NOT_SIGNIFICANT,
	TREND_INCREASING,
	TREND_DECREASING,
};

struct trend {
	double slope;                        /* change of the value in a year */
	double chi_squared;                  /* of the slope, one degree of freedom */
	double slopes_without[TREND_POINTS]; /* with one of the points left out */
	enum trend_direction direction;
	enum verdict verdict; /* better or worse, higher or lower, similar when not significant */
};

/* Above this chi-squared, 99.8% with one degree of freedom, a slope is not chance. */
extern const double trend_clear_above;

/* The standard error that the rule reads from 95% limits. */
double trend_error(const struct interval *limits);

/*
 * points are in order of time, one a year, periods not overlapping, with 95% limits; only those
 * that have a value and limits are to be passed. The last five are used. Meant for proportions,
 * crude and directly standardised rates.
 *
 * Returns STATS_TOO_FEW_POINTS, STATS_OUT_OF_RANGE, or STATS_NO_SAMPLING_ERROR when the limits of a
 * point coincide.
 */
enum stats_outcome trend_recent(const struct estimate *points, size_t count,
				enum favourable favourable, struct trend *out);

#endif
