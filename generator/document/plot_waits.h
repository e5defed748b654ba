/*
 * plot_waits.h - what charts of a waiting list draw beside their values: how many weeks their classes are.
 *
 * In the shape of the list categories are classes of weeks and series groups, the last of them all waits; in the
 * cumulative share categories are numbers of weeks and series groups.
 * Units: weeks.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_WAITS_H
#define GRADIENT_DOCUMENT_PLOT_WAITS_H

#include <stdbool.h>
#include <stddef.h>

/* Weeks at which rules stand: the standard, and a year. */
enum { WAIT_STANDARD = 18, WAIT_YEAR = 52 };

/* Where half of the waits of a series are over, on the axis of edges. */
struct plot_median {
	bool placed;     /* known; else nothing is marked */
	double from, to; /* alike: the median itself; apart: the class that holds it */
	const char
		*text; /* "16.5 weeks", "12 to 16 weeks", "[c]"; "" when nothing is known of it */
	const char *line; /* "median: 12 to 16 weeks" */
};

struct plot_waits {
	/*
	 * Where classes begin, and the end of the last: one more than categories. Beyond a year a class is drawn
	 * as wide as the first, however many weeks it is. Of the cumulative share: the weeks of every category.
	 */
	const double *edges;
	const char *const *over; /* of every series: "45.9% over 18 weeks"; "" when not known */
	const struct plot_median *medians; /* of every series; NULL for the cumulative share */
	const char *median_label;          /* what its mark is; "" where none is marked */
	/* The cell that explains the panels; "" elsewhere. */
	const char *reading, *group_label, *all_label, *over_label, *classes;
	/* The cumulative share: which category is the standard; -1 = none. */
	int standard;
	const char *weeks_label;
};

#endif
