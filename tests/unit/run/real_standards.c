/*
 * real_standards.c - rates adjusted for age through the whole program: published test data of the European
 * Standard Population of 1976, and hospital episodes whose single years of age meet a population in bands.
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/answers.h"
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

TestSuite(real_standards, .init = set_up, .fini = tear_down);

/* The one row of results at a level, in the folder that answers_open_real() reads. */
static struct sheet *rate_at(const char *level, const char *folder)
{
	const char *named = getenv("GRADIENT_REAL_VECTORS");
	const char *data = named != NULL ? named : "../shared/reference/vectors/upstream_phe";
	const char *spec = path_join(arena, folder, "standard.xml");
	const char *out = path_join(arena, folder, arena_printf(arena, "at-%s", level));
	const char *arguments[] = { "build", spec,        "--data", data, "-o",
				    out,     "--formats", "dump",   NULL };
	const char *text = file_text(arena, "tests/real/recipes/standard-1976.xml", NULL);
	struct program_result result;

	text = text_replace(arena, text, "confidence=\"95\"",
			    arena_printf(arena, "confidence=\"%s\"", level));
	file_write(spec, text, strlen(text));
	result = program_run(arena, NULL, arguments, NULL);
	cr_assert_eq(result.status, 0, "%s", result.err);
	return sheet_read(arena, path_join(arena, out, "results.csv"));
}

Test(real_standards, european_standard_population_of_1976)
{
	struct answers *answers = answers_open_real("dsr_expected.csv");
	size_t row = answers_find(answers, "area", "testdata_1976");
	const char *folder = scratch_new(arena);
	struct sheet *at_95 = rate_at("95", folder), *at_998 = rate_at("99.8", folder);
	struct answers_score score = { 0 };

	cr_assert(answers_is(answers, row, "statistic", "dsr per 10000"));
	cr_assert_eq(sheet_rows(at_95), 1);
	cr_assert_eq(sheet_rows(at_998), 1);
	answers_compare_cell(&score, answers, row, "total_count",
			     sheet_number(at_95, 0, "numerator"), 1e-12, 1);
	answers_compare_cell(&score, answers, row, "total_pop",
			     sheet_number(at_95, 0, "denominator"), 1e-12, 1);
	answers_compare_cell(&score, answers, row, "value", sheet_number(at_95, 0, "value"), 1e-6,
			     1);
	answers_compare_cell(&score, answers, row, "lower95_0cl", sheet_number(at_95, 0, "lower"),
			     1e-6, 1);
	answers_compare_cell(&score, answers, row, "upper95_0cl", sheet_number(at_95, 0, "upper"),
			     1e-6, 1);
	/* The wider limits of this row were published per 100,000. */
	answers_compare_cell(&score, answers, row, "lower99_8cl",
			     10 * sheet_number(at_998, 0, "lower"), 1e-6, 1);
	answers_compare_cell(&score, answers, row, "upper99_8cl",
			     10 * sheet_number(at_998, 0, "upper"), 1e-6, 1);
	answers_judge(&score, answers);
	answers_close(answers);
	scratch_free(folder);
}

/* The report with ages named as the file has them, nothing added up by hand. */
static const char *with_single_years(const char *folder)
{
	const char *text = file_text(arena, "tests/real/admissions.xml", NULL);
	const char *spec = path_join(arena, folder, "admissions.xml");

	for (int age = 15; age <= 19; age++) {
		const char *from = arena_printf(arena, "from=\"AGE_%d_SUM\" to=\"15-19\"", age);

		cr_assert_not_null(strstr(text, from), "%s", from);
		text = text_replace(arena, text, from,
				    arena_printf(arena, "from=\"AGE_%d_SUM\" to=\"%d\"", age, age));
	}
	cr_assert_not_null(strstr(text, "from=\"AGE_0_SUM\" to=\"0-4\""));
	text = text_replace(arena, text, "from=\"AGE_0_SUM\" to=\"0-4\"",
			    "from=\"AGE_0_SUM\" to=\"under 1\"");
	cr_assert_not_null(strstr(text, "from=\"AGE_1_4_SUM\" to=\"0-4\""));
	text = text_replace(arena, text, "from=\"AGE_1_4_SUM\" to=\"0-4\"",
			    "from=\"AGE_1_4_SUM\" to=\"1 to 4 years\"");
	cr_assert_not_null(strstr(text, " combine=\"sum\""));
	text = text_replace(arena, text, " combine=\"sum\"", "");
	file_write(spec, text, strlen(text));
	return spec;
}

/* The same up to the order in which bands were added. */
static void expect_same(const struct sheet *one, const struct sheet *other)
{
	static const char *const columns[] = { "value", "lower", "upper", "numerator",
					       "denominator" };

	cr_assert_eq(sheet_rows(one), sheet_rows(other));
	for (size_t row = 0; row < sheet_rows(one); row++)
		for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
			bool empty = sheet_is(one, row, columns[i], "");

			cr_expect_eq(empty, sheet_is(other, row, columns[i], ""), "row %zu, %s",
				     row + 2, columns[i]);
			cr_expect(empty || real_close(sheet_number(one, row, columns[i]),
						      sheet_number(other, row, columns[i]), 1e-12),
				  "row %zu, %s: %s, not %s", row + 2, columns[i],
				  sheet_text(other, row, columns[i]),
				  sheet_text(one, row, columns[i]));
		}
}

Test(real_standards, single_years_of_age_are_added_up_to_the_bands_of_the_population)
{
	const char *folder = scratch_new(arena);
	struct real_run by_hand = real_build(arena, "tests/real/admissions.xml", NULL, "dump");
	struct real_run alone = real_build(arena, with_single_years(folder), NULL, "dump");

	real_succeeded(&by_hand, "added up by hand");
	real_succeeded(&alone, "added up by the program");
	cr_expect_gt(sheet_rows(alone.results), 10);
	expect_same(by_hand.results, alone.results);
	real_run_free(&by_hand);
	real_run_free(&alone);
	scratch_free(folder);
}
