/*
 * real_maternity.c - the report of tests/real on maternity by deprivation and ethnicity: its figures
 * are those of the file, for any trust that is named.
 */
#include <criterion/criterion.h>
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

TestSuite(real_maternity, .init = set_up, .fini = tear_down);

static struct sheet *published(const char *name)
{
	return sheet_read(arena, real_file(arena, name));
}

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

Test(real_maternity, counts_deliveries_by_deprivation_and_ethnicity)
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

Test(real_maternity, divides_smokers_by_those_whose_status_is_known)
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

Test(real_maternity, writes_of_the_trust_that_is_named)
{
	/*
	 * The last two have figures for one of the two years. England is shown for the same
	 * year. A name of the file stands where the list of organisations has none.
	 */
	static const struct {
		const char *trust, *words;
	} trusts[] = {
		{ "RJ1",
		  "Guy's and St Thomas' NHS Foundation Trust recorded 6,175 deliveries in April 2021 to March 2022; in England there were "
		  "546,100. The number of deliveries went from 5,320 in 2020 to 2021 to 6,175 in "
		  "2021 to 2022." },
		{ "RXQ", "Buckinghamshire Healthcare NHS Trust recorded 3,725 deliveries" },
		{ "RM3", "Northern Care Alliance NHS Foundation Trust recorded 3,850 deliveries in "
			 "April 2021 to March 2022; in England there were 546,100." },
		{ "RW6",
		  "PENNINE ACUTE HOSPITALS NHS TRUST recorded 7,730 deliveries in April 2020 to March 2021; in England there were 482,515." },
	};

	for (size_t i = 0; i < sizeof(trusts) / sizeof(trusts[0]); i++) {
		const char *settings[] = { arena_printf(arena, "trust=%s", trusts[i].trust), NULL };
		struct real_run run =
			real_build(arena, "tests/real/maternity.xml", settings, "pdf");

		cr_assert_eq(run.result.status, 0, "%s: %s", trusts[i].trust, run.result.err);
		cr_expect_not_null(strstr(real_text(arena, &run, "maternity.pdf"), trusts[i].words),
				   "%s does not say: %s", trusts[i].trust, trusts[i].words);
		real_run_free(&run);
	}
}
