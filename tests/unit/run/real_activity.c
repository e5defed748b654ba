/*
 * real_activity.c - the reports of tests/real on maternity, hospital episodes and waiting lists:
 * their figures are those of the files.
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

/* -- maternity -------------------------------------------------------------------------------- */

static double count_of(const struct sheet *file, const char *body, const char *dimension,
		       const char *group)
{
	double sum = 0;
	size_t found = 0;

	for (size_t row = 0; row < sheet_rows(file); row++)
		if (sheet_is(file, row, "Org_Code", body) &&
		    sheet_is(file, row, "Dimension", dimension) &&
		    sheet_is(file, row, "Measure", group)) {
			sum += sheet_number(file, row, "Value");
			found++;
		}
	cr_assert_eq(found, 1, "%zu rows of %s, %s, %s", found, body, dimension, group);
	return sum;
}

static double result_of(const struct sheet *results, const char *body, const char *dimension,
			const char *group)
{
	const struct real_figure figure = { .indicator = "deliveries",
					    .period = "2021-22",
					    .organisation = body,
					    .dimension = dimension,
					    .group = group };

	return sheet_number(results, real_find(results, &figure), "value");
}

Test(real_activity, counts_deliveries_by_deprivation_and_ethnicity)
{
	static const char *const tenths[][2] = {
		{ "01 - Most deprived", "1 most deprived" },
		{ "02", "2" },
		{ "09", "9" },
		{ "10 - Least deprived", "10 least deprived" },
	};
	static const char *const groups[][2] = {
		{ "Asian or Asian British", "Asian" },
		{ "Black or Black British", "Black" },
		{ "Mixed", "Mixed" },
		{ "White", "White" },
		{ "Any other ethnic group", "Other" },
	};
	static const char *const bodies[] = { "RJ1", "R1H", "RXQ", "RYJ" };
	static const char missing[] = "Missing value / Value outside reporting parameters";
	static const char deprivation[] = "DeprivationDecileAtBooking";
	static const char ethnicity[] = "EthnicCategoryMotherGroup";
	const struct sheet *file = published("maternity-msds/msds_2021-22.csv.gz");
	struct real_run run = real_build(arena, "tests/real/maternity.xml", NULL, "pdf,svg");

	real_succeeded(&run, "maternity.xml");
	for (size_t b = 0; b < 4; b++) {
		const char *body = bodies[b];

		cr_expect_eq(result_of(run.results, body, NULL, NULL),
			     count_of(file, body, "TotalDeliveries", ""));
		for (size_t i = 0; i < 4; i++)
			cr_expect_eq(
				result_of(run.results, body, "deprivation-decile", tenths[i][1]),
				count_of(file, body, deprivation, tenths[i][0]), "%s %s", body,
				tenths[i][0]);
		for (size_t i = 0; i < 5; i++)
			cr_expect_eq(result_of(run.results, body, "ethnic-group", groups[i][1]),
				     count_of(file, body, ethnicity, groups[i][0]), "%s %s", body,
				     groups[i][0]);
		/* Three rows of the file are one group that is not known. */
		cr_expect_eq(
			result_of(run.results, body, "ethnic-group", "Not stated or not known"),
			count_of(file, body, ethnicity, "Not Stated") +
				count_of(file, body, ethnicity, "Not known") +
				count_of(file, body, ethnicity, missing));
	}
	real_run_free(&run);
}

Test(real_activity, divides_smokers_by_those_whose_status_is_known)
{
	const struct sheet *file = published("maternity-msds/msds_2021-22.csv.gz");
	struct real_run run = real_build(arena, "tests/real/maternity.xml", NULL, "dump");
	double smokers = count_of(file, "RJ1", "SmokingStatusGroupBooking", "Smoker");
	double others =
		count_of(file, "RJ1", "SmokingStatusGroupBooking", "Non-Smoker / Ex-Smoker");
	double value;

	real_succeeded(&run, "maternity.xml");
	value = sheet_number(run.results,
			     real_find(run.results, &(struct real_figure){ .indicator = "smoking",
									   .period = "2021-22",
									   .organisation = "RJ1" }),
			     "value");
	cr_expect(real_close(value, 100 * smokers / (smokers + others), 1e-12), "%.17g", value);
	real_run_free(&run);
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
