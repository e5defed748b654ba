/*
 * real_cvdprevent.c - percentages of CVDPREVENT by deprivation worked out from its counts: recipes
 * 7 to 9 of the README of the real data.
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
			.group = real_fifth(sheet_text(file, i, "quintile"))
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
	size_t count = 0;

	for (size_t i = 0; i < sheet_rows(file); i++) {
		const char *fifth = real_fifth(sheet_text(file, i, "MetricCategoryName"));
		const char *code = sheet_text(file, i, "AreaCode");
		size_t row;

		if ((strcmp(code, "E92000001") == 0) != england)
			continue;
		row = real_find(results,
				&(struct real_figure){
					.indicator = "CVDP003CHOL",
					.period = sheet_text(file, i, "TimePeriodName"),
					.organisation = real_usual_code(arena, code),
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
