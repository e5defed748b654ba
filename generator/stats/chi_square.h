/*
 * chi_square.h - the chi-square distribution.
 *
 * Domain:   0 < freedom <= 1e10, fractions allowed; NaN outside it.
 * Accuracy: relative 1e-12 up to 1e6 degrees of freedom, in the lower tail too.
 * Source:   series and continued fraction of the incomplete gamma function, Abramowitz and Stegun
 *           (1964) 6.5.29 and 6.5.31; quantile by Newton's method on the logarithm of the tail.
 */
#ifndef GRADIENT_STATS_CHI_SQUARE_H
#define GRADIENT_STATS_CHI_SQUARE_H

/* Probability of a value below x, which is finite; 0 when x <= 0. */
double chi_square_distribution(double x, double freedom);

/* The value below which the probability lies, 0 < probability < 1. */
double chi_square_quantile(double probability, double freedom);

#endif
