/*
 * slope_groups.h - the ordered groups of a case, as the slope index of inequality takes them.
 */
#ifndef GRADIENT_VECTORS_SLOPE_GROUPS_H
#define GRADIENT_VECTORS_SLOPE_GROUPS_H

#include "stats/slope.h"
#include "vectors/vectors.h"

/* What a file of groups must have: case, quantile, pop, value, lower, upper and what the model is. */
extern const struct vectors_columns slope_group_columns;

/*
 * The groups of the rows in the order of their quantile, from the arena. A missing number is one that no
 * statistic takes.
 */
struct slope_group *slope_groups(const struct vectors *inputs, const size_t *rows, size_t count);

/* By the columns value_type (0 other, 1 rate, 2 proportion) and transform of a row. */
enum slope_model slope_model_of(const struct vectors *vectors, size_t row);

#endif
