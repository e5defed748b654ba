/*
 * gap_trend.h - whether the gap between the two ends of a breakdown became wider or narrower.
 *
 * Rule:   that of recent trends (stats/trend.h), on the yearly gaps in place of yearly figures: a straight
 *         line through the last five, each weighted by its certainty, a chi-squared test at 99.8%, and a sign
 *         of the slope that no single year decides. Ratios are taken as logarithms, so that twice and half
 *         are as far from 1.
 * Years:  as for trends: not joined over a break of the body or another edition of the groups; a year
 *         without a gap is passed over; nothing is said when a gap is of low reliability.
 */
#ifndef GRADIENT_INDICATOR_GAP_TREND_H
#define GRADIENT_INDICATOR_GAP_TREND_H

#include "model/result.h"

struct buffer;

enum gap_change {
	GAP_CHANGE_UNKNOWN,
	GAP_NOT_CLEARLY_CHANGED,
	GAP_NARROWED,
	GAP_WIDENED,
	GAP_TURNED, /* another end has the higher figure than at first, both clearly */
};

struct gap_trend {
	enum gap_change change;
	enum value_reason reason;      /* why it is unknown */
	int first_period, last_period; /* of the gaps that the change is between */
	bool passed_over;              /* a year within them has no gap */
	double slope, chi_squared;     /* of the line; a year, of the gap or the logarithm */
};

/*
 * The change of MEASURE_GAP or MEASURE_RATIO of a breakdown (group GROUP_ALL) up to its period. steps (NULL:
 * not wanted) gets what was done, a line a step.
 */
struct gap_trend gap_trend_of(const struct results *results, const struct cell_key *key,
			      enum measure measure, struct buffer *steps);

/* The earliest period whose gap may be set beside that of the key, with a shown figure; -1 when there is none. */
int gap_first_period(const struct results *results, const struct cell_key *key);

#endif
