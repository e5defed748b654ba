/* Standardised rates where one person can have several events. */

#include "stats/standardise.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/rate.h"
#include "support/answers.h"
#include "support/vectors_random.h"

enum { BANDS_MOST = 40, REPEATS = 4, NO_BAND = 777 };

Test(standardise_repeats, of_a_worked_example)
{
	/*
	 * Rate (1 x 6/100 + 3 x 6/50) / 4 = 0.105; variance
	 * (1 x 6/100^2 + 9 x 9 x 2/50^2) / 16 = (0.0006 + 0.0648) / 16.
	 */
	const struct repeated_events once = { 1, 6 }, thrice[] = { { 3, 2 }, { 0, 48 } };
	const struct repeat_band bands[] = { { &once, 1, 100, 1 }, { thrice, 2, 50, 3 } };
	struct standardised_sums sums;
	struct interval count;
	struct estimate rate;
	size_t band = NO_BAND;

	cr_assert_eq(standardise_repeats(bands, 2, &sums, &band), STATS_OK);
	cr_assert_eq(band, NO_BAND);
	cr_assert_eq(sums.events, 12);
	cr_assert_eq(sums.population, 150);
	cr_assert_float_eq(sums.rate, 0.105, 1e-16);
	cr_assert_float_eq(sums.variance, 0.0654 / 16, 1e-17);
	cr_assert_eq(standardised_rate(&sums, 0.95, &rate), STATS_OK);
	count_limits(12, 0.95, COUNT_BYAR_ALWAYS, &count);
	cr_assert_float_eq(rate.limits.upper, 0.105 + sqrt(0.0654 / 16 / 12) * (count.upper - 12),
			   1e-15);
}

Test(standardise_repeats, of_one_band_is_a_crude_rate_with_wider_limits)
{
	/* 3 + 4 + 5 events; their squares add up to 36, three times as many. */
	const struct repeated_events repeats[] = { { 1, 3 }, { 2, 2 }, { 5, 1 } };
	const struct repeat_band one = { repeats, 3, 100, 7 };
	struct standardised_sums sums;
	struct estimate rate, crude;
	size_t band;

	cr_assert_eq(standardise_repeats(&one, 1, &sums, &band), STATS_OK);
	cr_assert_eq(standardised_rate(&sums, 0.95, &rate), STATS_OK);
	crude_rate(12, 100, 0.95, COUNT_BYAR_ALWAYS, &crude);
	cr_assert_float_eq(rate.value, 0.12, 1e-16);
	cr_assert_float_eq(rate.limits.upper - 0.12, sqrt(3) * (crude.limits.upper - 0.12), 1e-15);
	cr_assert_float_eq(0.12 - rate.limits.lower, sqrt(3) * (0.12 - crude.limits.lower), 1e-15);
}

Test(standardise_repeats, counts_events_and_not_people_towards_the_ten_it_needs)
{
	struct repeated_events repeats[] = { { 3, 3 } };
	const struct repeat_band one = { repeats, 1, 100, 1 };
	struct standardised_sums sums;
	struct estimate rate = { .value = -7 };
	size_t band;

	cr_assert_eq(standardise_repeats(&one, 1, &sums, &band), STATS_OK);
	cr_assert_eq(sums.events, 9);
	cr_assert_eq(standardised_rate(&sums, 0.95, &rate), STATS_TOO_FEW_EVENTS);
	repeats[0] = (struct repeated_events){ 5, 2 };
	cr_assert_eq(standardise_repeats(&one, 1, &sums, &band), STATS_OK);
	cr_assert_eq(standardised_rate(&sums, 0.95, &rate), STATS_OK);
}

static enum stats_outcome outcome_with(struct repeat_band second, size_t *band)
{
	static const struct repeated_events once = { 1, 6 };
	const struct repeat_band bands[] = { { &once, 1, 100, 1 }, second };
	struct standardised_sums sums = { .rate = -7 };
	enum stats_outcome outcome = standardise_repeats(bands, 2, &sums, band);

	cr_assert_eq(sums.rate, -7);
	return outcome;
}

Test(standardise_repeats, names_the_band_that_is_wrong)
{
	static const struct repeated_events backwards = { -1, 6 }, fewer = { 1, -6 },
					    unknown = { 1, NAN };
	const struct repeat_band wrong[] = {
		{ &backwards, 1, 100, 1 }, { &fewer, 1, 100, 1 },     { &unknown, 1, 100, 1 },
		{ NULL, 0, -100, 1 },      { NULL, 0, 100, nan("") },
	};
	size_t band;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		band = NO_BAND;
		cr_assert_eq(outcome_with(wrong[i], &band), STATS_OUT_OF_RANGE);
		cr_assert_eq(band, 1);
	}
	band = NO_BAND;
	cr_assert_eq(outcome_with((struct repeat_band){ NULL, 0, 0, 1 }, &band),
		     STATS_ZERO_POPULATION_BAND);
	cr_assert_eq(band, 1);
}

Test(standardise_repeats, needs_a_standard_population)
{
	struct standardised_sums sums = { .rate = -7 };
	size_t band = NO_BAND;

	cr_assert_eq(standardise_repeats(NULL, 0, &sums, &band), STATS_NO_STANDARD_POPULATION);
	cr_assert_eq(sums.rate, -7);
	cr_assert_eq(band, NO_BAND);
}

struct random_case {
	struct repeated_events repeats[BANDS_MOST][REPEATS];
	struct repeat_band bands[BANDS_MOST];
	size_t count;
};

static void random_case(struct vectors_random *random, size_t most, struct random_case *out)
{
	out->count = (size_t)vectors_random_count(random, 1, 19);
	for (size_t i = 0; i < out->count; i++) {
		for (size_t f = 0; f < most; f++)
			out->repeats[i][f] =
				(struct repeated_events){ (double)(f + 1),
							  vectors_random_count(random, 10, 300) };
		out->bands[i] = (struct repeat_band){ out->repeats[i], most,
						      vectors_random_count(random, 2000, 1e5),
						      vectors_random_between(random, 1000, 7000) };
	}
}

Test(standardise_repeats, where_nobody_has_two_events_is_the_plain_rate)
{
	struct vectors_random random = { 47 };

	for (int i = 0; i < 500; i++) {
		struct random_case repeats;
		struct age_band bands[BANDS_MOST];
		struct standardised_sums plain, sums;
		size_t band;

		random_case(&random, 1, &repeats);
		for (size_t j = 0; j < repeats.count; j++)
			bands[j] = (struct age_band){ repeats.repeats[j][0].people,
						      repeats.bands[j].population,
						      repeats.bands[j].standard };
		cr_assert_eq(standardise(bands, repeats.count, &plain, &band), STATS_OK);
		cr_assert_eq(standardise_repeats(repeats.bands, repeats.count, &sums, &band),
			     STATS_OK);
		cr_assert_eq(sums.events, plain.events);
		cr_assert_eq(sums.population, plain.population);
		cr_assert_eq(sums.rate, plain.rate);
		cr_assert_eq(sums.variance, plain.variance);
	}
}

Test(standardise_repeats, is_the_same_with_a_band_split_in_identical_halves)
{
	struct vectors_random random = { 48 };

	for (int i = 0; i < 500; i++) {
		struct random_case repeats;
		struct standardised_sums whole, halves;
		size_t band;

		random_case(&random, REPEATS, &repeats);
		cr_assert_eq(standardise_repeats(repeats.bands, repeats.count, &whole, &band),
			     STATS_OK);
		for (size_t f = 0; f < REPEATS; f++)
			repeats.repeats[0][f].people /= 2;
		repeats.bands[0].population /= 2;
		repeats.bands[0].standard /= 2;
		repeats.bands[repeats.count] = repeats.bands[0];
		cr_assert_eq(standardise_repeats(repeats.bands, repeats.count + 1, &halves, &band),
			     STATS_OK);
		cr_assert_float_eq(halves.events, whole.events, 1e-9);
		cr_assert_float_eq(halves.rate / whole.rate, 1, 1e-13);
		cr_assert_float_eq(halves.variance / whole.variance, 1, 1e-13);
	}
}

/* Columns f1 to f4 are people by how many events each had. */
static void published_sums(const struct answers *inputs, size_t row, size_t end,
			   struct standardised_sums *out)
{
	static const double standard[] = { 5000, 5500, 5500, 5500, 6000, 6000, 6500,
					   7000, 7000, 7000, 7000, 6500, 6000, 5500,
					   5000, 4000, 2500, 1500, 1000 };
	static const char *const columns[] = { "f1", "f2", "f3", "f4" };
	struct random_case repeats;
	size_t band;

	cr_assert_eq(end - row, sizeof(standard) / sizeof(*standard));
	for (size_t i = 0; i < end - row; i++) {
		for (size_t f = 0; f < REPEATS; f++)
			repeats.repeats[i][f] = (struct repeated_events){
				(double)(f + 1), answers_number_or(inputs, row + i, columns[f], 0)
			};
		repeats.bands[i] =
			(struct repeat_band){ repeats.repeats[i], REPEATS,
					      answers_need(inputs, row + i, "pop"), standard[i] };
	}
	cr_assert_eq(standardise_repeats(repeats.bands, end - row, out, &band), STATS_OK);
}

Test(standardise_repeats, agrees_with_published_figures)
{
	struct answers *inputs = answers_open_real("dsr_nonindependent_inputs.csv");
	struct answers *vectors = answers_open_real("dsr_expected.csv");
	struct answers_score score = { 0 };

	for (size_t row = 0; row < answers_count(inputs);) {
		size_t end = answers_block_end(inputs, row, "area");
		size_t want = answers_find(vectors, "area", answers_text(inputs, row, "area"));
		struct estimate at95 = { NAN, { NAN, NAN } }, at998 = at95;
		struct standardised_sums sums;

		published_sums(inputs, row, end, &sums);
		standardised_rate(&sums, 0.95, &at95);
		standardised_rate(&sums, 0.998, &at998);
		answers_compare_cell(&score, vectors, want, "total_count", sums.events, 1e-6, 0);
		answers_compare_cell(&score, vectors, want, "value", 1e5 * at95.value, 1e-6, 0);
		answers_compare_cell(&score, vectors, want, "lower95_0cl", 1e5 * at95.limits.lower,
				     1e-6, 0);
		answers_compare_cell(&score, vectors, want, "upper95_0cl", 1e5 * at95.limits.upper,
				     1e-6, 0);
		answers_compare_cell(&score, vectors, want, "lower99_8cl", 1e5 * at998.limits.lower,
				     1e-6, 0);
		answers_compare_cell(&score, vectors, want, "upper99_8cl", 1e5 * at998.limits.upper,
				     1e-6, 0);
		row = end;
	}
	answers_judge(&score, vectors);
	answers_close(inputs);
	answers_close(vectors);
}
