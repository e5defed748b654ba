#include "stats/proportion.h"

#include <math.h>

#include "stats/normal.h"
#include "stats/range.h"

enum stats_outcome proportion(double numerator, double denominator, double confidence,
			      struct estimate *out)
{
	double z, middle, root;

	if (!range_is_count(numerator) || !range_is_count(denominator) ||
	    !range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	if (denominator == 0)
		return STATS_NO_DENOMINATOR;
	if (numerator > denominator)
		return STATS_NUMERATOR_EXCEEDS_DENOMINATOR;
	z = normal_deviate(confidence);
	middle = 2 * numerator + z * z;
	root = z * sqrt(z * z + 4 * numerator * ((denominator - numerator) / denominator));
	*out = (struct estimate){
		.value = numerator / denominator,
		/* (middle - root) / (2 (denominator + z^2)) without a difference that cancels. */
		.limits.lower = 2 * numerator * (numerator / denominator) / (middle + root),
		.limits.upper = numerator == denominator
					? 1
					: (middle + root) / (2 * (denominator + z * z)),
	};
	return STATS_OK;
}
