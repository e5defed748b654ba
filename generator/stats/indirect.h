/*
 * indirect.h - indirectly standardised ratios and rates: events against those that the rates of a
 * reference population lead one to expect.
 *
 * The ratio compares with the reference population. Two ratios of populations that differ in age
 * are weighted differently and so not strictly comparable with each other.
 *
 * Units:   the ratio 1 is that of the reference, often shown x 100; rates per person. The rates of
 *          the reference are taken as fixed.
 * Source:  Breslow and Day (1987), Statistical methods in cancer research II, IARC; limits of the
 *          count as in rate.h, exact below 10 events, Byar's from 10.
 */
#ifndef GRADIENT_STATS_INDIRECT_H
#define GRADIENT_STATS_INDIRECT_H

#include <stddef.h>

#include "stats/interval.h"
#include "stats/outcome.h"

/* An age band of a group with that of the reference, matched by label. */
struct indirect_band {
	double events;               /* >= 0; 0 where there is no row, or only a total is known */
	double population;           /* >= 0; 0 where there is no row */
	double reference_events;     /* >= 0; 0 where there is no row */
	double reference_population; /* > 0 */
};

struct indirect_sums {
	double observed; /* events of all bands; the caller may put a total in their place */
	double expected;
	double reference_rate; /* of all bands together; 0 when there are none */
};

/*
 * Returns STATS_OUT_OF_RANGE or STATS_ZERO_POPULATION_BAND, where the reference has nobody, with
 * the index of the band in *band.
 */
enum stats_outcome indirect_standardise(const struct indirect_band *bands, size_t count,
					struct indirect_sums *out, size_t *band);

/* Observed over expected. Returns STATS_OUT_OF_RANGE or STATS_NO_EXPECTED_EVENTS. */
enum stats_outcome indirect_ratio(const struct indirect_sums *sums, double confidence,
				  struct estimate *out);

/* The ratio times the rate of the reference; the outcomes are those of indirect_ratio(). */
enum stats_outcome indirect_rate(const struct indirect_sums *sums, double confidence,
				 struct estimate *out);

#endif
