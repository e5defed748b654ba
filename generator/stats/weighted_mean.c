#include "stats/weighted_mean.h"

#include <math.h>

#include "stats/range.h"
#include "stats/sum.h"

enum stats_outcome weighted_mean(const struct weighted_value *values, size_t count, double *out)
{
	struct sum weights = { 0 }, above = { 0 };
	double mean;

	for (size_t i = 0; i < count; i++) {
		if (!isfinite(values[i].value) || !range_is_count(values[i].weight))
			return STATS_OUT_OF_RANGE;
		sum_add(&weights, values[i].weight);
		/* Less the first, so that equal values give exactly themselves. */
		sum_add(&above, values[i].weight * (values[i].value - values[0].value));
	}
	if (sum_value(&weights) == 0)
		return STATS_NO_DENOMINATOR;
	mean = values[0].value + sum_value(&above) / sum_value(&weights);
	if (!isfinite(mean))
		return STATS_OUT_OF_RANGE;
	*out = mean;
	return STATS_OK;
}
