/*
 * spread.h - moves labels along a line apart, as little as possible.
 */
#ifndef GRADIENT_CHART_SPREAD_H
#define GRADIENT_CHART_SPREAD_H

#include <stddef.h>

/*
 * places: wanted places, ascending; changed to places at least spacing apart and within low to high, with
 * the least sum of squared moves. When there is no room the spacing shrinks to what fits.
 */
void spread_places(double *places, size_t count, double spacing, double low, double high);

/*
 * The same for labels of different sizes. starts: where each wants to begin, in the order in which they are to
 * stand; changed so that each ends at least gap before the next and the last by high.
 */
void spread_labels(double *starts, const double *sizes, size_t count, double gap, double low,
		   double high);

#endif
