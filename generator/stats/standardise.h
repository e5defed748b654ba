/*
 * standardise.h - directly standardised rates with Dobson's interval.
 *
 * Units:   rates per person (or person-year); the caller multiplies.
 * Source:  Dobson, Kuulasmaa, Eberle and Scherer (1991), Stat Med 10:457-462, always on Byar's
 *          limits of the total; not below 10 events after Morris, Tan, Fryers and Bestwick (2018),
 *          Popul Health Metr, s12963-018-0177-1.
 */
#ifndef GRADIENT_STATS_STANDARDISE_H
#define GRADIENT_STATS_STANDARDISE_H

#include <stddef.h>

#include "stats/interval.h"
#include "stats/outcome.h"

/*
 * One age band of one group; matched to the standard by the label of the band, never by its place.
 */
struct age_band {
	double events;     /* >= 0; 0 where the data hold no row for the band */
	double population; /* > 0, even where there are no events */
	double standard;   /* weight in the standard population, >= 0; any scale */
};

struct standardised_sums {
	double events, population; /* totals; may be shown when the rate may not */
	double rate;               /* for print only once standardised_rate() has let it pass */
	double variance;           /* of the rate */
};

/*
 * Sums over all bands. The weights used are those of the bands given, so that a restricted age
 * range has its own standard.
 *
 * Returns STATS_OUT_OF_RANGE or STATS_ZERO_POPULATION_BAND, with the index of the band in *band;
 * STATS_NO_STANDARD_POPULATION leaves *band alone.
 */
enum stats_outcome standardise(const struct age_band *bands, size_t count,
			       struct standardised_sums *out, size_t *band);

/* People of one age band who had the same number of events. */
struct repeated_events {
	double events; /* of each, >= 0 */
	double people; /* >= 0 */
};

/*
 * An age band where one person can have several events that do not come by chance alone, such as
 * readmissions.
 */
struct repeat_band {
	const struct repeated_events *repeats; /* in any order; none where there were no events */
	size_t count;
	double population; /* > 0 */
	double standard;   /* as in struct age_band */
};

/*
 * The same sums with a variance that counts a person's events together. A single band makes a crude
 * rate with that variance; where nobody has more than one event the sums are those of
 * standardise(). The outcomes are the same.
 */
enum stats_outcome standardise_repeats(const struct repeat_band *bands, size_t count,
				       struct standardised_sums *out, size_t *band);

/*
 * The rate and its limits. The lower one can fall below 0 when a few events carry most of the
 * weight. Returns STATS_OUT_OF_RANGE or STATS_TOO_FEW_EVENTS.
 */
enum stats_outcome standardised_rate(const struct standardised_sums *sums, double confidence,
				     struct estimate *out);

#endif
