/*
 * The slope index of life expectancy in England from that of tenths: recipe 13 of the README of the real
 * data, which is read in place.
 */

#include "stats/slope.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "support/fixture.h"
#include "support/real.h"
#include "support/sheet.h"
#include "support/slopes.h"

TestSuite(slope_real, .init = fixture_set_up, .fini = fixture_tear_down);

enum { TENTHS = 10 };

/* "2015 - 17" is "2015 to 2017" in the other file. */
static const char *long_period(const char *period)
{
	cr_assert_eq(strlen(period), strlen("2015 - 17"), "%s", period);
	return arena_printf(arena, "%.4s to %.2s%s", period, period, period + 7);
}

static double index_of(const struct sheet *tenths, const char *period, const char *sex)
{
	struct slope_group groups[TENTHS];
	size_t found = 0;
	struct slope_fit fit;
	struct estimate index;

	for (size_t i = 0; i < sheet_rows(tenths); i++) {
		double value, tenth;

		if (!sheet_is(tenths, i, "period", period) || !sheet_is(tenths, i, "sex", sex))
			continue;
		value = sheet_number(tenths, i, "le");
		tenth = sheet_number(tenths, i, "imd_decile");
		cr_assert(tenth >= 1 && tenth <= TENTHS);
		/* Ten equal groups; limits are not published. */
		groups[(size_t)tenth - 1] = (struct slope_group){ { value, { value, value } }, 1 };
		found++;
	}
	cr_assert_eq(found, TENTHS, "%s, %s: %zu tenths", period, sex, found);
	fit = slope_fit_of(groups, TENTHS, SLOPE_LINEAR);
	cr_assert_eq(slope_index(&fit, 0.95, 1, &index), STATS_OK);
	return index.value;
}

static bool is_wanted(const struct sheet *published, size_t row)
{
	return sheet_is(published, row, "area_code", "E92000001") &&
	       sheet_is(published, row, "measure", "Slope Index of Inequality") &&
	       sheet_is(published, row, "indicator", "Inequality in life expectancy at birth");
}

Test(slope_real, recipe_13_slope_index_of_life_expectancy)
{
	const struct sheet *tenths =
		sheet_read(arena, real_file(arena, "phof-trends/le_hle_by_imd_decile.csv"));
	const struct sheet *published = sheet_read(
		arena, real_file(arena, "phof-trends/inequality_life_expectancy.csv.gz"));
	size_t indices = 0;

	for (size_t i = 0; i < sheet_rows(published); i++) {
		const char *period = sheet_text(published, i, "period");
		const char *sex = sheet_text(published, i, "inequality");
		double want, got;

		if (!is_wanted(published, i))
			continue;
		want = sheet_number(published, i, "value");
		got = index_of(tenths, long_period(period), sex);
		/* Both files are rounded to a tenth of a year. */
		cr_expect_leq(fabs(got - want), 0.1, "%s, %s: %.3f, not %.1f", period, sex, got,
			      want);
		indices++;
	}
	cr_expect_eq(indices, 16, "%zu indices", indices);
}
