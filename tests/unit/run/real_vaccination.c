/*
 * real_vaccination.c - uptake of vaccination in fourteen tables: recipe 14 of the README of the
 * real data.
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

TestSuite(real_vaccination, .init = set_up, .fini = tear_down);

static struct sheet *published(const char *name)
{
	return sheet_read(arena, real_file(arena, name));
}

static const char *const tables[] = {
	"12-15", "16-17", "18-29", "30-39",  "40-49",     "50-54",         "55-59",
	"60-64", "65-69", "70-79", "80plus", "care_home", "LD_aged_16-64", "shielding_aged_16-69"
};

/* The day of the data is part of two headings; it is not the same in all tables. */
static const char *day_of(const char *path)
{
	const char *text = file_text(arena, path, NULL), *from = strstr(text, "Vaccinated at ");
	const char *end;

	cr_assert_not_null(from);
	from += strlen("Vaccinated at ");
	end = strstr(from, " (n)");
	return arena_strndup(arena, from, (size_t)(end - from));
}

/* A row of a table and the one result that has its counts. */
static size_t find_counts(const struct sheet *results, const struct sheet *file, size_t from,
			  const char *vaccinated)
{
	for (size_t row = 0; row < sheet_rows(results); row++)
		if (sheet_is(results, row, "measure", "value") &&
		    sheet_number(results, row, "numerator") ==
			    sheet_number(file, from, vaccinated) &&
		    sheet_number(results, row, "denominator") ==
			    sheet_number(file, from, "Total eligible"))
			return row;
	cr_assert_fail("no result for %s, %s", sheet_text(file, from, "Category"),
		       sheet_text(file, from, "Group"));
	return 0;
}

static size_t compare_table(const char *table)
{
	const char *path =
		real_file(arena, arena_printf(arena, "covid-vaccination/uptake_%s.csv", table));
	const struct sheet *file = sheet_read(arena, path);
	const char *day = day_of(path);
	const char *settings[] = { arena_printf(arena, "table=%s", table),
				   arena_printf(arena, "day=%s", day), NULL };
	struct real_run run =
		real_build(arena, "tests/real/recipes/vaccination.xml", settings, "dump");
	size_t rows = sheet_rows(file), values = 0;

	cr_assert_eq(run.result.status, 0, "%s: %s", table, run.result.err);
	for (size_t row = 0; row < sheet_rows(run.results); row++)
		values += sheet_is(run.results, row, "measure", "value");
	cr_expect_eq(values, rows, "%s: %zu figures of %zu rows", table, values, rows);
	for (size_t i = 0; i < rows; i++) {
		size_t row = find_counts(run.results, file, i,
					 arena_printf(arena, "Vaccinated at %s (n)", day));
		double want =
			sheet_number(file, i, arena_printf(arena, "Vaccinated at %s (%%)", day));

		cr_expect(real_near(sheet_number(run.results, row, "value"), want, 0.05 + 1e-9),
			  "%s, row %zu", table, i + 2);
	}
	real_run_free(&run);
	return rows;
}

Test(real_vaccination, recipe_14_uptake_of_vaccination_in_fourteen_tables)
{
	size_t rows = 0;

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		rows += compare_table(tables[i]);
	cr_expect_eq(rows, 569);
}

Test(real_vaccination, recipe_14_groups_have_the_names_of_their_classification)
{
	const struct sheet *file = published("covid-vaccination/uptake_70-79.csv");
	struct real_run run = real_build(arena, "tests/real/recipes/vaccination.xml", NULL, "dump");
	static const char *const groups[][4] = {
		{ "Ethnicity (detailed categories)", " African", "ethnic-category",
		  "Black: African" },
		{ "Ethnicity (detailed categories)", "White + Asian", "ethnic-category",
		  "Mixed: White and Asian" },
		{ "Ethnicity (detailed categories)", "Unknown", "ethnic-category",
		  "Not stated or not known" },
		{ "Ethnicity (broad categories)", "South Asian", "ethnic-group", "Asian" },
		{ "Index of Multiple Deprivation (quintiles)", "1 Most deprived",
		  "deprivation-quintile", "1 most deprived" },
		{ "Sex", "F", "sex", "Female" },
		{ "Age band", "75-79", "age", "75-79" },
	};

	cr_assert_eq(run.result.status, 0, "%s", run.result.err);
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		const struct real_figure figure = { .indicator = "uptake",
						    .period = "22 Jun 2022",
						    .dimension = groups[i][2],
						    .group = groups[i][3] };
		size_t row = real_find(run.results, &figure), found = 0;

		for (size_t from = 0; from < sheet_rows(file); from++)
			if (sheet_is(file, from, "Category", groups[i][0]) &&
			    sheet_is(file, from, "Group", groups[i][1])) {
				cr_expect_eq(
					sheet_number(run.results, row, "numerator"),
					sheet_number(file, from, "Vaccinated at 22 Jun 2022 (n)"));
				found++;
			}
		cr_expect_eq(found, 1, "%s", groups[i][1]);
	}
	real_run_free(&run);
}
