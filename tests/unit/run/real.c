/*
 * real.c - the reports of tests/real on published files: each is made without a warning, and slips
 * that their authors could have made are told.
 */
#include <criterion/criterion.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/program.h"
#include "support/real.h"

static struct arena *arena;

static void set_up(void)
{
	arena = arena_new();
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(real, .init = set_up, .fini = tear_down);

/* -- reports ---------------------------------------------------------------------------------- */

static const struct {
	const char *name;
	size_t figures;    /* pictures in the folder charts */
	const char *words; /* stand in the PDF */
} reports[] = {
	{ "cholesterol", 3, "NHS Lancashire and South Cumbria Integrated Care Board" },
	{ "maternity", 4, "Guy's and St Thomas' NHS Foundation Trust recorded 6,175 deliveries" },
	{ "admissions", 2,
	  "The rate was 45,936 (95% confidence interval 45,874 to 45,999) in the most deprived tenth "
	  "and 28,739 (28,695 to 28,784) in the least deprived, per 100,000 people." },
	{ "fingertips", 8,
	  "In 2013 to 2017 there were 638 deaths of males aged 35 to 64 in the North East region: "
	  "25.7 per 100,000 a year; in England it was 20.1." },
	{ "waits", 1,
	  "the list of Barts Health NHS Trust had 121,430 pathways. 62.4% (95% confidence interval "
	  "62.1% to 62.7%) had waited less than 18 weeks; in London as a whole it was 66.7%. 1,007 "
	  "(0.8%) had waited more than 52 weeks. Half had waited less than 12.7 weeks." },
};

Test(real, makes_every_report_without_a_warning)
{
	for (size_t i = 0; i < sizeof(reports) / sizeof(reports[0]); i++) {
		const char *spec = arena_printf(arena, "tests/real/%s.xml", reports[i].name);
		const char *pdf = arena_printf(arena, "%s.pdf", reports[i].name);
		struct real_run run = real_build(arena, spec, NULL, "pdf,svg");
		const char *count = arena_printf(arena, "charts: %zu files", reports[i].figures);

		real_succeeded(&run, reports[i].name);
		cr_expect(reports[i].figures == 1 || strstr(run.result.out, count) != NULL,
			  "%s: %s", reports[i].name, run.result.out);
		cr_expect_not_null(strstr(real_text(arena, &run, pdf), reports[i].words),
				   "%s does not say: %s", reports[i].name, reports[i].words);
		real_run_free(&run);
	}
}

/* -- slips ------------------------------------------------------------------------------------ */

/* One text of a report replaced by another, and what the program says of it. */
static const struct slip {
	const char *report, *what, *by, *setting;
	int status;
	const char *message;
	bool rows; /* told of every row that it makes wrong, up to a number */
} slips[] = {
	{ "cholesterol", "column=\"AreaCode\"", "column=\"Area Code\"", NULL, 4,
	  "the data file has no such column: \"Area Code\" in "
	  "cvdprevent-icb/cvdp003chol_icb_quintile_2023.csv [DAT20]\n    hint: did you mean "
	  "\"AreaCode\"?",
	  false },
	{ "cholesterol", "from=\"Deprivation quintile\"", "from=\"quintile\"", NULL, 4,
	  "unknown dimension: dimension=\"Deprivation quintile\" [DAT22]\n    hint: did you mean "
	  "\"deprivation-quintile\"?",
	  true },
	{ "cholesterol", "to=\"deprivation-quintile\"", "to=\"deprivation-decile\"", NULL, 4,
	  "unknown group: group=\"5 - least deprived\" [DAT23]", true },
	{ "cholesterol", "<map column=\"TimePeriodName\" as=\"period\"/>", "", NULL, 4,
	  "a row does not say what it belongs to: period [DAT21]\n    hint: map a column to "
	  "period, or set it for the whole file\n",
	  false },
	{ "cholesterol", "<map column=\"MetricCategoryName\" as=\"group\"/>", "", NULL, 4,
	  ":3: error: two totals that disagree: the other one is ", true },
	{ "cholesterol", "as=\"organisation-name\"", "as=\"organization-name\"", NULL, 3,
	  "wrong value: as=\"organization-name\" [SPC12]\n    hint: did you mean "
	  "\"organisation-name\"?",
	  false },
	{ "cholesterol", "period=\"To March 2023\"", "period=\"March 2023\"", NULL, 3,
	  "unknown period: March 2023 [SPC43]\n    hint: did you mean \"To March 2023\"?", false },
	{ "cholesterol", "2023.csv", "2024.csv", NULL, 4,
	  "cannot read the data file: cvdprevent-icb/cvdp003chol_icb_quintile_2024.csv: No such "
	  "file or directory [DAT01]",
	  false },
	{ "cholesterol", "", "", "icb=QE1", 3,
	  "unknown parameter: -p icb=QE1 [SPC17]\n    hint: use one of: org\n", false },
	{ "maternity", "is=\"SmokingAtBooking\"", "is=\"Smoking\"", NULL, 4,
	  "no row of the file is used: smoking-2021: 16160 rows, 16160 filtered out, 0 of other "
	  "indicators [DAT34]",
	  false },
	{ "admissions", " combine=\"sum\"", "", NULL, 4, "two rows for one figure", true },
	{ "admissions", " standard=\"esp2013\"", "", NULL, 3,
	  "an indicator lacks what it needs: standard of episodes [SPC33]", false },
	/* Tenths of counties and of districts fall together, and so do two age groups. */
	{ "fingertips", "is=\"|County &amp; UA deprivation deciles in England (IMD2015)\"",
	  "is-not=\"none\"", NULL, 4, ":24: error: two rows for one figure: the other one is ",
	  true },
	{ "fingertips", "<where column=\"Age\" is=\"All ages\"/>", "", NULL, 4,
	  ":44: error: two totals that disagree: the other one is ", true },
	{ "waits", "<where column=\"treatment_function_code\" is=\"C_999\"/>", "", NULL, 4,
	  ":3: error: two totals that disagree: the other one is ", true },
};

static struct program_result build_slip(const struct slip *slip, const char *folder)
{
	const char *spec = arena_printf(arena, "tests/real/%s.xml", slip->report);
	const char *data = path_folder(arena, absolute_path(arena, real_file(arena, "README.md")));
	const char *arguments[] = { "build", "report.xml", "--data", data, "-o",
				    "out",   NULL,         NULL,     NULL };
	const char *text = file_text(arena, spec, NULL);

	cr_assert_not_null(strstr(text, slip->what), "%s has no %s", spec, slip->what);
	if (slip->what[0] != '\0')
		text = text_replace(arena, text, slip->what, slip->by);
	file_write(path_join(arena, folder, "report.xml"), text, strlen(text));
	if (slip->setting != NULL) {
		arguments[6] = "-p";
		arguments[7] = slip->setting;
	}
	return program_run(arena, folder, arguments, NULL);
}

Test(real, tells_slips_in_the_description_of_a_file)
{
	for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++) {
		const char *folder = scratch_new(arena);
		struct program_result result = build_slip(&slips[i], folder);

		cr_expect_eq(result.status, slips[i].status, "%s, %s: status %d", slips[i].report,
			     slips[i].by, result.status);
		cr_expect_not_null(strstr(result.err, slips[i].message), "%s, %s: %s",
				   slips[i].report, slips[i].by, result.err);
		cr_expect(slips[i].rows || real_count(result.err, " error: ") == 1, "%s, %s: %s",
			  slips[i].report, slips[i].by, result.err);
		cr_expect_not(path_exists(path_join(arena, folder, "out")),
			      "%s: something was written", slips[i].report);
		scratch_free(folder);
	}
}
