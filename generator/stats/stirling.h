/*
 * stirling.h - the gamma function and the two parts of Poisson and binomial probabilities that keep
 *              their accuracy where logarithms of factorials would cancel each other.
 *
 * Source:  Loader (2000), Fast and accurate computation of binomial probabilities.
 */
#ifndef GRADIENT_STATS_STIRLING_H
#define GRADIENT_STATS_STIRLING_H

/* Natural logarithm of the gamma function; x > 0. */
double log_gamma(double x);

/* What Stirling's formula lacks: log_gamma(x + 1) - (x + 1/2) log(x) + x - log(2 pi) / 2; x > 0. */
double stirling_error(double x);

/* x log(x / mean) + mean - x: 0 when x is the mean, else positive; x > 0, mean > 0. */
double poisson_deviance(double x, double mean);

#endif
