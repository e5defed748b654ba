/*
 * funnel_places.h - the places of a funnel plot: how large they are, their average, the limits that chance sets to a
 *                   size, and which places lie outside.
 *
 * Method:  stats/funnel.h; limits of proportions for shares, of counts for rates. A standardised rate counts with the
 *          denominator that it would need as a crude rate.
 * Units:   centres and limits are in the unit of the indicator's values, sizes in people or what else its figures are
 *          out of.
 */
#ifndef GRADIENT_INDICATOR_FUNNEL_PLACES_H
#define GRADIENT_INDICATOR_FUNNEL_PLACES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/verdict.h"
#include "model/indicator.h"

struct result;

enum { FUNNEL_POINTS_MOST = 160 };

struct funnel_place {
	double events, size;
};

struct funnel_point {
	double size, limit;
};

/* One limit over a range of sizes. */
struct funnel_range {
	double centre, from, to; /* 0 < from < to */
	double confidence;       /* two-sided level, in (0, 1) */
	bool upper;
};

/* Shares and rates that count events: what a funnel plot can be drawn of. */
bool funnel_can_hold(const struct indicator *indicator);

/*
 * The place of a figure as far as it is shown: value is the figure itself. False, with the place as it was, when the
 * figure or one of its counts is hidden or missing, or it has no denominator. result may be NULL.
 */
bool funnel_place_of(const struct indicator *indicator, const struct result *result, double value,
		     struct funnel_place *place);

/* All events by all denominators. False when there is none. */
bool funnel_centre(const struct indicator *indicator, const struct funnel_place *places,
		   size_t count, double *centre);

/* Fills points, of FUNNEL_POINTS_MOST, in order of size, and returns how many; the curve is straight between them. */
size_t funnel_trace(const struct indicator *indicator, const struct funnel_range *range,
		    struct funnel_point *points);

/* Similar within the 99.8% limits about the centre, else what it means to lie above or below them. */
enum verdict funnel_verdict(const struct indicator *indicator, const struct funnel_place *place,
			    double centre);

#endif
