/*
 * real_fingertips.c - exports of Fingertips as downloaded: the report of tests/real, and recipes 1
 * to 4 of the README of the real data, which gives inputs, method and tolerance of each.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "support/real.h"
#include "support/sheet.h"

static struct arena *arena;

static void set_up(void)
{
	arena = arena_new();
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(real_fingertips, .init = set_up, .fini = tear_down);

static struct sheet *published(const char *name)
{
	return sheet_read(arena, real_file(arena, name));
}

/* Published figures of a row, in columns that have a name of their own in every file. */
struct columns {
	const char *value, *lower, *upper;
};

static const struct columns joined = { "Value", "Lower_CI_95.0_limit", "Upper_CI_95.0_limit" };
static const struct columns spaced = { "Value", "Lower CI 95.0 limit", "Upper CI 95.0 limit" };

/*
 * How far, at most, the figures of a result are from those published in a row, as a share of them.
 */
static double distance(const struct sheet *results, size_t row, const struct sheet *file,
		       size_t from, const struct columns *columns)
{
	const char *const pairs[][2] = { { "value", columns->value },
					 { "lower", columns->lower },
					 { "upper", columns->upper } };
	double worst = 0;

	for (size_t i = 0; i < 3; i++) {
		double want = sheet_number(file, from, pairs[i][1]);
		double got = sheet_number(results, row, pairs[i][0]);

		cr_assert(!isnan(want) && !isnan(got), "row %zu has no %s", from + 2, pairs[i][1]);
		/* A lower limit of 0 is worked out as a very small number by one publisher. */
		if (want != got)
			worst = fmax(worst, fabs(got - want) / fmax(fabs(want), 1e-9));
	}
	return worst;
}

/* -- recipes 1 to 3: exports of Fingertips ---------------------------------------------------- */

/* Rows of an indicator with limits, each of which is reproduced to 1e-9; returns their number. */
static size_t reproduce(const struct sheet *file, const struct sheet *results, const char *code)
{
	size_t rows = 0;

	for (size_t i = 0; i < sheet_rows(file); i++) {
		struct real_figure figure = { .indicator = arena_printf(arena, "i%s", code),
					      .period = sheet_text(file, i, "Timeperiod"),
					      .organisation = sheet_text(file, i, "AreaCode") };
		double off;

		if (!sheet_is(file, i, "IndicatorID", code) ||
		    isnan(sheet_number(file, i, joined.lower)))
			continue;
		off = distance(results, real_find(results, &figure), file, i, &joined);
		cr_expect_leq(off, 1e-9, "%s, %s: off by %.2g", code, figure.organisation, off);
		rows++;
	}
	return rows;
}

static struct real_run build_region(const char *spec, const char *region)
{
	const char *settings[] = { arena_printf(arena, "region=%s", region), NULL };
	struct real_run run = real_build(arena, arena_printf(arena, "tests/real/recipes/%s", spec),
					 settings, "dump");

	real_succeeded(&run, region);
	return run;
}

Test(real_fingertips, recipe_1_crude_rates_of_five_regions)
{
	static const char *const regions[] = { "east_midlands", "london", "north_east",
					       "south_west", "west_midlands" };
	static const char *const codes[] = { "91390", "91393", "91430" };
	size_t rows = 0;

	for (size_t i = 0; i < 5; i++) {
		const struct sheet *file = published(
			arena_printf(arena, "fingertips-exports/suicide_%s.csv", regions[i]));
		struct real_run run = build_region("suicide.xml", regions[i]);

		for (size_t code = 0; code < 3; code++)
			rows += reproduce(file, run.results, codes[code]);
		real_run_free(&run);
	}
	cr_expect_eq(rows, 263, "%zu rows", rows);
}

static size_t reproduce_young_people(const char *const *codes, size_t count)
{
	static const char *const regions[] = { "east_mid", "north_east", "south_west",
					       "west_midlands" };
	size_t rows = 0;

	for (size_t i = 0; i < 4; i++) {
		const struct sheet *file = published(
			arena_printf(arena, "fingertips-exports/young_people_%s.csv", regions[i]));
		struct real_run run = build_region("young-people.xml", regions[i]);

		for (size_t code = 0; code < count; code++)
			rows += reproduce(file, run.results, codes[code]);
		real_run_free(&run);
	}
	return rows;
}

Test(real_fingertips, recipe_2_crude_rates_of_young_people)
{
	static const char *const codes[] = { "92796" };

	cr_expect_eq(reproduce_young_people(codes, 1), 53);
}

Test(real_fingertips, recipe_3_percentages_of_young_people)
{
	static const char *const codes[] = { "91871", "92315" };

	cr_expect_eq(reproduce_young_people(codes, 2), 116);
}

/* -- recipe 4: areas and deprivation tenths --------------------------------------------------- */

static const char *const tenths[][2] = {
	{ "Most deprived decile (IMD2015)", "1 most deprived" },
	{ "Second most deprived decile (IMD2015)", "2" },
	{ "Third more deprived decile (IMD2015)", "3" },
	{ "Fourth more deprived decile (IMD2015)", "4" },
	{ "Fifth more deprived decile (IMD2015)", "5" },
	{ "Fifth less deprived decile (IMD2015)", "6" },
	{ "Fourth less deprived decile (IMD2015)", "7" },
	{ "Third less deprived decile (IMD2015)", "8" },
	{ "Second least deprived decile (IMD2015)", "9" },
	{ "Least deprived decile (IMD2015)", "10 least deprived" },
};

static const char *tenth_of(const char *category)
{
	for (size_t i = 0; i < sizeof(tenths) / sizeof(tenths[0]); i++)
		if (strcmp(tenths[i][0], category) == 0)
			return tenths[i][1];
	cr_assert_fail("no tenth is called %s", category);
	return NULL;
}

static struct real_figure campylobacter_figure(const struct sheet *file, size_t row)
{
	const char *kind = sheet_text(file, row, "Category Type");
	struct real_figure figure = { .indicator = "all-ages",
				      .period = sheet_text(file, row, "Time period"),
				      .organisation = sheet_text(file, row, "Area Code") };

	if (sheet_is(file, row, "Age", "0-9 yrs"))
		figure.indicator = "children";
	if (kind[0] == '\0')
		return figure;
	figure.indicator = strncmp(kind, "County", 6) == 0 ? "county-tenths" : "district-tenths";
	figure.dimension = "deprivation-decile-2015";
	figure.group = tenth_of(sheet_text(file, row, "Category"));
	return figure;
}

/*
 * The publisher takes Byar's limits for all counts. For 20 rows with counts below 10 exact limits,
 * which the program has unless it is told otherwise, are further off.
 */
Test(real_fingertips, recipe_4_crude_rates_of_areas_and_tenths)
{
	const struct sheet *file = published("fingertips-exports/campylobacter_decile.csv");
	struct real_run run =
		real_build(arena, "tests/real/recipes/campylobacter.xml", NULL, "dump");
	size_t values = 0, limits = 0, small = 0, tenths_found = 0;

	real_succeeded(&run, "campylobacter.xml");
	for (size_t i = 0; i < sheet_rows(file); i++) {
		const struct real_figure figure = campylobacter_figure(file, i);
		size_t row = real_find(run.results, &figure);
		double want = sheet_number(file, i, "Value");

		if (isnan(want))
			continue;
		cr_expect(real_close(sheet_number(run.results, row, "value"), want, 2e-4),
			  "row %zu", i + 2);
		values++;
		tenths_found += figure.group != NULL;
		/* Areas only: the tenths are published without limits. */
		if (isnan(sheet_number(file, i, spaced.lower)))
			continue;
		cr_expect_leq(distance(run.results, row, file, i, &spaced), 2e-4, "row %zu", i + 2);
		limits++;
		small += sheet_number(file, i, "Count") < 10;
	}
	cr_expect_eq(values, 842, "%zu values", values);
	cr_expect_eq(limits, 755, "%zu limits", limits);
	cr_expect_eq(small, 20, "%zu limits of small counts", small);
	cr_expect_eq(tenths_found, 60, "%zu tenths", tenths_found);
	real_run_free(&run);
}
