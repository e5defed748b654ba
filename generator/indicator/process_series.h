/*
 * process_series.h - figures over time as a process: the limits of its usual variation, and what its points say.
 *
 * Method:  stats/process_chart.h, with runs of seven points.
 * Units:   those of the values. A limit that no figure of the indicator can have is infinite: below 0 where none of the
 *          values is, above 100 for percentages. Rules go by the limits as they are.
 * Ownership: arrays are in the arena.
 */
#ifndef GRADIENT_INDICATOR_PROCESS_SERIES_H
#define GRADIENT_INDICATOR_PROCESS_SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/verdict.h"
#include "model/indicator.h"

struct arena;

/* Limits may be fixed on so many values, and are firm with so many. */
enum { PROCESS_VALUES_LEAST = 12, PROCESS_VALUES_FIRM = 13 };

/* A stretch of the series with limits of its own. */
struct process_part {
	size_t first, last; /* values */
	double mean, low, high;
	bool trial; /* of too few values to judge by */
};

/* What the last value says by the first rule that applies to it. */
enum process_course {
	PROCESS_COURSE_NONE, /* of trial limits */
	PROCESS_COURSE_USUAL,
	PROCESS_COURSE_RISING,
	PROCESS_COURSE_FALLING,
	PROCESS_COURSE_HIGHER,
	PROCESS_COURSE_LOWER,
};

/* Whether the process as it runs can be expected to meet its target. */
enum process_prospect {
	PROCESS_PROSPECT_NONE, /* no target, no good direction, one value only, or trial limits */
	PROCESS_PROSPECT_AT_TIMES,
	PROCESS_PROSPECT_MET,
	PROCESS_PROSPECT_MISSED,
};

struct process_series {
	struct process_part *parts;
	size_t part_count;
	enum verdict
		*verdicts; /* of every value; similar for common cause, and with trial limits */
	enum verdict
		variation; /* of the last value, by all rules; not compared with trial limits */
	enum process_course course;
	enum process_prospect prospect;
};

/*
 *   values  in order of time
 *   starts  first values of the second and further parts, ascending, each > 0
 *   target  NULL for none
 *
 * Returns false, leaving *out as it was, with fewer than two values.
 */
bool process_series(struct arena *arena, const struct indicator *indicator, const double *values,
		    size_t count, const size_t *starts, size_t start_count, const double *target,
		    struct process_series *out);

#endif
