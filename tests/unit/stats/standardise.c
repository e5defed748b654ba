#include "stats/standardise.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "stats/rate.h"
#include "support/vectors_random.h"

enum { BANDS_MOST = 100, NO_BAND = 777 };

static enum stats_outcome outcome_of(const struct age_band *bands, size_t count, size_t *band)
{
	struct standardised_sums sums = { .rate = -7 };
	enum stats_outcome outcome = standardise(bands, count, &sums, band);

	cr_assert(outcome == STATS_OK || sums.rate == -7);
	return outcome;
}

Test(standardise, names_the_band_without_people)
{
	struct age_band bands[] = { { 5, 100, 1000 }, { 6, 100, 1000 }, { 0, 0, 1000 } };
	size_t band = NO_BAND;

	cr_assert_eq(outcome_of(bands, 3, &band), STATS_ZERO_POPULATION_BAND);
	cr_assert_eq(band, 2);
	/* Not even a weight of 0 makes up for that. */
	bands[2].standard = 0;
	cr_assert_eq(outcome_of(bands, 3, &band), STATS_ZERO_POPULATION_BAND);
}

Test(standardise, names_the_band_that_is_out_of_range)
{
	struct age_band bands[] = { { 5, 100, 1000 }, { -1, 100, 1000 } };
	size_t band = NO_BAND;

	cr_assert_eq(outcome_of(bands, 2, &band), STATS_OUT_OF_RANGE);
	cr_assert_eq(band, 1);
	bands[1] = (struct age_band){ 1, nan(""), 1000 };
	cr_assert_eq(outcome_of(bands, 2, &band), STATS_OUT_OF_RANGE);
	bands[1] = (struct age_band){ 1, 100, -1 };
	cr_assert_eq(outcome_of(bands, 2, &band), STATS_OUT_OF_RANGE);
}

Test(standardise, needs_a_standard_population)
{
	struct age_band bands[] = { { 5, 100, 0 }, { 6, 100, 0 } };
	size_t band = NO_BAND;

	cr_assert_eq(outcome_of(bands, 2, &band), STATS_NO_STANDARD_POPULATION);
	cr_assert_eq(outcome_of(bands, 0, &band), STATS_NO_STANDARD_POPULATION);
	cr_assert_eq(band, NO_BAND);
}

Test(standardise, gives_no_rate_below_ten_events_but_the_totals)
{
	struct age_band bands[] = { { 4, 100, 1000 }, { 5, 200, 3000 } };
	struct standardised_sums sums;
	struct estimate rate = { .value = -7 };
	size_t band;

	cr_assert_eq(standardise(bands, 2, &sums, &band), STATS_OK);
	cr_assert_eq(sums.events, 9);
	cr_assert_eq(sums.population, 300);
	cr_assert_eq(standardised_rate(&sums, 0.95, &rate), STATS_TOO_FEW_EVENTS);
	cr_assert_eq(rate.value, -7);
	bands[0].events = 5;
	cr_assert_eq(standardise(bands, 2, &sums, &band), STATS_OK);
	cr_assert_eq(standardised_rate(&sums, 0.95, &rate), STATS_OK);
	cr_assert_float_eq(rate.value, (1000 * 0.05 + 3000 * 0.025) / 4000, 1e-16);
	cr_assert_eq(standardised_rate(&sums, 1, &rate), STATS_OUT_OF_RANGE);
}

Test(standardise, a_single_band_has_a_crude_rate_with_byars_limits)
{
	struct age_band band = { 37, 12000, 5 };
	struct standardised_sums sums;
	struct estimate rate, crude;
	size_t index;

	standardise(&band, 1, &sums, &index);
	cr_assert_eq(standardised_rate(&sums, 0.95, &rate), STATS_OK);
	crude_rate(37, 12000, 0.95, COUNT_BYAR_ALWAYS, &crude);
	cr_assert_float_eq(rate.value, crude.value, 1e-16);
	cr_assert_float_eq(rate.limits.lower, crude.limits.lower, 1e-16);
	cr_assert_float_eq(rate.limits.upper, crude.limits.upper, 1e-16);
}

static size_t random_bands(struct vectors_random *random, struct age_band *bands)
{
	size_t count = (size_t)vectors_random_count(random, 1, 19);

	for (size_t i = 0; i < count; i++)
		bands[i] = (struct age_band){
			.events = vectors_random_count(random, 0, 500) + 1,
			.population = vectors_random_count(random, 1000, 1e5),
			.standard = vectors_random_between(random, 1000, 7000),
		};
	bands[0].events += 10;
	return count;
}

Test(standardise, limits_hold_the_rate_and_the_scale_of_weights_does_not_matter)
{
	struct vectors_random random = { 11 };

	for (int i = 0; i < 2000; i++) {
		struct age_band bands[BANDS_MOST];
		size_t count = random_bands(&random, bands), band;
		struct standardised_sums sums;
		struct estimate rate, other;

		cr_assert_eq(standardise(bands, count, &sums, &band), STATS_OK);
		cr_assert_eq(standardised_rate(&sums, 0.95, &rate), STATS_OK);
		cr_assert_lt(rate.limits.lower, rate.value);
		cr_assert_lt(rate.value, rate.limits.upper);
		for (size_t j = 0; j < count; j++)
			bands[j].standard *= 0.001;
		standardise(bands, count, &sums, &band);
		standardised_rate(&sums, 0.95, &other);
		cr_assert_float_eq(other.value / rate.value, 1, 1e-13);
		cr_assert_float_eq(other.limits.lower / rate.limits.lower, 1, 1e-12);
		cr_assert_float_eq(other.limits.upper / rate.limits.upper, 1, 1e-13);
	}
}

Test(standardise, on_its_own_population_is_the_crude_rate)
{
	struct vectors_random random = { 12 };

	for (int i = 0; i < 500; i++) {
		struct age_band bands[BANDS_MOST];
		size_t count = random_bands(&random, bands), band;
		struct standardised_sums sums;

		for (size_t j = 0; j < count; j++)
			bands[j].standard = bands[j].population;
		standardise(bands, count, &sums, &band);
		cr_assert_float_eq(sums.rate * sums.population / sums.events, 1, 1e-13);
	}
}

Test(standardise, is_the_same_with_a_band_split_in_identical_halves)
{
	struct vectors_random random = { 13 };

	for (int i = 0; i < 500; i++) {
		struct age_band bands[BANDS_MOST];
		size_t count = random_bands(&random, bands), band;
		struct standardised_sums whole, halves;

		standardise(bands, count, &whole, &band);
		bands[0].events /= 2;
		bands[0].population /= 2;
		bands[0].standard /= 2;
		bands[count] = bands[0];
		cr_assert_eq(standardise(bands, count + 1, &halves, &band), STATS_OK);
		cr_assert_float_eq(halves.events, whole.events, 1e-9);
		cr_assert_float_eq(halves.rate / whole.rate, 1, 1e-13);
		cr_assert_float_eq(halves.variance / whole.variance, 1, 1e-13);
	}
}

/* A weight without bound, of no events, would be no number. */
Test(standardise, refuses_people_too_few_or_too_many_for_a_sum)
{
	struct age_band few[] = { { 5, 100, 1000 }, { 0, 1e-320, 1000 } };
	struct age_band many[] = { { 5, 1e308, 1000 }, { 6, 1e308, 1000 } };
	size_t band = NO_BAND;

	cr_assert_eq(outcome_of(few, 2, &band), STATS_OUT_OF_RANGE);
	cr_assert_eq(band, 0);
	band = NO_BAND;
	cr_assert_eq(outcome_of(many, 2, &band), STATS_OUT_OF_RANGE);
	cr_assert_eq(band, 0);
}
