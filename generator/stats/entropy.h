/*
 * entropy.h - Theil index and mean log deviation of groups without an order.
 *
 * Both compare the groups' shares of what is measured with their shares of the population, on a
 * logarithm, multiplied by 1,000. A value of 0 has no logarithm; it is replaced by 0.000001, before
 * anything else, and that is said. The Theil index hardly notices, but its error does; the mean log
 * deviation is then made by the replacement and must not be published.
 *
 * Units:   values as given, in the unit they are printed in, which the replacement goes by.
 * Source:  Theil (1967), Economics and Information Theory; Schlotheuber and Hosseinpoor (2022), Int
 *          J Environ Res Public Health 19:3697; errors by the delta method.
 */
#ifndef GRADIENT_STATS_ENTROPY_H
#define GRADIENT_STATS_ENTROPY_H

#include <stdbool.h>

#include "stats/between_group.h"

struct entropy {
	struct between_estimate estimate; /* the lower limit can be below 0 */
	bool zero_replaced;               /* the mean log deviation is then not for print */
};

/*
 * Return STATS_OUT_OF_RANGE for a value below 0 and when the result is too large for a number, or
 * STATS_ZERO_COMPARATOR when all values are 0.
 */
enum stats_outcome theil_index(const struct between_groups *groups, double confidence,
			       struct entropy *out);
enum stats_outcome mean_log_deviation(const struct between_groups *groups, double confidence,
				      struct entropy *out);

#endif
