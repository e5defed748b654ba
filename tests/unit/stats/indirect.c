#include "stats/indirect.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stats/rate.h"
#include "support/answers_agree.h"
#include "support/vectors_random.h"

enum { BANDS_MOST = 30, NO_BAND = 777 };

static struct indirect_sums sums_of(const struct indirect_band *bands, size_t count)
{
	struct indirect_sums sums;
	size_t band = NO_BAND;

	cr_assert_eq(indirect_standardise(bands, count, &sums, &band), STATS_OK);
	cr_assert_eq(band, NO_BAND);
	return sums;
}

Test(indirect, of_a_worked_example)
{
	/* Expected 100 x 10/1000 + 200 x 50/2000 = 1 + 5; reference rate 60/3000. */
	const struct indirect_band bands[] = { { 5, 100, 10, 1000 }, { 7, 200, 50, 2000 } };
	struct indirect_sums sums = sums_of(bands, 2);
	struct interval count;
	struct estimate ratio, rate;

	cr_assert_eq(sums.observed, 12);
	cr_assert_float_eq(sums.expected, 6, 1e-15);
	cr_assert_float_eq(sums.reference_rate, 0.02, 1e-17);
	cr_assert_eq(indirect_ratio(&sums, 0.95, &ratio), STATS_OK);
	cr_assert_eq(indirect_rate(&sums, 0.95, &rate), STATS_OK);
	count_limits(12, 0.95, COUNT_BYAR_ALWAYS, &count);
	cr_assert_float_eq(ratio.value, 2, 1e-15);
	cr_assert_float_eq(ratio.limits.lower, count.lower / 6, 1e-14);
	cr_assert_float_eq(ratio.limits.upper, count.upper / 6, 1e-14);
	cr_assert_float_eq(rate.value, 0.04, 1e-16);
	cr_assert_float_eq(rate.limits.lower, count.lower / 6 * 0.02, 1e-16);
	cr_assert_float_eq(rate.limits.upper, count.upper / 6 * 0.02, 1e-16);
}

Test(indirect, takes_a_total_in_place_of_counts_by_age)
{
	const struct indirect_band bands[] = { { 0, 100, 10, 1000 }, { 0, 200, 50, 2000 } };
	struct indirect_sums sums = sums_of(bands, 2);
	struct estimate ratio;

	sums.observed = 12;
	cr_assert_eq(indirect_ratio(&sums, 0.95, &ratio), STATS_OK);
	cr_assert_float_eq(ratio.value, 2, 1e-15);
}

Test(indirect, has_exact_limits_below_ten_events_and_byars_from_ten)
{
	struct indirect_sums sums = { 9, 5, 0.01 };
	struct interval exact, byar;
	struct estimate ratio;

	count_limits(9, 0.998, COUNT_EXACT_BELOW_TEN, &exact);
	count_limits(9, 0.998, COUNT_BYAR_ALWAYS, &byar);
	cr_assert_eq(indirect_ratio(&sums, 0.998, &ratio), STATS_OK);
	cr_assert_float_eq(ratio.limits.lower, exact.lower / 5, 1e-14);
	cr_assert(fabs(ratio.limits.lower - byar.lower / 5) > 1e-4);
	sums.observed = 10;
	count_limits(10, 0.998, COUNT_BYAR_ALWAYS, &byar);
	cr_assert_eq(indirect_ratio(&sums, 0.998, &ratio), STATS_OK);
	cr_assert_float_eq(ratio.limits.lower, byar.lower / 5, 1e-14);
}

Test(indirect, of_no_events_is_zero_with_an_upper_limit)
{
	const struct indirect_sums sums = { 0, 2, 0.01 };
	struct estimate ratio;

	/* Nothing has the chance exp(-x), which is 2.5% at x = -ln 0.025. */
	cr_assert_eq(indirect_ratio(&sums, 0.95, &ratio), STATS_OK);
	cr_assert_eq(ratio.value, 0);
	cr_assert_eq(ratio.limits.lower, 0);
	cr_assert_float_eq(ratio.limits.upper, -log(0.025) / 2, 1e-14);
}

Test(indirect, is_undefined_where_nothing_is_expected)
{
	const struct indirect_band nobody_ill = { 2, 100, 0, 1000 };
	struct indirect_sums sums = sums_of(&nobody_ill, 1);
	struct estimate out = { .value = -7 };

	cr_assert_eq(sums.observed, 2);
	cr_assert_eq(indirect_ratio(&sums, 0.95, &out), STATS_NO_EXPECTED_EVENTS);
	cr_assert_eq(indirect_rate(&sums, 0.95, &out), STATS_NO_EXPECTED_EVENTS);
	sums = sums_of(NULL, 0);
	cr_assert_eq(sums.reference_rate, 0);
	cr_assert_eq(indirect_ratio(&sums, 0.95, &out), STATS_NO_EXPECTED_EVENTS);
	cr_assert_eq(out.value, -7);
}

static enum stats_outcome outcome_of_second(struct indirect_band second, size_t *band)
{
	const struct indirect_band bands[] = { { 5, 100, 10, 1000 }, second };
	struct indirect_sums sums = { .observed = -7 };
	enum stats_outcome outcome = indirect_standardise(bands, 2, &sums, band);

	cr_assert_eq(sums.observed, -7);
	return outcome;
}

Test(indirect, names_the_band_where_the_reference_has_nobody)
{
	size_t band = NO_BAND;

	cr_assert_eq(outcome_of_second((struct indirect_band){ 0, 0, 0, 0 }, &band),
		     STATS_ZERO_POPULATION_BAND);
	cr_assert_eq(band, 1);
}

Test(indirect, takes_a_band_without_local_people)
{
	const struct indirect_band bands[] = { { 5, 100, 50, 1000 }, { 0, 0, 10, 1000 } };

	cr_assert_float_eq(sums_of(bands, 2).expected, 5, 1e-15);
}

Test(indirect, names_the_band_that_is_out_of_range)
{
	const struct indirect_band wrong[] = {
		{ -1, 100, 10, 1000 },
		{ 1, -1, 10, 1000 },
		{ 1, 100, nan(""), 1000 },
		{ 1, 100, 10, INFINITY },
	};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		size_t band = NO_BAND;

		cr_assert_eq(outcome_of_second(wrong[i], &band), STATS_OUT_OF_RANGE);
		cr_assert_eq(band, 1);
	}
}

Test(indirect, refuses_sums_and_a_confidence_out_of_range)
{
	struct indirect_sums sums = { 12, nan(""), 0.01 };
	struct estimate out = { .value = -7 };

	cr_assert_eq(indirect_ratio(&sums, 0.95, &out), STATS_OUT_OF_RANGE);
	sums = (struct indirect_sums){ -1, 6, 0.01 };
	cr_assert_eq(indirect_ratio(&sums, 0.95, &out), STATS_OUT_OF_RANGE);
	sums = (struct indirect_sums){ 12, 6, -1 };
	cr_assert_eq(indirect_rate(&sums, 0.95, &out), STATS_OUT_OF_RANGE);
	sums.reference_rate = 0.01;
	cr_assert_eq(indirect_rate(&sums, 1, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(out.value, -7);
}

static size_t random_bands(struct vectors_random *random, struct indirect_band *bands)
{
	size_t count = (size_t)vectors_random_count(random, 1, 19);

	for (size_t i = 0; i < count; i++)
		bands[i] = (struct indirect_band){
			.events = vectors_random_count(random, 0, 200),
			.population = vectors_random_count(random, 100, 1e5),
			.reference_events = vectors_random_count(random, 1, 1e4),
			.reference_population = vectors_random_count(random, 1e4, 1e7),
		};
	return count;
}

Test(indirect, of_the_reference_itself_is_one)
{
	struct vectors_random random = { 42 };

	for (int i = 0; i < 500; i++) {
		struct indirect_band bands[BANDS_MOST];
		size_t count = random_bands(&random, bands);
		struct indirect_sums sums;
		struct estimate ratio, rate;

		for (size_t j = 0; j < count; j++) {
			bands[j].events = bands[j].reference_events;
			bands[j].population = bands[j].reference_population;
		}
		sums = sums_of(bands, count);
		cr_assert_eq(indirect_ratio(&sums, 0.95, &ratio), STATS_OK);
		cr_assert_eq(indirect_rate(&sums, 0.95, &rate), STATS_OK);
		cr_assert_float_eq(ratio.value, 1, 1e-13);
		cr_assert_float_eq(rate.value / sums.reference_rate, 1, 1e-13);
	}
}

Test(indirect, limits_hold_the_ratio_and_the_size_of_the_reference_does_not_matter)
{
	struct vectors_random random = { 43 };

	for (int i = 0; i < 2000; i++) {
		struct indirect_band bands[BANDS_MOST];
		size_t count = random_bands(&random, bands);
		struct indirect_sums sums = sums_of(bands, count);
		struct estimate ratio, rate, other;

		cr_assert_eq(indirect_ratio(&sums, 0.95, &ratio), STATS_OK);
		cr_assert_eq(indirect_rate(&sums, 0.95, &rate), STATS_OK);
		cr_assert_leq(ratio.limits.lower, ratio.value);
		cr_assert_lt(ratio.value, ratio.limits.upper);
		for (size_t j = 0; j < count; j++) {
			bands[j].reference_events *= 7;
			bands[j].reference_population *= 7;
		}
		sums = sums_of(bands, count);
		indirect_rate(&sums, 0.95, &other);
		cr_assert_float_eq(other.value, rate.value, 1e-13 * rate.limits.upper);
		cr_assert_float_eq(other.limits.upper / rate.limits.upper, 1, 1e-13);
	}
}

/* The rows of an area. */
static struct indirect_sums published_sums(const struct answers *inputs, size_t row, size_t end)
{
	struct indirect_band bands[BANDS_MOST];

	cr_assert_leq(end - row, BANDS_MOST);
	for (size_t i = row; i < end; i++)
		bands[i - row] = (struct indirect_band){
			answers_number_or(inputs, i, "count", 0),
			answers_number_or(inputs, i, "pop", 0),
			answers_number_or(inputs, i, "refcount", 0),
			answers_need(inputs, i, "refpop"),
		};
	return sums_of(bands, end - row);
}

static bool has_area(const struct answers *inputs, const char *area)
{
	for (size_t row = 0; row < answers_count(inputs); row++)
		if (answers_is(inputs, row, "area", area))
			return true;
	return false;
}

static void compare_limits(struct answers_score *score, const struct answers *vectors, size_t row,
			   const char *const columns[2], struct interval limits, double multiplier)
{
	answers_compare_cell(score, vectors, row, columns[0], multiplier * limits.lower, 1e-6, 0);
	answers_compare_cell(score, vectors, row, columns[1], multiplier * limits.upper, 1e-6, 0);
}

static void compare_published(struct answers_score *score, const struct answers *inputs,
			      const struct answers *vectors, size_t row)
{
	static const char *const columns_95[] = { "lower95_0cl", "upper95_0cl" };
	static const char *const columns_998[] = { "lower99_8cl", "upper99_8cl" };
	const char *area = answers_text(vectors, row, "area");
	const char *statistic = answers_text(vectors, row, "statistic");
	bool is_ratio = strstr(statistic, "ratio") != NULL;
	double multiplier = strtod(strrchr(statistic, ' '), NULL);
	struct indirect_sums sums;
	struct estimate at95, at998;
	size_t first;

	/* Some areas have their inputs in a file that is not here. */
	if (!has_area(inputs, area))
		return;
	first = answers_find(inputs, "area", area);
	sums = published_sums(inputs, first, answers_block_end(inputs, first, "area"));
	cr_assert_eq((is_ratio ? indirect_ratio : indirect_rate)(&sums, 0.95, &at95), STATS_OK);
	cr_assert_eq((is_ratio ? indirect_ratio : indirect_rate)(&sums, 0.998, &at998), STATS_OK);
	answers_compare_cell(score, vectors, row, "observed", sums.observed, 1e-6, 0);
	answers_compare_cell(score, vectors, row, "expected", sums.expected, 1e-6, 0);
	answers_compare_cell(score, vectors, row, "value", multiplier * at95.value, 1e-6, 0);
	compare_limits(score, vectors, row, columns_95, at95.limits, multiplier);
	compare_limits(score, vectors, row, columns_998, at998.limits, multiplier);
}

Test(indirect, agrees_with_published_figures)
{
	answers_agree_with_inputs(answers_open_real("isr_multiarea_inputs.csv"),
				  answers_open_real("isr_expected.csv"), compare_published);
}
