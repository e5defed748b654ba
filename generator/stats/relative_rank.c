#include "stats/relative_rank.h"

#include <math.h>

#include "stats/range.h"

enum stats_outcome relative_ranks(const double *populations, size_t count, double *shares,
				  double *ranks)
{
	double total = 0, before = 0;

	for (size_t i = 0; i < count; i++) {
		if (!range_is_count(populations[i]))
			return STATS_OUT_OF_RANGE;
		total += populations[i];
	}
	if (total == 0)
		return STATS_NO_DENOMINATOR;
	if (!isfinite(total))
		return STATS_OUT_OF_RANGE;
	for (size_t i = 0; i < count; i++) {
		shares[i] = populations[i] / total;
		ranks[i] = (before + populations[i] / 2) / total;
		before += populations[i];
	}
	return STATS_OK;
}
