/* Properties of the life table, on random tables. */

#include "stats/life_table.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors_random.h"

enum { BANDS_MOST = 20 };

/* A plausible table that closes at 80, 85 or 90 and over. */
static size_t random_bands(struct vectors_random *random, struct life_band *bands)
{
	size_t count = 18 + (size_t)vectors_random_count(random, 0, 2);

	for (size_t i = 0; i < count; i++) {
		double population = vectors_random_between(random, 500, 20000);
		double rate =
			0.0002 * exp(0.34 * (double)i) * vectors_random_between(random, 0.5, 2);

		bands[i] = (struct life_band){
			.start_age = i < 2 ? (double)i : 5 * (double)(i - 1),
			.population = population,
			.deaths = floor(population * fmin(rate, 0.9)) + (i + 1 == count),
		};
	}
	return count;
}

/* As the table is described: years lived by all survivors, and the variance over their square. */
static void compare_with_definition(const struct life_band *bands, const struct life_row *rows,
				    size_t count)
{
	double lived = 0, squares = 0;

	for (size_t i = count; i-- > 0;) {
		double l = rows[i].survivors, m = bands[i].deaths / bands[i].population;
		double q = rows[i].death_probability, a = i == 0 ? 0.1 : 0.5;

		if (i + 1 == count) {
			lived = l / m;
			squares = l * l / 4 * 4 / (bands[i].deaths * m * m);
		} else {
			double n = bands[i + 1].start_age - bands[i].start_age;
			double loss = (1 - a) * n + rows[i + 1].expectation;
			double s = bands[i].deaths > 0 ? q * q * (1 - q) / bands[i].deaths : 0;

			lived += n * (rows[i + 1].survivors + a * (l - rows[i + 1].survivors));
			squares += s * l * l * loss * loss;
		}
		if (l > 0) {
			cr_assert_float_eq(rows[i].expectation / (lived / l), 1, 1e-12);
			cr_assert_float_eq(rows[i].error, sqrt(squares) / l, 1e-9);
		}
	}
}

Test(life_table_random, is_the_years_lived_over_the_survivors_wherever_it_closes)
{
	struct vectors_random random = { 44 };

	for (int i = 0; i < 1000; i++) {
		struct life_band bands[BANDS_MOST];
		struct life_row rows[BANDS_MOST];
		size_t count = random_bands(&random, bands), band;

		cr_assert_eq(life_table(bands, count, rows, &band), STATS_OK);
		compare_with_definition(bands, rows, count);
	}
}

Test(life_table_random, limits_hold_the_value_and_the_size_of_the_population_does_not_change_it)
{
	struct vectors_random random = { 45 };

	for (int i = 0; i < 1000; i++) {
		struct life_band bands[BANDS_MOST];
		struct life_row rows[BANDS_MOST], larger[BANDS_MOST];
		size_t count = random_bands(&random, bands), band;

		cr_assert_eq(life_table(bands, count, rows, &band), STATS_OK);
		for (size_t j = 0; j < count; j++) {
			bands[j].population *= 9;
			bands[j].deaths *= 9;
		}
		cr_assert_eq(life_table(bands, count, larger, &band), STATS_OK);
		for (size_t j = 0; j < count && rows[j].survivors > 0; j++) {
			struct life_expectancy life, wider;

			cr_assert_float_eq(larger[j].expectation / rows[j].expectation, 1, 1e-12);
			cr_assert_float_eq(larger[j].error, rows[j].error / 3, 1e-12);
			cr_assert_eq(life_expectancy(&rows[j], 0.95, &life), STATS_OK);
			cr_assert_eq(life_expectancy(&rows[j], 0.998, &wider), STATS_OK);
			cr_assert_leq(life.years.limits.lower, life.years.value);
			cr_assert_leq(life.years.value, life.years.limits.upper);
			cr_assert_leq(wider.years.limits.lower, life.years.limits.lower);
			cr_assert_leq(life.years.limits.upper, wider.years.limits.upper);
			cr_assert_eq(life.too_wide, wider.too_wide);
		}
	}
}

Test(life_table_random, expects_more_years_where_fewer_die)
{
	struct vectors_random random = { 46 };

	for (int i = 0; i < 500; i++) {
		struct life_band bands[BANDS_MOST];
		struct life_row rows[BANDS_MOST], better[BANDS_MOST];
		size_t count = random_bands(&random, bands), band;

		life_table(bands, count, rows, &band);
		for (size_t j = 0; j < count; j++)
			bands[j].deaths *= 0.8;
		life_table(bands, count, better, &band);
		cr_assert_gt(better[0].expectation, rows[0].expectation);
	}
}
