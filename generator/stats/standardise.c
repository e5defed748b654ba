#include "stats/standardise.h"

#include <math.h>

#include "stats/range.h"
#include "stats/rate.h"

static const double events_least = 10;

static enum stats_outcome check_band(const struct age_band *band)
{
	if (!range_is_count(band->events) || !range_is_count(band->population) ||
	    !range_is_count(band->standard))
		return STATS_OUT_OF_RANGE;
	return band->population == 0 ? STATS_ZERO_POPULATION_BAND : STATS_OK;
}

enum stats_outcome standardise(const struct age_band *bands, size_t count,
			       struct standardised_sums *out, size_t *band)
{
	struct standardised_sums sums = { 0 };
	double standard = 0;

	for (size_t i = 0; i < count; i++) {
		enum stats_outcome outcome = check_band(&bands[i]);
		double weight;

		if (outcome != STATS_OK) {
			*band = i;
			return outcome;
		}
		weight = bands[i].standard / bands[i].population;
		standard += bands[i].standard;
		sums.events += bands[i].events;
		sums.population += bands[i].population;
		sums.rate += weight * bands[i].events;
		sums.variance += weight * weight * bands[i].events;
	}
	if (standard == 0)
		return STATS_NO_STANDARD_POPULATION;
	sums.rate /= standard;
	sums.variance /= standard * standard;
	*out = sums;
	return STATS_OK;
}

enum stats_outcome standardised_rate(const struct standardised_sums *sums, double confidence,
				     struct estimate *out)
{
	struct interval count;
	enum stats_outcome outcome =
		count_limits(sums->events, confidence, COUNT_BYAR_ALWAYS, &count);
	double scale;

	if (outcome != STATS_OK)
		return outcome;
	if (sums->events < events_least)
		return STATS_TOO_FEW_EVENTS;
	scale = sqrt(sums->variance / sums->events);
	*out = (struct estimate){
		.value = sums->rate,
		.limits = { sums->rate + scale * (count.lower - sums->events),
			    sums->rate + scale * (count.upper - sums->events) },
	};
	return STATS_OK;
}
