/*
 * results_file.h - everything that was worked out, as one tidy CSV file.
 *
 * One row a figure: indicator, period, organisation, dimension, group, sex, measure, state, value, lower,
 * upper, numerator, denominator, method, comparison with the total, reason of the state, source, the figure
 * and its interval as printed, parameters, the method in words. Numbers carry full precision; hidden figures
 * have a state and empty cells. The usual measures of all breakdowns come after the values, then those
 * that the report asks for beside them.
 */
#ifndef GRADIENT_RUN_RESULTS_FILE_H
#define GRADIENT_RUN_RESULTS_FILE_H

struct buffer;
struct results;
struct strings;

void results_write(const struct results *results, const struct strings *strings,
		   struct buffer *out);

#endif
