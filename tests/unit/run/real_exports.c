/*
 * real_exports.c - the report of tests/real on exports of Fingertips: limits reproduced,
 * suppressed figures hidden.
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

TestSuite(real_exports, .init = set_up, .fini = tear_down);

static struct sheet *published(const char *name)
{
	return sheet_read(arena, real_file(arena, name));
}

/*
 * Rows of one indicator of an export, held against results; returns how many had published limits.
 */
static size_t compare_export(const struct sheet *file, const char *code,
			     const struct sheet *results, const char *indicator)
{
	size_t compared = 0;

	for (size_t i = 0; i < sheet_rows(file); i++) {
		const char *area = sheet_text(file, i, "AreaCode");
		double lower = sheet_number(file, i, "Lower_CI_95.0_limit");
		double upper = sheet_number(file, i, "Upper_CI_95.0_limit");
		size_t row;

		if (!sheet_is(file, i, "IndicatorID", code))
			continue;
		row = real_find(results,
				&(struct real_figure){ .indicator = indicator,
						       .period = sheet_text(file, i, "Timeperiod"),
						       .organisation = area });
		if (strstr(sheet_text(file, i, "Value_note"), "suppressed") != NULL)
			cr_expect(sheet_is(results, row, "state", "suppressed"), "%s", area);
		if (isnan(lower))
			continue;
		cr_expect(real_close(sheet_number(results, row, "value"),
				     sheet_number(file, i, "Value"), 1e-9),
			  "%s, %s", code, area);
		cr_expect(real_close(sheet_number(results, row, "lower"), lower, 1e-9), "%s, %s",
			  code, area);
		cr_expect(real_close(sheet_number(results, row, "upper"), upper, 1e-9), "%s, %s",
			  code, area);
		compared++;
	}
	return compared;
}

Test(real_exports, reproduces_the_limits_of_exports)
{
	const struct sheet *suicide = published("fingertips-exports/suicide_north_east.csv");
	const struct sheet *young = published("fingertips-exports/young_people_north_east.csv");
	struct real_run run = real_build(arena, "tests/real/fingertips.xml", NULL, "pdf,svg");

	real_succeeded(&run, "fingertips.xml");
	/* England and 12 local authorities; the row of the region has no limits. */
	cr_expect_eq(compare_export(suicide, "91390", run.results, "suicide-young"), 13);
	cr_expect_eq(compare_export(suicide, "91393", run.results, "suicide-middle"), 13);
	cr_expect_eq(compare_export(suicide, "91430", run.results, "suicide-old"), 13);
	cr_expect_eq(compare_export(suicide, "41001", run.results, "suicide-adjusted"), 14);
	cr_expect_eq(compare_export(young, "91871", run.results, "needs"), 14);
	cr_expect_eq(compare_export(young, "92315", run.results, "concern"), 14);
	cr_expect_eq(compare_export(young, "92796", run.results, "self-harm"), 12);
	real_run_free(&run);
}

Test(real_exports, shows_nothing_of_what_an_export_suppresses)
{
	struct real_run run = real_build(arena, "tests/real/fingertips.xml", NULL, "pdf,svg");
	size_t row;

	real_succeeded(&run, "fingertips.xml");
	row = real_find(run.results, &(struct real_figure){ .indicator = "self-harm",
							    .period = "2017/18",
							    .organisation = "E12000001",
							    .dimension = "organisation",
							    .group = "E06000001" });
	cr_expect(sheet_is(run.results, row, "state", "suppressed"));
	cr_expect(sheet_is(run.results, row, "numerator", ""));
	cr_expect(sheet_is(run.results, row, "denominator", ""));
	cr_expect_not_null(strstr(real_text(arena, &run, "fingertips.pdf"),
				  "Hartlepool [c] [c] [c] Darlington [c] [c] [c]"));
	real_run_free(&run);
}
