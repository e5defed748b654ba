/*
 * watch.c - "gradient watch" as a browser and an editor meet it.
 */
#include <criterion/criterion.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/loopback.h"
#include "support/program.h"
#include "support/report_folder.h"

enum { PATIENCE_MS = 20000, STEP_MS = 20, OPTIONS_MOST = 8 };

struct watching {
	GPid child;
	unsigned port;
	int out, err;
};

static struct watching watching;

/* Starts the program at any free port, with further words up to NULL, and waits until it serves. */
static struct watching start(const char *spec, const char *const *more)
{
	gchar *words[OPTIONS_MOST + 6] = { arena_strdup(report_arena, program_path(report_arena)),
					   arena_strdup(report_arena, "watch"),
					   arena_strdup(report_arena, spec) };
	struct watching started = { 0 };
	char line[64] = "";
	size_t count = 3;

	for (; more != NULL && *more != NULL; more++)
		words[count++] = arena_strdup(report_arena, *more);
	if (count == 3) {
		words[count++] = arena_strdup(report_arena, "--port");
		words[count++] = arena_strdup(report_arena, "0");
	}
	cr_assert(g_spawn_async_with_pipes(report_folder, words, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
					   NULL, NULL, &started.child, NULL, &started.out,
					   &started.err, NULL));
	cr_assert_gt(read(started.out, line, sizeof(line) - 1), 0, "it does not serve");
	cr_assert_eq(sscanf(line, "http://127.0.0.1:%u/", &started.port), 1, "%s", line);
	return started;
}

static int end(struct watching *ended)
{
	int status = 0;

	if (ended->child == 0)
		return 0;
	kill(ended->child, SIGINT);
	waitpid(ended->child, &status, 0);
	close(ended->out);
	close(ended->err);
	ended->child = 0;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void set_up(void)
{
	report_folder_set_up();
	watching = (struct watching){ 0 };
}

static void tear_down(void)
{
	end(&watching);
	report_folder_tear_down();
}

TestSuite(watch, .init = set_up, .fini = tear_down);

static const char *get(const char *path)
{
	struct loopback_answer answer = loopback_get(watching.port, path);
	const char *text = arena_strdup(report_arena, buffer_text(&answer.body));

	loopback_clear(&answer);
	return text;
}

/* Waits until what is at a path has some words. */
static bool comes(const char *path, const char *words)
{
	for (int waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
		struct loopback_answer answer = loopback_get(watching.port, path);
		bool there = strstr(buffer_text(&answer.body), words) != NULL;

		loopback_clear(&answer);
		if (there)
			return true;
		usleep(STEP_MS * 1000);
	}
	return false;
}

static void edit(const char *name, const char *what, const char *by)
{
	const char *text = file_text(report_arena, report_file(name), NULL);
	const char *edited = text_replace(report_arena, text, what, by);

	cr_assert_str_neq(text, edited);
	file_write(report_file(name), edited, strlen(edited));
}

static const char news[] = "/live/news?version=0";

/* -- following ---------------------------------------------------------------------------------- */

Test(watch, shows_the_report_and_then_what_is_saved)
{
	watching = start("report.xml", NULL);
	cr_expect(comes("/", "Words in a box."));
	edit("report.xml", "Words in a box.", "Other words in it.");
	cr_expect(comes("/", "Other words in it."));
	cr_expect_null(strstr(get("/report.html"), "Words in a box."));
}

Test(watch, follows_editors_that_rename_into_place)
{
	const char *spec = file_text(report_arena, report_file("report.xml"), NULL);
	const char *edited = text_replace(report_arena, spec, "Words in a box.", "Renamed words.");

	watching = start("report.xml", NULL);
	cr_expect(comes("/", "Words in a box."));
	file_write(report_file("report.xml.new"), edited, strlen(edited));
	cr_assert_eq(rename(report_file("report.xml.new"), report_file("report.xml")), 0);
	cr_expect(comes("/", "Renamed words."));
}

Test(watch, works_out_figures_anew_when_data_change)
{
	const char *before;

	watching = start("report.xml", NULL);
	cr_expect(comes("/", "Words in a box."));
	before = get("/");
	edit("data.csv", "deprivation-quintile,2,545,1137", "deprivation-quintile,2,645,1137");
	for (int waited = 0; waited < PATIENCE_MS && strcmp(before, get("/")) == 0;
	     waited += STEP_MS)
		usleep(STEP_MS * 1000);
	cr_expect_str_neq(before, get("/"));
	cr_expect(comes(news, "\"shown\":"));
}

Test(watch, makes_nothing_anew_when_the_same_is_saved)
{
	const char *spec = file_text(report_arena, report_file("report.xml"), NULL), *before;

	watching = start("report.xml", NULL);
	cr_expect(comes("/", "Words in a box."));
	cr_expect(comes(news, "\"shown\":true"));
	usleep(300000);
	before = get("/");
	file_write(report_file("report.xml"), spec, strlen(spec));
	usleep(500000);
	cr_expect_str_eq(before, get("/"));
}

/* -- errors ------------------------------------------------------------------------------------- */

Test(watch, tells_errors_over_the_last_page_without)
{
	watching = start("report.xml", NULL);
	cr_expect(comes("/", "Words in a box."));
	edit("report.xml", "<table by=\"ethnicity\"/>", "<table by=\"ethnicityy\"/>");
	cr_expect(comes(news, "\"level\":\"error\""));
	/* Line 39 of the spec, where the value of the attribute begins. */
	cr_expect(comes(news, "\"file\":\"report.xml\",\"line\":"));
	cr_expect_not_null(strstr(get(news), "ethnicityy"));
	cr_expect_not_null(strstr(get(news), "\"shown\":false"));
	cr_expect_not_null(strstr(get("/"), "Words in a box."));
	edit("report.xml", "ethnicityy", "ethnicity");
	cr_expect(comes(news, "\"shown\":true"));
	cr_expect_null(strstr(get(news), "\"level\":\"error\""));
}

/* Pages are laid out after the page is shown, by a process of its own, which has the message. */
Test(watch, tells_what_does_not_fit_on_pages)
{
	struct buffer words;

	watching = start("report.xml", NULL);
	cr_expect(comes("/", "Words in a box."));
	buffer_init(&words);
	for (size_t i = 0; i < 700; i++)
		buffer_add_text(&words, "Words that fill a box. ");
	edit("report.xml", "Words in a box.", buffer_text(&words));
	cr_expect(comes("/", "Words that fill a box. Words that fill a box."));
	cr_expect(comes(news, "something is higher than a page"));
	cr_expect_not_null(strstr(get(news), "\"id\":\"LAY05\""));
	cr_expect_not_null(strstr(get(news), "\"shown\":true"));
	edit("report.xml", buffer_text(&words), "Words in a box.");
	buffer_clear(&words);
	cr_expect(comes("/", "Words in a box."));
	cr_expect_null(strstr(get(news), "higher than a page"));
}

/* A process for the pages of a text that is there no more is ended, and all of them are waited for. */
Test(watch, leaves_no_process_behind)
{
	const char *children;
	size_t length = 1;

	watching = start("report.xml", NULL);
	cr_expect(comes("/", "Words in a box."));
	edit("report.xml", "Words in a box.", "Other words in a box.");
	cr_expect(comes("/", "Other words in a box."));
	edit("report.xml", "Other words", "Last words");
	cr_expect(comes("/", "Last words in a box."));
	children = arena_printf(report_arena, "/proc/%d/task/%d/children", (int)watching.child,
				(int)watching.child);
	for (int waited = 0; length > 0 && waited < PATIENCE_MS; waited += STEP_MS) {
		length = strlen(file_text(report_arena, children, NULL));
		usleep(STEP_MS * 1000);
	}
	cr_expect_eq(length, 0);
	cr_expect_eq(end(&watching), 0);
}

Test(watch, begins_with_a_report_that_has_errors)
{
	edit("report.xml", "</report>", "");
	watching = start("report.xml", NULL);
	cr_expect(comes(news, "\"level\":\"error\""));
	cr_expect_not_null(strstr(get("/"), "No statement yet"));
	edit("report.xml", "</appendix>", "</appendix></report>");
	cr_expect(comes("/", "Words in a box."));
}

Test(watch, goes_on_when_a_file_comes_that_was_missing)
{
	const char *data = file_text(report_arena, report_file("data.csv"), NULL);

	unlink(report_file("data.csv"));
	watching = start("report.xml", NULL);
	cr_expect(comes(news, "data.csv"));
	file_write(report_file("data.csv"), data, strlen(data));
	cr_expect(comes("/", "Words in a box."));
}

/* -- what is shown ------------------------------------------------------------------------------ */

Test(watch, keeps_the_policy_of_the_page_strict)
{
	const char *page, *policy;

	watching = start("report.xml", NULL);
	cr_expect(comes("/", "Words in a box."));
	page = get("/");
	policy = strstr(page, "default-src 'none'; style-src 'sha256-");
	cr_assert_not_null(policy);
	cr_expect_not_null(strstr(policy, "script-src 'sha256-"));
	cr_expect_not_null(strstr(policy, "' 'self'; connect-src 'self'; "));
	cr_expect_null(strstr(page, "unsafe-"));
	cr_expect_not_null(strstr(page, "src=\"live/watch.js\""));
	cr_expect_not_null(strstr(get("/live/watch.js"), "'/live/news?'"));
	cr_expect_not_null(strstr(get("/live/watch.css"), ".live-panel"));
}

Test(watch, serves_no_file_of_the_report)
{
	static const char *const paths[] = { "/report.xml", "/data.csv", "/../report.xml",
					     "/%2e%2e/data.csv", "/live/../data.csv" };

	watching = start("report.xml", NULL);
	cr_expect(comes("/", "Words in a box."));
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		struct loopback_answer answer = loopback_get(watching.port, paths[i]);

		cr_expect_eq(answer.status, 404, "%s", paths[i]);
		loopback_clear(&answer);
	}
}

/* With -o the page is written as build writes it: nothing of the server is in it. */
Test(watch, writes_the_edition_as_build_does)
{
	static const char *const options[] = { "-o", "written", "--port", "0", NULL };
	static const char *const build[] = { "build", "-q",    "--formats",  "html",
					     "-o",    "built", "report.xml", NULL };
	const char *written, *built;

	watching = start("report.xml", options);
	cr_expect(comes(news, "\"shown\":true"));
	edit("report.xml", "Words in a box.", "Other words in it.");
	cr_expect(comes("/", "Other words in it."));
	for (int waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
		written = file_text(report_arena, report_file("written/report.html"), NULL);
		if (written != NULL && strstr(written, "Other words in it.") != NULL)
			break;
		usleep(STEP_MS * 1000);
	}
	cr_expect_eq(program_run(report_arena, report_folder, build, NULL).status, 0);
	built = file_text(report_arena, report_file("built/report.html"), NULL);
	written = file_text(report_arena, report_file("written/report.html"), NULL);
	cr_expect_null(strstr(written, "live/"));
	cr_expect(strcmp(written, built) == 0, "the pages differ");
}

/* -- beginning and end -------------------------------------------------------------------------- */

Test(watch, ends_well_when_it_is_told_to)
{
	char said[4096] = "";

	watching = start("report.xml", NULL);
	cr_expect(comes("/", "Words in a box."));
	kill(watching.child, SIGINT);
	while (read(watching.err, said, sizeof(said) - 1) > 0)
		cr_expect_null(strstr(said, "error"));
	cr_expect_eq(end(&watching), 0);
}

Test(watch, says_that_a_port_is_taken)
{
	struct program_result result;
	const char *words[] = { "watch", "report.xml", "--port", NULL, NULL };

	watching = start("report.xml", NULL);
	words[3] = arena_printf(report_arena, "%u", watching.port);
	result = program_run(report_arena, report_folder, words, NULL);
	cr_expect_eq(result.status, 5);
	cr_expect_not_null(strstr(result.err, "the port is taken: 127.0.0.1:"));
	cr_expect_not_null(strstr(result.err, "[OUT70]"));
}

Test(watch, finds_a_free_port_when_none_is_asked_for)
{
	static const char *const quiet[] = { "-q", NULL };
	struct watching other;

	watching = start("report.xml", quiet);
	other = start("report.xml", quiet);
	cr_expect_neq(watching.port, other.port);
	cr_expect_eq(end(&other), 0);
}

Test(watch, refuses_what_is_no_port)
{
	static const char *const ports[] = { "70000", "-1", "http", "80 ", "+80" };

	for (size_t i = 0; i < sizeof(ports) / sizeof(ports[0]); i++) {
		const char *words[] = { "watch", "report.xml", "--port", ports[i], NULL };

		cr_expect_eq(program_run(report_arena, report_folder, words, NULL).status, 2, "%s",
			     ports[i]);
	}
}
