/*
 * real_comparisons.c - areas compared with England as their publisher does: recipe 5 of the README
 * of the real data.
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

TestSuite(real_comparisons, .init = set_up, .fini = tear_down);

static struct sheet *published(const char *name)
{
	return sheet_read(arena, real_file(arena, name));
}

static const char lower_joined[] = "Lower_CI_95.0_limit", lower_spaced[] = "Lower CI 95.0 limit";
static const char upper_joined[] = "Upper_CI_95.0_limit", upper_spaced[] = "Upper CI 95.0 limit";

static bool agrees(const char *flag, const char *comparison)
{
	/* Low is good for the two indicators that are called better and worse. */
	if (strcmp(flag, "Lower") == 0 || strcmp(flag, "Better") == 0)
		return strcmp(comparison, "lower") == 0;
	if (strcmp(flag, "Higher") == 0 || strcmp(flag, "Worse") == 0)
		return strcmp(comparison, "higher") == 0;
	return strcmp(flag, "Similar") == 0 && strcmp(comparison, "similar") == 0;
}

struct export
{
	const char *file, *sex, *age, *not_age;
	bool spaced; /* headings are written with blanks */
	size_t flags;
};

static const char *heading(const struct export *export, const char *joined_name,
			   const char *spaced_name)
{
	return export->spaced ? spaced_name : joined_name;
}

static struct real_run build_flags(const struct export *export)
{
	const char *settings[] = {
		arena_printf(arena, "file=%s", export->file),
		arena_printf(arena, "sex=%s", export->sex),
		arena_printf(arena, "not-age=%s", export->not_age),
		arena_printf(arena, "indicator=%s", heading(export, "IndicatorID", "Indicator ID")),
		arena_printf(arena, "area=%s", heading(export, "AreaCode", "Area Code")),
		arena_printf(arena, "period=%s", heading(export, "Timeperiod", "Time period")),
		arena_printf(arena, "lower=%s", heading(export, lower_joined, lower_spaced)),
		arena_printf(arena, "upper=%s", heading(export, upper_joined, upper_spaced)),
		NULL,
	};
	struct real_run run = real_build(arena, "tests/real/recipes/flags.xml", settings, "dump");

	/* Indicators of other files have no data here, and the program warns of that. */
	cr_assert_eq(run.result.status, 0, "%s: %s", export->file, run.result.err);
	return run;
}

/* Whether the row was read, and has a flag and what the flag rests on. */
static bool has_flag(const struct export *export, const struct sheet *file, size_t row)
{
	const char *flag = sheet_text(file, row,
				      heading(export, "Compared_to_England_value_or_percentiles",
					      "Compared to England value or percentiles"));

	return strcmp(flag, "Not compared") != 0 && flag[0] != '\0' &&
	       !sheet_is(file, row, heading(export, "AreaCode", "Area Code"), "E92000001") &&
	       strstr(export->sex, sheet_text(file, row, "Sex")) != NULL &&
	       !sheet_is(file, row, "Age", export->not_age) && sheet_is(file, row, "Category", "");
}

static void compare_flags(struct export *export)
{
	const struct sheet *file =
		published(arena_printf(arena, "fingertips-exports/%s.csv", export->file));
	struct real_run run = build_flags(export);

	for (size_t i = 0; i < sheet_rows(file); i++) {
		const char *flag, *code, *comparison;
		size_t row;

		if (!has_flag(export, file, i))
			continue;
		code = sheet_text(file, i, heading(export, "IndicatorID", "Indicator ID"));
		flag = sheet_text(file, i,
				  heading(export, "Compared_to_England_value_or_percentiles",
					  "Compared to England value or percentiles"));
		row = real_find(
			run.results,
			&(struct real_figure){
				.indicator = arena_printf(arena, "i%s", code),
				.period = sheet_text(file, i,
						     heading(export, "Timeperiod", "Time period")),
				.dimension = "organisation",
				.group = sheet_text(file, i,
						    heading(export, "AreaCode", "Area Code")) });
		comparison = sheet_text(run.results, row, "compared_with_all");
		cr_expect(agrees(flag, comparison), "%s, row %zu: %s, not %s", export->file, i + 2,
			  comparison, flag);
		export->flags++;
	}
	real_run_free(&run);
}

/*
 * The README counts 1,248 flags; it leaves out years of life lost, of 86 areas, which come out as
 * well. The publisher compares figures also when their interval is wider than they are.
 */
Test(real_comparisons, recipe_5_areas_compared_with_england)
{
	struct export exports[] = {
		{ .file = "suicide_east_midlands", .sex = "Male|Persons", .not_age = "none" },
		{ .file = "suicide_london", .sex = "Male|Persons", .not_age = "none" },
		{ .file = "suicide_north_east", .sex = "Male|Persons", .not_age = "none" },
		{ .file = "suicide_south_west", .sex = "Male|Persons", .not_age = "none" },
		{ .file = "suicide_west_midlands", .sex = "Male|Persons", .not_age = "none" },
		{ .file = "young_people_east_mid", .sex = "Persons", .not_age = "none" },
		{ .file = "young_people_north_east", .sex = "Persons", .not_age = "none" },
		{ .file = "young_people_south_west", .sex = "Persons", .not_age = "none" },
		{ .file = "young_people_west_midlands", .sex = "Persons", .not_age = "none" },
		{ .file = "campylobacter_decile",
		  .sex = "Persons",
		  .not_age = "0-9 yrs",
		  .spaced = true },
		{ .file = "campylobacter_decile",
		  .sex = "Persons",
		  .not_age = "All ages",
		  .spaced = true },
		{ .file = "u75_cvd_mortality_dsr_excerpt",
		  .sex = "Male",
		  .not_age = "none",
		  .spaced = true },
	};
	size_t flags = 0;

	for (size_t i = 0; i < sizeof(exports) / sizeof(exports[0]); i++) {
		compare_flags(&exports[i]);
		flags += exports[i].flags;
	}
	cr_expect_eq(flags, 1248 + 86, "%zu flags", flags);
}
