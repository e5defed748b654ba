#include "stats/funnel.h"

#include <math.h>
#include <stdbool.h>

#include "stats/chi_square.h"
#include "stats/normal.h"
#include "stats/proportion.h"
#include "stats/range.h"
#include "stats/rate.h"

static const double events_most = 1e9;

/* As many as a standardised rate needs. */
static const double events_least_standardised = 10;

static const double tier_95 = 0.95, tier_99_8 = 0.998;

static bool is_average(double average)
{
	return average > 0 && isfinite(average);
}

enum stats_outcome funnel_average(const struct funnel_unit *units, size_t count, double *out)
{
	double events = 0, denominator = 0;

	for (size_t i = 0; i < count; i++) {
		if (!range_is_count(units[i].events) || !range_is_count(units[i].denominator))
			return STATS_OUT_OF_RANGE;
		events += units[i].events;
		denominator += units[i].denominator;
	}
	if (!isfinite(events) || !isfinite(denominator))
		return STATS_OUT_OF_RANGE;
	if (denominator == 0)
		return STATS_NO_DENOMINATOR;
	*out = events / denominator;
	return STATS_OK;
}

enum stats_outcome funnel_effective_denominator(double events, double rate, double *out)
{
	if (!range_is_count(events) || !range_is_count(rate))
		return STATS_OUT_OF_RANGE;
	if (events == 0 || rate == 0)
		return STATS_ZERO_EVENTS_IN_GROUP;
	*out = events / rate;
	return STATS_OK;
}

enum stats_outcome funnel_proportion_limits(double average, double denominator, double confidence,
					    struct interval *out)
{
	double half;

	if (!(average >= 0 && average <= 1) || !range_is_count(denominator) ||
	    !range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	if (denominator == 0)
		return STATS_NO_DENOMINATOR;
	half = normal_deviate(confidence) * sqrt(average * (1 - average) / denominator);
	*out = (struct interval){ fmax(average - half, 0), fmin(average + half, 1) };
	return STATS_OK;
}

enum stats_outcome funnel_ratio_limits(double events, double confidence, struct funnel_limits *out)
{
	double tail = (1 - confidence) / 2, most, least;

	if (!(events >= 1 && events <= events_most) || !range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	/* Expecting as many, so few are as rare as the tail; expecting as few, so many. */
	most = chi_square_quantile(1 - tail, 2 * events + 2) / 2;
	least = chi_square_quantile(tail, 2 * events) / 2;
	*out = (struct funnel_limits){
		.lower = { most, events / most },
		.upper = { least, events / least },
	};
	return STATS_OK;
}

enum stats_outcome funnel_rate_limits(double events, double average, double years,
				      double confidence, struct funnel_limits *out)
{
	struct funnel_limits ratio;
	enum stats_outcome outcome = funnel_ratio_limits(events, confidence, &ratio);

	if (outcome != STATS_OK)
		return outcome;
	if (!is_average(average) || !is_average(years))
		return STATS_OUT_OF_RANGE;
	*out = (struct funnel_limits){
		.lower = { ratio.lower.position / average / years, ratio.lower.limit * average },
		.upper = { ratio.upper.position / average / years, ratio.upper.limit * average },
	};
	return STATS_OK;
}

enum stats_outcome funnel_classify_proportion(const struct funnel_unit *unit, double average,
					      enum favourable favourable,
					      struct benchmark_verdict *out)
{
	struct estimate inner, outer;
	enum stats_outcome outcome = proportion(unit->events, unit->denominator, tier_95, &inner);

	if (outcome != STATS_OK)
		return outcome;
	if (!(average >= 0 && average <= 1))
		return STATS_OUT_OF_RANGE;
	proportion(unit->events, unit->denominator, tier_99_8, &outer);
	*out = benchmark_two_tiers(&inner.limits, &outer.limits, &average, favourable);
	return STATS_OK;
}

enum stats_outcome funnel_classify_rate(const struct funnel_unit *unit, double average,
					enum favourable favourable, struct benchmark_verdict *out)
{
	struct estimate inner, outer;
	enum stats_outcome outcome =
		crude_rate(unit->events, unit->denominator, tier_95, COUNT_EXACT_BELOW_TEN, &inner);

	if (outcome != STATS_OK)
		return outcome;
	if (!range_is_count(average))
		return STATS_OUT_OF_RANGE;
	crude_rate(unit->events, unit->denominator, tier_99_8, COUNT_EXACT_BELOW_TEN, &outer);
	*out = benchmark_two_tiers(&inner.limits, &outer.limits, &average, favourable);
	return STATS_OK;
}

enum stats_outcome funnel_classify_standardised(const struct funnel_unit *unit, double average,
						enum favourable favourable,
						struct benchmark_verdict *out)
{
	if (unit->events >= 0 && unit->events < events_least_standardised)
		return STATS_TOO_FEW_EVENTS;
	return funnel_classify_rate(unit, average, favourable, out);
}
