#include "indicator/gap_trend.h"

#include <math.h>

#include "base/buffer.h"
#include "indicator/explain.h"
#include "indicator/figure.h"
#include "indicator/method.h"
#include "stats/trend.h"

enum { YEARS_MOST = 100 };

/* The gaps of the last five years that have one, the oldest first. */
struct gap_points {
	struct estimate estimates[TREND_POINTS];
	int periods[TREND_POINTS];
	size_t count;
	bool passed_over;
};

static struct value gap_in(const struct results *results, const struct cell_key *key,
			   enum measure measure, int period)
{
	struct measure_choice choice = measure_plain(measure);
	struct cell_key then = *key;

	then.period = period;
	choice.confidence = 0.95;
	return figure_of(results, &then, &choice)->value;
}

static bool has_gap(const struct value *gap, enum measure measure)
{
	return value_is_shown(gap) && gap->limits.known &&
	       (measure != MEASURE_RATIO || (gap->estimate > 0 && gap->limits.lower > 0));
}

/* Of a ratio its logarithm. */
static struct estimate point_of(const struct value *gap, enum measure measure)
{
	struct estimate point = { gap->estimate, { gap->limits.lower, gap->limits.upper } };

	if (measure != MEASURE_RATIO)
		return point;
	return (struct estimate){ log(point.value),
				  { log(point.limits.lower), log(point.limits.upper) } };
}

/* True of a period so many years before that of the key, in the same series. */
static bool is_before(const struct results *results, const struct cell_key *key, int period,
		      int years)
{
	const struct dataset *dataset = results->dataset;
	const struct period *latest = &dataset->periods[key->period];

	return period_years_after(&dataset->periods[period], latest) == years &&
	       body_break(dataset, key->organisation, &dataset->periods[period], latest) == NULL;
}

/*
 * The gap that many years before the period of the key, in the same series; false if none. Periods of other
 * indicators may have the same days: "2023/24" and "To March 2024".
 */
static bool gap_before(const struct results *results, const struct cell_key *key,
		       enum measure measure, int years, struct value *gap, int *period)
{
	for (int p = 0; p < (int)results->dataset->period_count; p++) {
		if (!is_before(results, key, p, years))
			continue;
		*gap = gap_in(results, key, measure, p);
		*period = p;
		if (has_gap(gap, measure))
			return true;
	}
	return false;
}

/* False with a reason when a gap on the way is of low reliability, or there are fewer than five. */
static bool collect(const struct results *results, const struct cell_key *key, enum measure measure,
		    struct gap_points *points, enum value_reason *reason)
{
	int last = 0;

	for (int years = 0; years < YEARS_MOST && points->count < TREND_POINTS; years++) {
		struct value gap;
		int period;

		if (!gap_before(results, key, measure, years, &gap, &period)) {
			if (years == 0)
				break;
			continue;
		}
		if (gap.state == VALUE_UNRELIABLE) {
			*reason = gap.reason;
			return false;
		}
		points->count++;
		points->estimates[TREND_POINTS - points->count] = point_of(&gap, measure);
		points->periods[TREND_POINTS - points->count] = period;
		last = years;
	}
	points->passed_over = last >= TREND_POINTS;
	*reason = REASON_FEW_YEARS;
	return points->count == TREND_POINTS;
}

static bool holds_zero(const struct estimate *gap)
{
	return gap->limits.lower <= 0 && gap->limits.upper >= 0;
}

/* What a clear slope means for the distance between the ends, whichever of them is ahead. */
static enum gap_change change_of(const struct gap_points *points, const struct trend *trend)
{
	const struct estimate *first = &points->estimates[0];
	const struct estimate *last = &points->estimates[TREND_POINTS - 1];
	double moved = last->value - first->value;

	/* A line that rises while its last point lies below the first tells nothing that could be shown. */
	if (trend->direction == TREND_NOT_SIGNIFICANT || moved * trend->slope <= 0)
		return GAP_NOT_CLEARLY_CHANGED;
	if (first->value * last->value < 0 && !holds_zero(first) && !holds_zero(last))
		return GAP_TURNED;
	return fabs(last->value) > fabs(first->value) ? GAP_WIDENED : GAP_NARROWED;
}

static void explain(const struct results *results, const struct gap_points *points,
		    const struct trend *trend, struct buffer *steps)
{
	struct explain_numbers n = { 0 };

	if (steps == NULL)
		return;
	for (size_t i = 0; i < TREND_POINTS; i++)
		explain_step(steps, "%s: %s, %s to %s",
			     results->dataset->periods[points->periods[i]].code,
			     explain_number(&n, points->estimates[i].value),
			     explain_number(&n, points->estimates[i].limits.lower),
			     explain_number(&n, points->estimates[i].limits.upper));
	explain_step(steps, "slope of the weighted line %s, chi-squared %s (clear above %s)",
		     explain_number(&n, trend->slope), explain_number(&n, trend->chi_squared),
		     explain_number(&n, trend_clear_above));
}

struct gap_trend gap_trend_of(const struct results *results, const struct cell_key *key,
			      enum measure measure, struct buffer *steps)
{
	const struct indicator *indicator = &results->dataset->indicators->items[key->indicator];
	struct gap_trend out = { .first_period = -1, .last_period = -1 };
	struct gap_points points = { 0 };
	struct trend trend;

	if (!method_find(indicator->method)->has_trend) {
		out.reason = REASON_METHOD_HAS_NO_SUCH;
		return out;
	}
	if (!period_is_yearly(&results->dataset->periods[key->period])) {
		out.reason = REASON_NOT_YEARLY;
		return out;
	}
	if (!collect(results, key, measure, &points, &out.reason))
		return out;
	if (trend_recent(points.estimates, TREND_POINTS, FAVOURABLE_NEITHER, &trend) != STATS_OK) {
		out.reason = REASON_NO_INTERVAL;
		return out;
	}
	out.reason = REASON_NONE;
	out.change = change_of(&points, &trend);
	out.first_period = points.periods[0];
	out.last_period = points.periods[TREND_POINTS - 1];
	out.passed_over = points.passed_over;
	out.slope = trend.slope;
	out.chi_squared = trend.chi_squared;
	explain(results, &points, &trend, steps);
	return out;
}

int gap_first_period(const struct results *results, const struct cell_key *key)
{
	for (int years = YEARS_MOST; years > 0; years--)
		for (int p = 0; p < (int)results->dataset->period_count; p++)
			if (is_before(results, key, p, years) &&
			    gap_in(results, key, MEASURE_GAP, p).state == VALUE_SHOWN)
				return p;
	return -1;
}
