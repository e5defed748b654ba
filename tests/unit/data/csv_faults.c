#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/source.h"
#include "support/csv_text.h"
#include "support/fixture.h"

TestSuite(csv_faults, .init = fixture_set_up, .fini = fixture_tear_down);

/* What the reader says about the whole of a file. */
static const char *said(const char *bytes, size_t length, const struct csv_options *options)
{
	struct diag_list *list = diag_list_new(arena);
	struct csv_reader *reader = csv_text_open(arena, bytes, length, options, list);
	struct buffer out;

	while (reader != NULL && csv_next(reader) != NULL)
		continue;
	cr_assert(reader == NULL || csv_failed(reader) == (diag_count(list) > 0));
	cr_assert(reader == NULL || csv_next(reader) == NULL);
	buffer_init(&out);
	diag_write(list, &out, false);
	return buffer_finish(&out, arena);
}

#define SAYS(text, options, message)                                                               \
	cr_assert_str_eq(said(text, sizeof(text) - 1, options), message)

Test(csv_faults, refuses_an_empty_file)
{
	SAYS("", NULL, "t.csv: error: the data file is empty [DAT02]\n");
	SAYS("\xef\xbb\xbf", NULL, "t.csv: error: the data file is empty [DAT02]\n");
	SAYS("\n \r\n\t\r  ", NULL, "t.csv: error: the data file is empty [DAT02]\n");
	SAYS("", &(struct csv_options){ .preamble = 1 },
	     "t.csv: error: the data file is empty [DAT02]\n");
	SAYS("", &(struct csv_options){ .encoding = "windows-1252" },
	     "t.csv: error: the data file is empty [DAT02]\n");
}

Test(csv_faults, refuses_a_preamble_that_leaves_no_header)
{
	SAYS("prose\n\nmore\n", &(struct csv_options){ .preamble = 3 },
	     "t.csv: error: the data file ends before its header: the preamble is set to 3 rows, "
	     "the file has 2 [DAT09]\n");
	SAYS("prose", &(struct csv_options){ .preamble = 1 },
	     "t.csv: error: the data file ends before its header: the preamble is set to 1 row, "
	     "the file has 1 [DAT09]\n");
}

Test(csv_faults, refuses_files_of_other_kinds)
{
	SAYS("PK\003\004\024\000", NULL,
	     "t.csv: error: the data file is not a CSV file: it is a workbook (Excel or "
	     "OpenDocument) or a zip archive [DAT03]\n");
	SAYS("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", NULL,
	     "t.csv: error: the data file is not a CSV file: it is a workbook of an older Excel "
	     "[DAT03]\n");
	SAYS("%PDF-1.7\n", NULL,
	     "t.csv: error: the data file is not a CSV file: it is a PDF document [DAT03]\n");
	SAYS("\xff\xfe"
	     "a\0",
	     NULL,
	     "t.csv: error: the data file is not a CSV file: it is text in UTF-16 [DAT03]\n"
	     "    hint: save it as CSV (UTF-8)\n");
	SAYS("\n<!DOCTYPE html>", NULL,
	     "t.csv: error: the data file is not a CSV file: it is a web page [DAT03]\n"
	     "    hint: look at it in a browser: is it a login page?\n");
	SAYS("PK\003\004", &(struct csv_options){ .encoding = "windows-1252" },
	     "t.csv: error: the data file is not a CSV file: it is a workbook (Excel or "
	     "OpenDocument) or a zip archive [DAT03]\n");
}

Test(csv_faults, refuses_zero_bytes)
{
	SAYS("a,b\n£\0,2\n", NULL,
	     "t.csv:2:2: error: the data file is not a CSV file: it holds a zero byte [DAT03]\n");
	SAYS("a,b\n\xa3\x96\0,2\n", &(struct csv_options){ .encoding = "windows-1252" },
	     "t.csv:2:3: error: the data file is not a CSV file: it holds a zero byte [DAT03]\n");
	SAYS("\x89\x01\0", NULL,
	     "t.csv: error: the data file is not a CSV file: it holds a zero byte [DAT03]\n");
}

Test(csv_faults, places_bytes_that_do_not_fit_the_encoding)
{
	SAYS("a,b\n£1,\xc3\n", NULL,
	     "t.csv:2:4: error: the text does not fit the encoding: byte 0xC3 is not utf-8 [DAT04]\n");
	SAYS("\xef\xbb\xbf"
	     "a,\xa3\n",
	     &(struct csv_options){ .encoding = "windows-1252" },
	     "t.csv:1:3: error: the text does not fit the encoding: byte 0xA3 is not utf-8 [DAT04]\n");
	SAYS("a,b\n\xa3\x96,\x81\n", &(struct csv_options){ .encoding = "windows-1252" },
	     "t.csv:2:4: error: the text does not fit the encoding: byte 0x81 is not windows-1252 "
	     "[DAT04]\n");
	SAYS("\x81", &(struct csv_options){ .encoding = "windows-1252" },
	     "t.csv:1:1: error: the text does not fit the encoding: byte 0x81 is not windows-1252 "
	     "[DAT04]\n");
	SAYS("a\n\xe2\x80", NULL,
	     "t.csv:2:1: error: the text does not fit the encoding: byte 0xE2 is not utf-8 [DAT04]\n"
	     "    hint: the bytes look like windows-1252: set encoding=\"windows-1252\" on the "
	     "source, or save the file as UTF-8\n");
}

Test(csv_faults, suggests_the_encoding_the_bytes_look_like)
{
	SAYS("a\n2020\x96"
	     "21,\xa3\n",
	     NULL,
	     "t.csv:2:5: error: the text does not fit the encoding: byte 0x96 is not utf-8 [DAT04]\n"
	     "    hint: the bytes look like windows-1252: set encoding=\"windows-1252\" on the "
	     "source, or save the file as UTF-8\n");
	SAYS("a\r\xa3"
	     "5\r",
	     NULL,
	     "t.csv:2:1: error: the text does not fit the encoding: byte 0xA3 is not utf-8 [DAT04]\n"
	     "    hint: the bytes look like macintosh: set encoding=\"macintosh\" on the source, or "
	     "save the file as UTF-8\n");
}

Test(csv_faults, suggests_no_encoding_for_a_mixture)
{
	SAYS("£\n\xa3\n", NULL,
	     "t.csv:2:1: error: the text does not fit the encoding: byte 0xA3 is not utf-8 [DAT04]\n");
	SAYS("\xa3\n£\n", NULL,
	     "t.csv:1:1: error: the text does not fit the encoding: byte 0xA3 is not utf-8 [DAT04]\n");
	SAYS("\xa3\n\x9d\n", NULL,
	     "t.csv:1:1: error: the text does not fit the encoding: byte 0xA3 is not utf-8 [DAT04]\n");
}

Test(csv_faults, names_the_opening_quote_of_a_cell_that_never_ends)
{
	SAYS("a,b\n£,\"2\n3,4\n5,\"\"6\n", NULL,
	     "t.csv:2:3: error: a quoted cell never ends [DAT05]\n");
	SAYS("a,b\n1,  \"", NULL, "t.csv:2:5: error: a quoted cell never ends [DAT05]\n");
	SAYS("\"a", NULL, "t.csv:1:1: error: a quoted cell never ends [DAT05]\n");
	SAYS("\"prose\na\n", &(struct csv_options){ .preamble = 1 },
	     "t.csv:1:1: error: a quoted cell never ends [DAT05]\n");
}

Test(csv_faults, names_stray_quotes)
{
	SAYS("a,b\n1,5\" pipe\n", NULL,
	     "t.csv:2:4: error: stray quotation mark: the cell begins without one [DAT06]\n");
	SAYS("a,b\n\"x\" £y,2\n", NULL,
	     "t.csv:2:5: error: stray quotation mark: text follows the closing one [DAT06]\n");
	SAYS("a,b\n\"x\" \"y\",2\n", NULL,
	     "t.csv:2:5: error: stray quotation mark: text follows the closing one [DAT06]\n");
	SAYS("a\"b\n", NULL,
	     "t.csv:1:2: error: stray quotation mark: the cell begins without one [DAT06]\n");
	SAYS("x\" y\na,b\"\n", &(struct csv_options){ .preamble = 1 },
	     "t.csv:2:4: error: stray quotation mark: the cell begins without one [DAT06]\n");
}

Test(csv_faults, stops_at_the_first_fault)
{
	SAYS("a\n1\"\n2\"\n\"", NULL,
	     "t.csv:2:2: error: stray quotation mark: the cell begins without one [DAT06]\n");
}

Test(csv_faults, places_faults_after_quoted_line_ends_and_blank_lines)
{
	SAYS("a,b\r\n\r\n\"1\n\r2\",3\r\nx\",4\r\n", NULL,
	     "t.csv:6:2: error: stray quotation mark: the cell begins without one [DAT06]\n");
}

Test(csv_faults, limits_the_cells_of_a_row)
{
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, "a\n");
	for (int i = 1; i < CSV_CELLS_MOST; i++)
		buffer_add_char(&text, ',');
	cr_assert_str_eq(said(text.bytes, text.length, NULL), "");
	buffer_add_char(&text, ',');
	cr_assert_str_eq(said(text.bytes, text.length, NULL),
			 "t.csv:2:16385: error: a row has more than 16,384 cells [DAT07]\n");
	buffer_clear(&text);
}

Test(csv_faults, reports_a_name_of_several_columns_only_when_asked_for)
{
	static const char text[] = "rate,Age,count,rate,AGE\n1,2,3,4,5\n";
	struct diag_list *list = diag_list_new(arena);
	struct csv_reader *reader =
		csv_open(arena, source_of_text(arena, "t.csv", text, sizeof(text) - 1), NULL, list);
	struct buffer out;

	cr_assert_eq(csv_find_column(reader, "count"), 2);
	cr_assert_eq(csv_find_column(reader, "Age"), 1);
	cr_assert_eq(diag_count(list), 0);
	cr_assert_eq(csv_find_column(reader, "rate"), CSV_COLUMN_AMBIGUOUS);
	cr_assert_eq(csv_find_column(reader, "age"), CSV_COLUMN_AMBIGUOUS);
	cr_assert_not(csv_failed(reader));
	cr_assert_eq(csv_next(reader)->count, 5);
	buffer_init(&out);
	diag_write(list, &out, false);
	cr_assert_str_eq(
		buffer_text(&out),
		"t.csv:1:16: error: the name of a column is not unique: \"rate\" is column 1 "
		"and column 4 [DAT08]\n"
		"t.csv:1:21: error: the name of a column is not unique: \"age\" is column 2 "
		"and column 5 [DAT08]\n");
	buffer_clear(&out);
}

/* A quotation mark in every cell must not make each of them look through the rest of the file. */
Test(csv_faults, takes_linear_time_whatever_the_file_holds)
{
	enum { MEGABYTES = 8 };
	static const char *const pieces[] = { "\"\"", "\",", "\"\n", "\n", " ", "\r", ",\n" };

	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		struct arena *own = arena_new();
		struct diag_list *list = diag_list_new(own);
		struct csv_reader *reader;
		struct buffer text;

		buffer_init(&text);
		buffer_add_text(&text, "a\n\"");
		while (text.length < MEGABYTES * 1000 * 1000)
			buffer_add_text(&text, pieces[i]);
		reader = csv_open(own, source_of_text(own, "t.csv", text.bytes, text.length), NULL,
				  list);
		while (csv_next(reader) != NULL)
			continue;
		arena_free(own);
		buffer_clear(&text);
	}
}
