#include "stats/indirect.h"

#include "stats/range.h"
#include "stats/rate.h"

static enum stats_outcome check_band(const struct indirect_band *band)
{
	if (!range_is_count(band->events) || !range_is_count(band->population) ||
	    !range_is_count(band->reference_events) || !range_is_count(band->reference_population))
		return STATS_OUT_OF_RANGE;
	return band->reference_population == 0 ? STATS_ZERO_POPULATION_BAND : STATS_OK;
}

enum stats_outcome indirect_standardise(const struct indirect_band *bands, size_t count,
					struct indirect_sums *out, size_t *band)
{
	struct indirect_sums sums = { 0 };
	double events = 0, population = 0;

	for (size_t i = 0; i < count; i++) {
		enum stats_outcome outcome = check_band(&bands[i]);

		if (outcome != STATS_OK) {
			*band = i;
			return outcome;
		}
		sums.observed += bands[i].events;
		sums.expected += bands[i].population * bands[i].reference_events /
				 bands[i].reference_population;
		events += bands[i].reference_events;
		population += bands[i].reference_population;
	}
	if (population > 0)
		sums.reference_rate = events / population;
	*out = sums;
	return STATS_OK;
}

enum stats_outcome indirect_ratio(const struct indirect_sums *sums, double confidence,
				  struct estimate *out)
{
	if (!range_is_count(sums->expected))
		return STATS_OUT_OF_RANGE;
	if (sums->expected == 0)
		return STATS_NO_EXPECTED_EVENTS;
	return crude_rate(sums->observed, sums->expected, confidence, COUNT_EXACT_BELOW_TEN, out);
}

enum stats_outcome indirect_rate(const struct indirect_sums *sums, double confidence,
				 struct estimate *out)
{
	struct estimate ratio;
	enum stats_outcome outcome;

	if (!range_is_count(sums->reference_rate))
		return STATS_OUT_OF_RANGE;
	outcome = indirect_ratio(sums, confidence, &ratio);
	if (outcome != STATS_OK)
		return outcome;
	*out = (struct estimate){
		.value = ratio.value * sums->reference_rate,
		.limits = { ratio.limits.lower * sums->reference_rate,
			    ratio.limits.upper * sums->reference_rate },
	};
	return STATS_OK;
}
