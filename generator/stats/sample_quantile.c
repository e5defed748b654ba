#include "stats/sample_quantile.h"

#include <math.h>

static void swap(double *one, double *other)
{
	double kept = *one;

	*one = *other;
	*other = kept;
}

/* The middle one of the first, the middle and the last of a stretch. */
static double pivot_of(const double *values, size_t first, size_t last)
{
	double a = values[first], b = values[first + (last - first) / 2], c = values[last];

	return fmax(fmin(a, b), fmin(fmax(a, b), c));
}

/*
 * Splits the stretch, of two numbers at least, in two: none of the first part, which ends at the
 * place returned, is above the pivot, and none of the rest below it. Numbers equal to the pivot
 * change sides, so that a sample of one value splits in the middle.
 */
static size_t split(double *values, size_t first, size_t last)
{
	double pivot = pivot_of(values, first, last);
	size_t low = first, high = last;

	for (;;) {
		while (values[low] < pivot)
			low++;
		while (values[high] > pivot)
			high--;
		if (low >= high)
			return high;
		swap(&values[low++], &values[high--]);
	}
}

/* Puts at its place the number that has "rank" numbers before it, none of them greater. */
static void select_rank(double *values, size_t count, size_t rank)
{
	size_t first = 0, last = count - 1;

	while (first < last) {
		size_t end = split(values, first, last);

		if (rank <= end)
			last = end;
		else
			first = end + 1;
	}
}

static double least(const double *values, size_t first, size_t count)
{
	double found = values[first];

	for (size_t i = first + 1; i < count; i++)
		found = fmin(found, values[i]);
	return found;
}

enum stats_outcome sample_quantile(double *values, size_t count, double probability, double *out)
{
	double place, below;
	size_t rank;

	if (count == 0)
		return STATS_TOO_FEW_POINTS;
	if (!(probability >= 0 && probability <= 1))
		return STATS_OUT_OF_RANGE;
	place = (double)(count - 1) * probability;
	below = floor(place);
	rank = (size_t)below;
	select_rank(values, count, rank);
	*out = values[rank];
	if (place > below)
		*out += (place - below) * (least(values, rank + 1, count) - values[rank]);
	return STATS_OK;
}
