/*
 * commands.c - the command line as a user and a script meet it: help, versions, streams, colour, options,
 * exit status. Single messages are cases of tests/golden.
 */
#include <criterion/criterion.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "run/edition.h"
#include "support/program.h"
#include "support/report_folder.h"

TestSuite(commands, .init = report_folder_set_up, .fini = report_folder_tear_down);

/* The program with words that are parted by blanks. */
static struct program_result gradient(const char *line)
{
	gchar **words = g_strsplit(line, " ", 0);
	struct program_result result =
		program_run(report_arena, report_folder, (const char *const *)words, NULL);

	g_strfreev(words);
	return result;
}

static bool has(const char *text, const char *part)
{
	return strstr(text, part) != NULL;
}

static size_t lines_of(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += *text == '\n';
	return count;
}

static void spoil_report(void)
{
	const char *spec = file_text(report_arena, report_file("report.xml"), NULL);
	const char *spoilt = text_replace(report_arena, spec, "by=\"sex\"", "by=\"sax\"");

	file_write(report_file("report.xml"), spoilt, strlen(spoilt));
}

/* -- help and versions ------------------------------------------------------------------------ */

Test(commands, help_goes_to_standard_output_with_status_0)
{
	static const char *const names[] = { "build", "check", "list", "explain", "schema" };
	struct program_result whole = gradient("--help");

	cr_expect_eq(whole.status, 0);
	cr_expect_str_empty(whole.err);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct program_result result =
			gradient(arena_printf(report_arena, "%s --help", names[i]));

		cr_expect_eq(result.status, 0);
		cr_expect_str_empty(result.err);
		cr_expect(has(result.out,
			      arena_printf(report_arena, "usage: gradient %s ", names[i])));
		cr_expect(has(whole.out, arena_printf(report_arena, "\n  %s ", names[i])),
			  "%s is not in the list of commands", names[i]);
		cr_expect_str_eq(gradient(arena_printf(report_arena, "-h %s", names[i])).out,
				 result.out);
	}
}

/* Something that an option may be followed by. */
static const char *word_for(const char *option)
{
	static const char *const numbers[] = { "--threads", "--jobs", "--port" };

	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
		if (strcmp(option, numbers[i]) == 0)
			return "1";
	if (strcmp(option, "--shard") == 0)
		return "1/2";
	return strcmp(option, "--data") == 0 ? "." : "a=b";
}

/* What help names must be taken; an option that the command line does not know has status 2. */
Test(commands, help_names_options_that_exist)
{
	static const char *const names[] = { "build", "batch",   "watch", "check",
					     "list",  "explain", "schema" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *help = gradient(arena_printf(report_arena, "%s --help", names[i])).out;

		for (const char *found = help; (found = strstr(found, "--")) != NULL; found += 2) {
			const char *option =
				arena_strndup(report_arena, found, strcspn(found, " \n"));
			const char *word = word_for(option);
			/* Should the option take no argument, the word is one operand too many. */
			struct program_result result = gradient(arena_printf(
				report_arena, "%s %s %s --help", names[i], option, word));

			cr_expect_eq(result.status, 0, "%s %s: %s", names[i], option, result.err);
		}
	}
}

Test(commands, version_names_the_program_and_its_libraries)
{
	struct program_result result = gradient("--version");

	cr_assert_eq(result.status, 0);
	cr_assert_str_empty(result.err);
	cr_assert(g_regex_match_simple(
			  "^gradient \\d+\\.\\d+\\.\\d+\nlibxml2 \\d+\n"
			  "cairo [\\d.]+\npango [\\d.]+\nfontconfig [\\d.]+\n"
			  "glib [\\d.]+\nharfbuzz [\\d.]+\nzlib [\\d.]+\n"
			  "libdeflate [\\d.]+\nzstd [\\d.]+\nlibpng [\\d.]+\nclp [\\d.]+\n"
			  "jansson [\\d.]+\nlibxlsxwriter [\\d.]+\nlibzip [\\d.]+\n"
			  "libmicrohttpd [\\d.]+\n$",
			  result.out, 0, 0),
		  "%s", result.out);
	cr_assert_str_eq(gradient("-V").out, result.out);
}

/* -- streams and colour ----------------------------------------------------------------------- */

Test(commands, data_go_to_standard_output_and_messages_to_standard_error)
{
	struct program_result result = gradient("build report.xml -o made --formats dump");

	cr_assert_eq(result.status, 0);
	cr_assert_str_eq(result.out,
			 "made/report.scene\nmade/results.csv\nmade/disclosure-log.csv\n"
			 "made/disclosure-summary.csv\nmade/run.json\n");
	spoil_report();
	result = gradient("build report.xml -o made --formats dump");
	cr_assert_eq(result.status, 3);
	cr_assert_str_empty(result.out);
	cr_assert(has(result.err, "report.xml:"));
}

Test(commands, quiet_leaves_errors_alone)
{
	struct program_result result = gradient("build report.xml -o made --formats dump -q");

	cr_assert_eq(result.status, 0);
	cr_assert_str_empty(result.out);
	cr_assert_str_empty(result.err);
	spoil_report();
	result = gradient("build report.xml -o made --formats dump --quiet");
	cr_assert_eq(result.status, 3);
	cr_assert(has(result.err, " error: "));
}

Test(commands, messages_have_no_colour_away_from_a_terminal)
{
	spoil_report();
	cr_assert_not(has(gradient("check report.xml").err, "\033"));
}

Test(commands, messages_have_colour_at_a_terminal_unless_no_color_is_set)
{
	const char *const arguments[] = { "check", "report.xml", NULL };
	const char *const plain[] = { "NO_COLOR=1", NULL };
	const char *const empty[] = { "NO_COLOR=", NULL };
	struct program_result result;

	spoil_report();
	result = program_run_at_terminal(report_arena, report_folder, arguments, empty);
	cr_assert_eq(result.status, 3);
	cr_assert(has(result.out, "\033[31merror:\033[0m"), "%s", result.out);
	result = program_run_at_terminal(report_arena, report_folder, arguments, plain);
	cr_assert_eq(result.status, 3);
	cr_assert(has(result.out, " error: "));
	cr_assert_not(has(result.out, "\033"), "%s", result.out);
}

/* Progress is for work of more than a second: where the machine is that busy it may be shown, and is wiped out. */
Test(commands, short_work_shows_no_progress)
{
	const char *const arguments[] = { "build",     "report.xml", "-o", "made",
					  "--formats", "dump",       NULL };
	gint64 begin = g_get_monotonic_time();
	struct program_result result =
		program_run_at_terminal(report_arena, report_folder, arguments, NULL);
	const char *wiped = g_strrstr(result.out, "\r\033[K"), *told = result.out;

	cr_assert_eq(result.status, 0);
	if (g_get_monotonic_time() - begin >= G_USEC_PER_SEC && wiped != NULL)
		told = wiped + strlen("\r\033[K");
	cr_assert_str_eq(told, "made/report.scene\r\nmade/results.csv\r\n"
			       "made/disclosure-log.csv\r\n"
			       "made/disclosure-summary.csv\r\nmade/run.json\r\n");
}

/* -- options ---------------------------------------------------------------------------------- */

Test(commands, formats_choose_what_is_written)
{
	cr_assert_eq(gradient("build report.xml -o pdf --formats pdf").status, 0);
	cr_assert_eq(lines_of(folder_digest(report_arena, report_file("pdf"), NULL)), 5);
	cr_assert(path_exists(report_file("pdf/report.pdf")));
	cr_assert(path_exists(report_file("pdf/results.csv")));
	cr_assert_eq(gradient("build report.xml --output=svg --formats=svg").status, 0);
	cr_assert_not(path_exists(report_file("svg/report.pdf")));
	cr_assert(path_exists(report_file("svg/charts/bars.svg")));
	cr_assert_eq(gradient("build report.xml -oboth").status, 0);
	cr_assert(path_exists(report_file("both/report.pdf")));
	cr_assert(path_exists(report_file("both/charts/bars.svg")));
	cr_assert_not(path_exists(report_file("both/report.scene")));
}

Test(commands, blanks_may_stand_around_names_of_formats)
{
	const char *const arguments[] = { "build", "report.xml", "-o",          "made",
					  "-q",    "--formats",  " svg , dump", NULL };

	cr_assert_eq(program_run(report_arena, report_folder, arguments, NULL).status, 0);
	cr_assert(path_exists(report_file("made/charts/bars.svg")));
	cr_assert(path_exists(report_file("made/report.scene")));
}

Test(commands, help_of_build_lists_every_edition)
{
	const char *help = gradient("build --help").out;

	for (const struct edition_entry *at = editions(); at->edition != NULL; at++)
		cr_expect(has(help, arena_printf(report_arena, "  %c %s ",
						 at->by_default ? '*' : ' ', at->name)),
			  "%s in %s", at->name, help);
}

/* Files by name, folders by number; what an earlier run left may show other figures. */
Test(commands, build_tells_what_it_wrote_and_what_earlier_runs_left)
{
	struct program_result result = gradient("build report.xml -o made --formats xlsx,csv,svg");

	cr_assert_eq(result.status, 0);
	cr_expect(g_str_has_prefix(result.out, "made/report.xlsx\nmade/results.csv\n"), "%s",
		  result.out);
	cr_expect(has(result.out, "\nmade/charts: 7 files\nmade/csv: 4 files\n"), "%s", result.out);
	cr_expect_not(has(result.out, "remove"), "%s", result.out);
	file_write(report_file("made/notes.txt"), "my own", 6);
	result = gradient("build report.xml -o made --formats dump");
	cr_expect(has(result.out, "\nmade/report.xlsx: left from an earlier run: "), "%s",
		  result.out);
	cr_expect(has(result.out, "\nmade/csv: 4 more, not of this report: remove them "), "%s",
		  result.out);
	cr_expect_not(has(result.out, "notes.txt"), "%s", result.out);
}

Test(commands, json_is_one_object_a_line_and_nothing_else)
{
	struct program_result result;
	gchar **lines;

	spoil_report();
	result = gradient("check report.xml --json");
	cr_assert_eq(result.status, 3);
	cr_assert_str_empty(result.out);
	lines = g_strsplit(result.err, "\n", 0);
	cr_assert_gt(g_strv_length(lines), 1);
	for (size_t i = 0; lines[i + 1] != NULL; i++) {
		cr_expect(g_str_has_prefix(lines[i], "{\"level\":\""), "%s", lines[i]);
		cr_expect(g_str_has_suffix(lines[i], "}"), "%s", lines[i]);
	}
	g_strfreev(lines);
}

/* -- sizes ------------------------------------------------------------------------------------ */

enum { MANY = 100000 };

/* Twenty years of a share of every practice of the country; all are no numbers when spoilt. */
static void write_many_rows(bool spoilt)
{
	struct buffer data;

	buffer_init(&data);
	buffer_add_text(&data, "period,body,dimension,group,done,people\n");
	for (int i = 0; i < MANY; i++)
		buffer_printf(&data, "%d/%02d,P%d,all,all,%s,1000\n", 2004 + i % 20, 5 + i % 20,
			      i / 20, spoilt ? "many" : "500");
	file_write(report_file("data.csv"), buffer_text(&data), data.length);
	buffer_clear(&data);
}

static void write_plain_report(void)
{
	static const char spec[] =
		"<report xmlns=\"urn:gradient:report:1\" version=\"1\" xml:lang=\"en-GB\">\n"
		"<meta><title>T</title><publisher>P</publisher></meta>\n"
		"<data><source id=\"checks\" href=\"data.csv\" rule=\"NONE\">\n"
		"<map column=\"period\" as=\"period\"/><map column=\"body\" as=\"organisation\"/>\n"
		"<map column=\"dimension\" as=\"dimension\"/><map column=\"group\" as=\"group\"/>\n"
		"<map column=\"done\" as=\"numerator\"/><map column=\"people\" as=\"denominator\"/>\n"
		"</source></data>\n"
		"<indicators><indicator id=\"T1\" method=\"proportion\"><name>Checks</name>\n"
		"</indicator></indicators>\n"
		"<body organisation=\"P7\" indicator=\"T1\"><p>It was <value/>.</p></body></report>\n";

	file_write(report_file("report.xml"), spec, sizeof(spec) - 1);
}

Test(commands, a_hundred_thousand_rows_are_read)
{
	struct program_result result;
	const char *results;

	write_plain_report();
	write_many_rows(false);
	result = gradient("build report.xml -o made --formats dump -q");
	cr_assert_eq(result.status, 0, "%s", result.err);
	results = file_text(report_arena, report_file("made/results.csv"), NULL);
	cr_assert_eq(lines_of(results), MANY + 1);
	cr_assert(has(results, "\nT1,2023/24,P4999,all,all,all,value,shown,50,"));
}

Test(commands, a_hundred_thousand_faulty_rows_get_a_few_lines)
{
	struct program_result result;

	write_plain_report();
	write_many_rows(true);
	result = gradient("build report.xml -o made --formats dump");
	cr_assert_eq(result.status, 4);
	cr_assert(has(result.err, "data.csv:2:20: error: not a number: "), "%s", result.err);
	cr_assert(has(result.err, " more like this"), "%s", result.err);
	cr_assert(has(result.err, "the rest of the file was not read"), "%s", result.err);
	cr_assert_leq(lines_of(result.err), 25);
	cr_assert_not(path_exists(report_file("made")));
}
