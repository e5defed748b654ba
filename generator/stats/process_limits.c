#include "stats/process_limits.h"

#include <math.h>

/* Process limits in mean moving ranges, as rounded by the method. */
static const double limit_factor = 2.66;
static const double two_thirds_factor = 2 * (2.66 / 3);

/* Upper limit of a moving range in mean moving ranges. */
static const double range_factor = 3.267;

/* Mean moving range in standard deviations. */
static const double ranges_in_sigma = 1.128;

/*
 * The second pass takes away what the first one's rounding has added: the mean of numbers that are
 * all the same is that number, so that none of them lies beside it.
 */
static double mean_of(const double *values, size_t count)
{
	double sum = 0, rest = 0, mean;

	for (size_t i = 0; i < count; i++)
		sum += values[i];
	mean = sum / (double)count;
	for (size_t i = 0; i < count; i++)
		rest += values[i] - mean;
	return mean + rest / (double)count;
}

struct ranges {
	double mean;
	size_t count;
};

/* Mean of the moving ranges less than the bound; 0 without any. */
static struct ranges ranges_below(const double *values, size_t count, double bound)
{
	struct ranges ranges = { 0 };
	double sum = 0;

	for (size_t i = 1; i < count; i++) {
		double range = fabs(values[i] - values[i - 1]);

		if (range >= bound)
			continue;
		sum += range;
		ranges.count++;
	}
	ranges.mean = ranges.count == 0 ? 0 : sum / (double)ranges.count;
	return ranges;
}

static struct interval about(double mean, double half)
{
	return (struct interval){ mean - half, mean + half };
}

enum stats_outcome process_limits(const double *values, size_t count, size_t baseline_points,
				  bool screens_ranges, struct process_limits *out)
{
	size_t baseline = baseline_points == 0 || baseline_points > count ? count : baseline_points;
	struct ranges ranges;
	double mean;

	if (count < 1)
		return STATS_TOO_FEW_POINTS;
	if (baseline_points > 0 && baseline_points < PROCESS_BASELINE_LEAST)
		return STATS_OUT_OF_RANGE;
	for (size_t i = 0; i < count; i++)
		if (!isfinite(values[i]))
			return STATS_OUT_OF_RANGE;
	mean = mean_of(values, baseline);
	ranges = ranges_below(values, baseline, INFINITY);
	if (screens_ranges)
		ranges = ranges_below(values, baseline, range_factor * ranges.mean);
	/* Numbers near the largest there are. */
	if (!isfinite(mean + limit_factor * ranges.mean) ||
	    !isfinite(mean - limit_factor * ranges.mean))
		return STATS_OUT_OF_RANGE;
	*out = (struct process_limits){
		.mean = mean,
		.moving_range = ranges.mean,
		.sigma = ranges.mean / ranges_in_sigma,
		.limits = about(mean, limit_factor * ranges.mean),
		.two_thirds = about(mean, two_thirds_factor * ranges.mean),
		.ranges = baseline - 1,
		.screened = baseline - 1 - ranges.count,
	};
	return STATS_OK;
}
