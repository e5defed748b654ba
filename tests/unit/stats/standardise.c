#include "stats/standardise.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "stats/rate.h"
#include "support/vectors_agree.h"
#include "support/vectors_random.h"
#include "support/vectors_status.h"

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

/* Bands of the rows [row, end) with the columns of the inputs named. */
static enum stats_outcome sums_of(const struct vectors *inputs, size_t row, size_t end,
				  struct standardised_sums *out)
{
	struct age_band bands[BANDS_MOST];
	size_t band;

	cr_assert_leq(end - row, BANDS_MOST);
	for (size_t i = row; i < end; i++)
		bands[i - row] = (struct age_band){
			.events = vectors_number_or(inputs, i, "x", 0),
			.population = vectors_number_or(inputs, i, "n", nan("")),
			.standard = vectors_number_or(inputs, i, "stdpop", nan("")),
		};
	return standardise(bands, end - row, out, &band);
}

static void compare_limits(struct vectors_score *score, const struct vectors *vectors, size_t row,
			   const char *confidence, struct interval limits)
{
	double multiplier = vectors_need(vectors, row, "multiplier");
	char column[32];

	snprintf(column, sizeof(column), "lower%s", confidence);
	vectors_compare_cell(score, vectors, row, column, multiplier * limits.lower, 1e-12, 1e-9);
	snprintf(column, sizeof(column), "upper%s", confidence);
	vectors_compare_cell(score, vectors, row, column, multiplier * limits.upper, 1e-12, 1e-9);
}

static void compare(struct vectors_score *score, const struct vectors *inputs,
		    const struct vectors *vectors, size_t row)
{
	size_t first = vectors_find(inputs, "case", vectors_text(vectors, row, "case"));
	struct standardised_sums sums = { .variance = nan("") };
	struct estimate rate95 = { nan(""), { nan(""), nan("") } }, rate998 = rate95;
	double multiplier = vectors_need(vectors, row, "multiplier");
	enum stats_outcome outcome =
		sums_of(inputs, first, vectors_block_end(inputs, first, "case"), &sums);

	if (outcome == STATS_OK) {
		vectors_compare_cell(score, vectors, row, "total_count", sums.events, 1e-12, 1e-9);
		vectors_compare_cell(score, vectors, row, "total_pop", sums.population, 1e-12,
				     1e-9);
		outcome = standardised_rate(&sums, 0.95, &rate95);
		standardised_rate(&sums, 0.998, &rate998);
	}
	vectors_expect_status(vectors, row, outcome);
	vectors_compare_cell(score, vectors, row, "vardsr", multiplier * multiplier * sums.variance,
			     1e-12, 1e-9);
	vectors_compare_cell(score, vectors, row, "value", multiplier * rate95.value, 1e-12, 1e-9);
	compare_limits(score, vectors, row, "95", rate95.limits);
	compare_limits(score, vectors, row, "998", rate998.limits);
}

Test(standardise, agrees_with_the_vectors)
{
	vectors_agree_with_inputs(vectors_open("dsr_inputs.csv"), vectors_open("dsr_expected.csv"),
				  compare);
}
