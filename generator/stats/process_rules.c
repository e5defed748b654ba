#include "stats/process_rules.h"

static int sign_of(double left, double right)
{
	return (left > right) - (left < right);
}

/* Of points first to last, which have the same step or side: a run that is long enough. */
static bool is_run(size_t first, size_t last, size_t run_points)
{
	return last - first + 1 >= run_points;
}

static void mark_trends(const double *values, size_t count, size_t run_points,
			struct process_point *points)
{
	size_t first = 0;

	for (size_t last = 1; last < count; last++) {
		int step = sign_of(values[last], values[last - 1]);
		bool ends = last + 1 == count || sign_of(values[last + 1], values[last]) != step;

		if (ends && step != 0 && is_run(first, last, run_points))
			for (size_t i = first; i <= last; i++)
				points[i].trend = true;
		if (ends)
			first = last;
	}
}

/* The following step's when that leads to another point of a trend, else the preceding one's. */
static void find_headings(const double *values, size_t count, struct process_point *points)
{
	for (size_t i = 0; i < count; i++) {
		if (!points[i].trend)
			continue;
		if (i + 1 < count && points[i + 1].trend)
			points[i].heading = sign_of(values[i + 1], values[i]);
		/* Not the first point, which has a step to the next. */
		if (points[i].heading == 0)
			points[i].heading = sign_of(values[i], values[i - 1]);
	}
}

static void mark_shifts(size_t count, size_t run_points, struct process_point *points)
{
	size_t first = 0;

	for (size_t last = 0; last < count; last++) {
		int side = points[last].side;

		if (last + 1 < count && points[last + 1].side == side)
			continue;
		if (side != 0 && is_run(first, last, run_points))
			for (size_t i = first; i <= last; i++)
				points[i].shift = true;
		first = last + 1;
	}
}

static bool is_near_limit(double value, const struct process_point *point,
			  const struct process_limits *limits, bool holds_all)
{
	if (point->outside && !holds_all)
		return false;
	return value > limits->two_thirds.upper || value < limits->two_thirds.lower;
}

static void mark_two_in_three(const double *values, size_t count,
			      const struct process_limits *limits, bool holds_all,
			      struct process_point *points)
{
	for (size_t i = 2; i < count; i++) {
		int side = points[i].side;
		unsigned near = 0;

		if (side == 0 || points[i - 1].side != side || points[i - 2].side != side)
			continue;
		for (size_t j = i - 2; j <= i; j++)
			near += is_near_limit(values[j], &points[j], limits, holds_all);
		if (near < 2)
			continue;
		for (size_t j = i - 2; j <= i; j++)
			if (is_near_limit(values[j], &points[j], limits, holds_all))
				points[j].two_in_three = true;
	}
}

static void name_rule(struct process_point *point)
{
	point->rule = point->outside        ? PROCESS_OUTSIDE
		      : point->trend        ? PROCESS_TREND
		      : point->two_in_three ? PROCESS_TWO_IN_THREE
		      : point->shift        ? PROCESS_SHIFT
					    : PROCESS_COMMON_CAUSE;
	if (point->rule != PROCESS_COMMON_CAUSE)
		point->direction = point->rule == PROCESS_TREND ? point->heading : point->side;
}

void process_rules(const double *values, size_t count, const struct process_limits *limits,
		   struct process_choice choice, struct process_point *out)
{
	for (size_t i = 0; i < count; i++)
		out[i] = (struct process_point){
			.side = sign_of(values[i], limits->mean),
			.outside = values[i] > limits->limits.upper ||
				   values[i] < limits->limits.lower,
		};
	mark_trends(values, count, choice.run_points, out);
	find_headings(values, count, out);
	mark_two_in_three(values, count, limits, choice.two_in_three_holds_all, out);
	mark_shifts(count, choice.run_points, out);
	for (size_t i = 0; i < count; i++)
		name_rule(&out[i]);
}
