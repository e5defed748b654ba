/* Lists of ours: read by the names of their columns, with the place of every cell. */
#include "data/table.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/fixture_place.h"
#include "support/messages.h"

static const char *const columns[] = { "code", "name", "flag" };

TestSuite(data_table, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

static struct table *read_table(const char *text, size_t required)
{
	const char *path = workplace_path(&place, "list.csv");

	workplace_file(&place, "list.csv", text);
	return table_read(arena, path, (struct location){ 0 }, columns, 3, required, place.diags);
}

Test(data_table, finds_columns_by_name_and_passes_over_others)
{
	const struct table *table =
		read_table("other,flag,name,code\nx,1,One,a\ny,no, Two ,b\n", 3);

	cr_assert_not_null(table, "%s", workplace_said(&place));
	cr_expect_eq(table->row_count, 2);
	cr_expect_str_eq(table_cell(table, 0, 0), "a");
	cr_expect_str_eq(table_cell(table, 0, 1), "One");
	cr_expect_str_eq(table_cell(table, 1, 1), "Two");
	cr_expect(table_flag(table, 0, 2));
	cr_expect_not(table_flag(table, 1, 2));
}

Test(data_table, takes_one_yes_and_true_for_set)
{
	const struct table *table =
		read_table("code,name,flag\na,,1\nb,,yes\nc,,true\nd,,0\ne,,\nf,,Y\n", 3);

	for (size_t row = 0; row < 6; row++)
		cr_expect_eq(table_flag(table, row, 2), row < 3, "%zu", row);
}

Test(data_table, knows_the_place_of_cells)
{
	const struct table *table = read_table("code,name,flag\na,\"x\ny\",1\nb, z\n", 3);
	struct location at = table_location(table, 0, 2), name = table_location(table, 1, 1),
			none = table_location(table, 1, 2);

	cr_expect_eq(at.line, 3);
	cr_expect_eq(at.column, 4);
	cr_expect_eq(name.line, 4);
	cr_expect_eq(name.column, 4);
	/* A row that ends before the column stands for its cell. */
	cr_expect_eq(none.line, 4);
	cr_expect_eq(none.column, 1);
	cr_expect_str_eq(table_cell(table, 1, 2), "");
}

Test(data_table, says_in_one_message_which_columns_are_missing)
{
	cr_expect_null(read_table("flag\n1\n", 3));
	cr_expect_str_eq(workplace_said(&place),
			 "list.csv:1:1: error: wrong entry in a reference list or catalogue: "
			 "the header lacks \"code\", \"name\" [SPC30]\n");
}

Test(data_table, does_without_columns_that_are_not_required)
{
	const struct table *table = read_table("code\na\n", 1);

	cr_assert_not_null(table, "%s", workplace_said(&place));
	cr_expect_str_eq(table_cell(table, 0, 0), "a");
	cr_expect_str_eq(table_cell(table, 0, 1), "");
	cr_expect_str_eq(workplace_said(&place), "");
}

Test(data_table, refuses_files_that_are_not_there_or_not_csv)
{
	cr_expect_null(table_read(arena, workplace_path(&place, "none.csv"), (struct location){ 0 },
				  columns, 3, 3, place.diags));
	cr_expect_null(read_table("code,name,flag\na,\"open\n", 3));
	cr_expect_eq(messages_count(place.diags, "DAT01"), 1);
	cr_expect_eq(messages_count(place.diags, "DAT05"), 1);
}
