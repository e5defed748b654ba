#include "stats/rate.h"

#include <math.h>

#include "stats/chi_square.h"
#include "stats/normal.h"
#include "stats/range.h"

static const double exact_below = 10;

bool count_is_exact(double events, enum count_rule rule)
{
	return rule == COUNT_EXACT_BELOW_TEN && events < exact_below;
}

static struct interval exact_limits(double events, double confidence)
{
	double tail = (1 - confidence) / 2;

	return (struct interval){
		.lower = events == 0 ? 0 : chi_square_quantile(tail, 2 * events) / 2,
		.upper = chi_square_quantile(1 - tail, 2 * events + 2) / 2,
	};
}

static double byar_limit(double events, double deviate)
{
	return events * pow(1 - 1 / (9 * events) + deviate / (3 * sqrt(events)), 3);
}

static struct interval byar_limits(double events, double confidence)
{
	double z = normal_deviate(confidence);

	/* Far below 10 events the cube is that of a negative number. */
	return (struct interval){
		.lower = events == 0 ? 0 : fmax(byar_limit(events, -z), 0),
		.upper = byar_limit(events + 1, z),
	};
}

enum stats_outcome count_limits(double events, double confidence, enum count_rule rule,
				struct interval *out)
{
	if (!range_is_count(events) || !range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	*out = count_is_exact(events, rule) ? exact_limits(events, confidence)
					    : byar_limits(events, confidence);
	return STATS_OK;
}

enum stats_outcome crude_rate(double events, double population, double confidence,
			      enum count_rule rule, struct estimate *out)
{
	struct interval limits;
	enum stats_outcome outcome = count_limits(events, confidence, rule, &limits);

	if (outcome != STATS_OK)
		return outcome;
	if (!range_is_count(population))
		return STATS_OUT_OF_RANGE;
	if (population == 0)
		return STATS_NO_DENOMINATOR;
	*out = (struct estimate){
		.value = events / population,
		.limits = { limits.lower / population, limits.upper / population },
	};
	return STATS_OK;
}
