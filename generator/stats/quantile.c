#include "stats/quantile.h"

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
	/* parts + 1 less the quotient of what is left and the size of a part, rounded up. */
	return parts + 1 - (unsigned)(((count - before) * parts + count - 1) / count);
}

enum stats_outcome quantile_assign(const double *scores, size_t count, unsigned parts,
				   bool highest_is_first, double *sorted, unsigned *out,
				   size_t *moved)
{
	double sign = highest_is_first ? -1 : 1;
	size_t tied_from = 0, moves = 0;

	for (size_t i = 0; i < count; i++)
		if (!isfinite(scores[i]))
			return STATS_OUT_OF_RANGE;
	if (parts < 1)
		return STATS_OUT_OF_RANGE;
	if (count < parts)
		return STATS_TOO_FEW_GROUPS;
	for (size_t i = 0; i < count; i++)
		sorted[i] = sign * scores[i];
	qsort(sorted, count, sizeof(*sorted), compare);
	for (size_t i = 0; i < count; i++) {
		out[i] = part_of(count_below(sorted, count, sign * scores[i]), count, parts);
		if (sorted[i] != sorted[tied_from])
			tied_from = i;
		moves += part_of(i, count, parts) != part_of(tied_from, count, parts);
	}
	*moved = moves;
	return STATS_OK;
}
