/*
 * life_table.h - an abridged life table and the expectation of life at every age it starts a band
 * at.
 *
 * Chiang's table from deaths and population by age band, the infant year first and any last band
 * without end (90 and over, 85 and over, ...), which the reader is to be told. Deaths of infants
 * come early in their year, at 0.1 of it; all others fall in the middle of their band. The variance
 * of the last band is that of Silcocks et al.
 *
 * Units:   years; populations in person-years.
 * Source:  Chiang (1968), Introduction to stochastic processes in biostatistics; Silcocks, Jenner
 *          and Reza (2001), J Epidemiol Community Health 55:38-43; smallest population after Toson
 *          and Baker (2003), National Statistics Methodological Series 33, and Eayres and Williams
 *          (2004), J Epidemiol Community Health 58:243-249.
 */
#ifndef GRADIENT_STATS_LIFE_TABLE_H
#define GRADIENT_STATS_LIFE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/interval.h"
#include "stats/outcome.h"

struct life_band {
	double start_age;  /* 0 and 1 for the first two, then always higher; the last has no end */
	double population; /* > 0 */
	double deaths;     /* >= 0, at most the population; > 0 in the last band */
};

/* From the start of a band on. */
struct life_row {
	double death_probability;  /* in the band */
	double survivors;          /* of 100,000 born those who reach its start */
	double expectation;        /* years ahead of each; 0 when nobody is left */
	double error;              /* standard error of the expectation */
	double deaths, population; /* that the expectation rests on */
};

/*
 *   bands   count of them in order of age
 *   rows    out: count rows
 *   band    out: the offending band for STATS_OUT_OF_RANGE (also a start age out of order),
 *           STATS_ZERO_POPULATION_BAND and STATS_NUMERATOR_EXCEEDS_DENOMINATOR
 *
 * Returns those, STATS_POPULATION_TOO_SMALL for 5,000 people or fewer in all bands, as in no bands,
 * or STATS_NO_DEATHS_IN_LAST_BAND: life would have no end.
 */
enum stats_outcome life_table(const struct life_band *bands, size_t count, struct life_row *rows,
			      size_t *band);

struct life_expectancy {
	struct estimate years; /* the lower limit can lie below 0 */
	bool too_wide; /* the 95% limits lie more than 20 years apart: the value is not to be shown */
};

/*
 * Returns STATS_OUT_OF_RANGE, STATS_NO_SURVIVORS when nobody reaches the age of the row, or
 * STATS_UNBOUNDED when deaths of the last band are too rare for limits to be numbers.
 */
enum stats_outcome life_expectancy(const struct life_row *row, double confidence,
				   struct life_expectancy *out);

#endif
