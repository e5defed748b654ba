#include "data/csv.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "support/csv_text.h"
#include "support/fixture.h"

TestSuite(csv, .init = fixture_set_up, .fini = fixture_tear_down);

/* The header as <a><b>, every row as " [1][2]", quoted cells as {1}, then messages, if any. */
static const char *read_with(const char *text, const struct csv_options *options)
{
	struct csv_reader *reader = csv_text_open(arena, text, strlen(text), options, diags);
	const struct csv_record *record;
	struct buffer out;

	buffer_init(&out);
	for (size_t i = 0; reader != NULL && i < csv_columns(reader); i++)
		buffer_printf(&out, "<%s>", csv_column_name(reader, i));
	while (reader != NULL && (record = csv_next(reader)) != NULL) {
		buffer_add_char(&out, ' ');
		for (size_t i = 0; i < record->count; i++)
			buffer_printf(&out, record->cells[i].quoted ? "{%.*s}" : "[%.*s]",
				      (int)record->cells[i].length, record->cells[i].text);
	}
	diag_write(diags, &out, false);
	return buffer_finish(&out, arena);
}

static const char *read_text(const char *text)
{
	return read_with(text, NULL);
}

Test(csv, reads_a_header_and_rows)
{
	cr_assert_str_eq(read_text("a,b\n1,2\n3,4\n"), "<a><b> [1][2] [3][4]");
}

Test(csv, reads_a_header_without_rows)
{
	cr_assert_str_eq(read_text("a,b\n"), "<a><b>");
	cr_assert_str_eq(read_text("a,b"), "<a><b>");
}

Test(csv, ends_rows_at_any_line_end)
{
	cr_assert_str_eq(read_text("a,b\r\n1,2\r\n3,4\r\n"), "<a><b> [1][2] [3][4]");
	cr_assert_str_eq(read_text("a,b\r1,2\r3,4\r"), "<a><b> [1][2] [3][4]");
	cr_assert_str_eq(read_text("a,b\r1,2\n3,4\r\n5,6\n\r7,8"),
			 "<a><b> [1][2] [3][4] [5][6] [7][8]");
}

Test(csv, needs_no_final_line_end)
{
	cr_assert_str_eq(read_text("a,b\n1,2"), "<a><b> [1][2]");
	cr_assert_str_eq(read_text("a,b\n1,"), "<a><b> [1][]");
	cr_assert_str_eq(read_text("a,b\n1,\"2\""), "<a><b> [1]{2}");
	cr_assert_str_eq(read_text("a,b\n1,2\r"), "<a><b> [1][2]");
}

Test(csv, skips_a_byte_order_mark)
{
	cr_assert_str_eq(read_text("\xef\xbb\xbf"
				   "a,b\n1,2\n"),
			 "<a><b> [1][2]");
	cr_assert_str_eq(read_text("\xef\xbb\xbf\"a\",b\n"), "<a><b>");
}

Test(csv, skips_blank_lines_anywhere)
{
	cr_assert_str_eq(read_text("\n\r\n  \na,b\n\n \t \n1,2\n\n\n3,4\n  "),
			 "<a><b> [1][2] [3][4]");
	cr_assert_str_eq(read_text("a,b\r\r\n1,2\r\r\n3,4\r\r\n"), "<a><b> [1][2] [3][4]");
}

Test(csv, keeps_rows_of_empty_cells)
{
	cr_assert_str_eq(read_text("a,b\n,\n,,\n\"\"\n"), "<a><b> [][] [][][] {}");
}

Test(csv, keeps_rows_of_any_length)
{
	cr_assert_str_eq(read_text("a,b\n1\n1,2,3\n"), "<a><b> [1] [1][2][3]");
}

Test(csv, keeps_line_ends_and_delimiters_inside_quotes)
{
	cr_assert_str_eq(read_text("a,b\r\n\"1\n2\r3\r\n4\",\"x,y\"\r\n5,6\r\n"),
			 "<a><b> {1\n2\r3\r\n4}{x,y} [5][6]");
}

Test(csv, turns_doubled_quotes_into_one)
{
	cr_assert_str_eq(read_text("a,b\n\"say \"\"no\"\"\",\"\"\"\"\n\"\",\"\"\"\"\"x\"\n"),
			 "<a><b> {say \"no\"}{\"} {}{\"\"x}");
}

Test(csv, keeps_the_text_of_all_cells_of_a_row_at_once)
{
	cr_assert_str_eq(
		read_text(
			"a\n\"1\"\"\",\"22\"\"22\",\"\"\"3333333333\",\"4\"\"\"\n\"\"\"5\",\"6\"\"\"\n"),
		"<a> {1\"}{22\"22}{\"3333333333}{4\"} {\"5}{6\"}");
}

Test(csv, keeps_blanks_as_they_are)
{
	cr_assert_str_eq(read_text("a,b\n  55 (22), x y \n\" 1 \",\"2\"\n"),
			 "<a><b> [  55 (22)][ x y ] { 1 }{2}");
}

Test(csv, accepts_blanks_outside_quotes)
{
	cr_assert_str_eq(read_text("a,b\n \"1\" ,\t\"2,3\"\t\n"), "<a><b> {1}{2,3}");
}

Test(csv, reads_other_delimiters)
{
	cr_assert_str_eq(read_with("a;b\n1,5;\"2;\"\n", &(struct csv_options){ .delimiter = ';' }),
			 "<a><b> [1,5]{2;}");
	cr_assert_str_eq(read_with("a|b\n1,5|2\n", &(struct csv_options){ .delimiter = '|' }),
			 "<a><b> [1,5][2]");
	cr_assert_str_eq(
		read_with("a\tb\n\t\n \"1\"\t2\n", &(struct csv_options){ .delimiter = '\t' }),
		"<a><b> [][] {1}[2]");
}

Test(csv, skips_a_preamble_of_rows_not_lines)
{
	struct csv_options options = { .preamble = 2 };

	cr_assert_str_eq(read_with("\nNotes,,\n\n\"of two\nlines\",\n\na,b\n1,2\n", &options),
			 "<a><b> [1][2]");
}

Test(csv, lets_a_preamble_hold_quotes_as_prose_does)
{
	struct csv_options options = { .preamble = 3 };

	cr_assert_str_eq(read_with("The \"rate\" of, 5\" pipes\n\"Rate\" means, \"rate\"!\n,x\" \n"
				   "a,b\n1,2\n",
				   &options),
			 "<a><b> [1][2]");
}

Test(csv, numbers_the_columns_of_a_file_without_header)
{
	struct csv_options options = { .headerless = true, .preamble = 1 };

	cr_assert_str_eq(read_with("prose\n\nx,\"y\"\"\",z\n1,2,3\n", &options),
			 "<1><2><3> [x]{y\"}[z] [1][2][3]");
}

Test(csv, converts_a_declared_encoding)
{
	struct csv_options options = { .encoding = "windows-1252" };

	cr_assert_str_eq(read_with("a,b\n\xa3"
				   "5,2020\x96"
				   "21\n",
				   &options),
			 "<a><b> [£5][2020–21]");
	options.encoding = "macintosh";
	cr_assert_str_eq(read_with("a\r\xa3"
				   "5\r",
				   &options),
			 "<a> [£5]");
}

Test(csv, trusts_a_byte_order_mark_more_than_the_declared_encoding)
{
	cr_assert_str_eq(read_with("\xef\xbb\xbf"
				   "a\n\xc2\xa3\n",
				   &(struct csv_options){ .encoding = "windows-1252" }),
			 "<a> [£]");
}

Test(csv, trims_names_of_columns)
{
	cr_assert_str_eq(read_text(" a ,\" b\n\",\xc2\xa0"
				   "c d\t,\n"),
			 "<a><b><c d><>");
}

Test(csv, reads_very_long_cells)
{
	enum { LENGTH = 1000000 };
	struct csv_reader *reader;
	const struct csv_record *record;
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, "a,b,c\n");
	for (int i = 0; i < LENGTH; i++)
		buffer_add_char(&text, 'x');
	buffer_add_text(&text, ",\"");
	for (int i = 0; i < LENGTH; i++)
		buffer_add_text(&text, i % 2 == 0 ? "\"\"" : "\n");
	buffer_add_text(&text, "\",last\n");
	reader = csv_text_open(arena, text.bytes, text.length, NULL, diags);
	buffer_clear(&text);
	record = csv_next(reader);
	cr_assert(record->count == 3 && record->cells[0].length == LENGTH);
	cr_assert(record->cells[1].length == LENGTH && record->cells[1].text[LENGTH - 2] == '"');
	cr_assert_eq(csv_cell_location(reader, &record->cells[2]).line, 2 + LENGTH / 2);
	cr_assert_null(csv_next(reader));
	cr_assert_not(csv_failed(reader));
}

Test(csv, reads_five_thousand_columns)
{
	enum { COLUMNS = 5000 };
	struct csv_reader *reader;
	struct buffer text;

	buffer_init(&text);
	for (int row = 0; row < 3; row++)
		for (int i = 0; i < COLUMNS; i++)
			buffer_printf(&text, "%s%d%s", row == 0 ? "c" : "", i,
				      i + 1 == COLUMNS ? "\n" : ",");
	reader = csv_text_open(arena, text.bytes, text.length, NULL, diags);
	buffer_clear(&text);
	cr_assert_eq(csv_columns(reader), COLUMNS);
	cr_assert_eq(csv_find_column(reader, "C4999"), 4999);
	cr_assert_eq(csv_next(reader)->count, COLUMNS);
	cr_assert_eq(csv_next(reader)->count, COLUMNS);
	cr_assert_null(csv_next(reader));
}

Test(csv, takes_no_more_memory_for_more_rows)
{
	struct csv_reader *reader;
	struct buffer text;
	size_t rows = 0, size;

	buffer_init(&text);
	buffer_add_text(&text, "a,b\n");
	for (int i = 0; i < 100000; i++)
		buffer_add_text(&text, "\"some \"\"thing\"\"\",1\n");
	reader = csv_text_open(arena, text.bytes, text.length, NULL, diags);
	buffer_clear(&text);
	cr_assert_not_null(csv_next(reader));
	size = arena_size(arena);
	for (rows = 1; csv_next(reader) != NULL;)
		rows++;
	cr_assert_eq(rows, 100000);
	cr_assert_eq(arena_size(arena), size);
}
