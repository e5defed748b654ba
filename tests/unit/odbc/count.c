#include "odbc/count.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "data/dialects_read.h"
#include "model/sql_dialect.h"
#include "records/records.h"
#include "support/counted.h"
#include "support/database.h"
#include "support/fixture.h"
#include "support/program.h"

enum { ROWS = 1200, QUERIES = 24, SECONDS = 60 };

TestSuite(odbc_count, .init = fixture_set_up, .fini = fixture_tear_down);

static struct odbc_setup setup_of(void)
{
	struct odbc_setup setup = { .dialects = dialects_read(arena, "inputs/reference", diags) };

	cr_assert_not_null(setup.dialects);
	return setup;
}

static const char *messages(void)
{
	struct buffer out;

	buffer_init(&out);
	diag_write(diags, &out, false);
	return buffer_finish(&out, arena);
}

static struct count_place place_of(const struct database_under_test *database)
{
	return (struct count_place){ .at = { "report.xml", 7, 3 },
				     .connection = database->source,
				     .table = "events",
				     .seconds = SECONDS };
}

/* A build without ODBC refuses every database, in one sentence; then there is nothing to compare. */
static void skip_without_odbc(void)
{
	struct odbc_setup setup = setup_of();
	struct count_place place = { .connection = "no such source", .table = "a" };
	const struct count_query query = { .taken = CONDITION_NONE };
	struct diag_list *list = diag_list_new(arena);
	struct count_result result;

	cr_assert_not(odbc_count(&setup, arena, &query, &place, &result, list));
	if (diag_at(list, 0)->code != DIAG_DATABASE_WITHOUT)
		return;
	cr_assert_eq(diag_count(list), 1);
	fprintf(stderr, "skipped: built without ODBC\n");
	cr_skip_test("built without ODBC");
}

/* The same counted in a file, in a memory of its own. */
static const char *counted_in_file(const char *path, const struct count_query *query)
{
	struct count_place place = { .path = path, .shown_path = path };
	struct count_result result;

	cr_assert(records_count(NULL, arena, query, &place, &result, diags), "%s", messages());
	return counted_text(arena, query, &result);
}

/* Both tables, and the records as a file; returns the path of the file. */
static const char *load(struct database_under_test *database)
{
	const char *records = counted_records(arena, 1, ROWS);
	const char *path = arena_printf(arena, "%s/events.csv", database->folder);

	file_write(path, records, strlen(records));
	database_load(database, "events", records, counted_names, COUNTED_COLUMNS);
	database_load(database, "areas", counted_areas(arena),
		      (const char *const[]){ "area", "fifth" }, 2);
	return path;
}

static void compare(struct database_under_test *database, const char *path)
{
	struct odbc_setup setup = setup_of();
	struct count_place place = place_of(database);

	for (uint64_t seed = 1; seed <= QUERIES; seed++) {
		struct count_query *query = counted_query(arena, seed, seed % 2 == 0);
		struct count_result result;

		cr_assert(odbc_count(&setup, arena, query, &place, &result, diags), "%llu: %s",
			  (unsigned long long)seed, messages());
		cr_assert_str_eq(counted_text(arena, query, &result), counted_in_file(path, query),
				 "query %llu", (unsigned long long)seed);
	}
}

/* One column of texts, counted. */
static struct count_query query_of(const char *column)
{
	struct count_value *value = arena_alloc(arena, sizeof(*value));
	struct count_measure *measure = arena_alloc(arena, sizeof(*measure));
	struct count_grouping *grouping = arena_alloc(arena, sizeof(*grouping));

	*value = (struct count_value){ .name = column, .from = VALUE_NONE, .until = VALUE_NONE };
	*measure = (struct count_measure){ .kind = COUNT_EVENTS,
					   .value = VALUE_NONE,
					   .condition = CONDITION_NONE };
	return (struct count_query){ .values = value,
				     .value_count = 1,
				     .taken = CONDITION_NONE,
				     .measures = measure,
				     .measure_count = 1,
				     .groupings = grouping,
				     .grouping_count = 1 };
}

/* Fails the test unless the place is refused with the message alone; returns what it says. */
static const char *refused(const struct count_place *place, const struct count_query *query,
			   enum diag_code code)
{
	struct odbc_setup setup = setup_of();
	struct diag_list *list = diag_list_new(arena);
	struct count_result result;

	cr_assert_not(odbc_count(&setup, arena, query, place, &result, list), "%s",
		      diag_kind(code)->id);
	cr_assert_eq(diag_count(list), 1);
	cr_assert_eq(diag_at(list, 0)->code, code, "%s: %s: %s", diag_kind(code)->id,
		     diag_kind(diag_at(list, 0)->code)->id, diag_at(list, 0)->detail);
	return arena_printf(arena, "%s (%s)", diag_at(list, 0)->detail, diag_at(list, 0)->hint);
}

static uint64_t rows_of(const struct count_place *place, const struct count_query *query)
{
	struct odbc_setup setup = setup_of();
	struct count_result result = { 0 };

	cr_assert(odbc_count(&setup, arena, query, place, &result, diags), "%s", messages());
	return result.rows;
}

static void names_what_is_not_there(const struct database_under_test *database)
{
	struct count_place place = place_of(database);
	struct count_query query = query_of("whom"), sound = query_of("WHO");
	const char *said = refused(&place, &query, DIAG_DATABASE_COLUMN);

	cr_assert_not_null(strstr(said, "events: \"whom\""), "%s", said);
	cr_assert_not_null(strstr(said, "did you mean \"who\""), "%s", said);
	cr_assert_eq(rows_of(&place, &sound), ROWS);
	place.table = "event";
	said = refused(&place, &sound, DIAG_DATABASE_TABLE);
	cr_assert_not_null(strstr(said, "did you mean \"events\""), "%s", said);
	place.table = NULL;
	place.query = "SELECT who FROM events";
	said = refused(&place, &query, DIAG_DATABASE_COLUMN);
	cr_assert_not_null(strstr(said, "the query: \"whom\""), "%s", said);
}

static void withstands_attacks(const struct database_under_test *database)
{
	static const char *const tables[] = {
		"events\"; DROP TABLE events; --",
		"events; DROP TABLE events",
		"events WHERE 1 = 1",
		"(SELECT 1)",
	};
	static const char *const queries[] = {
		"SELECT who FROM events; DROP TABLE events",
		"SELECT who FROM events) x; DROP TABLE events; --",
		"DROP TABLE events",
		"SELECT $$'$$; DROP TABLE events; SELECT $$'$$ AS who",
	};
	struct count_place place = place_of(database);
	struct count_query query = query_of("who"), other = query_of("who\" FROM areas; --");

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		place.table = tables[i];
		refused(&place, &query, DIAG_DATABASE_TABLE);
	}
	place.table = NULL;
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		place.query = queries[i];
		refused(&place, &query, DIAG_DATABASE_QUERY);
	}
	place = place_of(database);
	refused(&place, &other, DIAG_DATABASE_COLUMN);
	cr_assert_eq(rows_of(&place, &query), ROWS);
}

static void takes_a_query_as_a_table(const struct database_under_test *database)
{
	struct count_place place = place_of(database);
	struct count_query query = query_of("somebody");

	place.table = NULL;
	place.query = "WITH a AS (SELECT who AS somebody FROM events WHERE who <> ';')\n"
		      "SELECT somebody FROM a UNION ALL SELECT 'x' FROM a";
	cr_assert_eq(rows_of(&place, &query) % 2, 0);
	cr_assert_gt(rows_of(&place, &query), ROWS);
}

static void refuses_a_key_with_two_texts(struct database_under_test *database)
{
	struct count_place place = place_of(database);
	const char *said;

	database_run(database, "INSERT INTO areas VALUES ('E00007 ', '9');\n");
	said = refused(&place, counted_query(arena, 2, true), DIAG_LOOKUP_DISAGREES);
	cr_assert_not_null(strstr(said, "areas: \"E00007\""), "%s", said);
}

Test(odbc_count, counts_in_sqlite_what_files_count)
{
	struct database_under_test *database = database_of_sqlite(arena);

	skip_without_odbc();
	compare(database, load(database));
	names_what_is_not_there(database);
	withstands_attacks(database);
	takes_a_query_as_a_table(database);
	refuses_a_key_with_two_texts(database);
}

Test(odbc_count, stops_sqlite_at_the_time_limit)
{
	struct database_under_test *database = database_of_sqlite(arena);
	struct count_place place = place_of(database);
	struct count_query query = query_of("x");

	skip_without_odbc();
	place.table = NULL;
	place.seconds = 1;
	place.query =
		"WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT x FROM a";
	refused(&place, &query, DIAG_DATABASE_SLOW);
}

/* Columns with types are counted like the texts that they are written as. */
static void counts_types_like_texts(struct database_under_test *database)
{
	struct odbc_setup setup = setup_of();
	struct count_place place = place_of(database);
	struct count_query *query;
	struct count_result result;
	const char *typed;

	database_run(
		database,
		"CREATE VIEW sound AS SELECT \"who\", \"area's /* x */\", \"code`]\","
		" 'R1A' AS \"body\"\"; DROP TABLE events; --\","
		" '42' AS \"age in years\", '7.5' AS \"wait, weeks\", '1980-02-29' AS \"bÖrn 生\","
		" '31/12/2020' AS \"seen ? {x}\", '20210131' AS \"left;\" FROM events;\n"
		"CREATE VIEW typed AS SELECT \"who\", \"area's /* x */\", \"code`]\","
		" CAST('R1A' AS char(9)) AS \"body\"\"; DROP TABLE events; --\","
		" 42 AS \"age in years\", 7.50 AS \"wait, weeks\","
		" timestamp '1980-02-29 11:12:13.5' AS \"bÖrn 生\","
		" '31/12/2020' AS \"seen ? {x}\", 20210131 AS \"left;\" FROM events;\n");
	query = counted_query(arena, 4, true);
	place.table = "typed";
	cr_assert(odbc_count(&setup, arena, query, &place, &result, diags), "%s", messages());
	typed = counted_text(arena, query, &result);
	place.table = "public.sound";
	cr_assert(odbc_count(&setup, arena, query, &place, &result, diags), "%s", messages());
	cr_assert_str_eq(typed, counted_text(arena, query, &result));
}

/* What an author can write is a query alone; what it calls must not write either. */
static void lets_nobody_write(struct database_under_test *database)
{
	struct count_place place = place_of(database);
	struct count_query query = query_of("who");
	const char *said;

	database_run(database, "CREATE FUNCTION spoil() RETURNS text LANGUAGE sql AS"
			       " $$ INSERT INTO areas VALUES ('x', 'y') RETURNING area $$;\n");
	place.table = NULL;
	place.query = "SELECT spoil() AS who FROM events";
	said = refused(&place, &query, DIAG_DATABASE_REFUSED);
	cr_assert_not_null(strstr(said, "25006"), "%s", said);
	cr_assert_str_eq(database_run(database, "SELECT count(*) FROM areas WHERE area = 'x';\n"),
			 "0\n");
}

static void keeps_credentials_to_itself(struct database_under_test *database)
{
	struct count_place place = place_of(database);
	struct count_query query = query_of("who");
	const char *said;

	place.connection = "env:TEST_POSTGRESQL";
	cr_assert_eq(rows_of(&place, &query), ROWS);
	setenv("TEST_ELSEWHERE",
	       arena_printf(
		       arena,
		       "Driver=driver;Servername=%s/none;Database=d;UID=tester;PWD=open-sesame",
		       database->folder),
	       1);
	place.connection = "env:TEST_ELSEWHERE";
	said = refused(&place, &query, DIAG_DATABASE_CONNECT);
	cr_assert_null(strstr(said, "tester"), "%s", said);
	cr_assert_null(strstr(said, "open-sesame"), "%s", said);
	database_run(database, "CREATE ROLE nobody;\n");
	setenv("TEST_ELSEWHERE",
	       arena_printf(arena, "DSN=%s;UID=nobody;PWD=open-sesame", database->source), 1);
	said = refused(&place, &query, DIAG_DATABASE_CONNECT);
	cr_assert_null(strstr(said, "nobody"), "%s", said);
}

/* Without a line of its own in the list a system is asked in standard SQL, with the escapes of ODBC. */
static void asks_unknown_systems_in_standard_sql(const struct database_under_test *database)
{
	struct odbc_setup setup = setup_of();
	struct sql_dialects portable = { .items = setup.dialects->items, .count = 1 };
	struct count_place place = place_of(database);
	struct count_query query = query_of("who");
	struct diag_list *list = diag_list_new(arena);
	struct count_result result;

	setup.dialects = &portable;
	cr_assert(odbc_count(&setup, arena, &query, &place, &result, list));
	cr_assert_eq(result.rows, ROWS);
	cr_assert_eq(diag_count(list), 1);
	cr_assert_eq(diag_at(list, 0)->code, DIAG_DATABASE_UNKNOWN);
}

Test(odbc_count, counts_in_postgresql_what_files_count)
{
	struct database_under_test *database = database_of_postgresql(arena);

	skip_without_odbc();
	compare(database, load(database));
	names_what_is_not_there(database);
	withstands_attacks(database);
	takes_a_query_as_a_table(database);
	counts_types_like_texts(database);
	lets_nobody_write(database);
	asks_unknown_systems_in_standard_sql(database);
	keeps_credentials_to_itself(database);
	refuses_a_key_with_two_texts(database);
}

/* Stops the server a moment after a query has begun. */
static pid_t kill_soon(struct database_under_test *database)
{
	pid_t child = fork();

	cr_assert_geq(child, 0);
	if (child > 0)
		return child;
	sleep(1);
	database_kill(database);
	_exit(0);
}

Test(odbc_count, tells_slow_databases_from_those_that_go_away)
{
	struct database_under_test *database = database_of_postgresql(arena);
	struct count_place place = place_of(database);
	struct count_query query = query_of("who");
	const char *said;
	pid_t child;

	skip_without_odbc();
	place.table = NULL;
	place.seconds = 1;
	place.query = "SELECT CAST(pg_sleep(30) AS text) AS who";
	refused(&place, &query, DIAG_DATABASE_SLOW);
	place.seconds = 0;
	child = kill_soon(database);
	said = refused(&place, &query, DIAG_DATABASE_GONE);
	waitpid(child, NULL, 0);
	cr_assert_not_null(strstr(said, database->source), "%s", said);
	refused(&place, &query, DIAG_DATABASE_CONNECT);
}

Test(odbc_count, refuses_connections_that_could_hold_a_password)
{
	static const char *const connections[] = { "",     "DSN=a;PWD=b", "{x}",
						   "env:", "env:A=B",     "a\nb" };
	struct count_query query = query_of("who");

	for (size_t i = 0; i < sizeof(connections) / sizeof(connections[0]); i++) {
		struct count_place place = { .connection = connections[i], .table = "a" };
		const char *said = refused(&place, &query, DIAG_DATABASE_CONNECTION);

		cr_assert_null(strstr(said, "PWD"), "%s", said);
	}
}

Test(odbc_count, says_which_variable_is_missing)
{
	struct count_query query = query_of("who");
	struct count_place place = { .connection = "env:GRADIENT_TEST_NONE", .table = "a" };

	unsetenv("GRADIENT_TEST_NONE");
	cr_assert_not_null(
		strstr(refused(&place, &query, DIAG_DATABASE_VARIABLE), "GRADIENT_TEST_NONE"));
}

Test(odbc_count, shows_the_statement_and_its_parameters_without_a_database)
{
	struct odbc_setup setup = setup_of();
	struct count_query *query = counted_query(arena, 3, true);
	struct count_place place = { .at = { "report.xml", 7, 3 },
				     .connection = "nowhere",
				     .table = "events" };
	struct count_result result;
	struct buffer out;
	const char *shown;

	buffer_init(&out);
	setup.show = &out;
	setup.dialect = "postgresql";
	cr_assert(odbc_count(&setup, arena, query, &place, &result, diags));
	cr_assert_eq(result.rows, 0);
	cr_assert_eq(result.groupings[0].count, 0);
	shown = buffer_finish(&out, arena);
	cr_assert_eq(strncmp(shown, "-- report.xml:7: postgresql\n", 28), 0, "%s", shown);
	cr_assert_not_null(strstr(shown, "--    1  \"-\"\n"));
	cr_assert_not_null(strstr(shown, "\nWITH "));
}
