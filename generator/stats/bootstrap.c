#include "stats/bootstrap.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "stats/random.h"
#include "stats/range.h"
#include "stats/sample_quantile.h"

/* On average over all draws. */
static const size_t tries_for_a_value = 20;

struct bootstrap bootstrap_usual(void)
{
	return (struct bootstrap){ 0.95, HUGE_VAL, BOOTSTRAP_DRAWS, BOOTSTRAP_SEED };
}

size_t bootstrap_scratch(const struct bootstrap *settings, size_t count, size_t statistics)
{
	return count + statistics + statistics * settings->draws;
}

static bool is_in_range(const struct bootstrap *settings, const struct bootstrap_sample *sample)
{
	for (size_t i = 0; i < sample->count; i++)
		if (!range_is_count(sample->values[i]) || sample->values[i] > settings->most ||
		    !range_is_count(sample->errors[i]))
			return false;
	return range_is_confidence(settings->confidence) && settings->draws >= BOOTSTRAP_DRAWS &&
	       settings->draws <= BOOTSTRAP_DRAWS_MOST;
}

/* False when the tries, which it counts down, are used up. */
static bool draw(struct random *random, const struct bootstrap_sample *sample, double most,
		 size_t *tries, double *drawn)
{
	for (size_t i = 0; i < sample->count; i++) {
		do {
			if ((*tries)-- == 0)
				return false;
			drawn[i] = sample->values[i] + sample->errors[i] * random_normal(random);
		} while (drawn[i] < 0 || drawn[i] > most);
	}
	return true;
}

/* The statistics of all draws, one statistic after the other. */
static bool draw_all(const struct bootstrap *settings, const struct bootstrap_sample *sample,
		     double *scratch, double *results)
{
	struct random random = random_seeded(settings->seed);
	size_t tries = tries_for_a_value * settings->draws * sample->count;
	double most = fmin(settings->most, DBL_MAX), *drawn = scratch;
	double *statistics = scratch + sample->count;

	for (size_t i = 0; i < settings->draws; i++) {
		if (!draw(&random, sample, most, &tries, drawn))
			return false;
		sample->work_out(sample->context, drawn, statistics);
		for (size_t j = 0; j < sample->statistics; j++)
			results[j * settings->draws + i] = statistics[j];
	}
	return true;
}

/* Whether both limits are numbers. */
static bool limits_of(const struct bootstrap *settings, double *results, struct interval *out)
{
	double tail = (1 - settings->confidence) / 2;

	sample_quantile(results, settings->draws, tail, &out->lower);
	sample_quantile(results, settings->draws, 1 - tail, &out->upper);
	return isfinite(out->lower) && isfinite(out->upper);
}

enum stats_outcome bootstrap_limits(const struct bootstrap *settings,
				    const struct bootstrap_sample *sample, double *scratch,
				    struct interval *out)
{
	double *results = scratch + sample->count + sample->statistics;
	struct interval limits;

	if (!is_in_range(settings, sample))
		return STATS_OUT_OF_RANGE;
	if (!draw_all(settings, sample, scratch, results))
		return STATS_ERROR_TOO_LARGE;
	/* Kept in place of two draws until all limits are there: out is then filled, or left alone. */
	for (size_t j = 0; j < sample->statistics; j++) {
		double *drawn = results + j * settings->draws;

		if (!limits_of(settings, drawn, &limits))
			return STATS_OUT_OF_RANGE;
		drawn[0] = limits.lower;
		drawn[1] = limits.upper;
	}
	for (size_t j = 0; j < sample->statistics; j++)
		out[j] = (struct interval){ results[j * settings->draws],
					    results[j * settings->draws + 1] };
	return STATS_OK;
}
