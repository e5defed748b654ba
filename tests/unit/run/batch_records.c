/* Statements of many bodies from one extract: it is counted once, and every statement is what build makes. */

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/database.h"
#include "support/program.h"

static struct arena *arena;
static const char *folder;
static const char *const bodies[] = { "QN1", "QN2", "QN3", "QN4", NULL };

static const char *path_of(const char *name)
{
	return path_join(arena, folder, name);
}

static void write_text(const char *name, const char *text)
{
	file_write(path_of(name), text, strlen(text));
}

static const char *text_of(const char *name)
{
	return file_text(arena, path_of(name), NULL);
}

static void change(const char *name, const char *what, const char *by)
{
	const char *text = text_of(name);

	cr_assert_not_null(strstr(text, what), "%s in %s", what, name);
	write_text(name, text_replace(arena, text, what, by));
}

/* The example, with the patients of fourteen practices given to four boards. */
static void set_up(void)
{
	const char *practices = "Practice,Board\n", *list = "org\n";

	arena = arena_new();
	folder = scratch_new(arena);
	command_run(arena, NULL,
		    (const char *[]){ "cp", "-r", "inputs/example-records/data",
				      "inputs/example-records/report.xml", folder, NULL });
	for (int i = 1; i <= 14; i++)
		practices = arena_printf(arena, "%sP%02d,%s\n", practices, i, bodies[i % 4]);
	write_text("data/practices.csv", practices);
	for (int i = 0; bodies[i] != NULL; i++)
		list = arena_printf(arena, "%s%s\n", list, bodies[i]);
	write_text("bodies.csv", list);
	change("report.xml", "</meta>",
	       "</meta><parameters><parameter name=\"org\" type=\"organisation\"/></parameters>");
	change("report.xml", "organisation=\"QNV\"", "organisation=\"{org}\"");
	change("report.xml", "is=\"QNV\"", "is=\"{org}\"");
	setenv("XDG_STATE_HOME", path_of("state"), 1);
	setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
}

static void tear_down(void)
{
	scratch_free(folder);
	arena_free(arena);
}

TestSuite(batch_records, .init = set_up, .fini = tear_down);

static struct program_result batch(void)
{
	return program_run(arena, folder,
			   (const char *[]){ "batch", "report.xml", "-q", "--for-each",
					     "bodies.csv", "--formats", "dump", "--timings", "-o",
					     "out", NULL },
			   NULL);
}

/* Every statement of the batch is, byte for byte, what build makes of it; said: how the source was read. */
static void expect_as_built(const char *said)
{
	struct program_result all = batch();

	cr_assert_eq(all.status, 0, "%s", all.err);
	cr_expect_not_null(strstr(all.err, said), "%s", all.err);
	for (int i = 0; bodies[i] != NULL; i++) {
		const char *single = arena_printf(arena, "single/%s", bodies[i]);
		const char *made = arena_printf(arena, "out/%s", bodies[i]);
		struct program_result one =
			program_run(arena, folder,
				    (const char *[]){ "build", "report.xml", "-q", "-p",
						      arena_printf(arena, "org=%s", bodies[i]),
						      "--formats", "dump", "-o", single, NULL },
				    NULL);

		cr_assert_eq(one.status, 0, "%s", one.err);
		cr_assert_not_null(strstr(text_of(arena_printf(arena, "%s/results.csv", made)),
					  arena_printf(arena, ",%s,", bodies[i])));
		cr_expect_str_eq(folder_digest(arena, path_of(made), ""),
				 folder_digest(arena, path_of(single), ""), "%s", bodies[i]);
	}
}

Test(batch_records, counts_one_extract_for_all_bodies)
{
	expect_as_built("source list: read once\n");
}

/* Nothing among the groups then tells the bodies apart. */
Test(batch_records, counts_once_when_the_body_is_in_no_group)
{
	change("report.xml", "<map column=\"Board\" as=\"organisation\"/>",
	       "<set as=\"organisation\" to=\"{org}\"/>");
	expect_as_built("source list: read once\n");
}

/* Codes of one ethnic group are texts of one meaning: people are counted once more, with one text for all. */
static void give_texts_one_meaning(void)
{
	change("report.xml", "<by column=\"Ethnic category\" dimension=\"ethnicity\"/>",
	       "<by column=\"Sex\" dimension=\"ethnicity\"/><by column=\"Ethnic category\" "
	       "dimension=\"sex\"/>");
	change("report.xml", "<by column=\"Sex\" dimension=\"sex\"/>",
	       "<label as=\"group\" from=\"A\" to=\"1\"/><label as=\"group\" from=\"B\" to=\"1\"/>"
	       "<label as=\"group\" from=\"C\" to=\"2\"/><label as=\"group\" from=\"H\" to=\"2\"/>"
	       "<label as=\"group\" from=\"1\" to=\"A\"/><label as=\"group\" from=\"2\" to=\"A\"/>");
}

Test(batch_records, counts_people_of_several_texts_of_one_meaning_once)
{
	give_texts_one_meaning();
	expect_as_built("source list: read once\n");
}

/* Rows of all bodies in every statement: the dataset is the same for all. */
Test(batch_records, reads_once_what_does_not_depend_on_the_body)
{
	change("report.xml", "<where column=\"Board\" is=\"{org}\"/>", "");
	expect_as_built("source list: read once\n");
}

/* Records of all boards beside those of each: people of two boards are one person of the country. */
static void add_total(void)
{
	change("report.xml", "<where column=\"Board\" is=\"{org}\"/>", "");
	change("report.xml", "<map column=\"Board\" as=\"organisation\"/>",
	       "<map column=\"Board\" as=\"organisation\" total=\"E92000001\"/>");
}

Test(batch_records, counts_a_total_of_all_bodies_beside_them)
{
	add_total();
	expect_as_built("source list: read once\n");
	cr_expect_not_null(strstr(text_of("out/QN1/results.csv"), ",E92000001,all,all,all,value,"));
}

Test(batch_records, counts_a_total_of_the_rows_of_one_body)
{
	change("report.xml", "<map column=\"Board\" as=\"organisation\"/>",
	       "<map column=\"Board\" as=\"organisation\" total=\"E92000001\"/>");
	expect_as_built("source list: read once\n");
}

Test(batch_records, counts_for_each_statement_what_differs_in_more_than_the_body)
{
	change("report.xml", "<where column=\"Status\" is-not=\"planned\"/>",
	       "<where column=\"Status\" is-not=\"{org}\"/>");
	expect_as_built("source list: read for each statement, since ");
}

Test(batch_records, counts_records_behind_a_table_of_each_body)
{
	static const char table[] = "year,org,beds\n2024/25,%s,%d\n";

	for (int i = 0; bodies[i] != NULL; i++)
		write_text(arena_printf(arena, "data/%s.csv", bodies[i]),
			   arena_printf(arena, table, bodies[i], 100 + i));
	change("report.xml", "<source id=\"list\"",
	       "<source id=\"beds\" href=\"data/{org}.csv\" rule=\"NONE\">"
	       "<map column=\"year\" as=\"period\"/><map column=\"org\" as=\"organisation\"/>"
	       "<map column=\"beds\" as=\"numerator\"/><set as=\"indicator\" to=\"beds\"/></source>"
	       "<source id=\"list\"");
	change("report.xml", "<indicators>",
	       "<indicators><indicator id=\"beds\" source=\"beds\" method=\"count\" "
	       "good=\"neither\"><name>Beds</name><events>beds</events></indicator>");
	expect_as_built("source beds: read for each statement, since it is not the same in all "
			"statements\nsource list: read once\n");
}

/* With one statement to make there is nothing to share, and nothing is counted in vain. */
Test(batch_records, makes_only_the_statement_again_that_changed)
{
	struct program_result result;

	cr_assert_eq(batch().status, 0);
	write_text("bodies.csv", "org,folder\nQN1,QN1\nQN2,QN2\nQN3,QN3\nQN4,QN4\nQN4,again\n");
	result = batch();
	cr_assert_eq(result.status, 0, "%s", result.err);
	cr_expect_null(strstr(result.err, "source list"), "one statement has nothing in common");
	cr_expect_str_eq(text_of("out/again/results.csv"), text_of("out/QN4/results.csv"));
}

/* -- faults ----------------------------------------------------------------------------------- */

/* How often a text stands in another. */
static int count_of(const char *text, const char *what)
{
	int count = 0;

	for (; (text = strstr(text, what)) != NULL; text += strlen(what))
		count++;
	return count;
}

/* A file that all share is wrong for all of them, and each is told. */
Test(batch_records, tells_every_statement_of_a_fault_in_what_they_share)
{
	const char *records = text_of("data/waiting-list.csv");
	struct program_result result;

	write_text("data/waiting-list.csv", arena_printf(arena, "%s\"never closed", records));
	result = batch();
	cr_expect_eq(result.status, 4, "%d", result.status);
	cr_expect_eq(count_of(result.err, "a statement of the batch was not made"), 4, "%s",
		     result.err);
	cr_expect_eq(count_of(text_of("out/summary.csv"), "failed"), 4, "%s",
		     text_of("out/summary.csv"));
	write_text("data/waiting-list.csv", records);
	cr_expect_eq(batch().status, 0);
}

Test(batch_records, tells_every_statement_of_a_fault_in_what_none_of_them_changes)
{
	struct program_result result;

	change("report.xml", "<where column=\"Board\" is=\"{org}\"/>", "");
	change("report.xml", "<derive name=\"Fifth\" as=\"lookup\" from=\"Area\"",
	       "<derive name=\"Fifth\" as=\"lookup\" from=\"Areas\"");
	result = batch();
	cr_expect_eq(result.status, 4, "%d", result.status);
	cr_expect_eq(count_of(result.err, "a statement of the batch was not made"), 4, "%s",
		     result.err);
	cr_expect_not_null(strstr(result.err, "\"Areas\" in "), "%s", result.err);
}

/* What is wrong with one statement alone is no fault of the others. */
Test(batch_records, makes_the_others_when_one_of_them_has_no_records)
{
	struct program_result result;

	write_text("bodies.csv", "org\nQN1\nQZ9\nQN3\n");
	result = batch();
	cr_expect_eq(count_of(text_of("out/summary.csv"), ",made,"), 2, "%s",
		     text_of("out/summary.csv"));
	cr_expect_neq(result.status, 0);
	cr_expect_not_null(strstr(result.err, "QZ9"), "%s", result.err);
}

/* Many times the records, so that it takes a while to read them. */
static void make_large(void)
{
	const char *records = text_of("data/waiting-list.csv"), *rows = strchr(records, '\n') + 1;
	struct buffer text;

	buffer_init(&text);
	buffer_add(&text, records, (size_t)(rows - records));
	for (int i = 0; i < 150; i++)
		buffer_add_text(&text, rows);
	file_write(path_of("data/waiting-list.csv"), buffer_text(&text), text.length);
	buffer_clear(&text);
}

/* The first thread beside the first one is there while the records are read. */
Test(batch_records, leaves_nothing_when_it_is_stopped_while_it_reads)
{
	struct program_result result;
	const char *command;

	make_large();
	command = arena_printf(
		arena,
		"%s batch report.xml -q --for-each bodies.csv --formats dump -o out 2>said & p=$!\n"
		"while [ -d /proc/$p/task ] && [ $(ls /proc/$p/task | wc -l) -lt 2 ]; do :; done\n"
		"kill -TERM $p; wait $p; echo $?",
		program_path(arena));
	result = command_run(arena, folder, (const char *[]){ "sh", "-c", command, NULL });
	cr_expect_str_eq(result.out, "143\n", "%s", text_of("said"));
	cr_expect_not_null(strstr(text_of("said"), "0 of 4 statements are finished"), "%s",
			   text_of("said"));
	cr_expect_str_empty(command_run(arena, folder,
					(const char *[]){ "find", "out", "-mindepth", "1", "-not",
							  "-path", "*/.gradient-private*", NULL })
				    .out);
	cr_expect_eq(batch().status, 0);
}

/* -- databases -------------------------------------------------------------------------------- */

static void load_records(struct database_under_test *database)
{
	static const char *const columns[] = { "Pseudonym", "Practice", "Area",
					       "Born",      "Sex",      "Ethnic category",
					       "Specialty", "Referred", "Status" };

	database_load(database, "waits", text_of("data/waiting-list.csv"), columns,
		      sizeof(columns) / sizeof(columns[0]));
	change("report.xml", "kind=\"records\" href=\"data/waiting-list.csv\"",
	       arena_printf(arena, "kind=\"odbc\" connection=\"env:%s\" table=\"waits\"",
			    database->programs == NULL ? "TEST_SQLITE" : "TEST_POSTGRESQL"));
}

static void skip_without_odbc(struct program_result result)
{
	if (strstr(result.err, "[DAT259]") != NULL)
		cr_skip_test("this build has no ODBC");
}

Test(batch_records, asks_a_database_once_for_what_does_not_depend_on_the_body)
{
	load_records(database_of_sqlite(arena));
	change("report.xml", "<where column=\"Board\" is=\"{org}\"/>", "");
	skip_without_odbc(batch());
	expect_as_built("source list: read once\n");
}

Test(batch_records, asks_a_database_for_the_rows_of_each_body)
{
	load_records(database_of_sqlite(arena));
	skip_without_odbc(batch());
	expect_as_built("source list: read for each statement, since the database is asked for the "
			"rows of one body each time\n");
}

static const char *results_of(const char *out)
{
	struct program_result result =
		program_run(arena, folder,
			    (const char *[]){ "build", "report.xml", "-q", "-p", "org=QN1",
					      "--formats", "dump", "-o", out, NULL },
			    NULL);

	skip_without_odbc(result);
	cr_assert_eq(result.status, 0, "%s", result.err);
	return text_of(arena_printf(arena, "%s/results.csv", out));
}

/* Some people wait in the list of another board, too, and some rows are of no board. */
static void mix_records(void)
{
	const char *records = text_of("data/waiting-list.csv"), *row = strchr(records, '\n') + 1;
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, records);
	for (int i = 0; *row != '\0' && i < 900; i++) {
		const char *end = strchr(row, '\n'), *practice = strchr(row, ',') + 1;

		if (i % 9 == 0)
			buffer_printf(&text, "%.*sP%02d%.*s\n", (int)(practice - row), row,
				      i % 16 + 1, (int)(end - practice - 3), practice + 3);
		row = end + 1;
	}
	file_write(path_of("data/waiting-list.csv"), buffer_text(&text), text.length);
	buffer_clear(&text);
}

/* Every figure of a statement with a total of all bodies is that of the same records in a file. */
static void expect_total_as_in_a_file(struct database_under_test *database)
{
	const char *counted;

	mix_records();
	add_total();
	counted = results_of("file");
	cr_expect_not_null(strstr(counted, "people,2025-03-31,E92000001,all,all,all,value,shown,"));
	load_records(database);
	cr_expect_str_eq(results_of("database"), counted);
}

Test(batch_records, counts_a_total_in_sqlite_as_in_a_file)
{
	expect_total_as_in_a_file(database_of_sqlite(arena));
}

Test(batch_records, counts_a_total_in_postgresql_as_in_a_file)
{
	expect_total_as_in_a_file(database_of_postgresql(arena));
}

Test(batch_records, counts_people_of_a_total_in_sqlite_once_whatever_their_texts)
{
	give_texts_one_meaning();
	expect_total_as_in_a_file(database_of_sqlite(arena));
}

Test(batch_records, counts_people_of_a_total_in_postgresql_once_whatever_their_texts)
{
	give_texts_one_meaning();
	expect_total_as_in_a_file(database_of_postgresql(arena));
}

Test(batch_records, asks_postgresql_once_for_a_total_of_all_bodies)
{
	load_records(database_of_postgresql(arena));
	add_total();
	skip_without_odbc(batch());
	expect_as_built("source list: read once\n");
}
