/*
 * process_chart.h - a series over time as an XmR chart: limits, special causes, variation and
 *                   assurance.
 *
 * Presumes equally spaced periods, no seasonality and denominators that are much the same. A new
 * segment begins only where the process is known to have changed; rules do not reach across.
 *
 * Source:  the "Making Data Count" charts of NHS England, after Provost and Murray (2011), The
 *          health care data guide.
 */
#ifndef GRADIENT_STATS_PROCESS_CHART_H
#define GRADIENT_STATS_PROCESS_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/verdict.h"
#include "stats/outcome.h"
#include "stats/process_limits.h"
#include "stats/process_rules.h"

/* With fewer points a segment has trial limits: not to be judged by. */
enum { PROCESS_POINTS_FIRM = 13 };

struct process_segment {
	size_t first, count; /* points */
	struct process_limits limits;
	bool is_short; /* trial limits */
};

struct process_options {
	size_t baseline_points; /* of every segment; 0 = all, else 12 or more */
	bool screens_ranges;    /* leaves outliers out of the moving ranges */
	struct process_choice choice;
};

/*
 *   values         in order of time, finite, at least 2
 *   starts         first points of the second and further segments, ascending, each > 0
 *   segments       out: start_count + 1 of them
 *   points         out: count of them
 *
 * Returns STATS_TOO_FEW_POINTS or STATS_OUT_OF_RANGE.
 */
enum stats_outcome process_chart(const double *values, size_t count, const size_t *starts,
				 size_t start_count, const struct process_options *options,
				 struct process_segment *segments, struct process_point *points);

/*
 * What a point says by its first rule: better is improvement, worse is concern, higher and lower
 * are without judgement, similar is common cause.
 */
enum verdict process_point_verdict(const struct process_point *point, enum favourable favourable);

/*
 * The variation of a whole chart from its last point. Where one rule speaks of improvement and
 * another of concern, improvement.
 */
enum verdict process_variation(const struct process_point *last, enum favourable favourable);

enum process_assurance {
	PROCESS_ASSURANCE_NONE, /* no target, no polarity, or one point only: nothing to say */
	PROCESS_ASSURANCE_INCONSISTENT,
	PROCESS_ASSURANCE_PASSING, /* consistently: the target is beyond the limits, on the worse side */
	PROCESS_ASSURANCE_FAILING,
};

/* Whether the process can be expected to meet the target; of the last segment. target may be NULL. */
enum process_assurance process_assurance(const struct process_segment *last, const double *target,
					 enum favourable favourable);

#endif
