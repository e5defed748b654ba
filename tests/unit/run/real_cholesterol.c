/*
 * real_cholesterol.c - the report of tests/real on lipid-lowering treatment by deprivation: figures
 * as published, for any board that is named, with England beside it.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
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

TestSuite(real_cholesterol, .init = set_up, .fini = tear_down);

static const char spec[] = "tests/real/cholesterol.xml";

static struct sheet *published(void)
{
	return sheet_read(arena, real_file(arena, "cvdprevent-icb/"
						  "cvdp003chol_icb_quintile_2023.csv"));
}

static struct real_run build_for(const char *board, const char *formats)
{
	const char *settings[] = { arena_printf(arena, "org=%s", board), NULL };

	return real_build(arena, spec, settings, formats);
}

static struct real_figure figure_of(const struct sheet *file, size_t row)
{
	const char *fifth = real_fifth(sheet_text(file, row, "MetricCategoryName"));

	return (struct real_figure){
		.indicator = "CVDP003CHOL",
		.period = sheet_text(file, row, "TimePeriodName"),
		.organisation = real_usual_code(arena, sheet_text(file, row, "AreaCode")),
		.dimension = fifth == NULL ? NULL : "deprivation-quintile",
		.group = fifth,
	};
}

/* -- figures ---------------------------------------------------------------------------------- */

Test(real_cholesterol, takes_percentages_by_deprivation_as_published)
{
	static const char *const pairs[][2] = { { "value", "Value" },
						{ "lower", "LowerConfidenceLimit" },
						{ "upper", "UpperConfidenceLimit" },
						{ "numerator", "Numerator" },
						{ "denominator", "Denominator" } };
	const struct sheet *file = published();
	struct real_run run = real_build(arena, spec, NULL, "pdf,svg");

	real_succeeded(&run, spec);
	cr_expect_eq(sheet_rows(file), 1032);
	for (size_t i = 0; i < sheet_rows(file); i++) {
		const struct real_figure figure = figure_of(file, i);
		size_t row = real_find(run.results, &figure);

		cr_expect(sheet_is(run.results, row, "method", "given"));
		for (size_t p = 0; p < 5; p++)
			cr_expect(real_near(sheet_number(run.results, row, pairs[p][0]),
					    sheet_number(file, i, pairs[p][1]), 0),
				  "row %zu of the file, %s", i + 2, pairs[p][1]);
	}
	real_run_free(&run);
}

/* A published row of a body, for a period and a group in the words of the file. */
static size_t find_published(const struct sheet *file, const char *body, const char *period,
			     const char *group)
{
	for (size_t row = 0; row < sheet_rows(file); row++)
		if (sheet_is(file, row, "TimePeriodName", period) &&
		    sheet_is(file, row, "MetricCategoryName", group) &&
		    (sheet_is(file, row, "AreaName", body) ||
		     strcmp(real_usual_code(arena, sheet_text(file, row, "AreaCode")), body) == 0))
			return row;
	cr_assert_fail("the file has no %s, %s, %s", body, period, group);
	return 0;
}

static const char *const periods[] = { "To March 2023", "To June 2023", "To September 2023",
				       "To December 2023" };

/*
 * The gap is the difference of the two published percentages, least less most deprived since a high one
 * is good; its limits join theirs (Newcombe): the distance of each limit is that of both percentages from
 * their own, squared and added.
 */
static void expect_gap(const struct sheet *results, const struct sheet *file, const char *body,
		       const char *period)
{
	static const char low[] = "LowerConfidenceLimit", high[] = "UpperConfidenceLimit";
	size_t first = find_published(file, body, period, "1 - most deprived");
	size_t last = find_published(file, body, period, "5 - least deprived");
	double most = sheet_number(file, first, "Value"), least = sheet_number(file, last, "Value");
	double below = hypot(most - sheet_number(file, first, low),
			     sheet_number(file, last, high) - least);
	double above = hypot(sheet_number(file, first, high) - most,
			     least - sheet_number(file, last, low));
	size_t row = real_find(results, &(struct real_figure){ .indicator = "CVDP003CHOL",
							       .period = period,
							       .organisation = body,
							       .dimension = "deprivation-quintile",
							       .measure = "gap" });

	cr_expect(real_near(sheet_number(results, row, "value"), least - most, 1e-9), "%s, %s",
		  body, period);
	/* Published limits have two decimals. */
	cr_expect(real_near(sheet_number(results, row, "lower"), least - most - above, 0.02),
		  "%s, %s", body, period);
	cr_expect(real_near(sheet_number(results, row, "upper"), least - most + below, 0.02),
		  "%s, %s", body, period);
}

Test(real_cholesterol, compares_the_gap_of_the_board_with_that_of_england_in_four_periods)
{
	const struct sheet *file = published();
	struct real_run run = build_for("QE1", "dump");

	real_succeeded(&run, "QE1");
	for (size_t i = 0; i < 4; i++) {
		expect_gap(run.results, file, "QE1", periods[i]);
		expect_gap(run.results, file, "E92000001", periods[i]);
	}
	real_run_free(&run);
}

/* -- boards ----------------------------------------------------------------------------------- */

Test(real_cholesterol, makes_the_report_of_every_board_of_the_file)
{
	const struct sheet *file = published();
	size_t boards = 0;

	for (size_t i = 0; i < sheet_rows(file); i++) {
		const char *name = sheet_text(file, i, "AreaName");
		struct real_run run;

		if (!sheet_is(file, i, "TimePeriodName", "To December 2023") ||
		    !sheet_is(file, i, "MetricCategoryName", "Persons") ||
		    sheet_is(file, i, "AreaCode", "E92000001"))
			continue;
		run = build_for(name, "dump");
		real_succeeded(&run, name);
		real_run_free(&run);
		boards++;
	}
	cr_expect_eq(boards, 42);
}

/* A percentage to one decimal, halves upwards; published are two. */
static const char *percent(const struct sheet *file, size_t row, const char *column)
{
	return arena_printf(arena, "%.1f%%",
			    floor(sheet_number(file, row, column) * 10 + 0.5 + 1e-9) / 10);
}

/* A count of thousands, with their comma. */
static const char *count(const struct sheet *file, size_t row, const char *column)
{
	unsigned number = (unsigned)sheet_number(file, row, column);

	return arena_printf(arena, "%u,%03u", number / 1000, number % 1000);
}

Test(real_cholesterol, writes_of_the_board_that_is_named)
{
	static const char *const boards[][2] = {
		{ "QE1", "Lancashire and South Cumbria" },
		{ "E54000048", "Lancashire and South Cumbria" },
		{ "QHM", "North East and North Cumbria" },
		{ "QMJ", "North Central London" },
		{ "qwo", "West Yorkshire" },
		{ "QOX", "Bath and North East Somerset, Swindon and Wiltshire" },
		{ "NHS Devon Integrated Care Board", "Devon" },
	};
	const struct sheet *file = published();

	for (size_t i = 0; i < sizeof(boards) / sizeof(boards[0]); i++) {
		const char *name =
			arena_printf(arena, "NHS %s Integrated Care Board", boards[i][1]);
		size_t row = find_published(file, name, "To December 2023", "Persons");
		struct real_run run = build_for(boards[i][0], "pdf");
		const char *text, *sentence;

		real_succeeded(&run, boards[i][0]);
		text = real_text(arena, &run, "cholesterol.pdf");
		cr_expect_not_null(strstr(text, name), "%s", boards[i][0]);
		sentence = arena_printf(
			arena,
			"In the period January 2023 to December 2023, %s (95%% confidence interval "
			"%s to %s) of %s people at high risk in %s had treatment that lowers "
			"cholesterol. In England it was 60.8%%.",
			percent(file, row, "Value"), percent(file, row, "LowerConfidenceLimit"),
			percent(file, row, "UpperConfidenceLimit"), count(file, row, "Denominator"),
			boards[i][1]);
		cr_expect_not_null(strstr(text, sentence), "%s: not said: %s", boards[i][0],
				   sentence);
		real_run_free(&run);
	}
}

Test(real_cholesterol, refuses_a_board_that_the_file_does_not_have)
{
	/* A code of nobody, one of national statistics of nobody, a trust, and no code. */
	static const char *const codes[][2] = {
		{ "QXX",
		  ":17:5: error: unknown organisation: QXX [SPC41]\n    hint: did you mean \"QOX\"?" },
		{ "E54999999",
		  ":17:5: error: unknown organisation: E54999999 [SPC41]\n    hint: " },
		{ "RJ1", ":17:5: error: unknown organisation: RJ1 [SPC41]\n    hint: " },
		{ "",
		  ":17:5: error: wrong value of a parameter: org= [SPC19]\n    hint: it must not be empty" },
	};

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		struct real_run run = build_for(codes[i][0], "pdf,svg");

		cr_expect_eq(run.result.status, 3, "%s: status %d", codes[i][0], run.result.status);
		cr_expect_not_null(strstr(run.result.err, codes[i][1]), "%s: %s", codes[i][0],
				   run.result.err);
		cr_expect_eq(real_count(run.result.err, " error: "), 1, "%s: %s", codes[i][0],
			     run.result.err);
		cr_expect_null(run.results, "%s: results in spite of errors", codes[i][0]);
		cr_expect_not(path_exists(path_join(arena, run.output, "cholesterol.pdf")));
		real_run_free(&run);
	}
}
