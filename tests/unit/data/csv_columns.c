/* Columns by their names, and where cells stand in the file. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/diag.h"
#include "support/csv_text.h"
#include "support/fixture.h"

TestSuite(csv_columns, .init = fixture_set_up, .fini = fixture_tear_down);

static struct csv_reader *open_text(const char *text)
{
	struct csv_reader *reader = csv_text_open(arena, text, strlen(text), NULL, diags);

	cr_assert_not_null(reader);
	return reader;
}

Test(csv_columns, finds_columns_by_exact_name_first)
{
	struct csv_reader *reader = open_text("Rate,rate,count, ,\n");

	cr_assert_eq(csv_find_column(reader, "Rate"), 0);
	cr_assert_eq(csv_find_column(reader, " rate\t"), 1);
	cr_assert_eq(csv_find_column(reader, "COUNT"), 2);
	cr_assert_eq(csv_find_column(reader, "counts"), CSV_COLUMN_MISSING);
	cr_assert_eq(csv_find_column(reader, ""), CSV_COLUMN_MISSING);
	cr_assert_eq(csv_find_column(reader, "  "), CSV_COLUMN_MISSING);
	cr_assert_eq(diag_count(diags), 0);
}

Test(csv_columns, finds_columns_by_case_of_any_script_and_across_broken_lines)
{
	struct csv_reader *reader =
		open_text("\"Lower\r\n  95%\xc2\xa0limit\",\xc3\x89t\xc3\xa9\n");

	cr_assert_eq(csv_find_column(reader, "lower 95% limit"), 0);
	cr_assert_eq(csv_find_column(reader, "\xc3\xa9T\xc3\x89"), 1);
}

Test(csv_columns, knows_where_cells_begin)
{
	struct csv_reader *reader = open_text("\xef\xbb\xbf"
					      "a, b\n\n\"x\ny\",  \xc2\xa3z\r\n\xc2\xa3,\"w\"\n");
	const struct csv_record *record;
	struct location at;

	at = csv_column_location(reader, 0);
	cr_assert(at.line == 1 && at.column == 1);
	at = csv_column_location(reader, 1);
	cr_assert(at.line == 1 && at.column == 4);
	record = csv_next(reader);
	at = csv_location(reader, record->offset);
	cr_assert(at.line == 3 && at.column == 1);
	at = csv_cell_location(reader, &record->cells[1]);
	cr_assert(at.line == 4 && at.column == 4);
	record = csv_next(reader);
	at = csv_cell_location(reader, &record->cells[1]);
	cr_assert(at.line == 5 && at.column == 3);
	cr_assert_str_eq(at.file, "t.csv");
}

Test(csv_columns, trims_cells_and_keeps_their_place)
{
	struct csv_reader *reader = open_text("a,b,c\n  \xc2\xa0 5\t ,\" 6\n\",  \n");
	const struct csv_record *record = csv_next(reader);
	struct csv_cell cell = csv_trim(record->cells[0]);
	struct location at = csv_cell_location(reader, &cell);

	cr_assert(cell.length == 1 && cell.text[0] == '5');
	cr_assert(at.line == 2 && at.column == 5);
	cell = csv_trim(record->cells[1]);
	at = csv_cell_location(reader, &cell);
	cr_assert(cell.length == 1 && cell.text[0] == '6' && cell.quoted);
	cr_assert(at.line == 2 && at.column == 9);
	cr_assert_eq(csv_trim(record->cells[2]).length, 0);
}
