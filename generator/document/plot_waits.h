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

struct plot_waits {
	/*
	 * Where classes begin, and the end of the last: one more than categories. Beyond a year a class is drawn
	 * as wide as the first, however many weeks it is. Of the cumulative share: the weeks of every category.
	 */
	const double *edges;
	const char *const *over; /* of every series: "45.9% over 18 weeks"; "" when not known */
	/* The cell that explains the panels; "" elsewhere. */
	const char *reading, *group_label, *all_label, *over_label, *classes;
	/* The cumulative share: which category is the standard; -1 = none. */
	int standard;
	const char *weeks_label;
};

#endif
