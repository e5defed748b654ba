/*
 * plot_shares.h - what a concentration curve draws beside its values: the share of people at every point, and the
 * index that sums the curve up.
 *
 * Categories are the points from none to all, series are curves, values are percentages of events.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_SHARES_H
#define GRADIENT_DOCUMENT_PLOT_SHARES_H

#include <stddef.h>

enum { CURVES_MOST = 2 };

struct plot_shares {
	const double *people; /* percentages, curve by curve as the values */
	const char *const
		*indices; /* of every curve: "relative index 0.05 (0.04 to 0.06)"; "" = not known */
	const char *people_title; /* of the axis along the bottom */
	const char *diagonal;     /* what the diagonal means */
};

#endif
