#include "stats/trend.h"

#include <math.h>
#include <stdbool.h>

#include "stats/range.h"

const double trend_clear_above = 9.54953570608324;

/* Width of a 95% interval in standard errors, rounded as the rule has it. */
static const double errors_wide = 3.92;

double trend_error(const struct interval *limits)
{
	return (limits->upper - limits->lower) / errors_wide;
}

struct line {
	double slope, variance;
};

enum { NONE_LEFT_OUT = TREND_POINTS };

/*
 * By the sums that the rule is written in: of a level series a slope of some 1e-15 may be left, the same one that
 * others have who go by the rule.
 */
static struct line fit(const struct estimate points[TREND_POINTS], size_t left_out)
{
	double w = 0, wt = 0, wtt = 0, wy = 0, wty = 0, determinant;

	for (size_t i = 0; i < TREND_POINTS; i++) {
		double error = trend_error(&points[i].limits);
		double weight = i == left_out ? 0 : 1 / (error * error);
		double time = (double)(i + 1);

		w += weight;
		wt += weight * time;
		wtt += weight * time * time;
		wy += weight * points[i].value;
		wty += weight * time * points[i].value;
	}
	determinant = w * wtt - wt * wt;
	return (struct line){ (w * wty - wt * wy) / determinant, w / determinant };
}

static bool one_point_decides(const struct trend *trend)
{
	for (size_t i = 0; i < TREND_POINTS; i++)
		if ((trend->slopes_without[i] < 0) != (trend->slope < 0))
			return true;
	return false;
}

enum stats_outcome trend_recent(const struct estimate *points, size_t count,
				enum favourable favourable, struct trend *out)
{
	struct line line;
	struct trend trend;
	double check = 0;
	int sign;

	if (count < TREND_POINTS)
		return STATS_TOO_FEW_POINTS;
	points += count - TREND_POINTS;
	for (size_t i = 0; i < TREND_POINTS; i++) {
		if (!isfinite(points[i].value) || !range_is_interval(&points[i].limits))
			return STATS_OUT_OF_RANGE;
		if (points[i].limits.lower == points[i].limits.upper)
			return STATS_NO_SAMPLING_ERROR;
	}
	line = fit(points, NONE_LEFT_OUT);
	trend.slope = line.slope;
	trend.chi_squared = line.slope * line.slope / line.variance;
	for (size_t i = 0; i < TREND_POINTS; i++) {
		trend.slopes_without[i] = fit(points, i).slope;
		check += trend.slopes_without[i];
	}
	/* Values too large, or limits too close, for their squares. */
	if (!isfinite(check + trend.chi_squared))
		return STATS_OUT_OF_RANGE;
	sign = line.slope < 0 ? -1 : 1;
	if (trend.chi_squared <= trend_clear_above || one_point_decides(&trend))
		sign = 0;
	trend.direction = sign == 0  ? TREND_NOT_SIGNIFICANT
			  : sign > 0 ? TREND_INCREASING
				     : TREND_DECREASING;
	trend.verdict = verdict_of(sign, favourable);
	*out = trend;
	return STATS_OK;
}
