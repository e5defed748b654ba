/*
 * rates.h - whether a rate that is made of parts gives a small part away: a rate adjusted for age beside its
 * total is one equation between its age bands, its limits are another, and populations are no secret.
 *
 * Two ways are tried. In fractions, a band is pinned when the equations leave it little room: mostly with two or
 * three bands, with more only where the rate is near the highest or lowest that so many events can make. In whole
 * numbers, all ways to share the events out are tried where there are not too many (rate_tries.h): few events give
 * themselves away in any number of bands. With more events there are many more ways than printed rates and limits
 * can tell apart, and about as many numbers of a band among them as there are without the rate.
 */
#ifndef GRADIENT_DISCLOSURE_RATES_H
#define GRADIENT_DISCLOSURE_RATES_H

#include "disclosure/problem.h"
#include "model/reference.h"

/* An age band; one event in it adds factor to the rate, and the square of it to the variance. */
struct rate_part {
	double events, factor;
};

/* What readers see of it; the variance from -INFINITY to INFINITY when they do not. */
struct rate_seen {
	struct span events, rate, variance;
};

/* True when fewer numbers than the rule asks for are possible for a small part. */
bool rate_exposes(const struct disclosure_rule *rule, const struct rate_part *parts, size_t count,
		  const struct rate_seen *seen);

#endif
