#include "stats/range.h"

#include <math.h>

bool range_is_confidence(double confidence)
{
	/* The greatest number below 1 leaves a tail that 1 does not get smaller by. */
	return confidence > 0 && (1 + confidence) / 2 < 1;
}

bool range_is_count(double number)
{
	return number >= 0 && isfinite(number);
}

bool range_is_interval(const struct interval *limits)
{
	return isfinite(limits->lower) && isfinite(limits->upper) && limits->lower <= limits->upper;
}

bool range_is_estimate(const struct estimate *estimate)
{
	return range_is_interval(&estimate->limits) && estimate->limits.lower <= estimate->value &&
	       estimate->value <= estimate->limits.upper;
}
