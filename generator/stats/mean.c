#include "stats/mean.h"

#include <math.h>

#include "stats/beta.h"
#include "stats/range.h"

static const double count_most = 1e9;

static double mean_of(const double *values, size_t count, double about)
{
	double sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += values[i] - about;
	return about + sum / (double)count;
}

/* The squares about a rounded mean are too large by those of what rounding took from it. */
static double deviation_of(const double *values, size_t count, double mean)
{
	double sum = 0, squares = 0;

	for (size_t i = 0; i < count; i++) {
		sum += values[i] - mean;
		squares += (values[i] - mean) * (values[i] - mean);
	}
	return sqrt(fmax(squares - sum * sum / (double)count, 0) / (double)(count - 1));
}

enum stats_outcome mean_summarise(const double *values, size_t count, struct mean_summary *out)
{
	struct mean_summary summary = { .count = (double)count };

	if (count == 0)
		return STATS_NO_DENOMINATOR;
	summary.mean = mean_of(values, count, mean_of(values, count, 0));
	if (count > 1)
		summary.deviation = deviation_of(values, count, summary.mean);
	if (!isfinite(summary.mean) || !isfinite(summary.deviation))
		return STATS_OUT_OF_RANGE;
	*out = summary;
	return STATS_OK;
}

enum stats_outcome mean_limits(const struct mean_summary *summary, double confidence,
			       struct estimate *out)
{
	double half;

	if (!range_is_count(summary->count) || summary->count > count_most ||
	    !isfinite(summary->mean) || !range_is_count(summary->deviation) ||
	    !range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	if (summary->count == 0)
		return STATS_NO_DENOMINATOR;
	if (summary->count < 2)
		return STATS_SINGLE_VALUE;
	half = student_quantile((1 + confidence) / 2, summary->count - 1) * summary->deviation /
	       sqrt(summary->count);
	*out = (struct estimate){
		.value = summary->mean,
		.limits = { summary->mean - half, summary->mean + half },
	};
	return STATS_OK;
}
