#include "stats/life_table.h"

#include <math.h>

#include "stats/normal.h"
#include "stats/range.h"

static const double population_above = 5000;
static const double born = 100000;
static const double infant_share = 0.1, later_share = 0.5; /* of the band that the dying live */
static const double half_width_most = 10;                  /* years, at 95% */

static enum stats_outcome check_band(const struct life_band *bands, size_t i)
{
	const struct life_band *band = &bands[i];
	bool in_order = i == 0   ? band->start_age == 0
			: i == 1 ? band->start_age == 1
				 : band->start_age > bands[i - 1].start_age;

	if (!in_order || !isfinite(band->start_age) || !range_is_count(band->deaths) ||
	    !range_is_count(band->population))
		return STATS_OUT_OF_RANGE;
	if (band->population == 0)
		return STATS_ZERO_POPULATION_BAND;
	return band->deaths > band->population ? STATS_NUMERATOR_EXCEEDS_DENOMINATOR : STATS_OK;
}

static enum stats_outcome check(const struct life_band *bands, size_t count, size_t *band)
{
	double population = 0;

	for (size_t i = 0; i < count; i++) {
		enum stats_outcome outcome = check_band(bands, i);

		if (outcome != STATS_OK) {
			*band = i;
			return outcome;
		}
		population += bands[i].population;
	}
	if (population <= population_above)
		return STATS_POPULATION_TOO_SMALL;
	return bands[count - 1].deaths == 0 ? STATS_NO_DEATHS_IN_LAST_BAND : STATS_OK;
}

/* A band that ends. */
struct span {
	double years;
	double share; /* lived by those who die in it */
};

static struct span span_of(const struct life_band *bands, size_t i)
{
	return (struct span){
		.years = bands[i + 1].start_age - bands[i].start_age,
		.share = i == 0 ? infant_share : later_share,
	};
}

static double death_probability(const struct life_band *band, struct span span)
{
	double expected = band->deaths / band->population * span.years;

	/* So many die that the formula would pass 1. */
	if (band->deaths > band->population / (span.years * span.share))
		return 1;
	return fmin(expected / (1 + expected * (1 - span.share)), 1);
}

/* Who is left at the start of every band. */
static void descend(const struct life_band *bands, size_t count, struct life_row *rows)
{
	double survivors = born;

	for (size_t i = 0; i < count; i++) {
		bool last = i + 1 == count;
		double probability = last ? 1 : death_probability(&bands[i], span_of(bands, i));

		rows[i] = (struct life_row){
			.death_probability = probability,
			.survivors = survivors,
			.deaths = bands[i].deaths,
			.population = bands[i].population,
		};
		survivors *= 1 - probability;
	}
}

/*
 * The years ahead at the end of a band, and their variance, weighted by the chance to get there: the
 * same as years lived by all survivors over their number, without either becoming 0.
 */
static void ascend(const struct life_band *bands, size_t count, struct life_row *rows)
{
	struct life_row *last = &rows[count - 1];
	double variance;

	last->expectation = last->population / last->deaths;
	last->error = last->expectation / sqrt(last->deaths);
	for (size_t i = count - 1; i-- > 0;) {
		struct life_row *row = &rows[i], *next = &rows[i + 1];
		struct span span = span_of(bands, i);
		double q = row->death_probability, p = 1 - q;
		double loss = span.years * (1 - span.share) + next->expectation;

		variance = bands[i].deaths > 0 ? q * q * p / bands[i].deaths : 0;
		row->expectation = span.years * (p + span.share * q) + p * next->expectation;
		row->error = sqrt(variance * loss * loss + p * p * next->error * next->error);
		row->deaths += next->deaths;
		row->population += next->population;
	}
	for (size_t i = 0; i < count; i++)
		if (rows[i].survivors == 0)
			rows[i].expectation = rows[i].error = 0;
}

enum stats_outcome life_table(const struct life_band *bands, size_t count, struct life_row *rows,
			      size_t *band)
{
	enum stats_outcome outcome = check(bands, count, band);

	if (outcome != STATS_OK)
		return outcome;
	descend(bands, count, rows);
	ascend(bands, count, rows);
	return STATS_OK;
}

enum stats_outcome life_expectancy(const struct life_row *row, double confidence,
				   struct life_expectancy *out)
{
	double half;

	if (!range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	if (row->survivors == 0)
		return STATS_NO_SURVIVORS;
	if (!isfinite(row->expectation) || !isfinite(row->error))
		return STATS_UNBOUNDED;
	half = normal_deviate(confidence) * row->error;
	*out = (struct life_expectancy){
		.years = { row->expectation, { row->expectation - half, row->expectation + half } },
		.too_wide = normal_deviate(0.95) * row->error > half_width_most,
	};
	return STATS_OK;
}
