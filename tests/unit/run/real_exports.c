/*
 * real_exports.c - the report of tests/real on exports of Fingertips: values and limits are those
 * published and are said to be so, suppressed figures are hidden.
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

TestSuite(real_exports, .init = set_up, .fini = tear_down);

static struct sheet *published(const char *name)
{
	return sheet_read(arena, real_file(arena, name));
}

/* A row of an export and the figure made of it: the same numbers to the last digit. */
static void expect_given(const struct sheet *results, size_t row, const struct sheet *file,
			 size_t from)
{
	static const char *const pairs[][2] = { { "value", "Value" },
						{ "lower", "Lower_CI_95.0_limit" },
						{ "upper", "Upper_CI_95.0_limit" } };

	for (size_t i = 0; i < 3; i++) {
		double want = sheet_number(file, from, pairs[i][1]);
		double got = sheet_number(results, row, pairs[i][0]);

		cr_expect(real_near(got, want, 0), "row %zu of the file, %s: %.17g, not %.17g",
			  from + 2, pairs[i][1], got, want);
	}
	cr_expect(sheet_is(results, row, "method", "given"), "row %zu of the file", from + 2);
}

/* How many rows of an export there are of one indicator, with limits and without. */
struct rows {
	size_t with, without, suppressed;
};

static struct rows compare_export(const struct sheet *file, const char *code,
				  const struct sheet *results, const char *indicator)
{
	struct rows rows = { 0 };

	for (size_t i = 0; i < sheet_rows(file); i++) {
		const struct real_figure figure = { .indicator = indicator,
						    .period = sheet_text(file, i, "Timeperiod"),
						    .organisation =
							    sheet_text(file, i, "AreaCode") };
		size_t row;

		if (!sheet_is(file, i, "IndicatorID", code))
			continue;
		row = real_find(results, &figure);
		if (strstr(sheet_text(file, i, "Value_note"), "suppressed") != NULL) {
			cr_expect(sheet_is(results, row, "state", "suppressed"), "%s",
				  figure.organisation);
			cr_expect(sheet_is(results, row, "value", ""), "%s", figure.organisation);
			rows.suppressed++;
			continue;
		}
		expect_given(results, row, file, i);
		*(sheet_is(file, i, "Lower_CI_95.0_limit", "") ? &rows.without : &rows.with) += 1;
	}
	return rows;
}

Test(real_exports, takes_values_and_limits_of_exports_as_published)
{
	static const struct {
		const char *file, *code, *indicator;
		struct rows rows;
	} expected[] = {
		/* England and 12 local authorities; limits of the region are not published. */
		{ "suicide", "91390", "suicide-young", { 13, 1, 0 } },
		{ "suicide", "91393", "suicide-middle", { 13, 1, 0 } },
		{ "suicide", "91430", "suicide-old", { 13, 1, 0 } },
		{ "suicide", "41001", "suicide-adjusted", { 14, 0, 0 } },
		{ "young_people", "91871", "needs", { 14, 0, 0 } },
		{ "young_people", "92315", "concern", { 14, 0, 0 } },
		{ "young_people", "92796", "self-harm", { 12, 0, 2 } },
	};
	struct real_run run = real_build(arena, "tests/real/fingertips.xml", NULL, "pdf,svg");

	real_succeeded(&run, "fingertips.xml");
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		const struct sheet *file = published(arena_printf(
			arena, "fingertips-exports/%s_north_east.csv", expected[i].file));
		struct rows rows =
			compare_export(file, expected[i].code, run.results, expected[i].indicator);

		cr_expect_eq(rows.with, expected[i].rows.with, "%s", expected[i].indicator);
		cr_expect_eq(rows.without, expected[i].rows.without, "%s", expected[i].indicator);
		cr_expect_eq(rows.suppressed, expected[i].rows.suppressed, "%s",
			     expected[i].indicator);
	}
	real_run_free(&run);
}

Test(real_exports, says_that_values_and_limits_are_as_published)
{
	static const char said[] = "Values and intervals are as published.";
	struct real_run run = real_build(arena, "tests/real/fingertips.xml", NULL, "pdf");
	const char *text = real_text(arena, &run, "fingertips.pdf");
	size_t count = real_count(text, said);

	real_succeeded(&run, "fingertips.xml");
	/* Under each of 8 figures and of 4 tables; a table of the author's words has none. */
	cr_expect_eq(count, 12, "%zu times", count);
	cr_expect_not_null(strstr(text, "Middlesbrough 43.6 32.7 to 57.1"));
	cr_expect_not_null(strstr(text, "Middlesbrough 53 121,426 43.6 32.7 57.1"));
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
