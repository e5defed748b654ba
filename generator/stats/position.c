#include "stats/position.h"

#include <math.h>
#include <stdlib.h>

static int compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

/* How many of the sorted numbers are less than the one given. */
static size_t count_below(const double *sorted, size_t count, double number)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (sorted[middle] < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The part of the area that has so many areas before it. */
static unsigned part_of(size_t before, size_t count, unsigned parts)
{
	size_t size = count / parts, larger = count % parts;
	size_t in_larger = larger * (size + 1);

	if (before < in_larger)
		return (unsigned)(before / (size + 1)) + 1;
	return (unsigned)(larger + (before - in_larger) / size) + 1;
}

enum stats_outcome position_assign(const double *values, size_t count, unsigned parts,
				   double *sorted, unsigned *out)
{
	for (size_t i = 0; i < count; i++)
		if (!isfinite(values[i]))
			return STATS_OUT_OF_RANGE;
	if (parts < 1)
		return STATS_OUT_OF_RANGE;
	if (count < parts)
		return STATS_TOO_FEW_GROUPS;
	for (size_t i = 0; i < count; i++)
		sorted[i] = values[i];
	qsort(sorted, count, sizeof(*sorted), compare);
	for (size_t i = 0; i < count; i++)
		out[i] = part_of(count_below(sorted, count, values[i]), count, parts);
	return STATS_OK;
}
