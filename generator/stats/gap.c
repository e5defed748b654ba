#include "stats/gap.h"

#include <math.h>
#include <stdbool.h>

#include "stats/beta.h"
#include "stats/normal.h"
#include "stats/range.h"
#include "stats/standardise.h"

/* Beyond that the quantiles of the beta distribution are not to be had. */
static const double exact_events_most = 1e9;

enum stats_outcome gap_from_proportion(double numerator, double denominator, struct gap_group *out)
{
	double value;

	if (!range_is_count(numerator) || !range_is_count(denominator))
		return STATS_OUT_OF_RANGE;
	if (denominator == 0)
		return STATS_NO_DENOMINATOR;
	if (numerator > denominator)
		return STATS_NUMERATOR_EXCEEDS_DENOMINATOR;
	value = numerator / denominator;
	*out = (struct gap_group){
		.value = value,
		.error = sqrt(value * ((denominator - numerator) / denominator) / denominator),
	};
	return STATS_OK;
}

enum stats_outcome gap_from_rate(double events, double population, struct gap_group *out)
{
	if (!range_is_count(events) || !range_is_count(population))
		return STATS_OUT_OF_RANGE;
	if (population == 0)
		return STATS_NO_DENOMINATOR;
	*out = (struct gap_group){ events / population, sqrt(events) / population };
	return STATS_OK;
}

enum stats_outcome gap_from_standardised(const struct standardised_sums *sums,
					 struct gap_group *out)
{
	struct estimate rate;
	/* Any confidence: asked only whether the rate may be used. */
	enum stats_outcome outcome = standardised_rate(sums, 0.95, &rate);

	if (outcome == STATS_OK)
		*out = (struct gap_group){ rate.value, sqrt(sums->variance) };
	return outcome;
}

enum stats_outcome gap_from_limits(const struct estimate *published, double confidence,
				   struct gap_group *out)
{
	const struct interval *limits = &published->limits;

	if (!range_is_estimate(published) || !range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	*out = (struct gap_group){
		.value = published->value,
		.error = (limits->upper - limits->lower) / (2 * normal_deviate(confidence)),
	};
	return STATS_OK;
}

enum stats_outcome gap_from_log_limits(const struct estimate *published, double confidence,
				       struct gap_group *out)
{
	const struct interval *limits = &published->limits;
	double log_error;

	if (!range_is_estimate(published) || !range_is_confidence(confidence) || limits->lower < 0)
		return STATS_OUT_OF_RANGE;
	/* The value is then above 0 as well. */
	if (limits->lower == 0)
		return STATS_ZERO_EVENTS_IN_GROUP;
	log_error = log(limits->upper / limits->lower) / (2 * normal_deviate(confidence));
	*out = (struct gap_group){ published->value, published->value * log_error };
	return STATS_OK;
}

/* Unless a number was too large to hold it. */
static enum stats_outcome deliver(const struct estimate *found, struct estimate *out)
{
	if (!range_is_estimate(found))
		return STATS_OUT_OF_RANGE;
	*out = *found;
	return STATS_OK;
}

enum stats_outcome gap_difference(const struct estimate *first, const struct estimate *comparator,
				  struct estimate *out)
{
	double difference = first->value - comparator->value;
	struct estimate found;

	if (!range_is_estimate(first) || !range_is_estimate(comparator))
		return STATS_OUT_OF_RANGE;
	found = (struct estimate){
		.value = difference,
		.limits.lower = difference - hypot(first->value - first->limits.lower,
						   comparator->limits.upper - comparator->value),
		.limits.upper = difference + hypot(first->limits.upper - first->value,
						   comparator->value - comparator->limits.lower),
	};
	return deliver(&found, out);
}

static bool is_group(const struct gap_group *group)
{
	return isfinite(group->value) && range_is_count(group->error);
}

enum stats_outcome gap_difference_wald(const struct gap_group *first,
				       const struct gap_group *comparator, double confidence,
				       struct estimate *out)
{
	double difference = first->value - comparator->value, half;

	if (!is_group(first) || !is_group(comparator) || !range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	half = normal_deviate(confidence) * hypot(first->error, comparator->error);
	return deliver(&(struct estimate){ difference, { difference - half, difference + half } },
		       out);
}

enum stats_outcome gap_excess(const struct estimate *difference, double population,
			      struct estimate *out)
{
	const struct interval *limits = &difference->limits;

	if (!range_is_estimate(difference) || !range_is_count(population))
		return STATS_OUT_OF_RANGE;
	if (population == 0)
		return STATS_NO_DENOMINATOR;
	return deliver(
		&(struct estimate){ population * difference->value,
				    { population * limits->lower, population * limits->upper } },
		out);
}

enum stats_outcome gap_ratio_value(double first, double comparator, double *out)
{
	if (!range_is_count(first) || !range_is_count(comparator))
		return STATS_OUT_OF_RANGE;
	if (comparator == 0)
		return STATS_ZERO_COMPARATOR;
	if (!isfinite(first / comparator))
		return STATS_OUT_OF_RANGE;
	*out = first / comparator;
	return STATS_OK;
}

enum stats_outcome gap_ratio(const struct gap_group *first, const struct gap_group *comparator,
			     double confidence, struct estimate *out)
{
	double ratio, factor;
	enum stats_outcome outcome = gap_ratio_value(first->value, comparator->value, &ratio);

	if (outcome != STATS_OK)
		return outcome;
	if (!is_group(first) || !is_group(comparator) || !range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	if (first->value == 0)
		return STATS_ZERO_EVENTS_IN_GROUP;
	factor = exp(normal_deviate(confidence) *
		     hypot(first->error / first->value, comparator->error / comparator->value));
	return deliver(&(struct estimate){ ratio, { ratio / factor, ratio * factor } }, out);
}

enum stats_outcome gap_rate_ratio_exact(double first_events, double first_population,
					double comparator_events, double comparator_population,
					double confidence, struct interval *out)
{
	double tail = (1 - confidence) / 2, scale = comparator_population / first_population;
	struct interval limits = { 0, HUGE_VAL };

	if (!range_is_count(first_events) || !range_is_count(first_population) ||
	    !range_is_count(comparator_events) || !range_is_count(comparator_population) ||
	    !range_is_confidence(confidence) ||
	    first_events + comparator_events > exact_events_most)
		return STATS_OUT_OF_RANGE;
	if (first_population == 0 || comparator_population == 0)
		return STATS_NO_DENOMINATOR;
	if (first_events + comparator_events == 0)
		return STATS_UNBOUNDED;
	/* The odds are of an event being in the first group rather than in the comparator. */
	if (first_events > 0)
		limits.lower =
			scale * beta_odds(tail, 1 - tail, first_events, comparator_events + 1);
	if (comparator_events > 0)
		limits.upper =
			scale * beta_odds(1 - tail, tail, first_events + 1, comparator_events);
	*out = limits;
	return STATS_OK;
}
