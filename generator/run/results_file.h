/*
 * results_file.h - everything that was worked out, as one tidy CSV file.
 *
 * One row a figure: indicator, period, organisation, dimension, group, sex, measure, state, value, lower,
 * upper, numerator, denominator, method, comparison with the total, source. Numbers carry full precision;
 * hidden figures have a state and empty cells.
 */
#ifndef GRADIENT_RUN_RESULTS_FILE_H
#define GRADIENT_RUN_RESULTS_FILE_H

struct buffer;
struct results;

void results_write(const struct results *results, struct buffer *out);

#endif
