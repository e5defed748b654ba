/*
 * beta.h - quantiles of the beta distribution, and of Student's t which follows from it.
 *
 * Domain:   0 < a, b, freedom; their sum at most 1e10; NaN outside it.
 * Accuracy: relative 1e-12 for shapes from 0.05 to 20,000; tested less closely beyond.
 * Source:   continued fraction of Didonato and Morris (1992), ACM Trans Math Softw 18:360-373;
 *           quantile by Newton's method on the logarithm of the tail.
 */
#ifndef GRADIENT_STATS_BETA_H
#define GRADIENT_STATS_BETA_H

/* The value in [0, 1] below which the probability lies, 0 <= probability <= 1. */
double beta_quantile(double probability, double a, double b);

/*
 * The same as odds, x / (1 - x), which keep all digits at both ends. lower and upper are the
 * probabilities on each side; they add up to 1, and both are asked for since a small one cannot be
 * had from the other without loss.
 */
double beta_odds(double lower, double upper, double a, double b);

/* The t below which the probability lies, 0 <= probability <= 1. */
double student_quantile(double probability, double freedom);

#endif
