#include "support/database.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <glob.h>
#include <pwd.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/program.h"

/*
 * Drivers bring libraries that leave memory behind and are gone before the sanitizer looks, so that it cannot tell whose
 * it was: with a database leaks are not looked for, neither here nor in programs that are started.
 */
extern void __lsan_disable(void) __attribute__((weak));

static void look_for_no_leaks(struct arena *arena)
{
	const char *options = getenv("ASAN_OPTIONS");

	if (__lsan_disable == NULL)
		return;
	__lsan_disable();
	setenv("ASAN_OPTIONS",
	       arena_printf(arena, "%s:detect_leaks=0", options == NULL ? "" : options), 1);
}

/* The last file that fits, such as the newest version; skips the test when there is none. */
static const char *installed(struct arena *arena, const char *pattern, const char *package)
{
	glob_t found;
	const char *path = NULL;

	if (glob(pattern, 0, NULL, &found) == 0 && found.gl_pathc > 0)
		path = arena_strdup(arena, found.gl_pathv[found.gl_pathc - 1]);
	globfree(&found);
	if (path != NULL)
		return path;
	fprintf(stderr, "skipped: %s is not there; install %s\n", pattern, package);
	cr_skip_test("%s is not installed", package);
	return NULL;
}

static void write_file(struct arena *arena, const char *folder, const char *name, const char *text)
{
	file_write(arena_printf(arena, "%s/%s", folder, name), text, strlen(text));
}

/* Names driver and data source for this process and those that it starts. */
static void register_source(struct database_under_test *database, const char *driver,
			    const char *settings, const char *variable)
{
	struct arena *arena = database->arena;
	const char *registry = arena_printf(arena, "%s/odbc", database->folder);

	mkdir(registry, 0755);
	write_file(arena, registry, "odbcinst.ini",
		   arena_printf(arena, "[driver]\nDriver = %s\n", driver));
	write_file(arena, registry, "odbc.ini",
		   arena_printf(arena, "[%s]\nDriver = driver\n%s", database->source, settings));
	setenv("ODBCSYSINI", registry, 1);
	setenv("ODBCINI", arena_printf(arena, "%s/odbc.ini", registry), 1);
	setenv(variable, arena_printf(arena, "DSN=%s;UID=tester;PWD=open-sesame", database->source),
	       1);
}

/* Runs a command; the test fails when it does. */
static const char *must_run(struct arena *arena, const char *const *command)
{
	struct program_result result = command_run(arena, NULL, command);

	cr_assert_eq(result.status, 0, "%s: %s%s", command[0], result.out, result.err);
	return result.out;
}

/* Stops what was started and removes the folder, also of a test that has failed. */
static void destroy(void *object)
{
	struct database_under_test *database = object;

	database_kill(database);
	if (database->server > 0)
		waitpid(database->server, NULL, 0);
	scratch_free(database->folder);
}

static struct database_under_test *database_new(struct arena *arena, const char *source)
{
	struct database_under_test *database = arena_alloc(arena, sizeof(*database));

	look_for_no_leaks(arena);
	*database = (struct database_under_test){ .arena = arena,
						  .folder = scratch_new(arena),
						  .source = source };
	arena_own(arena, database, destroy);
	return database;
}

struct database_under_test *database_of_sqlite(struct arena *arena)
{
	const char *driver = installed(arena, "/usr/lib/*/odbc/libsqlite3odbc.so", "libsqliteodbc");
	struct database_under_test *database;

	installed(arena, "/usr/bin/sqlite3", "sqlite3");
	database = database_new(arena, "test-sqlite");
	register_source(database, driver,
			arena_printf(arena, "Database = %s/records.sqlite\n", database->folder),
			"TEST_SQLITE");
	return database;
}

/* Words before a command of the server: the user who runs it, since it refuses to run as root. */
static size_t as_user(const char **command)
{
	static const char *const words[] = { "setpriv", "--reuid=postgres", "--regid=postgres",
					     "--clear-groups" };

	if (geteuid() != 0)
		return 0;
	memcpy(command, words, sizeof(words));
	return sizeof(words) / sizeof(words[0]);
}

static void make_cluster(struct database_under_test *database, const char *data)
{
	const char *command[24];
	size_t count = as_user(command);
	const char *const arguments[] = { "-A",   "trust",      "-U",        "tester", "-E",
					  "UTF8", "--locale=C", "--no-sync", "-D",     data };

	command[count++] = arena_printf(database->arena, "%s/initdb", database->programs);
	for (size_t i = 0; i < sizeof(arguments) / sizeof(arguments[0]); i++)
		command[count++] = arguments[i];
	command[count] = NULL;
	must_run(database->arena, command);
}

/* In a child: becomes the server, which stops at once when the test goes away. */
static void become_server(struct database_under_test *database, const char *data)
{
	const char *command[24];
	size_t count = as_user(command);
	int log = open(arena_printf(database->arena, "%s/log", database->folder),
		       O_WRONLY | O_CREAT, 0644);

	if (count == 0)
		command[count++] = "setpriv";
	command[count++] = "--pdeathsig=QUIT";
	command[count++] = arena_printf(database->arena, "%s/postgres", database->programs);
	command[count++] = "-D";
	command[count++] = data;
	command[count++] = "-k";
	command[count++] = database->folder;
	command[count++] = "-c";
	command[count++] = "listen_addresses=";
	command[count++] = "-c";
	command[count++] = "fsync=off";
	command[count] = NULL;
	dup2(log, STDOUT_FILENO);
	dup2(log, STDERR_FILENO);
	execvp(command[0], (char *const *)(uintptr_t)command);
	_exit(127);
}

static void wait_until_ready(struct database_under_test *database)
{
	const char *ready = arena_printf(database->arena, "%s/pg_isready", database->programs);
	const struct timespec moment = { 0, 50000000 };

	for (int tries = 0; tries < 600; tries++) {
		if (command_run(database->arena, NULL,
				(const char *const[]){ ready, "-q", "-h", database->folder, NULL })
			    .status == 0)
			return;
		cr_assert_eq(waitpid(database->server, NULL, WNOHANG), 0, "%s",
			     file_text(database->arena,
				       arena_printf(database->arena, "%s/log", database->folder),
				       NULL));
		nanosleep(&moment, NULL);
	}
	cr_assert_fail("the server does not answer");
}

static void start_server(struct database_under_test *database)
{
	const char *data = arena_printf(database->arena, "%s/data", database->folder);

	if (geteuid() == 0) {
		const struct passwd *user = getpwnam("postgres");

		cr_assert_not_null(user);
		cr_assert_eq(chown(database->folder, user->pw_uid, user->pw_gid), 0);
	}
	make_cluster(database, data);
	database->server = fork();
	cr_assert_geq(database->server, 0);
	if (database->server == 0)
		become_server(database, data);
	wait_until_ready(database);
}

struct database_under_test *database_of_postgresql(struct arena *arena)
{
	const char *driver = installed(arena, "/usr/lib/*/odbc/psqlodbcw.so", "odbc-postgresql");
	const char *programs = installed(arena, "/usr/lib/postgresql/*/bin", "postgresql");
	struct database_under_test *database;

	installed(arena, arena_printf(arena, "%s/initdb", programs), "postgresql");
	database = database_new(arena, "test-postgresql");
	database->programs = programs;
	start_server(database);
	register_source(database, driver,
			arena_printf(arena,
				     "Servername = %s\nDatabase = postgres\nUsername = tester\n",
				     database->folder),
			"TEST_POSTGRESQL");
	return database;
}

void database_kill(const struct database_under_test *database)
{
	if (database->server > 0)
		kill(database->server, SIGQUIT);
}

const char *database_run(struct database_under_test *database, const char *statements)
{
	struct arena *arena = database->arena;
	const char *file = arena_printf(arena, "%s/statements.sql", database->folder);

	file_write(file, statements, strlen(statements));
	if (database->programs != NULL)
		return must_run(arena, (const char *const[]){
					       "psql", "-q", "-A", "-t", "-h", database->folder,
					       "-U", "tester", "-d", "postgres", "-v",
					       "ON_ERROR_STOP=1", "-f", file, NULL });
	return must_run(arena, (const char *const[]){
				       "sqlite3", "-bail",
				       arena_printf(arena, "%s/records.sqlite", database->folder),
				       arena_printf(arena, ".read %s", file), NULL });
}

static const char *quoted(struct arena *arena, const char *name)
{
	return arena_printf(arena, "\"%s\"", text_replace(arena, name, "\"", "\"\""));
}

void database_load(struct database_under_test *database, const char *table, const char *csv,
		   const char *const *columns, size_t count)
{
	struct arena *arena = database->arena;
	const char *file = arena_printf(arena, "%s/rows.csv", database->folder);
	struct buffer statements;

	file_write(file, csv, strlen(csv));
	buffer_init(&statements);
	buffer_printf(&statements, "CREATE TABLE %s (", quoted(arena, table));
	for (size_t i = 0; i < count; i++)
		buffer_printf(&statements, "%s%s TEXT", i == 0 ? "" : ", ",
			      quoted(arena, columns[i]));
	buffer_add_text(&statements, ");\n");
	if (database->programs != NULL)
		buffer_printf(&statements, "\\copy %s FROM '%s' WITH (FORMAT csv, HEADER)\n",
			      quoted(arena, table), file);
	else
		buffer_printf(&statements, ".import --csv --skip 1 %s %s\n", file,
			      quoted(arena, table));
	database_run(database, buffer_finish(&statements, arena));
}
