/*
 * real_activity.c - the reports of tests/real on hospital episodes and waiting lists: their figures
 * are those of the files.
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

TestSuite(real_activity, .init = set_up, .fini = tear_down);

static struct sheet *published(const char *name)
{
	return sheet_read(arena, real_file(arena, name));
}

static void expect_same(const struct sheet *results, size_t row, const char *column, double want)
{
	double got = sheet_number(results, row, column);

	cr_expect(real_near(got, want, 0), "row %zu, %s: %.17g, not %.17g", row + 2, column, got,
		  want);
}

/* -- hospital episodes ------------------------------------------------------------------------ */

Test(real_activity, adjusts_episodes_by_deprivation_for_age)
{
	/*
	 * Worked out independently by those who collected the files; per 100,000, to one decimal.
	 */
	static const struct {
		const char *tenth;
		double rate;
	} expected[] = {
		{ "1 most deprived", 45936.3 },
		{ "2", 41188.8 },
		{ "3", 38141.8 },
		{ "4", 36055.5 },
		{ "5", 34633.5 },
		{ "6", 33546.3 },
		{ "7", 32779.1 },
		{ "8", 32051.5 },
		{ "9", 31212.4 },
		{ "10 least deprived", 28739.2 },
	};
	struct real_run run = real_build(arena, "tests/real/admissions.xml", NULL, "pdf,svg");
	struct real_figure figure = { .indicator = "episodes",
				      .period = "2022/23",
				      .dimension = "deprivation-decile" };

	real_succeeded(&run, "admissions.xml");
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		size_t row;
		double rate;

		figure.group = expected[i].tenth;
		row = real_find(run.results, &figure);
		rate = sheet_number(run.results, row, "value");
		cr_expect(real_near(rate, expected[i].rate, 0.05), "%s: %.17g, not %.1f",
			  expected[i].tenth, rate, expected[i].rate);
	}
	/* People whose tenth is not known have no population; their episodes are still shown. */
	figure.group = "No fixed address or not known";
	cr_expect(sheet_is(run.results, real_find(run.results, &figure), "state", "not-available"));
	expect_same(run.results, real_find(run.results, &figure), "numerator", 329122);
	real_run_free(&run);
}

/* -- waiting lists ---------------------------------------------------------------------------- */

Test(real_activity, gives_the_published_shares_of_waiting_lists)
{
	const struct sheet *file = published("access/rtt_incomplete_provider_2026-03.csv.gz");
	struct real_run run = real_build(arena, "tests/real/waits.xml", NULL, "pdf,svg");
	struct real_figure figure = { .period = "March 2026" };
	double within = 0, all = 0;
	size_t providers = 0, row;

	real_succeeded(&run, "waits.xml");
	for (size_t i = 0; i < sheet_rows(file); i++) {
		double total = sheet_number(file, i, "total_incomplete_pathways");

		if (!sheet_is(file, i, "treatment_function_code", "C_999"))
			continue;
		figure.organisation = sheet_text(file, i, "provider_code");
		if (sheet_is(file, i, "region_code", "Y56")) {
			within += sheet_number(file, i, "total_within_18_weeks");
			all += total;
		}
		providers++;
		figure.indicator = "median";
		row = real_find(run.results, &figure);
		expect_same(run.results, row, "value", sheet_number(file, i, "median_wait_weeks"));
		if (total == 0)
			continue;
		figure.indicator = "within-18";
		row = real_find(run.results, &figure);
		cr_expect(real_near(sheet_number(run.results, row, "value"),
				    100 * sheet_number(file, i, "pct_within_18_weeks"), 1e-9),
			  "%s", figure.organisation);
	}
	cr_expect_eq(providers, 150);
	figure.organisation = "Y56";
	figure.indicator = "within-18";
	row = real_find(run.results, &figure);
	expect_same(run.results, row, "numerator", within);
	expect_same(run.results, row, "denominator", all);
	real_run_free(&run);
}

/* Midlands has the most, and their names take two lines each: all must still go on a page. */
Test(real_activity, draws_the_28_providers_of_the_largest_region)
{
	static const char *const settings[] = { "provider=R1A", "region=Y60", NULL };
	struct real_run run = real_build(arena, "tests/real/waits.xml", settings, "pdf,svg");

	real_succeeded(&run, "waits.xml");
	cr_expect_not_null(
		strstr(real_text(arena, &run, "waits.pdf"),
		       "the list of Herefordshire and Worcestershire Health and Care NHS "
		       "Trust had "));
	real_run_free(&run);
}
