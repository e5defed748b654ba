/*
 * database.h - databases that a test starts by itself, in a folder of their own, and reaches by ODBC.
 *
 * The drivers are named in a private registry (ODBCSYSINI, ODBCINI), so that what is registered on the machine does not
 * matter and stays as it is. What a test needs and is not installed skips it, with a line on standard error.
 * Ownership: of the arena; when it is freed the server stops and the folder goes, as they do when the test dies.
 */
#ifndef GRADIENT_TESTS_DATABASE_H
#define GRADIENT_TESTS_DATABASE_H

#include <stddef.h>
#include <sys/types.h>

struct arena;

struct database_under_test {
	struct arena *arena;
	const char *folder;
	const char *source;   /* name of the data source */
	const char *programs; /* of PostgreSQL: where its programs are; NULL: SQLite */
	pid_t server;         /* of PostgreSQL */
};

/* A file of SQLite. The connection string is in the environment as TEST_SQLITE, too. */
struct database_under_test *database_of_sqlite(struct arena *arena);

/*
 * A server of PostgreSQL that listens at a socket in the folder alone. Run by root it becomes the user "postgres", since
 * the server refuses to run as root. The connection string is in the environment as TEST_POSTGRESQL, too.
 */
struct database_under_test *database_of_postgresql(struct arena *arena);

/* Runs statements as the database's own command-line program does; the test fails when they do. Returns the output. */
const char *database_run(struct database_under_test *database, const char *statements);

/* A table of texts of that name, with the columns and rows of a CSV text. */
void database_load(struct database_under_test *database, const char *table, const char *csv,
		   const char *const *columns, size_t count);

/* Stops the server at once, as if the machine had lost power. */
void database_kill(const struct database_under_test *database);

#endif
