#include "stats/least_squares.h"

#include <math.h>
#include <stdbool.h>

#include "stats/range.h"
#include "stats/sum.h"

static enum stats_outcome check_point(const struct least_squares_point *point)
{
	if (!isfinite(point->rank) || !isfinite(point->value) || !range_is_count(point->weight))
		return STATS_OUT_OF_RANGE;
	return point->weight == 0 ? STATS_ZERO_POPULATION_GROUP : STATS_OK;
}

static enum stats_outcome check_points(const struct least_squares_point *points, size_t count,
				       size_t *point)
{
	bool ranks_differ = false;

	if (count < LEAST_SQUARES_POINTS_LEAST)
		return STATS_TOO_FEW_GROUPS;
	for (size_t i = 0; i < count; i++) {
		enum stats_outcome outcome = check_point(&points[i]);

		if (outcome != STATS_OK) {
			*point = i;
			return outcome;
		}
		ranks_differ = ranks_differ || points[i].rank != points[0].rank;
	}
	if (ranks_differ)
		return STATS_OK;
	*point = 0;
	return STATS_OUT_OF_RANGE;
}

/* The point that every weighted line goes through; its weight is that of all points. */
static struct least_squares_point middle_of(const struct least_squares_point *points, size_t count)
{
	struct sum weight = { 0 }, rank = { 0 }, value = { 0 };
	double total;

	for (size_t i = 0; i < count; i++) {
		sum_add(&weight, points[i].weight);
		/* Less the first, so that equal values are exactly in the middle. */
		sum_add(&rank, points[i].weight * (points[i].rank - points[0].rank));
		sum_add(&value, points[i].weight * (points[i].value - points[0].value));
	}
	total = sum_value(&weight);
	return (struct least_squares_point){ points[0].rank + sum_value(&rank) / total,
					     points[0].value + sum_value(&value) / total, total };
}

enum stats_outcome least_squares(const struct least_squares_point *points, size_t count,
				 struct least_squares_line *out, size_t *point)
{
	struct sum squares = { 0 }, products = { 0 }, left_over = { 0 };
	struct least_squares_point middle;
	struct least_squares_line line;
	enum stats_outcome outcome = check_points(points, count, point);

	if (outcome != STATS_OK)
		return outcome;
	middle = middle_of(points, count);
	for (size_t i = 0; i < count; i++) {
		double rank = points[i].rank - middle.rank, value = points[i].value - middle.value;

		sum_add(&squares, points[i].weight * rank * rank);
		sum_add(&products, points[i].weight * rank * value);
	}
	line.slope = sum_value(&products) / sum_value(&squares);
	line.intercept = middle.value - line.slope * middle.rank;
	for (size_t i = 0; i < count; i++) {
		double rest = points[i].value - middle.value -
			      line.slope * (points[i].rank - middle.rank);

		sum_add(&left_over, points[i].weight * rest * rest);
	}
	line.slope_error = sqrt(sum_value(&left_over) / (double)(count - 2) / sum_value(&squares));
	/* Too large to square. */
	if (!isfinite(line.intercept) || !isfinite(line.slope_error)) {
		*point = 0;
		return STATS_OUT_OF_RANGE;
	}
	*out = line;
	return STATS_OK;
}

enum stats_outcome least_squares_slope(const struct least_squares_line *line, double deviate,
				       struct estimate *out)
{
	double half = deviate * line->slope_error;

	if (!range_is_count(deviate))
		return STATS_OUT_OF_RANGE;
	*out = (struct estimate){ line->slope, { line->slope - half, line->slope + half } };
	return STATS_OK;
}
