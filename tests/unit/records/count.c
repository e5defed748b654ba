#include "records/records.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/fixture_place.h"
#include "support/messages.h"
#include "support/plain_count.h"
#include "support/program.h"
#include "support/records_column.h"
#include "support/records_random.h"

TestSuite(records, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

/* -- one column counted ----------------------------------------------------------------------------------- */

/* Pieces, threads and instructions make no difference. */
static const char *counted_bytes(const char *bytes, size_t length)
{
	struct count_place file = file_of(bytes, length);
	const char *first = counted_with((struct records_options){ 0 }, file, "sex");

	for (unsigned i = 0; i < 12; i++) {
		struct records_options options = { .threads = i % 4 + 1,
						   .piece = i * i + 1,
						   .vectors = i % RECORDS_VECTORS };

		cr_assert_str_eq(counted_with(options, file, "sex"), first, "piece %zu",
				 options.piece);
	}
	return first;
}

static const char *counted(const char *text)
{
	return counted_bytes(text, strlen(text));
}

static void says(const char *text, const char *wanted)
{
	const char *said = counted(text);

	cr_assert(strstr(said, wanted) != NULL, "%s", said);
}

Test(records, counts_the_rows_of_each_text)
{
	cr_assert_str_eq(counted("sex,age\nF,1\nM,2\nF,3\n,4\n"), "F=2@2 M=1@3 -=1@5");
	cr_assert_str_eq(counted("sex\nF\nM\n\nF"), "F=2@2 M=1@3");
}

Test(records, reads_quoted_cells_and_any_line_end)
{
	cr_assert_str_eq(counted("\"n\",\"sex\"\r\n\"1\",\"F\"\r\n\"2\",\"M\"\r\n"), "F=1@2 M=1@3");
	cr_assert_str_eq(counted("n,sex\r1,F\r\"2\",\"M\"\r\n3, \"F\" \n"), "F=2@2 M=1@3");
	cr_assert_str_eq(counted("sex,n\n\"F\"\"1\",\"two\nlines\"\nM,\"\"\n"), "F\"1=1@2 M=1@4");
	cr_assert_str_eq(counted("\xef\xbb\xbfsex,n\n \n\nM,1\n \t \nM,2"), "M=2@4");
}

Test(records, passes_over_cells_beyond_the_header_that_are_empty)
{
	cr_assert_str_eq(counted("sex,n\nM,1,,\nF,1, \n"), "F=1@3 M=1@2");
}

Test(records, tells_rows_of_another_length)
{
	says("sex,n\nM,1\nF\n", "records.csv:3:1: error: a row of records has another number of "
				"cells than the header: 1 cell, the header has 2 [DAT202]");
	says("sex,n\nM,1\nF,2,x\n",
	     ":3:1: error: a row of records has another number of cells than "
	     "the header: 3 cells, the header has 2 [DAT202]");
	says("n,sex\n1,\"a\nb\"\n2,F,x\n", ":4:1: ");
}

Test(records, tells_quotation_marks_where_they_are)
{
	says("sex,n\nM,1\nF,5\" pipe\nM,1\n", ":3:4: error: stray quotation mark: ");
	says("sex,n\nM,1\nF,\"a\"b\nM,1\n", ":3:6: error: stray quotation mark: ");
	says("sex,n\nM,1\nF,\"a\nM,1\n", ":3:3: error: a quoted cell never ends [DAT05]");
}

Test(records, tells_a_header_within_the_records)
{
	says("sex,age,n\nM,1,2\nsex,age,n\nF,1,2\n",
	     "records.csv:3:1: error: a second header stands within the records: it is the same "
	     "[DAT203]");
	says("n,age,sex\n1,2,M\nid,age,sex\n3,4,F\n",
	     ":3:1: error: a second header stands within the "
	     "records: 2 of 3 columns have the same name");
	says("sex,age,n\nM,1,2\n\"sex\",years,\"n\"\nF,1,2\n", ":3:1: ");
}

/* However much of the file is looked at together. */
Test(records, tells_the_first_of_several_faults)
{
	says("sex,age,n\nM,1,2\nsex,age,n\nF\n", "records.csv:3:1: error: a second header");
	says("n,age,sex\n1,2,M\nid,age,sex\n3,4\n", "records.csv:3:1: error: a second header");
}

/* Behind the part of the file that is read with the header. */
Test(records, tells_a_header_before_bytes_that_are_no_text)
{
	enum { ROWS = 200000 };
	struct buffer text;
	struct count_place file;

	buffer_init(&text);
	buffer_add_text(&text, "n,sex,age\n");
	for (size_t i = 0; i < ROWS; i++)
		buffer_add_text(&text, "1,M,2\n");
	buffer_add_text(&text, "id,sex,age\n2,\xff,1\n");
	file = file_of(text.bytes, text.length);
	buffer_clear(&text);
	for (size_t piece = 0; piece < 30; piece += 7) {
		struct records_options options = { .threads = 2, .piece = piece * 9 };
		const char *said = counted_with(options, file, "sex");

		cr_assert(strstr(said, "records.csv:200002:1: error: a second header") == said,
			  "%s", said);
	}
}

Test(records, takes_a_text_like_the_name_of_its_column_for_a_text)
{
	cr_assert_str_eq(counted("n,sex,age\n1,sex,2\n3,M,4\n"), "M=1@3 sex=1@2");
}

Test(records, tells_bytes_that_are_no_text)
{
	cr_assert_str_eq(counted_bytes("sex\nM\n\0\n", 8),
			 "records.csv:3:1: error: the data file is not a CSV file: it holds a zero "
			 "byte [DAT03]\n");
	says("sex,n\nM,caf\xe9\n",
	     ":2:6: error: the text does not fit the encoding: byte 0xE9 is not "
	     "utf-8");
}

Test(records, tells_faults_far_behind_the_header)
{
	enum { ROWS = 300000 };
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, "sex,n\n");
	for (size_t i = 0; i < ROWS; i++)
		buffer_add_text(&text, "M,12345678\n");
	buffer_add_text(&text, "F,\xe9\nF,1,2\n");
	cr_assert(strstr(counted_with((struct records_options){ .threads = 3 },
				      file_of(buffer_text(&text), text.length), "sex"),
			 "records.csv:300002:3: error: the text does not fit the encoding") !=
		  NULL);
	buffer_clear(&text);
}

Test(records, reads_an_encoding_of_one_byte_a_character)
{
	const char *text = "n,sex\n1,caf\xe9\n2,\x80\n";
	struct count_place file = file_of(text, strlen(text));

	file.encoding = "windows-1252";
	cr_assert_str_eq(counted_with((struct records_options){ .piece = 3 }, file, "sex"),
			 "caf\u00e9=1@2 \u20ac=1@3");
	file = file_of("n,sex\n1,ok\n2,\x81\n", 15);
	file.encoding = "windows-1252";
	cr_assert(strstr(counted_with((struct records_options){ 0 }, file, "sex"), "byte 0x81") !=
		  NULL);
}

Test(records, skips_a_preamble_and_does_without_a_header)
{
	const char *text = "A \"quoted\" word\nsex,n\nM,1\n";
	struct count_place file = file_of(text, strlen(text));

	file.preamble = 1;
	cr_assert_str_eq(counted_with((struct records_options){ 0 }, file, "sex"), "M=1@3");
	file = file_of("M;1\nF;2\n", 8);
	file.headerless = true;
	file.delimiter = ';';
	cr_assert_str_eq(counted_with((struct records_options){ 0 }, file, "1"), "F=1@2 M=1@1");
}

Test(records, tells_a_column_that_is_not_there_with_what_is)
{
	const char *said = counted("sexe,age\nM,1\n");

	cr_assert(strstr(said, "the data file has no such column: \"sex\" in records.csv") != NULL,
		  "%s", said);
	cr_assert(strstr(said, "did you mean \"sexe\"") != NULL, "%s", said);
}

Test(records, tells_a_file_that_is_not_there)
{
	struct count_place file = { .path = workplace_path(&place, "none.csv"),
				    .shown_path = "none.csv",
				    .at = { "report.xml", 3, 7 } };

	cr_assert_str_eq(counted_with((struct records_options){ 0 }, file, "sex"),
			 "report.xml:3:7: error: cannot read the data file: none.csv: No such file "
			 "or directory [DAT01]\n");
}

/* -- long rows, many cells -------------------------------------------------------------------------------- */

Test(records, gives_up_on_a_row_that_never_ends)
{
	enum { LONG = RECORDS_ROW_MOST + 100000 };
	struct buffer text;
	const char *said;

	buffer_init(&text);
	buffer_add_text(&text, "sex,n\nM,1\nF,\"2\n");
	for (size_t i = 0; i < LONG / 4; i++)
		buffer_add_text(&text, "M,1\n");
	said = counted_with((struct records_options){ .threads = 2 },
			    file_of(buffer_text(&text), text.length), "sex");
	cr_assert_str_eq(said, "records.csv:3:3: error: a row of records is longer than 8 MiB: a "
			       "quotation mark opens here and none closes it [DAT201]\n");
	buffer_clear(&text);
}

Test(records, counts_rows_of_a_million_bytes)
{
	enum { LONG = 1500000 };
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, "sex,n\nM,");
	for (size_t i = 0; i < LONG; i++)
		buffer_add_char(&text, 'x');
	buffer_add_text(&text, "\nF,2\n");
	cr_assert_str_eq(counted_with((struct records_options){ .piece = 1000 },
				      file_of(buffer_text(&text), text.length), "sex"),
			 "F=1@3 M=1@2");
	buffer_clear(&text);
}

Test(records, gives_up_when_there_are_too_many_cells)
{
	struct buffer text;
	const char *said;

	buffer_init(&text);
	buffer_add_text(&text, "n,sex\n");
	for (size_t i = 0; i <= RECORDS_CELLS_MOST; i++)
		buffer_printf(&text, ",%zx\n", i);
	said = counted_with((struct records_options){ .threads = 2 },
			    file_of(buffer_text(&text), text.length), "sex");
	cr_assert_str_eq(said, "records.csv: error: records fall into too many groups: sex "
			       "[DAT204]\n");
	buffer_clear(&text);
}

Test(records, forgets_texts_when_there_are_too_many_of_them)
{
	enum { ROWS = 300000 };
	struct count_query query = *query_of("n");
	struct count_grouping all = { .values = NULL };
	struct count_place file;
	struct count_result result;
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, "n,sex\n");
	for (size_t i = 0; i < ROWS; i++)
		buffer_printf(&text, "%zu,%s\n", i / 2, i % 3 == 0 ? "" : "F");
	query.groupings = &all;
	file = file_of(buffer_text(&text), text.length);
	cr_assert(records_count(NULL, arena, &query, &file, &result, diags));
	cr_assert_eq(result.rows, ROWS);
	cr_assert_eq(result.groupings[0].items[0].figures[0].number, ROWS);
	cr_assert_eq(result.taken[0].rows[LACK_EMPTY], 0);
	buffer_clear(&text);
}

/* -- a file that changes ---------------------------------------------------------------------------------- */

struct toucher {
	const char *path;
	volatile bool done;
};

static void *touch(void *context)
{
	struct toucher *toucher = context;

	for (long i = 0; !toucher->done; i++) {
		struct timespec times[2] = { { .tv_sec = i }, { .tv_sec = i } };

		utimensat(AT_FDCWD, toucher->path, times, 0);
	}
	return NULL;
}

Test(records, tells_a_file_that_changes_while_it_is_read)
{
	size_t length;
	const char *text = many_rows(500000, &length), *said;
	struct count_place file = file_of(text, length);
	struct toucher toucher = { .path = file.path };
	pthread_t thread;

	pthread_create(&thread, NULL, touch, &toucher);
	said = counted_with((struct records_options){ 0 }, file, "sex");
	toucher.done = true;
	pthread_join(thread, NULL);
	cr_assert(strstr(said, "a file of records changed while it was read") != NULL, "%s", said);
	cr_assert(strstr(said, "[DAT205]") != NULL, "%s", said);
}

/* -- all that can be asked -------------------------------------------------------------------------------- */

/* By pieces down to one byte, by one, two and seven threads, with each kind of vectors and without. */
static void check_random(uint64_t number)
{
	static const unsigned threads[] = { 1, 2, 7 };
	uint64_t seed = number * 77777;
	struct count_place file = { .shown_path = "records.csv" };
	size_t rows = random_below(&seed, 3) == 0 ? 1 + random_below(&seed, 1500)
						  : 1 + random_below(&seed, 40);
	struct count_result plain, result;
	const struct count_query *query;
	size_t length;
	const char *text = random_records(arena, &seed, rows, &file, &length);

	file.path = workplace_path(&place, "random.csv");
	file_write(file.path, text, length);
	query = random_query(arena, &seed);
	cr_assert(plain_count(NULL, arena, query, &file, &plain, diags), "seed %zu: %s",
		  (size_t)number, workplace_said(&place));
	for (size_t i = 0; i < 9; i++) {
		struct records_options options = {
			.threads = threads[i % 3],
			.piece = 1 + random_below(&seed, i % 2 == 0 ? 30 : 5000),
			.vectors = i / 3,
		};
		const char *how;

		cr_assert(records_count(&options, arena, query, &file, &result, diags),
			  "seed %zu: %s", (size_t)number, workplace_said(&place));
		how = answers_differ(arena, query, &plain, &result);
		cr_assert_null(how, "seed %zu, %u threads, pieces of %zu: %s", (size_t)number,
			       options.threads, options.piece, how);
	}
}

Test(records, counts_dirty_files_as_a_plain_way_does)
{
	for (uint64_t number = 1; number <= 150; number++)
		check_random(number);
}
