#include "stats/life_table.h"

#include <criterion/criterion.h>
#include <math.h>

enum { BANDS_MOST = 20, NO_BAND = 777 };

/*
 * Worked by hand, with deaths chosen for round probabilities of dying q = M n / (1 + M n (1 - a)):
 *
 *   age    n   a    P     d     M      q    l       L       T         e     q^2 p / d
 *   0      1   0.1  9100  1000  10/91  0.1  100000   91000  1045000   10.45 0.000009
 *   1-4    4   0.5  9000   500  1/18   0.2   90000  324000   954000   10.6  0.000064
 *   5-9    5   0.5  1500   200  2/15   0.5   72000  270000   630000    8.75 0.000625
 *   10+             4000   400  1/10   1     36000  360000   360000   10    4 / (d M^2) = 1
 *
 * Variances from the last band up: 1 / 4; 0.000625 x 12.5^2 + 0.5^2 x 0.25 = 0.16015625;
 * 0.000064 x 10.75^2 + 0.8^2 x 0.16015625 = 0.109896; 0.000009 x 11.5^2 + 0.9^2 x 0.109896 =
 * 0.09020601.
 */
static const struct life_band worked[] = {
	{ 0, 9100, 1000 }, { 1, 9000, 500 }, { 5, 1500, 200 }, { 10, 4000, 400 }
};

Test(life_table, of_a_worked_example)
{
	static const struct {
		double probability, survivors, expectation, variance, deaths, population;
	} want[] = {
		{ 0.1, 100000, 10.45, 0.09020601, 2100, 23600 },
		{ 0.2, 90000, 10.6, 0.109896, 1100, 14500 },
		{ 0.5, 72000, 8.75, 0.16015625, 600, 5500 },
		{ 1, 36000, 10, 0.25, 400, 4000 },
	};
	struct life_row rows[4];
	size_t band = NO_BAND;

	cr_assert_eq(life_table(worked, 4, rows, &band), STATS_OK);
	cr_assert_eq(band, NO_BAND);
	for (size_t i = 0; i < 4; i++) {
		cr_assert_float_eq(rows[i].death_probability, want[i].probability, 1e-15);
		cr_assert_float_eq(rows[i].survivors, want[i].survivors, 1e-9);
		cr_assert_float_eq(rows[i].expectation, want[i].expectation, 1e-13);
		cr_assert_float_eq(rows[i].error, sqrt(want[i].variance), 1e-14);
		cr_assert_eq(rows[i].deaths, want[i].deaths);
		cr_assert_eq(rows[i].population, want[i].population);
	}
}

Test(life_table, gives_limits_at_any_confidence)
{
	struct life_row rows[4];
	struct life_expectancy life;
	size_t band;

	life_table(worked, 4, rows, &band);
	cr_assert_eq(life_expectancy(&rows[3], 0.95, &life), STATS_OK);
	cr_assert_not(life.too_wide);
	cr_assert_eq(life.years.value, 10);
	cr_assert_float_eq(life.years.limits.lower, 10 - 1.959963984540054 / 2, 1e-14);
	cr_assert_float_eq(life.years.limits.upper, 10 + 1.959963984540054 / 2, 1e-14);
	cr_assert_eq(life_expectancy(&rows[3], 0.998, &life), STATS_OK);
	cr_assert_float_eq(life.years.limits.upper, 10 + 3.090232306167813 / 2, 1e-14);
	life.too_wide = true;
	cr_assert_eq(life_expectancy(&rows[3], 1, &life), STATS_OUT_OF_RANGE);
	cr_assert(life.too_wide);
}

static enum stats_outcome outcome_of(const struct life_band *bands, size_t count, size_t *band)
{
	struct life_row rows[BANDS_MOST] = { { .survivors = -7 } };
	enum stats_outcome outcome = life_table(bands, count, rows, band);

	cr_assert(outcome == STATS_OK || rows[0].survivors == -7);
	return outcome;
}

/* The worked example with another third band. */
static enum stats_outcome outcome_with(struct life_band third, size_t *band)
{
	const struct life_band bands[] = { worked[0], worked[1], third, worked[3] };

	return outcome_of(bands, 4, band);
}

Test(life_table, names_the_band_that_is_out_of_range)
{
	const struct life_band wrong[] = {
		{ 5, -1, 0 },         { 5, 1500, -1 },         { 5, nan(""), 10 },
		{ 5, 1500, nan("") }, { 1, 1500, 200 },        { nan(""), 1500, 200 },
		{ 0.5, 1500, 200 },   { INFINITY, 1500, 200 },
	};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		size_t band = NO_BAND;

		cr_assert_eq(outcome_with(wrong[i], &band), STATS_OUT_OF_RANGE, "case %zu", i);
		cr_assert_eq(band, 2);
	}
}

Test(life_table, starts_with_the_infant_year)
{
	const struct life_band later[] = { { 1, 9000, 500 }, { 5, 4000, 400 } },
			       too_long[] = { { 0, 9000, 500 }, { 5, 4000, 400 } };
	size_t band = NO_BAND;

	cr_assert_eq(outcome_of(later, 2, &band), STATS_OUT_OF_RANGE);
	cr_assert_eq(band, 0);
	cr_assert_eq(outcome_of(too_long, 2, &band), STATS_OUT_OF_RANGE);
	cr_assert_eq(band, 1);
}

Test(life_table, names_the_band_without_people_and_the_one_with_more_deaths_than_people)
{
	size_t band = NO_BAND;

	cr_assert_eq(outcome_with((struct life_band){ 5, 0, 0 }, &band),
		     STATS_ZERO_POPULATION_BAND);
	cr_assert_eq(band, 2);
	band = NO_BAND;
	cr_assert_eq(outcome_with((struct life_band){ 5, 100, 101 }, &band),
		     STATS_NUMERATOR_EXCEEDS_DENOMINATOR);
	cr_assert_eq(band, 2);
	cr_assert_eq(outcome_with((struct life_band){ 5, 100, 100 }, &band), STATS_OK);
}

Test(life_table, needs_more_than_five_thousand_people)
{
	struct life_band bands[] = { { 0, 100, 1 }, { 1, 4900, 40 } };
	size_t band = NO_BAND;

	cr_assert_eq(outcome_of(bands, 2, &band), STATS_POPULATION_TOO_SMALL);
	cr_assert_eq(outcome_of(NULL, 0, &band), STATS_POPULATION_TOO_SMALL);
	bands[1].population = 4901;
	cr_assert_eq(outcome_of(bands, 2, &band), STATS_OK);
	cr_assert_eq(band, NO_BAND);
}

Test(life_table, needs_a_death_in_the_last_band)
{
	const struct life_band bands[] = { worked[0], worked[1], worked[2], { 10, 4000, 0 } };
	size_t band = NO_BAND;

	cr_assert_eq(outcome_of(bands, 4, &band), STATS_NO_DEATHS_IN_LAST_BAND);
	cr_assert_eq(band, NO_BAND);
}

Test(life_table, without_deaths_in_other_bands_adds_their_years_alone)
{
	const struct life_band bands[] = {
		{ 0, 9000, 0 }, { 1, 9000, 0 }, { 5, 9000, 0 }, { 10, 4000, 400 }
	};
	struct life_row rows[4];
	size_t band;

	cr_assert_eq(life_table(bands, 4, rows, &band), STATS_OK);
	for (size_t i = 0; i < 4; i++) {
		cr_assert_float_eq(rows[i].expectation, 20 - bands[i].start_age, 1e-14);
		cr_assert_float_eq(rows[i].error, 0.5, 1e-15);
		cr_assert_eq(rows[i].survivors, 100000);
	}
}

/* Half of a band dies a year, for five years: all of them, half way through on average. */
Test(life_table, lets_nobody_past_a_band_in_which_too_many_die)
{
	const struct life_band bands[] = {
		{ 0, 9000, 0 }, { 1, 9000, 0 }, { 5, 1000, 500 }, { 10, 4000, 400 }
	};
	struct life_expectancy life = { .too_wide = true };
	struct life_row rows[4];
	size_t band;

	cr_assert_eq(life_table(bands, 4, rows, &band), STATS_OK);
	cr_assert_eq(rows[2].death_probability, 1);
	cr_assert_eq(rows[2].expectation, 2.5);
	cr_assert_eq(rows[2].error, 0);
	cr_assert_float_eq(rows[0].expectation, 7.5, 1e-15);
	cr_assert_eq(rows[3].survivors, 0);
	cr_assert_eq(rows[3].expectation, 0);
	cr_assert_eq(rows[3].error, 0);
	cr_assert_eq(life_expectancy(&rows[3], 0.95, &life), STATS_NO_SURVIVORS);
	cr_assert(life.too_wide);
	cr_assert_eq(life_expectancy(&rows[2], 0.95, &life), STATS_OK);
	cr_assert_eq(life.years.limits.lower, 2.5);
	cr_assert_eq(life.years.limits.upper, 2.5);
}

Test(life_table, has_a_probability_of_one_where_the_formula_reaches_it)
{
	/* d = P / (n a): 400 of 1000 for five years. */
	const struct life_band bands[] = {
		{ 0, 9000, 0 }, { 1, 9000, 0 }, { 5, 1000, 400 }, { 10, 4000, 400 }
	};
	struct life_row rows[4];
	size_t band;

	cr_assert_eq(life_table(bands, 4, rows, &band), STATS_OK);
	cr_assert_eq(rows[2].death_probability, 1);
	cr_assert_eq(rows[3].survivors, 0);
}

Test(life_table, withholds_a_value_whose_limits_are_twenty_years_apart_but_keeps_them)
{
	/* One death of the last band: expectation and error are both its population. */
	struct life_band bands[] = { { 0, 9000, 0 }, { 1, 9000, 0 }, { 90, 5.1, 1 } };
	struct life_expectancy life;
	struct life_row rows[3];
	size_t band;

	cr_assert_eq(life_table(bands, 3, rows, &band), STATS_OK);
	cr_assert_eq(life_expectancy(&rows[2], 0.95, &life), STATS_OK);
	cr_assert_not(life.too_wide); /* 1.96 x 5.1 is just below 10 */
	bands[2].population = 5.2;
	cr_assert_eq(life_table(bands, 3, rows, &band), STATS_OK);
	cr_assert_eq(life_expectancy(&rows[2], 0.95, &life), STATS_OK);
	cr_assert(life.too_wide);
	cr_assert_float_eq(life.years.limits.lower, 5.2 * (1 - 1.959963984540054), 1e-13);
	cr_assert_float_eq(life.years.limits.upper, 5.2 * (1 + 1.959963984540054), 1e-13);
	/* By the 95% limits, whichever are asked for. */
	cr_assert_eq(life_expectancy(&rows[2], 0.5, &life), STATS_OK);
	cr_assert(life.too_wide);
	cr_assert_eq(life_expectancy(&rows[0], 0.5, &life), STATS_OK);
	cr_assert(life.too_wide);
}

Test(life_table, tells_limits_that_are_not_numbers)
{
	const struct life_band nearly[] = { { 0, 9000, 0 }, { 1, 9000, 1e-310 } },
			       late[] = { { 0, 9000, 0 }, { 1, 9000, 1e-250 } };
	struct life_expectancy life = { .too_wide = true };
	struct life_row rows[2];
	size_t band;

	cr_assert_eq(life_table(nearly, 2, rows, &band), STATS_OK);
	cr_assert_eq(life_expectancy(&rows[1], 0.95, &life), STATS_UNBOUNDED);
	cr_assert_eq(life_table(late, 2, rows, &band), STATS_OK);
	cr_assert(isfinite(rows[1].expectation));
	cr_assert_eq(life_expectancy(&rows[1], 0.95, &life), STATS_UNBOUNDED);
	cr_assert(life.too_wide);
}
