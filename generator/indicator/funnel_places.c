#include "indicator/funnel_places.h"

#include <math.h>

#include "indicator/method.h"
#include "model/result.h"
#include "stats/funnel.h"

static const double steps_of_events = 1.12, events_most = 1e9;

bool funnel_can_hold(const struct indicator *indicator)
{
	const struct method *method = method_find(indicator->method);

	return (method->is_share || method->is_rate) && !method->indirect;
}

bool funnel_place_of(const struct indicator *indicator, const struct result *result, double value,
		     struct funnel_place *place)
{
	struct funnel_place found;

	if (result == NULL || !quantity_is_shown(&result->numerator) ||
	    !quantity_is_shown(&result->denominator) || result->denominator.number <= 0)
		return false;
	found = (struct funnel_place){ result->numerator.number, result->denominator.number };
	if (method_find(indicator->method)->standardised &&
	    funnel_effective_denominator(found.events, value / indicator->multiplier,
					 &found.size) != STATS_OK)
		return false;
	*place = found;
	return true;
}

bool funnel_centre(const struct indicator *indicator, const struct funnel_place *places,
		   size_t count, double *centre)
{
	double events = 0, size = 0;

	for (size_t i = 0; i < count; i++) {
		events += places[i].events;
		size += places[i].size;
	}
	if (funnel_average(&(struct funnel_unit){ events, size }, 1, centre) != STATS_OK)
		return false;
	*centre *= indicator->multiplier;
	return true;
}

struct growing_curve {
	struct funnel_point *points;
	size_t count;
	double multiplier;
};

static void add_point(struct growing_curve *curve, double size, double limit)
{
	if (curve->count < FUNNEL_POINTS_MOST)
		curve->points[curve->count++] =
			(struct funnel_point){ size, curve->multiplier * limit };
}

/* Steps are even by the root of the size, so that points are closer where the curve is steep. */
static void trace_proportion(const struct funnel_range *range, struct growing_curve *curve)
{
	const int steps = FUNNEL_POINTS_MOST / 2;
	double from = sqrt(range->from), to = sqrt(range->to);

	for (int i = 0; i <= steps; i++) {
		double root = from + (to - from) * i / steps;
		struct interval limits;

		if (funnel_proportion_limits(range->centre / curve->multiplier, root * root,
					     range->confidence, &limits) == STATS_OK)
			add_point(curve, root * root, range->upper ? limits.upper : limits.lower);
	}
}

static void add_between(struct growing_curve *curve, double size, const struct funnel_limit *before,
			const struct funnel_limit *at)
{
	double way = (size - before->position) / (at->position - before->position);

	add_point(curve, size, before->limit + (at->limit - before->limit) * way);
}

/* Limits of rates are known where a whole number of events lies on them; between two the curve is straight. */
static void trace_rate(const struct funnel_range *range, struct growing_curve *curve)
{
	struct funnel_limit before = { 0 };

	for (double events = 1; events < events_most;
	     events = fmax(events + 1, floor(events * steps_of_events))) {
		struct funnel_limits limits;
		struct funnel_limit at;

		if (funnel_rate_limits(events, range->centre / curve->multiplier, 1,
				       range->confidence, &limits) != STATS_OK)
			return;
		at = range->upper ? limits.upper : limits.lower;
		if (before.position > 0 && before.position < range->from &&
		    at.position > range->from)
			add_between(curve, range->from, &before, &at);
		if (at.position >= range->to && before.position > 0) {
			add_between(curve, range->to, &before, &at);
			return;
		}
		if (at.position >= range->from)
			add_point(curve, at.position, at.limit);
		before = at;
	}
}

size_t funnel_trace(const struct indicator *indicator, const struct funnel_range *range,
		    struct funnel_point *points)
{
	struct growing_curve curve = { .points = points, .multiplier = indicator->multiplier };

	(method_find(indicator->method)->is_share ? trace_proportion : trace_rate)(range, &curve);
	return curve.count;
}

enum verdict funnel_verdict(const struct indicator *indicator, const struct funnel_place *place,
			    double centre)
{
	const struct method *method = method_find(indicator->method);
	enum favourable favourable = polarity_favours(indicator->polarity);
	struct benchmark_verdict verdict = { VERDICT_NOT_COMPARED, BENCHMARK_TIER_NONE };
	const struct funnel_unit unit = { place->events, place->size };
	double average = centre / indicator->multiplier;

	if (method->is_share)
		funnel_classify_proportion(&unit, average, favourable, &verdict);
	else if (method->standardised)
		funnel_classify_standardised(&unit, average, favourable, &verdict);
	else
		funnel_classify_rate(&unit, average, favourable, &verdict);
	return verdict.tier == BENCHMARK_TIER_99_8 ? verdict.verdict : VERDICT_SIMILAR;
}
