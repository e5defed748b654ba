#include "chart/interval_caps.h"

#include <math.h>

/* How far beyond the edge of its mark an end is seen; what a high cap adds to the mark; the shortest that is drawn. */
static const double clear = 2.5, ears = 4, least_length = 2.2;

bool interval_is_seen(const struct whisker *whisker)
{
	return fabs(whisker->high - whisker->low) >= least_length;
}

double interval_cap(const struct whisker *whisker, double place, double mark, double ordinary)
{
	double reach = mark / 2 + clear;
	bool covered = fabs(whisker->low - place) < reach || fabs(whisker->high - place) < reach;

	return covered ? fmax(ordinary, mark + ears) : ordinary;
}
