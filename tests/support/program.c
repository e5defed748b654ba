#include "support/program.h"

#include <criterion/criterion.h>
#include <ftw.h>
#include <glib.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"

enum { ARGUMENTS_MOST = 64 };

/* The environment of the test and the variables added to it; for g_strfreev. */
static gchar **variables_with(struct arena *arena, const char *const *environment)
{
	gchar **variables = g_get_environ();

	for (; environment != NULL && *environment != NULL; environment++) {
		const char *equals = strchr(*environment, '=');
		const char *name =
			arena_strndup(arena, *environment, (size_t)(equals - *environment));

		variables = g_environ_setenv(variables, name, equals + 1, TRUE);
	}
	return variables;
}

/* Words up to NULL as calls of the system want them: not const. */
static char **copies_of(struct arena *arena, const char *const *words)
{
	char **copies = arena_array(arena, ARGUMENTS_MOST, sizeof(*copies));

	for (size_t i = 0; words[i] != NULL && i + 1 < ARGUMENTS_MOST; i++)
		copies[i] = arena_strdup(arena, words[i]);
	return copies;
}

static int exit_status(int status)
{
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static struct program_result run(struct arena *arena, const char *folder,
				 const char *const *command, const char *const *environment)
{
	gchar *out = NULL, *err = NULL;
	gchar **variables = variables_with(arena, environment);
	struct program_result result = { 0 };
	GError *error = NULL;
	int status = 0;

	g_spawn_sync(folder, copies_of(arena, command), variables, G_SPAWN_SEARCH_PATH, NULL, NULL,
		     &out, &err, &status, &error);
	cr_assert_null(error, "%s: %s", command[0], error == NULL ? "" : error->message);
	result.status = exit_status(status);
	result.out = arena_strdup(arena, out);
	result.err = arena_strdup(arena, err);
	result.out_length = strlen(out);
	g_free(out);
	g_free(err);
	g_strfreev(variables);
	return result;
}

const char *absolute_path(struct arena *arena, const char *path)
{
	char *whole = realpath(path, NULL);
	const char *copy;

	cr_assert_not_null(whole, "no such path: %s", path);
	copy = arena_strdup(arena, whole);
	free(whole);
	return copy;
}

/* The program and its arguments, up to NULL. */
static const char **command_of(struct arena *arena, const char *const *arguments)
{
	const char **command = arena_array(arena, ARGUMENTS_MOST, sizeof(*command));
	size_t count = 0;

	command[0] = program_path(arena);
	for (; arguments[count] != NULL && count + 2 < ARGUMENTS_MOST; count++)
		command[count + 1] = arguments[count];
	return command;
}

const char *program_path(struct arena *arena)
{
	const char *named = getenv("GRADIENT_PROGRAM");

	return absolute_path(arena, named != NULL ? named : "output/gradient");
}

struct program_result program_run(struct arena *arena, const char *folder,
				  const char *const *arguments, const char *const *environment)
{
	return run(arena, folder, command_of(arena, arguments), environment);
}

static _Noreturn void become(const char *folder, char **command, gchar **variables)
{
	if (folder == NULL || chdir(folder) == 0)
		execve(command[0], command, variables);
	_exit(127);
}

struct program_result program_run_at_terminal(struct arena *arena, const char *folder,
					      const char *const *arguments,
					      const char *const *environment)
{
	char **command = copies_of(arena, command_of(arena, arguments));
	gchar **variables = variables_with(arena, environment);
	struct program_result result = { .err = "" };
	struct buffer text;
	char bytes[4096];
	ssize_t count;
	int terminal, status = 0;
	pid_t child = forkpty(&terminal, NULL, NULL, NULL);

	if (child < 0) {
		fputs("skipped: this machine has no terminals to try messages at (forkpty)\n",
		      stderr);
		cr_skip_test("no terminal");
	}
	if (child == 0)
		become(folder, command, variables);
	buffer_init(&text);
	/* When the program ends there is nobody at the other side any more, which reads as an error. */
	while ((count = read(terminal, bytes, sizeof(bytes))) > 0)
		buffer_add(&text, bytes, (size_t)count);
	close(terminal);
	cr_assert_eq(waitpid(child, &status, 0), child);
	g_strfreev(variables);
	result.status = exit_status(status);
	result.out_length = text.length;
	result.out = buffer_finish(&text, arena);
	return result;
}

struct program_result command_run(struct arena *arena, const char *folder,
				  const char *const *command)
{
	return run(arena, folder, command, NULL);
}

const char *scratch_new(struct arena *arena)
{
	char *folder = arena_printf(arena, "%s/gradient-test-XXXXXX", g_get_tmp_dir());

	cr_assert_not_null(mkdtemp(folder));
	return folder;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *place)
{
	(void)status;
	(void)type;
	(void)place;
	return remove(path);
}

void scratch_free(const char *folder)
{
	enum { FOLDERS_OPEN = 16 };

	cr_expect_eq(nftw(folder, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS), 0,
		     "%s cannot be removed", folder);
}

static int compare_text(const void *a, const void *b)
{
	const char *const *left = a, *const *right = b;

	return strcmp(*left, *right);
}

/* Names of what lies in a folder, sorted, up to NULL. */
static const char **names_in(struct arena *arena, const char *folder)
{
	GDir *listing = g_dir_open(folder, 0, NULL);
	const char *name, **names = NULL;
	size_t count = 0, capacity = 0;

	cr_assert_not_null(listing, "no such folder: %s", folder);
	do {
		name = g_dir_read_name(listing);
		names = arena_grow(arena, names, count, &capacity, sizeof(*names));
		names[count++] = name == NULL ? NULL : arena_strdup(arena, name);
	} while (name != NULL);
	g_dir_close(listing);
	qsort(names, count - 1, sizeof(*names), compare_text);
	return names;
}

static void digest(struct arena *arena, const char *root, const char *below, const char *except,
		   struct buffer *out)
{
	for (const char **name = names_in(arena, path_join(arena, root, below)); *name != NULL;
	     name++) {
		const char *relative = below[0] == '\0' ? *name : path_join(arena, below, *name);
		const char *path = path_join(arena, root, relative);
		const char *bytes, *times;
		size_t length;
		gchar *sum;

		if (except != NULL && strcmp(relative, except) == 0)
			continue;
		if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
			buffer_printf(out, "%s/\n", relative);
			digest(arena, root, relative, except, out);
			continue;
		}
		bytes = file_text(arena, path, &length);
		/* The record of a run ends with how long it took, which no two runs share. */
		times = strcmp(path_base(path), "run.json") == 0 ? strstr(bytes, "\"milliseconds\"")
								 : NULL;
		length = times == NULL ? length : (size_t)(times - bytes);
		sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length);
		buffer_printf(out, "%s %s\n", relative, sum);
		g_free(sum);
	}
}

const char *folder_digest(struct arena *arena, const char *folder, const char *except)
{
	struct buffer text;

	buffer_init(&text);
	digest(arena, folder, "", except, &text);
	return buffer_finish(&text, arena);
}

const char *file_text(struct arena *arena, const char *path, size_t *length)
{
	gchar *text = NULL;
	gsize size = 0;
	char *copy;

	if (!g_file_get_contents(path, &text, &size, NULL))
		return NULL;
	copy = arena_alloc(arena, size + 1);
	memcpy(copy, text, size);
	copy[size] = '\0';
	g_free(text);
	if (length != NULL)
		*length = size;
	return copy;
}

void file_write(const char *path, const char *text, size_t length)
{
	cr_assert(g_file_set_contents(path, text, (gssize)length, NULL), "cannot write %s", path);
}

const char *text_replace(struct arena *arena, const char *text, const char *what, const char *by)
{
	struct buffer buffer;
	const char *next, *copy;

	buffer_init(&buffer);
	while ((next = strstr(text, what)) != NULL) {
		buffer_add(&buffer, text, (size_t)(next - text));
		buffer_add_text(&buffer, by);
		text = next + strlen(what);
	}
	buffer_add_text(&buffer, text);
	copy = arena_strdup(arena, buffer_text(&buffer));
	buffer_clear(&buffer);
	return copy;
}
