#include "stats/comparison.h"

#include <math.h>

#include "stats/normal.h"
#include "stats/range.h"

enum stats_outcome comparison_confidence(double test_confidence, double *out)
{
	double deviate;

	if (!range_is_confidence(test_confidence))
		return STATS_OUT_OF_RANGE;
	/* Both half widths together, 2 t, are the difference that is just significant, z sqrt(2). */
	deviate = normal_deviate(test_confidence) / M_SQRT2;
	*out = normal_distribution(deviate) - normal_distribution(-deviate);
	return STATS_OK;
}
