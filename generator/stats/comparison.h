/*
 * comparison.h - the level of intervals that readers may compare with each other by eye.
 *
 * Two 95% intervals that just touch belong to values that differ far more clearly than at 5%: the
 * difference has a standard error of sqrt(2) times that of either value, not of twice. Intervals of
 * 83.4% just touch where a test of the difference at 5% just turns significant.
 *
 * That is exact for independent values with equal standard errors and nearly right while one is not
 * more than twice the other; the more they differ, the less such intervals show.
 *
 * Source:  Goldstein and Healy (1995), J R Stat Soc A 158:175-177.
 */
#ifndef GRADIENT_STATS_COMPARISON_H
#define GRADIENT_STATS_COMPARISON_H

#include "stats/outcome.h"

/*
 * The two-sided level of single intervals that just touch where the test of a difference at the
 * level just finds one: 2 Phi(z / sqrt(2)) - 1 with the z of the test, 0.8342 for one at 0.95.
 *
 *   test_confidence  two-sided level of the test, 0 < test_confidence < 1
 *
 * Returns STATS_OUT_OF_RANGE.
 */
enum stats_outcome comparison_confidence(double test_confidence, double *out);

#endif
