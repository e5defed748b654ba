/*
 * interval.h - an estimate and the interval about it.
 *
 * Units:   those of the statistic, before any multiplier: fractions in [0, 1], rates per person.
 */
#ifndef GRADIENT_STATS_INTERVAL_H
#define GRADIENT_STATS_INTERVAL_H

struct interval {
	double lower, upper; /* lower <= upper */
};

struct estimate {
	double value;
	struct interval limits;
};

#endif
