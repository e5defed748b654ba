/*
 * incremental.c - what is kept from one making of a report to the next, and that nothing is kept too long.
 */
#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "layout/layout_pages.h"
#include "run/incremental.h"
#include "run/run.h"
#include "support/drawn_report.h"
#include "support/program.h"
#include "support/report_folder.h"

static struct run_options options;
static struct incremental *incremental;

static void set_up(void)
{
	report_folder_set_up();
	options = (struct run_options){ .spec = report_file("report.xml"), .formats = "html" };
	incremental = incremental_new(&options);
}

static void tear_down(void)
{
	incremental_free(incremental);
	report_folder_tear_down();
}

TestSuite(incremental, .init = set_up, .fini = tear_down);

static void edit(const char *name, const char *what, const char *by)
{
	const char *text = file_text(report_arena, report_file(name), NULL);
	const char *edited = text_replace(report_arena, text, what, by);

	cr_assert_str_neq(text, edited);
	file_write(report_file(name), edited, strlen(edited));
}

static void expect_made(unsigned figures, unsigned looks)
{
	struct run *run = incremental_make(incremental);

	cr_expect_not_null(run->document);
	cr_expect_eq(incremental_counts(incremental).figures, figures, "figures: %u times",
		     incremental_counts(incremental).figures);
	cr_expect_eq(incremental_counts(incremental).looks, looks, "looks: %u times",
		     incremental_counts(incremental).looks);
}

Test(incremental, keeps_figures_and_looks_over_edits_of_words)
{
	expect_made(1, 1);
	edit("report.xml", "Words in a box.", "Other words,\nin two lines.");
	cr_expect(incremental_is_stale(incremental));
	expect_made(1, 1);
	cr_expect_not(incremental_is_stale(incremental));
	edit("report.xml", "<p>A paragraph", "<p>One more.</p><p>A paragraph");
	expect_made(1, 1);
}

Test(incremental, works_figures_out_anew_when_data_differ)
{
	expect_made(1, 1);
	edit("data.csv", "deprivation-quintile,2,545,1137", "deprivation-quintile,2,546,1137");
	cr_expect(incremental_is_stale(incremental));
	expect_made(2, 1);
}

/* How data are read, what figures are worked out by, and what is asked for among the words. */
Test(incremental, works_figures_out_anew_when_the_spec_asks_for_others)
{
	expect_made(1, 1);
	edit("report.xml", "per=\"100\"", "per=\"1000\"");
	expect_made(2, 1);
	edit("report.xml", "rule=\"NONE\"", "rule=\"HES-5\"");
	expect_made(3, 1);
	edit("report.xml", "<table by=\"ethnicity\"/>", "<table by=\"sex\"/>");
	expect_made(4, 1);
}

Test(incremental, reads_looks_anew_when_the_spec_names_others)
{
	expect_made(1, 1);
	edit("report.xml", "annual-report-a4", "board-paper-a4");
	expect_made(2, 2); /* layout stands on the element whose attributes all count for figures */
}

/* Rewritten, with another time, it is the same file. */
Test(incremental, decides_by_content_and_not_by_time)
{
	const char *data;

	expect_made(1, 1);
	data = file_text(report_arena, report_file("data.csv"), NULL);
	file_write(report_file("data.csv"), data, strlen(data));
	cr_expect_not(incremental_is_stale(incremental));
	edit("report.xml", "Words in a box.", "Other words.");
	expect_made(1, 1);
}

/* Of the same size, within the same second. */
Test(incremental, sees_changes_that_times_and_sizes_may_not_tell)
{
	for (unsigned i = 0; i < 8; i++) {
		expect_made(i + 1, 1);
		edit("data.csv", i % 2 == 0 ? "2,545,1137" : "2,546,1137",
		     i % 2 == 0 ? "2,546,1137" : "2,545,1137");
		cr_expect(incremental_is_stale(incremental));
	}
}

/* Messages of what was kept are told every time, each once. */
Test(incremental, tells_messages_of_kept_data_again)
{
	size_t before, after;
	struct run *run;

	edit("data.csv", "2023/24,QNV,sex,male,",
	     "2023/24,QNV,sex,skipped,1,2\n2023/24,QNV,sex,male,");
	run = incremental_make(incremental);
	before = diag_count(run->diags);
	cr_assert_gt(before, 0);
	edit("report.xml", "Words in a box.", "Other words.");
	run = incremental_make(incremental);
	after = diag_count(run->diags);
	cr_expect_eq(before, after);
}

Test(incremental, comes_back_after_errors)
{
	expect_made(1, 1);
	edit("report.xml", "</report>", "");
	cr_expect_null(incremental_make(incremental)->document);
	cr_expect(incremental_failed(incremental));
	edit("report.xml", "</appendix>", "</appendix></report>");
	expect_made(1, 1);
	cr_expect_not(incremental_failed(incremental));
}

/* -- pictures ----------------------------------------------------------------------------------- */

/* The same pictures at the same widths as on the pages, without making any pages. */
static void expect_same_pictures(const char *spec, const char *data)
{
	struct drawn_report *report = drawn_report_of(spec, data);
	const struct run *run = &report->run;
	struct figure_list alone =
		pictures_make(run->arena, run->engine, run->layout, run->theme, run->document);

	cr_assert_eq(alone.count, run->figures.count, "%zu and %zu", alone.count,
		     run->figures.count);
	for (size_t i = 0; i < alone.count; i++) {
		cr_expect_eq(alone.items[i].node, run->figures.items[i].node);
		cr_expect_eq(alone.items[i].width, run->figures.items[i].width, "%s: %g and %g",
			     alone.items[i].node->file, alone.items[i].width,
			     run->figures.items[i].width);
		cr_expect_eq(alone.items[i].scene->count, run->figures.items[i].scene->count);
	}
	drawn_report_free(report);
}

Test(incremental, draws_the_pictures_of_the_pages)
{
	expect_same_pictures(report_file("report.xml"), NULL);
	expect_same_pictures("inputs/example-icb/statement.xml", NULL);
	expect_same_pictures("inputs/example-trust/statement.xml", NULL);
	expect_same_pictures("inputs/gallery/gallery.xml", NULL);
}
