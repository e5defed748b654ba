/*
 * sum.h - sums of many numbers that keep what each addition would lose by rounding, so that tens of
 *         thousands of terms add up as exactly as a few.
 *
 * All zero is an empty sum. A sum that overflows is not finite.
 *
 * Source:  Knuth, The Art of Computer Programming 2, 4.2.2, for what an addition loses; Ogita, Rump
 *          and Oishi (2005), SIAM J Sci Comput 26:1955-1988, for adding that up beside.
 */
#ifndef GRADIENT_STATS_SUM_H
#define GRADIENT_STATS_SUM_H

struct sum {
	double total, lost;
};

void sum_add(struct sum *sum, double term);

double sum_value(const struct sum *sum);

#endif
