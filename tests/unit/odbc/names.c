#include "odbc/names.h"

#include <criterion/criterion.h>

#include "support/fixture.h"

TestSuite(odbc_names, .init = fixture_set_up, .fini = fixture_tear_down);

/* The table's name as it stands in a statement; NULL when it is none. */
static const char *table(const char *text)
{
	struct table_name name;

	return table_name_read(arena, text, &name) ? table_name_quoted(arena, "\"", &name) : NULL;
}

Test(odbc_names, quotes_and_doubles_what_is_inside)
{
	cr_assert_str_eq(name_quoted(arena, "\"", "a\"b; DROP TABLE c --"),
			 "\"a\"\"b; DROP TABLE c --\"");
	cr_assert_str_eq(name_quoted(arena, "`", "a\"b`c"), "`a\"b``c`");
	cr_assert_str_eq(name_quoted(arena, "\"", ""), "\"\"");
}

Test(odbc_names, takes_tables_apart)
{
	cr_assert_str_eq(table("care"), "\"care\"");
	cr_assert_str_eq(table("main.hospital.care"), "\"main\".\"hospital\".\"care\"");
	cr_assert_str_eq(table("\"a.b\".c"), "\"a.b\".\"c\"");
	cr_assert_str_eq(table("\"a\"\"b\".c"), "\"a\"\"b\".\"c\"");
	cr_assert_str_eq(table("a; DROP TABLE b"), "\"a; DROP TABLE b\"");
	cr_assert_str_eq(table("a\"b"), "\"a\"\"b\"");
}

Test(odbc_names, refuses_what_is_no_table)
{
	cr_assert_null(table(""));
	cr_assert_null(table("a."));
	cr_assert_null(table(".a"));
	cr_assert_null(table("\"a"));
	cr_assert_null(table("\"a\"b"));
	cr_assert_null(table("a\nb"));
	cr_assert_null(table("a.b.c.d.e"));
}
