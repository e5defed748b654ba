/* A statement held against the record of its run. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/fixture.h"
#include "support/hidden_report.h"
#include "support/planted.h"
#include "support/program.h"

TestSuite(verify, .init = fixture_set_up, .fini = fixture_tear_down);

static const char *folder;

/* A report with data under a rule that hides, made in out. */
static void build(void)
{
	struct program_result made;

	folder = scratch_new(arena);
	hidden_report_write(folder);
	hidden_data_write(folder, &hidden_one);
	made = program_run(arena, folder,
			   (const char *[]){ "build", "report.xml", "-q", "-o", "out", NULL },
			   NULL);
	cr_assert_eq(made.status, 0, "%s", made.err);
}

static struct program_result verify(const char *more, const char *value)
{
	return program_run(arena, folder, (const char *[]){ "verify", "out", more, value, NULL },
			   NULL);
}

static void change(const char *name)
{
	const char *path = path_join(arena, folder, name);
	const char *text = file_text(arena, path, NULL);

	cr_assert_not_null(text, "%s", path);
	text = arena_printf(arena, "%s\n", text);
	file_write(path, text, strlen(text));
}

static void expect_said(struct program_result result, int status, const char *what)
{
	cr_expect_eq(result.status, status, "%d: %s%s", result.status, result.out, result.err);
	cr_expect_not_null(strstr(result.out, what), "%s in %s", what, result.out);
}

Test(verify, finds_a_statement_as_it_was_made)
{
	struct program_result result;

	build();
	result = verify(NULL, NULL);
	cr_expect_eq(result.status, 0, "%s%s", result.out, result.err);
	cr_expect_not_null(strstr(result.out, "made again: "));
	cr_expect_not_null(strstr(result.out, "\nverified: "));
	cr_expect_null(strstr(result.out, "changed"));
	scratch_free(folder);
}

Test(verify, names_an_output_that_was_changed_or_is_gone)
{
	build();
	change("out/results.csv");
	expect_said(verify(NULL, NULL), 1, "out/results.csv: is not the file of the record");
	command_run(arena, folder, (const char *[]){ "rm", "out/results.csv", NULL });
	expect_said(verify(NULL, NULL), 1, "out/results.csv: is not there");
	expect_said(verify(NULL, NULL), 1, "\nnot verified: ");
	scratch_free(folder);
}

Test(verify, names_an_input_that_was_changed_and_does_not_make_again)
{
	build();
	change("report.xml");
	expect_said(verify(NULL, NULL), 1, "report.xml: is not the file of the record");
	expect_said(verify(NULL, NULL), 1, "made again: no");
	scratch_free(folder);
}

/* The record has no digest of data with small counts; what comes out tells. */
Test(verify, finds_changed_data_by_what_is_made_of_them)
{
	struct hidden other = hidden_one;

	build();
	other.small = 40;
	other.beside = 40;
	hidden_data_write(folder, &other);
	expect_said(verify(NULL, NULL), 1, "results.csv: comes out otherwise");
	scratch_free(folder);
}

Test(verify, looks_for_the_report_where_it_is_told_to)
{
	build();
	command_run(
		arena, folder,
		(const char *[]){ "sh", "-c", "mkdir moved && mv report.xml *.csv moved", NULL });
	expect_said(verify(NULL, NULL), 0, "name the report with --spec");
	expect_said(verify(NULL, NULL), 0, "\nverified in part: ");
	expect_said(verify("--spec", "moved/report.xml"), 0, "made again: ");
	scratch_free(folder);
}

/* Editions of another version, or a record that somebody edited. */
Test(verify, tells_why_a_statement_cannot_be_made_again)
{
	const char *path;
	const char *text;
	struct program_result result;

	build();
	path = path_join(arena, folder, "out/run.json");
	text = file_text(arena, path, NULL);
	text = text_replace(arena, text, "\"formats\": \"", "\"formats\": \"word,");
	file_write(path, text, strlen(text));
	result = verify(NULL, NULL);
	cr_expect_neq(result.status, 0);
	cr_expect_not_null(strstr(result.out, "made again: no, the report has errors"));
	cr_expect_not_null(strstr(result.err, "no such format: word"), "%s", result.err);
	scratch_free(folder);
}

/* Of an input: no digest and no size. */
static void expect_withheld(const char *text, const char *name)
{
	text = strstr(text, arena_printf(arena, "\"path\": \"%s\"", name));
	cr_assert_not_null(text, "%s", name);
	cr_expect_eq(strncmp(strstr(text, "\"bytes\": "), "\"bytes\": null", 13), 0);
	cr_expect_eq(strncmp(strstr(text, "\"sha256\": "), "\"sha256\": null", 14), 0);
}

Test(verify, records_no_digest_and_no_size_of_protected_data)
{
	const char *text;

	build();
	text = file_text(arena, path_join(arena, folder, "out/run.json"), NULL);
	expect_withheld(text, "local.csv");
	scratch_free(folder);
}

/* A copy that is read under a rule that hides nothing, such as for other columns, is the same file. */
Test(verify, records_no_digest_of_protected_data_under_another_name)
{
	const char *spec, *path;

	build();
	path = path_join(arena, folder, "report.xml");
	spec = text_replace(arena, file_text(arena, path, NULL), "</data>",
			    "<source id='copy' href='copy.csv' rule='NONE'>"
			    "<map column='period' as='period'/><set as='organisation' to='QNV'/>"
			    "<map column='dimension' as='dimension'/>"
			    "<map column='group' as='group'/><map column='sex' as='sex'/>"
			    "<map column='d' as='numerator'/><set as='indicator' to='size'/>"
			    "</source></data>");
	spec = text_replace(arena, spec, "</indicators>",
			    "<indicator id='size' method='count' source='copy'><name>Size</name>"
			    "</indicator></indicators>");
	file_write(path, spec, strlen(spec));
	command_run(arena, folder, (const char *[]){ "cp", "local.csv", "copy.csv", NULL });
	planted_run(folder, (const char *[]){ "build", "report.xml", "-o", "out", NULL });
	expect_withheld(file_text(arena, path_join(arena, folder, "out/run.json"), NULL),
			"local.csv");
	expect_withheld(file_text(arena, path_join(arena, folder, "out/run.json"), NULL),
			"copy.csv");
	scratch_free(folder);
}

/* Times differ from run to run; who fixes the date of the source wants equal bytes. */
Test(verify, records_no_times_under_a_fixed_date)
{
	const char *const line[] = { "build", "report.xml", "-q", "-o", "fixed", NULL };
	const char *const date[] = { "SOURCE_DATE_EPOCH=1700000000", NULL };
	const char *text;

	build();
	text = file_text(arena, path_join(arena, folder, "out/run.json"), NULL);
	cr_expect_not_null(strstr(text, "\"milliseconds\""));
	cr_assert_eq(program_run(arena, folder, line, date).status, 0);
	text = file_text(arena, path_join(arena, folder, "fixed/run.json"), NULL);
	cr_expect_null(strstr(text, "\"milliseconds\""));
	cr_expect_not_null(strstr(text, "\"source_date_epoch\": \"1700000000\""));
	scratch_free(folder);
}
