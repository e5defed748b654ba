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

/* Sums before the weights are divided by that of the whole standard. */
struct weighted {
	struct standardised_sums sums;
	double standard;
};

/* squares are the events of each person, squared and added up. */
static void add_band(struct weighted *total, const struct age_band *band, double squares)
{
	double weight = band->standard / band->population;

	total->standard += band->standard;
	total->sums.events += band->events;
	total->sums.population += band->population;
	total->sums.rate += weight * band->events;
	total->sums.variance += weight * weight * squares;
}

static enum stats_outcome finish(const struct weighted *total, struct standardised_sums *out,
				 size_t *band)
{
	struct standardised_sums sums = total->sums;

	if (total->standard == 0)
		return STATS_NO_STANDARD_POPULATION;
	sums.rate /= total->standard;
	sums.variance /= total->standard * total->standard;
	/* So many people or so few that no number holds a sum. */
	if (!isfinite(sums.rate + sums.variance + sums.events + sums.population)) {
		*band = 0;
		return STATS_OUT_OF_RANGE;
	}
	*out = sums;
	return STATS_OK;
}

enum stats_outcome standardise(const struct age_band *bands, size_t count,
			       struct standardised_sums *out, size_t *band)
{
	struct weighted total = { 0 };

	for (size_t i = 0; i < count; i++) {
		enum stats_outcome outcome = check_band(&bands[i]);

		if (outcome != STATS_OK) {
			*band = i;
			return outcome;
		}
		add_band(&total, &bands[i], bands[i].events);
	}
	return finish(&total, out, band);
}

/* The band with all its events, and the sum of their squares. */
static enum stats_outcome gather(const struct repeat_band *repeat, struct age_band *band,
				 double *squares)
{
	*band = (struct age_band){ .population = repeat->population, .standard = repeat->standard };
	*squares = 0;
	for (size_t i = 0; i < repeat->count; i++) {
		const struct repeated_events *one = &repeat->repeats[i];

		if (!range_is_count(one->events) || !range_is_count(one->people))
			return STATS_OUT_OF_RANGE;
		band->events += one->events * one->people;
		*squares += one->events * one->events * one->people;
	}
	return check_band(band);
}

enum stats_outcome standardise_repeats(const struct repeat_band *bands, size_t count,
				       struct standardised_sums *out, size_t *band)
{
	struct weighted total = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct age_band sum;
		double squares;
		enum stats_outcome outcome = gather(&bands[i], &sum, &squares);

		if (outcome != STATS_OK) {
			*band = i;
			return outcome;
		}
		add_band(&total, &sum, squares);
	}
	return finish(&total, out, band);
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
