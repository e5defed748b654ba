/*
 * disclosure_traces.c - what is hidden leaves no trace in anything that the program writes or says.
 *
 * The strong proof: two sets of data that differ in nothing but hidden numbers give the same bytes, so that
 * nobody can tell from them which of the two was the truth. Coordinates, the order of rows and marks, scales,
 * text alternatives, intervals, comparisons and the logs are all among these bytes.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/every_edition.h"
#include "support/fixture.h"
#include "support/hidden_report.h"
#include "support/planted.h"
#include "support/program.h"
#include "support/unpacked.h"

TestSuite(disclosure_traces, .init = fixture_set_up, .fini = fixture_tear_down);

/* Every edition that there is, of the PDF the one with the figures attached. */
static const char *build_all(const char *folder)
{
	return planted_run(folder,
			   (const char *[]){ "build", "report.xml", "-o", "out", "--formats",
					     every_edition(arena), "--pdfa", NULL });
}

/* -- everything that comes out ------------------------------------------------------------------ */

static const char *explain_all(const char *folder, const char *more)
{
	struct buffer said;

	buffer_init(&said);
	for (size_t i = 0; i < hidden_source_count; i++) {
		buffer_add_text(
			&said, planted_run(folder,
					   (const char *[]){ "explain", hidden_sources[i].id,
							     "--spec", "report.xml", more, NULL }));
		buffer_add_text(&said, planted_run(folder, (const char *[]){
								   "explain", hidden_sources[i].id,
								   "--spec", "report.xml", "--by",
								   "deprivation", more, NULL }));
	}
	return buffer_finish(&said, arena);
}

/* All files, by name and check sum, and all that is said. */
static const char *everything_of(const char *folder, const struct hidden *hidden)
{
	const char *said;

	hidden_report_write(folder);
	hidden_data_write(folder, hidden);
	said = build_all(folder);
	return arena_printf(
		arena, "%s\n%s\n%s\n%s\n%s",
		folder_digest(arena, path_join(arena, folder, "out"), NULL), said,
		planted_run(folder, (const char *[]){ "check", "report.xml", NULL }),
		planted_run(folder, (const char *[]){ "check", "report.xml", "--json", NULL }),
		explain_all(folder, NULL));
}

/* The first lines that differ. */
static const char *difference(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return arena_printf(arena, "%.300s\n--- but ---\n%.300s", a, b);
}

Test(disclosure_traces, tell_no_two_hidden_numbers_apart)
{
	const char *first = scratch_new(arena), *second = scratch_new(arena);
	const char *a = everything_of(first, &hidden_one),
		   *b = everything_of(second, &hidden_other);

	cr_assert_not_null(strstr(a, "results.csv"));
	cr_assert_not_null(strstr(a, "report.pdf"));
	cr_expect_str_eq(a, b, "%s\n%s", difference(a, b),
			 planted_run(first, (const char *[]){ "check", "report.xml", NULL }));
	scratch_free(first);
	scratch_free(second);
}

/* Without this the test above could be passed by a program that shows nothing at all. */
Test(disclosure_traces, differ_when_a_number_that_is_shown_differs)
{
	const char *first = scratch_new(arena), *second = scratch_new(arena);
	struct hidden shown = hidden_one;
	const char *a, *b;

	shown.small = 23;
	shown.beside = 57;
	shown.female = 11;
	shown.male = 12;
	a = everything_of(first, &hidden_one);
	b = everything_of(second, &shown);
	cr_expect_str_neq(a, b);
	scratch_free(first);
	scratch_free(second);
}

/* -- planted numbers ---------------------------------------------------------------------------- */

/* Bytes of all files; of every PDF also what it holds when unpacked, with its attachments, and its words. */
static const char *bytes_of(const char *folder)
{
	return planted_shell(folder,
			     "find out -type f | sort | xargs cat | tr -d '\\000'; "
			     "find out -name '*.pdf' | sort | while read f; do "
			     "{ qpdf --qdf --object-streams=disable $f -; pdftotext $f -; } | "
			     "tr -d '\\000'; done");
}

/* The measures of a page's layout (coordinates) are no figures: pictures and scenes are searched for texts. */
static const char *texts_of_scenes(const char *folder)
{
	return planted_shell(folder, "grep -ho '\"[^\"]*\"' out/*.scene");
}

/* Web pages and pictures without their coordinates: words, identities, alternatives, names of files. */
static const char *texts_of_markup(const char *folder)
{
	return planted_shell(
		folder,
		"find out -name '*.html' -o -name '*.svg' | sort | xargs cat | "
		"sed -E 's/ (d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|viewBox|transform|points|style|"
		"stroke-width|stroke-dasharray|font-size)=\"[^\"]*\"//g'");
}

/* Attached to the PDF for archives: the figures of every chart and table. */
static const char *attachments_of(const char *folder)
{
	return planted_shell(folder,
			     "mkdir attached && pdfdetach -saveall -o attached out/report.pdf && "
			     "cat attached/*");
}

static void expect_none(const char *text, const char *where)
{
	cr_assert(planted_stands_in(text, "71653"), "not even a shown number is found in %s",
		  where);
	planted_expect_none(text, where);
}

Test(disclosure_traces, hold_no_planted_number)
{
	const char *folder = scratch_new(arena), *said, *bytes;

	planted_write(folder);
	said = build_all(folder);
	planted_expect_none(said, "what is said");
	planted_expect_none(explain_all(folder, NULL), "what is explained");
	planted_expect_none(planted_run(folder, (const char *[]){ "check", "report.xml", NULL }),
			    "check");
	expect_none(planted_shell(folder, "find out -name '*.csv' | xargs cat"), "tables");
	planted_expect_none(planted_shell(folder, "find out -name '*.json' -o -name '*.txt' | "
						  "xargs cat"),
			    "what is told of tables and charts");
	planted_expect_none(planted_shell(folder, "find out"), "the names of files");
	expect_none(unpacked_all(arena, path_join(arena, folder, "out/report.ods")), "report.ods");
	expect_none(unpacked_all(arena, path_join(arena, folder, "out/report.xlsx")),
		    "report.xlsx");
	expect_none(attachments_of(folder), "what is attached");
	planted_expect_none(
		planted_shell(folder, "find out -name '*.pdf' | while read f; do pdftotext $f -; "
				      "pdfinfo -struct-text $f; pdfinfo -meta $f; done"),
		"the pages");
	planted_expect_none(texts_of_scenes(folder), "the texts of pages and pictures");
	planted_expect_none(texts_of_markup(folder), "the texts of web pages and pictures");
	bytes = bytes_of(folder);
	cr_assert(planted_stands_in(bytes, "71653"), "not even a shown number is found");
	for (size_t i = 0; i < planted_count; i++)
		cr_expect(strlen(planted[i]) < 5 || strchr(planted[i], '.') != NULL ||
				  !planted_stands_in(bytes, planted[i]),
			  "%s stands in a file", planted[i]);
	scratch_free(folder);
}
