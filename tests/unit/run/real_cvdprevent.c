/*
 * real_cvdprevent.c - treatment by deprivation from the files of CVDPREVENT: the report of
 * tests/real, and recipes 7 to 9 of the README of the real data.
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

TestSuite(real_cvdprevent, .init = set_up, .fini = tear_down);

static struct sheet *published(const char *name)
{
	return sheet_read(arena, real_file(arena, name));
}

/* The code that results have for a code of national statistics. */
static const char *usual_code(const struct sheet *organisations, const char *code)
{
	for (size_t row = 0; row < sheet_rows(organisations); row++)
		if (sheet_is(organisations, row, "other_code", code))
			return sheet_text(organisations, row, "code");
	return code;
}

static const char *fifth_of(const char *text)
{
	if (text[0] == '1')
		return "1 most deprived";
	if (text[0] == '5')
		return "5 least deprived";
	return text[0] == 'P' ? NULL : text;
}

/* -- the report, with figures as published ---------------------------------------------------- */

static void expect_same(const struct sheet *results, size_t row, const char *column, double want)
{
	double got = sheet_number(results, row, column);

	cr_expect(real_near(got, want, 0), "row %zu, %s: %.17g, not %.17g", row + 2, column, got,
		  want);
}

static const char cholesterol_data[] = "cvdprevent-icb/cvdp003chol_icb_quintile_2023.csv";

Test(real_cvdprevent, takes_percentages_by_deprivation_as_published)
{
	const struct sheet *file = published(cholesterol_data);
	const struct sheet *organisations = sheet_read(arena, "inputs/reference/organisations.csv");
	struct real_run run = real_build(arena, "tests/real/cholesterol.xml", NULL, "pdf,svg");

	real_succeeded(&run, "cholesterol.xml");
	cr_expect_eq(sheet_rows(file), 1032);
	for (size_t i = 0; i < sheet_rows(file); i++) {
		const char *fifth = fifth_of(sheet_text(file, i, "MetricCategoryName"));
		size_t row = real_find(
			run.results,
			&(struct real_figure){
				.indicator = "CVDP003CHOL",
				.period = sheet_text(file, i, "TimePeriodName"),
				.organisation =
					usual_code(organisations, sheet_text(file, i, "AreaCode")),
				.dimension = fifth == NULL ? NULL : "deprivation-quintile",
				.group = fifth });

		cr_expect(sheet_is(run.results, row, "method", "given"));
		expect_same(run.results, row, "value", sheet_number(file, i, "Value"));
		expect_same(run.results, row, "lower",
			    sheet_number(file, i, "LowerConfidenceLimit"));
		expect_same(run.results, row, "upper",
			    sheet_number(file, i, "UpperConfidenceLimit"));
		expect_same(run.results, row, "numerator", sheet_number(file, i, "Numerator"));
		expect_same(run.results, row, "denominator", sheet_number(file, i, "Denominator"));
	}
	real_run_free(&run);
}

Test(real_cvdprevent, makes_the_report_of_every_board_of_the_file)
{
	const struct sheet *file = published(cholesterol_data);
	size_t boards = 0;

	for (size_t i = 0; i < sheet_rows(file); i++) {
		const char *name = sheet_text(file, i, "AreaName");
		const char *settings[] = { arena_printf(arena, "org=%s", name), NULL };
		struct real_run run;

		if (!sheet_is(file, i, "TimePeriodName", "To December 2023") ||
		    !sheet_is(file, i, "MetricCategoryName", "Persons") ||
		    sheet_is(file, i, "AreaCode", "E92000001"))
			continue;
		run = real_build(arena, "tests/real/cholesterol.xml", settings, "dump");
		real_succeeded(&run, name);
		real_run_free(&run);
		boards++;
	}
	cr_expect_eq(boards, 42);
}

Test(real_cvdprevent, writes_of_the_board_that_is_named)
{
	const char *settings[] = { "org=QHM", NULL };
	struct real_run run = real_build(arena, "tests/real/cholesterol.xml", settings, "pdf");
	const char *text;

	real_succeeded(&run, "cholesterol.xml");
	text = real_text(arena, &run, "cholesterol.pdf");
	/*
	 * North East and North Cumbria, twelve months to December 2023: 63.41 % of 188,185;
	 * England 60.79 %.
	 */
	cr_expect_not_null(strstr(text, "NHS North East and North Cumbria Integrated Care Board"));
	cr_expect_not_null(strstr(text, "In the period January 2023 to December 2023, 63.4%"));
	cr_expect_not_null(strstr(text, "In England it was 60.8%"));
	real_run_free(&run);
}

/* -- the same figures worked out -------------------------------------------------------------- */

Test(real_cvdprevent, recipe_7_four_percentages_of_england)
{
	const struct sheet *file =
		published("cvdprevent-icb/cvdprevent_england_quintile_2026-03.csv");
	struct real_run run =
		real_build(arena, "tests/real/recipes/cvdprevent-england.xml", NULL, "dump");

	real_succeeded(&run, "cvdprevent-england.xml");
	cr_expect_eq(sheet_rows(file), 20);
	for (size_t i = 0; i < sheet_rows(file); i++) {
		static const char *const pairs[][2] = { { "value", "value" },
							{ "lower", "lower_ci" },
							{ "upper", "upper_ci" } };
		const struct real_figure figure = {
			.indicator = sheet_text(file, i, "indicator_code"),
			.period = sheet_text(file, i, "period"),
			.dimension = "deprivation-quintile",
			.group = fifth_of(sheet_text(file, i, "quintile"))
		};
		size_t row = real_find(run.results, &figure);

		for (size_t p = 0; p < 3; p++)
			cr_expect(real_near(sheet_number(run.results, row, pairs[p][0]),
					    sheet_number(file, i, pairs[p][1]), 0.005 + 1e-9),
				  "row %zu, %s", i + 2, pairs[p][1]);
	}
	real_run_free(&run);
}

/* How far the figures of every row of the file are from those worked out, in percentage points. */
static size_t board_distances(const struct sheet *file, const struct sheet *results, bool england,
			      double *distances)
{
	const struct sheet *organisations = sheet_read(arena, "inputs/reference/organisations.csv");
	size_t count = 0;

	for (size_t i = 0; i < sheet_rows(file); i++) {
		const char *fifth = fifth_of(sheet_text(file, i, "MetricCategoryName"));
		const char *code = sheet_text(file, i, "AreaCode");
		size_t row;

		if ((strcmp(code, "E92000001") == 0) != england)
			continue;
		row = real_find(results,
				&(struct real_figure){
					.indicator = "CVDP003CHOL",
					.period = sheet_text(file, i, "TimePeriodName"),
					.organisation = usual_code(organisations, code),
					.dimension = fifth == NULL ? NULL : "deprivation-quintile",
					.group = fifth });
		distances[count++] = fmax(
			fabs(sheet_number(results, row, "value") - sheet_number(file, i, "Value")),
			fmax(fabs(sheet_number(results, row, "lower") -
				  sheet_number(file, i, "LowerConfidenceLimit")),
			     fabs(sheet_number(results, row, "upper") -
				  sheet_number(file, i, "UpperConfidenceLimit"))));
	}
	return count;
}

static size_t within(const double *distances, size_t count, double tolerance)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += distances[i] <= tolerance + 1e-9;
	return found;
}

Test(real_cvdprevent, recipes_8_and_9_percentages_of_england_and_of_boards)
{
	const struct sheet *file = published("cvdprevent-icb/cvdp003chol_icb_quintile_2023.csv");
	struct real_run run =
		real_build(arena, "tests/real/recipes/cvdprevent-boards.xml", NULL, "dump");
	double distances[1100];
	size_t count;

	real_succeeded(&run, "cvdprevent-boards.xml");
	count = board_distances(file, run.results, true, distances);
	cr_expect_eq(count, 24);
	cr_expect_eq(within(distances, count, 0.005), 24);
	/* Counts of boards are rounded to the nearest 5, the published figures are not. */
	count = board_distances(file, run.results, false, distances);
	cr_expect_eq(count, 1008);
	cr_expect_eq(within(distances, count, 0.05), 940, "%zu", within(distances, count, 0.05));
	cr_expect_eq(within(distances, count, 0.1), 984, "%zu", within(distances, count, 0.1));
	cr_expect_eq(within(distances, count, 0.25), 998, "%zu", within(distances, count, 0.25));
	cr_expect_eq(within(distances, count, 1), 1006, "%zu", within(distances, count, 1));
	real_run_free(&run);
}
