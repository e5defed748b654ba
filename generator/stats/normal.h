/*
 * normal.h - the standard normal distribution.
 *
 * Accuracy: relative 1e-15 near the centre, 1e-13 at 37 standard deviations.
 * Source:   quantile by algorithm AS 241 (PPND16), Wichura (1988), Applied Statistics 37:477-484.
 */
#ifndef GRADIENT_STATS_NORMAL_H
#define GRADIENT_STATS_NORMAL_H

/* Probability of a value below deviate; the lower tail keeps its relative accuracy. */
double normal_distribution(double deviate);

/* The deviate below which the probability lies; infinite at 0 and 1, NaN outside [0, 1]. */
double normal_quantile(double probability);

/*
 * Half width, in standard errors, of a two-sided interval: 1.96 for a confidence of 0.95.
 * 0 < confidence < 1.
 */
double normal_deviate(double confidence);

#endif
