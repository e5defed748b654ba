/*
 * process_rules.h - the rules by which a point of a series shows more than common cause variation.
 *
 * Source:  the "Making Data Count" charts of NHS England, after Provost and Murray (2011), The
 *          health care data guide.
 */
#ifndef GRADIENT_STATS_PROCESS_RULES_H
#define GRADIENT_STATS_PROCESS_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/process_limits.h"

/* In order: a point has the name of the first rule that applies to it. */
enum process_rule {
	PROCESS_COMMON_CAUSE,
	PROCESS_OUTSIDE,      /* beyond a process limit */
	PROCESS_TREND,        /* one of so many points, each higher, or each lower, than the last */
	PROCESS_TWO_IN_THREE, /* one of two points near a limit among three on one side */
	PROCESS_SHIFT,        /* one of so many points in a row on one side of the mean */
};

enum { PROCESS_RUN_POINTS = 7, PROCESS_RUN_POINTS_SHORT = 6 };

struct process_choice {
	size_t run_points;           /* of a trend and of a shift: 7, or 6 */
	bool two_in_three_holds_all; /* points beyond the limit count as near it too */
};

struct process_point {
	bool outside, trend, two_in_three, shift; /* every rule that applies */
	enum process_rule rule;                   /* the first of them */
	int side;                                 /* 1 above the mean, -1 below, 0 on it */
	int heading; /* 1 in a rising trend, -1 in a falling one, 0 in none */
	int direction; /* of the first rule: the heading of a trend, else the side; 0 for common cause */
};

/*
 * The points of one segment; out holds count of them. A peak that ends one trend and begins the
 * next heads where the next one does.
 *
 *   values  finite, of which the limits are
 *
 * The caller has seen to it that choice->run_points is 6 or 7.
 */
void process_rules(const double *values, size_t count, const struct process_limits *limits,
		   struct process_choice choice, struct process_point *out);

#endif
