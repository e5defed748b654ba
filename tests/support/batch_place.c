#include "support/batch_place.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/small_report.h"

enum { ARGUMENTS_MOST = 32 };

struct arena *batch_arena;
const char *batch_folder;
const char *const batch_bodies[] = { "QN1", "QN2", "QN3", "QN4", "QN5", "QN6", NULL };

static void write_text(const char *name, const char *text)
{
	file_write(batch_path(name), text, strlen(text));
}

/* The same counts with another last digit for every body, so that no two statements are alike. */
static void write_data(const char *body, int number)
{
	const char *data = file_text(batch_arena, batch_path("data.csv"), NULL);

	data = text_replace(batch_arena, data, "QNV", body);
	data = text_replace(batch_arena, data, ",all,all,6100,",
			    arena_printf(batch_arena, ",all,all,%d,", 6100 + number));
	write_text(arena_printf(batch_arena, "%s.csv", body), data);
}

void batch_place_set_up(void)
{
	const char *spec, *list = "org,name\n";

	batch_arena = arena_new();
	batch_folder = scratch_new(batch_arena);
	small_report_write(batch_arena, batch_folder, "annual-report-a4");
	spec = file_text(batch_arena, batch_path("report.xml"), NULL);
	spec = text_replace(
		batch_arena, spec, "</meta>\n",
		"</meta>\n<parameters><parameter name=\"org\" type=\"organisation\"/>"
		"<parameter name=\"word\" type=\"text\" default=\"counts\"/></parameters>\n");
	spec = text_replace(batch_arena, spec, "data.csv", "{org}.csv");
	spec = text_replace(batch_arena, spec, "organisation=\"QNV\"", "organisation=\"{org}\"");
	spec = text_replace(batch_arena, spec, "title=\"Checks\"", "title=\"Checks, {word}\"");
	write_text("report.xml", spec);
	for (int i = 0; batch_bodies[i] != NULL; i++) {
		write_data(batch_bodies[i], i);
		list = arena_printf(batch_arena, "%s%s,Body %d\n", list, batch_bodies[i], i + 1);
	}
	write_text("bodies.csv", list);
	/* The key of the user that runs the tests is left alone, and run.json has no times. */
	setenv("XDG_STATE_HOME", batch_path("state"), 1);
	setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
	/* Processes that lose their parent come to the test. */
	prctl(PR_SET_CHILD_SUBREAPER, 1);
}

void batch_place_tear_down(void)
{
	scratch_free(batch_folder);
	arena_free(batch_arena);
}

const char *batch_path(const char *name)
{
	return path_join(batch_arena, batch_folder, name);
}

const char *batch_digest(const char *folder)
{
	return folder_digest(batch_arena, batch_path(folder), ".gradient-private");
}

/* The words of a command, up to NULL. */
static const char **words_of(const char *out, const char *quiet, const char *const *more)
{
	const char *const usual[] = { "batch",      "report.xml", "--for-each",
				      "bodies.csv", "--formats",  "dump,pdf",
				      "-o",         out,          quiet };
	const char **words = arena_array(batch_arena, ARGUMENTS_MOST, sizeof(*words));
	size_t count = 0;

	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]) && usual[i] != NULL; i++)
		words[count++] = usual[i];
	for (; more != NULL && *more != NULL && count + 1 < ARGUMENTS_MOST; more++)
		words[count++] = *more;
	return words;
}

struct program_result batch_run(const char *out, const char *const *more)
{
	return program_run(batch_arena, batch_folder, words_of(out, "-q", more), NULL);
}

struct program_result batch_run_aloud(const char *out, const char *const *more)
{
	return program_run(batch_arena, batch_folder, words_of(out, NULL, more), NULL);
}

pid_t batch_start(const char *out, const char *jobs)
{
	const char **words = words_of(out, "-q", (const char *[]){ "--jobs", jobs, NULL });
	char *arguments[ARGUMENTS_MOST + 1] = { NULL };
	const char *program = program_path(batch_arena);
	pid_t child;

	arguments[0] = arena_strdup(batch_arena, program);
	for (size_t i = 0; words[i] != NULL; i++)
		arguments[i + 1] = arena_strdup(batch_arena, words[i]);
	child = fork();
	if (child == 0) {
		int said = open(batch_path("said"), O_WRONLY | O_CREAT | O_TRUNC, 0666);

		setpgid(0, 0);
		dup2(said, STDERR_FILENO);
		/* A shell ignores it for tests that it runs in the background, and who is ignored is not asked. */
		signal(SIGINT, SIG_DFL);
		if (chdir(batch_folder) == 0)
			execv(program, arguments);
		_exit(127);
	}
	cr_assert_gt(child, 0);
	setpgid(child, child);
	return child;
}

int batch_wait(pid_t program)
{
	int status = 0;

	cr_assert_eq(waitpid(program, &status, 0), program);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool batch_is_gone(pid_t program)
{
	const struct timespec pause = { .tv_nsec = 5000000 };

	for (int i = 0; i < 1000; i++) {
		while (waitpid(-program, NULL, WNOHANG) > 0)
			;
		if (kill(-program, 0) != 0 && errno == ESRCH)
			return true;
		nanosleep(&pause, NULL);
	}
	return false;
}

void batch_change(const char *name, const char *what, const char *by)
{
	const char *text = file_text(batch_arena, batch_path(name), NULL);

	cr_assert_not_null(strstr(text, what), "%s in %s", what, name);
	write_text(name, text_replace(batch_arena, text, what, by));
}

/* The part of a line at a column; no cell of these tests holds commas. */
static const char *cell_at(const char *line, size_t column)
{
	for (; column > 0; column--)
		line += strcspn(line, ",\n") + 1;
	return arena_strndup(batch_arena, line, strcspn(line, ",\n"));
}

const char *batch_summary(const char *out, const char *body, const char *column)
{
	const char *text = file_text(
		batch_arena, batch_path(arena_printf(batch_arena, "%s/summary.csv", out)), NULL);
	const char *row;
	size_t at = 0;

	cr_assert_not_null(text);
	while (strcmp(cell_at(text, at), column) != 0)
		cr_assert_lt(at++, 20, "no column %s", column);
	row = strstr(text, arena_printf(batch_arena, "\n%s,", body));
	return row == NULL ? "no row" : cell_at(row + 1, at);
}
