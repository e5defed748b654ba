/* Statements of many bodies: what is made, what is made again, and what one that fails does to the others. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/batch_place.h"

TestSuite(batch, .init = batch_place_set_up, .fini = batch_place_tear_down);

/* The same statement as batch makes it and as build does. */
static void expect_as_built(const char *batch, const char *body)
{
	const char *single = arena_printf(batch_arena, "single/%s", body);
	const char *made = arena_printf(batch_arena, "%s/%s", batch, body);
	struct program_result result =
		program_run(batch_arena, batch_folder,
			    (const char *[]){ "build", "report.xml", "-q", "-p",
					      arena_printf(batch_arena, "org=%s", body),
					      "--formats", "dump,pdf", "-o", single, NULL },
			    NULL);

	cr_assert_eq(result.status, 0, "%s", result.err);
	cr_expect_str_not_empty(batch_digest(made));
	cr_expect_str_eq(batch_digest(made), batch_digest(single), "%s", body);
}

static void expect_all(const char *out, const char *status)
{
	for (int i = 0; batch_bodies[i] != NULL; i++)
		cr_expect_str_eq(batch_summary(out, batch_bodies[i], "status"), status, "%s",
				 batch_bodies[i]);
}

static void reverse_rows(void)
{
	const char *list = "name,org\n";

	for (int i = 6; i-- > 0;)
		list = arena_printf(batch_arena, "%sBody %d,%s\n", list, i + 1, batch_bodies[i]);
	file_write(batch_path("bodies.csv"), list, strlen(list));
}

Test(batch, makes_what_build_makes_whatever_the_order_and_the_number_of_workers)
{
	struct program_result result = batch_run("one/", (const char *[]){ "--jobs", "1", NULL });
	const char *first;

	cr_assert_eq(result.status, 0, "%s", result.err);
	cr_expect_str_empty(result.err);
	expect_all("one", "made");
	for (int i = 0; batch_bodies[i] != NULL; i++)
		expect_as_built("one", batch_bodies[i]);
	reverse_rows();
	cr_assert_eq(batch_run("two", (const char *[]){ "--jobs", "4", NULL }).status, 0);
	for (int i = 0; batch_bodies[i] != NULL; i++) {
		first = batch_digest(arena_printf(batch_arena, "one/%s", batch_bodies[i]));
		cr_expect_str_eq(
			first, batch_digest(arena_printf(batch_arena, "two/%s", batch_bodies[i])));
	}
}

Test(batch, leaves_as_it_is_what_nothing_has_changed_for)
{
	struct stat before, after;

	cr_assert_eq(batch_run("out", NULL).status, 0);
	cr_assert_eq(stat(batch_path("out/QN3/report.pdf"), &before), 0);
	/* A later time with the same bytes is no change. */
	batch_change("QN3.csv", "QN3", "QN3");
	cr_assert_eq(batch_run("out", NULL).status, 0);
	expect_all("out", "unchanged");
	cr_assert_eq(stat(batch_path("out/QN3/report.pdf"), &after), 0);
	cr_expect_eq(before.st_ino, after.st_ino);
}

Test(batch, makes_again_only_the_statement_whose_data_changed)
{
	const char *other;

	cr_assert_eq(batch_run("out", NULL).status, 0);
	other = batch_digest("out/QN2");
	batch_change("QN3.csv", ",all,all,6102,", ",all,all,6202,");
	cr_assert_eq(batch_run("out", NULL).status, 0);
	for (int i = 0; batch_bodies[i] != NULL; i++)
		cr_expect_str_eq(batch_summary("out", batch_bodies[i], "status"),
				 i == 2 ? "made" : "unchanged", "%s", batch_bodies[i]);
	expect_as_built("out", "QN3");
	cr_expect_str_eq(batch_digest("out/QN2"), other);
}

Test(batch, makes_again_what_lacks_a_file_or_has_another_one)
{
	cr_assert_eq(batch_run("out", NULL).status, 0);
	cr_assert_eq(remove(batch_path("out/QN1/report.pdf")), 0);
	batch_change("out/QN5/results.csv", "QN5", "QN9");
	cr_assert_eq(batch_run("out", NULL).status, 0);
	for (int i = 0; batch_bodies[i] != NULL; i++)
		cr_expect_str_eq(batch_summary("out", batch_bodies[i], "status"),
				 i == 0 || i == 4 ? "made" : "unchanged", "%s", batch_bodies[i]);
	expect_as_built("out", "QN1");
	expect_as_built("out", "QN5");
}

Test(batch, makes_all_again_for_another_spec_parameter_or_edition)
{
	cr_assert_eq(batch_run("out", NULL).status, 0);
	batch_change("report.xml", "A small report", "A short report");
	cr_assert_eq(batch_run("out", NULL).status, 0);
	expect_all("out", "made");
	cr_assert_eq(batch_run("out", (const char *[]){ "-p", "word=sums", NULL }).status, 0);
	expect_all("out", "made");
	cr_assert_eq(batch_run("out", (const char *[]){ "-p", "word=sums", NULL }).status, 0);
	expect_all("out", "unchanged");
	/* An edition that is asked for no more is not left beside the others. */
	cr_assert_eq(batch_run("out", (const char *[]){ "--formats", "pdf", NULL }).status, 0);
	expect_all("out", "made");
	cr_expect_not(path_exists(batch_path("out/QN1/report.scene")));
	cr_expect(path_exists(batch_path("out/QN1/report.pdf")));
}

/* Files that somebody else put there are nobody's to take away. */
Test(batch, keeps_files_that_are_not_its_own)
{
	cr_assert_eq(batch_run("out", NULL).status, 0);
	file_write(batch_path("out/QN1/letter.txt"), "kept", 4);
	batch_change("QN1.csv", ",all,all,6100,", ",all,all,6200,");
	cr_assert_eq(batch_run("out", NULL).status, 0);
	cr_expect_str_eq(batch_summary("out", "QN1", "status"), "made");
	cr_expect(path_exists(batch_path("out/QN1/letter.txt")));
}

Test(batch, makes_the_others_when_one_fails_and_says_why)
{
	struct program_result result;

	batch_change("QN4.csv", "1000", "many");
	result = batch_run("out", NULL);
	cr_expect_eq(result.status, 4, "%d", result.status);
	cr_expect_not_null(strstr(result.err,
				  "bodies.csv:5:1: error: a statement of the batch was not "
				  "made: QN4: "),
			   "%s", result.err);
	cr_expect_not_null(strstr(result.err, "QN4.csv:"), "%s", result.err);
	cr_expect_not(path_exists(batch_path("out/QN4")));
	for (int i = 0; batch_bodies[i] != NULL; i++)
		cr_expect_str_eq(batch_summary("out", batch_bodies[i], "status"),
				 i == 3 ? "failed" : "made", "%s", batch_bodies[i]);
	cr_expect_str_not_empty(batch_summary("out", "QN4", "message"));
	batch_change("QN4.csv", "many", "1000");
	result = batch_run("out", NULL);
	cr_expect_eq(result.status, 0, "%s", result.err);
	cr_expect_str_eq(batch_summary("out", "QN4", "status"), "made");
	cr_expect_str_eq(batch_summary("out", "QN1", "status"), "unchanged");
}

Test(batch, names_the_editions_on_a_page_with_links_that_lead_somewhere)
{
	const char *page, *at;
	size_t links = 0;

	batch_change("QN2.csv", "1000", "many");
	batch_run("out", (const char *[]){ "--formats", "pdf,html,ods", NULL });
	page = file_text(batch_arena, batch_path("out/index.html"), NULL);
	cr_assert_not_null(page);
	for (at = page; (at = strstr(at, "<a href=\"QN")) != NULL; links++) {
		const char *file = at + strlen("<a href=\"");

		at = strchr(file, '"');
		file = arena_strndup(batch_arena, file, (size_t)(at - file));
		cr_expect(path_exists(batch_path(arena_printf(batch_arena, "out/%s", file))), "%s",
			  file);
	}
	cr_expect_eq(links, 5 * 4, "PDF, page, workbook and figures of five bodies, not %zu",
		     links);
	cr_expect_not_null(strstr(page, "aria-label=\"Body 1: PDF\""));
	cr_expect_not_null(strstr(page, "Failed"));
}

/* -- shards ------------------------------------------------------------------------------------- */

static bool has_statement(const char *out, const char *body)
{
	return path_exists(batch_path(arena_printf(batch_arena, "%s/%s/run.json", out, body)));
}

Test(batch, gives_every_statement_to_one_shard_whatever_the_order)
{
	int with = 0;

	for (int shard = 1; shard <= 3; shard++) {
		const char *out = arena_printf(batch_arena, "out%d", shard);
		const char *which = arena_printf(batch_arena, "%d/3", shard);

		if (shard == 3)
			reverse_rows();
		cr_assert_eq(batch_run(out, (const char *[]){ "--shard", which, NULL }).status, 0);
	}
	for (int i = 0; batch_bodies[i] != NULL; i++) {
		int shards = has_statement("out1", batch_bodies[i]) +
			     has_statement("out2", batch_bodies[i]) +
			     has_statement("out3", batch_bodies[i]);

		cr_expect_eq(shards, 1, "%s is in %d shards", batch_bodies[i], shards);
		with += shards;
	}
	cr_expect_eq(with, 6);
}

Test(batch, tells_of_the_statements_of_all_shards_in_one_folder)
{
	cr_assert_eq(batch_run("whole", NULL).status, 0);
	cr_assert_eq(batch_run("out", (const char *[]){ "--shard", "1/2", NULL }).status, 0);
	cr_assert_eq(batch_run("out", (const char *[]){ "--shard", "2/2", NULL }).status, 0);
	expect_all("out", "made");
	cr_expect_str_eq(batch_digest("out"), batch_digest("whole"));
}

/* -- what is private ---------------------------------------------------------------------------- */

static mode_t mode_of(const char *name)
{
	struct stat status;

	cr_assert_eq(stat(batch_path(name), &status), 0, "%s", name);
	return status.st_mode & 0777;
}

/* A digest of data with small counts could be tried out: no file has one, and what is kept needs the key. */
Test(batch, keeps_no_digest_of_data_and_lets_nobody_else_read_what_it_keeps)
{
	const char *data, *state, *line;

	cr_assert_eq(batch_run("out", NULL).status, 0);
	cr_expect_eq(mode_of("out/.gradient-private"), 0700);
	cr_expect_eq(mode_of("out/.gradient-private/QN1.state"), 0600);
	cr_expect_eq(mode_of("state/gradient/batch.key"), 0600);
	line = command_run(batch_arena, batch_folder,
			   (const char *[]){ "sha256sum", "QN1.csv", NULL })
		       .out;
	data = arena_strndup(batch_arena, line, 64);
	state = file_text(batch_arena, batch_path("out/.gradient-private/QN1.state"), NULL);
	cr_expect_null(strstr(state, data));
	cr_expect_not_null(strstr(state, "input\tQN1.csv\n"));
}

Test(batch, makes_all_anew_with_another_key)
{
	cr_assert_eq(batch_run("out", NULL).status, 0);
	cr_assert_eq(remove(batch_path("state/gradient/batch.key")), 0);
	cr_assert_eq(batch_run("out", NULL).status, 0);
	expect_all("out", "made");
}

Test(batch, says_that_it_cannot_keep_a_key)
{
	struct program_result result;

	setenv("XDG_STATE_HOME", batch_path("report.xml"), 1);
	result = batch_run_aloud("out", NULL);
	cr_expect_eq(result.status, 0, "%s", result.err);
	cr_expect_not_null(strstr(result.err, "[OUT59]"), "%s", result.err);
	batch_run("out", NULL);
	expect_all("out", "made");
}

/* -- lists -------------------------------------------------------------------------------------- */

static void write_list(const char *text)
{
	file_write(batch_path("bodies.csv"), text, strlen(text));
}

Test(batch, takes_code_for_the_body_and_folder_for_the_folder)
{
	write_list("code,folder,word\nQN1,first,\nQN1,second,sums\n");
	cr_assert_eq(batch_run("out", NULL).status, 0);
	cr_expect_str_eq(batch_summary("out", "first", "status"), "made");
	cr_expect_str_eq(batch_summary("out", "second", "status"), "made");
	cr_expect_null(
		strstr(file_text(batch_arena, batch_path("out/first/run.json"), NULL), "\"word\""),
		"an empty cell sets nothing");
	cr_expect_not_null(strstr(file_text(batch_arena, batch_path("out/second/run.json"), NULL),
				  "\"word\": \"sums\""));
}

Test(batch, takes_the_list_that_the_report_names)
{
	struct program_result result;

	batch_change("report.xml", "type=\"organisation\"/>",
		     "type=\"organisation\" from=\"bodies.csv\"/>");
	result = program_run(batch_arena, batch_folder,
			     (const char *[]){ "batch", "report.xml", "-q", "--formats", "dump",
					       "-o", "out", NULL },
			     NULL);
	cr_assert_eq(result.status, 0, "%s", result.err);
	expect_all("out", "made");
}

Test(batch, makes_a_comparison_of_all_bodies_behind_them)
{
	const char *record;

	batch_change("report.xml", "name=\"word\" type=\"text\" default=\"counts\"/>",
		     "name=\"word\" type=\"text\" default=\"counts\"/>"
		     "<parameter name=\"bodies\" type=\"text\" default=\"\"/>");
	command_run(batch_arena, batch_folder,
		    (const char *[]){ "sh", "-c",
				      "sed -e 's/{org}.csv/QN1.csv/' -e 's/\"{org}\"/\"QN1\"/' "
				      "-e 's/name=\"org\" type=\"organisation\"/name=\"org\" "
				      "type=\"organisation\" default=\"QN1\"/' "
				      "report.xml >all.xml",
				      NULL });
	cr_assert_eq(batch_run("out", (const char *[]){ "--comparison", "all.xml", NULL }).status,
		     0);
	cr_expect_str_eq(batch_summary("out", "comparison", "status"), "made");
	record = file_text(batch_arena, batch_path("out/comparison/run.json"), NULL);
	cr_expect_not_null(strstr(record, "\"bodies\": \"QN1 QN2 QN3 QN4 QN5 QN6\""), "%s", record);
}
