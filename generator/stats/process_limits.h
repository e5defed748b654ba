/*
 * process_limits.h - natural process limits of one segment of a series (XmR chart).
 *
 * The variation of a process is measured by its moving ranges, the steps from point to point without
 * their sign. Limits are arithmetic and may leave what is possible, as below 0 or above 100%: rules
 * go by them as they are, a chart clips the lines it draws.
 *
 * Source:  the "Making Data Count" charts of NHS England, after Provost and Murray (2011), The
 *          health care data guide. 2.66 and 3.267 are the usual rounded constants, of
 *          3 / 1.128 and for the upper limit of a moving range.
 */
#ifndef GRADIENT_STATS_PROCESS_LIMITS_H
#define GRADIENT_STATS_PROCESS_LIMITS_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/interval.h"
#include "stats/outcome.h"

/* The fewest points that limits may be fixed on. */
enum { PROCESS_BASELINE_LEAST = 12 };

struct process_limits {
	double mean;                /* of the baseline, with its outliers */
	double moving_range;        /* mean of the moving ranges that are kept; 0 without any */
	double sigma;               /* moving_range / 1.128, for texts */
	struct interval limits;     /* mean -+ 2.66 moving_range */
	struct interval two_thirds; /* two thirds of the way to them: "two sigma" */
	size_t ranges, screened;    /* moving ranges of the baseline, and how many are left out */
};

/*
 *   values           of the segment in order of time, finite
 *   count            >= 1; without a moving range to go by both limits are the mean
 *   baseline_points  limits come from so many first points, at least 12; 0 = from all. More than
 *                    there are take all
 *   screens_ranges   leaves out, once, moving ranges of 3.267 times their mean or more, as of an
 *                    outlier
 *
 * Returns STATS_TOO_FEW_POINTS or STATS_OUT_OF_RANGE.
 */
enum stats_outcome process_limits(const double *values, size_t count, size_t baseline_points,
				  bool screens_ranges, struct process_limits *out);

#endif
