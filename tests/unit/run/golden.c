/*
 * golden.c - the cases of tests/golden, each on four levels, so that a failure says which floor moved:
 * messages, results, scene, picture. tests/README.md tells how a case is made.
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <fnmatch.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/exit_status.h"
#include "base/path.h"
#include "support/program.h"

enum { NAME_MOST = 80, CASES_MOST = 600, WORDS_MOST = 32 };

static const char folder[] = "tests/golden";
static const char default_command[] = "build report.xml -o OUT --formats dump,svg";

struct golden_case {
	char name[NAME_MOST];
};

/* One run of the program on a case. */
struct trial {
	struct arena *arena;
	const char *name, *path, *out;
	struct program_result result;
	bool builds;  /* the command is one that may write */
	bool batches; /* it writes some statements in spite of errors in others */
	bool accept;
};

static int compare_names(const void *a, const void *b)
{
	return strcmp(((const struct golden_case *)a)->name, ((const struct golden_case *)b)->name);
}

/* A pattern of names from the environment; "all" is every name. */
static const char *pattern(const char *variable)
{
	const char *text = getenv(variable);

	return text != NULL && strcmp(text, "all") == 0 ? "*" : text;
}

/* Cases that are to be accepted, or those of GRADIENT_CASE, or all. */
static bool is_wanted(const char *name)
{
	const char *accept = pattern("GRADIENT_ACCEPT"), *only = pattern("GRADIENT_CASE");

	if (accept == NULL && only == NULL)
		return true;
	return fnmatch(accept != NULL ? accept : only, name, 0) == 0;
}

static size_t find_cases(struct golden_case *cases, size_t most)
{
	GDir *listing = g_dir_open(folder, 0, NULL);
	const char *name;
	size_t count = 0;

	while (listing != NULL && (name = g_dir_read_name(listing)) != NULL && count < most) {
		char path[4096];

		snprintf(path, sizeof(path), "%s/%s/expect.diag", folder, name);
		if (strlen(name) < NAME_MOST && is_wanted(name) &&
		    g_file_test(path, G_FILE_TEST_EXISTS))
			snprintf(cases[count++].name, NAME_MOST, "%s", name);
	}
	if (listing != NULL)
		g_dir_close(listing);
	qsort(cases, count, sizeof(*cases), compare_names);
	return count;
}

ParameterizedTestParameters(golden, is_as_expected)
{
	struct golden_case *cases = cr_malloc(sizeof(*cases) * CASES_MOST);

	return cr_make_param_array(struct golden_case, cases, find_cases(cases, CASES_MOST), NULL);
}

/* A slip in the name of a case must not look like a success. */
Test(golden, has_cases)
{
	struct golden_case *cases = calloc(CASES_MOST + 1, sizeof(*cases));
	size_t count = find_cases(cases, CASES_MOST + 1);

	free(cases);
	cr_assert_gt(count, 0, "no case of that name in %s", folder);
	cr_assert_leq(count, CASES_MOST, "there are more cases than the test takes");
}

/* Such a folder would never be compared with anything. */
Test(golden, has_no_folder_without_messages_to_expect)
{
	GDir *listing = g_dir_open(folder, 0, NULL);
	const char *name;

	cr_assert_not_null(listing);
	while ((name = g_dir_read_name(listing)) != NULL) {
		char path[4096];

		snprintf(path, sizeof(path), "%s/%s/expect.diag", folder, name);
		cr_expect(g_file_test(path, G_FILE_TEST_EXISTS), "%s is missing", path);
	}
	g_dir_close(listing);
}

/* Words of the file "command", with OUT for the folder of outputs. */
static void run_case(struct trial *trial)
{
	const char *text =
		file_text(trial->arena, path_join(trial->arena, trial->path, "command"), NULL);
	const char *words[WORDS_MOST + 1];
	size_t count = 0;
	char *copy = arena_strdup(trial->arena, text == NULL ? default_command : text);
	char *rest = NULL;

	for (char *word = strtok_r(copy, " \n", &rest); word != NULL && count < WORDS_MOST;
	     word = strtok_r(NULL, " \n", &rest))
		words[count++] = text_replace(trial->arena, word, "OUT", trial->out);
	words[count] = NULL;
	trial->builds =
		count > 0 && (strcmp(words[0], "build") == 0 || strcmp(words[0], "coverage") == 0);
	trial->batches = count > 0 && strcmp(words[0], "batch") == 0;
	/* The key that a batch keeps lies with what the case writes, not in the home of who runs the tests. */
	trial->result = program_run(
		trial->arena, trial->path, words,
		(const char *[]){ arena_printf(trial->arena, "XDG_STATE_HOME=%s", trial->out),
				  NULL });
}

static void show_difference(struct trial *trial, const char *expected, const char *actual)
{
	const char *command[] = { "diff", "-u", expected, actual, NULL };

	fputs(command_run(trial->arena, NULL, command).out, stderr);
}

/* Compares a text with a file of the case, or rewrites the file and shows what changed. */
static void compare(struct trial *trial, const char *name, const char *text)
{
	const char *path = path_join(trial->arena, trial->path, name);
	const char *expected = file_text(trial->arena, path, NULL);
	const char *actual = path_join(trial->arena, trial->out, name);

	if (expected != NULL && text != NULL && strcmp(expected, text) == 0)
		return;
	if (text == NULL) {
		cr_expect_fail("%s: nothing was made for %s", trial->name, name);
		return;
	}
	file_write(actual, text, strlen(text));
	if (expected != NULL)
		show_difference(trial, path, actual);
	if (trial->accept)
		file_write(path, text, strlen(text));
	else
		cr_expect_fail("%s: %s is not as expected", trial->name, name);
}

static void compare_messages(struct trial *trial)
{
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, text_replace(trial->arena, trial->result.err, trial->out, "OUT"));
	buffer_printf(&text, "exit status %d\n", trial->result.status);
	compare(trial, "expect.diag", buffer_text(&text));
	buffer_clear(&text);
}

/* What is expected beside the messages: "expect.out", or "expect." and the name of an output. */
static void compare_outputs(struct trial *trial)
{
	GDir *listing = g_dir_open(trial->path, 0, NULL);
	const char *name;

	while ((name = g_dir_read_name(listing)) != NULL) {
		const char *text, *output;

		if (strncmp(name, "expect.", 7) != 0 || strcmp(name, "expect.diag") == 0)
			continue;
		output = name + 7;
		if (strcmp(output, "out") == 0) {
			compare(trial, name,
				text_replace(trial->arena, trial->result.out, trial->out, "OUT"));
			continue;
		}
		if (g_str_has_suffix(output, ".svg"))
			output = arena_printf(trial->arena, "charts/%s", output);
		if (g_str_has_suffix(output, ".html"))
			output = arena_printf(trial->arena, "web/%s", output);
		if (g_str_has_suffix(output, ".txt"))
			output = arena_printf(trial->arena, "cards/%s", output);
		text = file_text(trial->arena, path_join(trial->arena, trial->out, output), NULL);
		compare(trial, name, text);
	}
	g_dir_close(listing);
}

/* Nothing is written when anything is wrong, nor ever by a command that only tells. */
static void refuse_leftovers(struct trial *trial)
{
	const char *left = folder_digest(trial->arena, trial->out, NULL);

	if (trial->batches)
		return;
	if (trial->result.status > EXIT_STATUS_GAPS || !trial->builds)
		cr_expect_str_empty(
			left,
			"%s: written in spite of errors, or by a command that only tells:\n%s",
			trial->name, left);
}

ParameterizedTest(struct golden_case *golden_case, golden, is_as_expected)
{
	struct arena *arena = arena_new();
	const char *before;
	struct trial trial = {
		.arena = arena,
		.name = golden_case->name,
		.path = path_join(arena, folder, golden_case->name),
		.out = scratch_new(arena),
		.accept = getenv("GRADIENT_ACCEPT") != NULL,
	};

	before = folder_digest(arena, trial.path, NULL);
	run_case(&trial);
	cr_expect_str_eq(folder_digest(arena, trial.path, NULL), before,
			 "%s: the folder of the case is not as it was", trial.name);
	refuse_leftovers(&trial);
	compare_messages(&trial);
	compare_outputs(&trial);
	scratch_free(trial.out);
	arena_free(arena);
}
