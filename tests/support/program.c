#include "support/program.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"

enum { ARGUMENTS_MOST = 64 };

static struct program_result run(struct arena *arena, const char *folder,
				 const char *const *command, const char *const *environment)
{
	gchar *arguments[ARGUMENTS_MOST], *out = NULL, *err = NULL;
	gchar **variables = g_get_environ();
	struct program_result result = { 0 };
	GError *error = NULL;
	size_t count = 0;
	int status = 0;

	for (; command[count] != NULL && count + 1 < ARGUMENTS_MOST; count++)
		arguments[count] = arena_strdup(arena, command[count]);
	arguments[count] = NULL;
	for (; environment != NULL && *environment != NULL; environment++) {
		const char *equals = strchr(*environment, '=');
		const char *name =
			arena_strndup(arena, *environment, (size_t)(equals - *environment));

		variables = g_environ_setenv(variables, name, equals + 1, TRUE);
	}
	g_spawn_sync(folder, arguments, variables, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err,
		     &status, &error);
	cr_assert_null(error, "%s: %s", command[0], error == NULL ? "" : error->message);
	result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
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

struct program_result program_run(struct arena *arena, const char *folder,
				  const char *const *arguments, const char *const *environment)
{
	const char *named = getenv("GRADIENT_PROGRAM"), *command[ARGUMENTS_MOST];
	size_t count = 0;

	command[0] = absolute_path(arena, named != NULL ? named : "output/gradient");
	for (; arguments[count] != NULL && count + 2 < ARGUMENTS_MOST; count++)
		command[count + 1] = arguments[count];
	command[count + 1] = NULL;
	return run(arena, folder, command, environment);
}

struct program_result command_run(struct arena *arena, const char *folder,
				  const char *const *command)
{
	return run(arena, folder, command, NULL);
}

const char *scratch_new(struct arena *arena)
{
	char *folder = arena_strdup(arena, "/tmp/gradient-test-XXXXXX");

	cr_assert_not_null(mkdtemp(folder));
	return folder;
}

void scratch_free(const char *folder)
{
	struct arena *arena = arena_new();

	run(arena, NULL, (const char *const[]){ "rm", "-rf", folder, NULL }, NULL);
	arena_free(arena);
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
