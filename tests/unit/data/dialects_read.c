#include "data/dialects_read.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/sql_dialect.h"
#include "support/fixture.h"
#include "support/program.h"

TestSuite(dialects_read, .init = fixture_set_up, .fini = fixture_tear_down);

/* The list as the program has it, with further rows. */
static const struct sql_dialects *read_with(const char *rows)
{
	const char *folder = scratch_new(arena);
	const char *list = file_text(arena, "inputs/reference/sql-dialects.csv", NULL);
	const char *text = arena_printf(arena, "%s%s", list, rows);
	const struct sql_dialects *read;

	file_write(arena_printf(arena, "%s/sql-dialects.csv", folder), text, strlen(text));
	read = dialects_read(arena, folder, diags);
	scratch_free(folder);
	return read;
}

Test(dialects_read, takes_what_a_dialect_lacks_from_the_first)
{
	const struct sql_dialects *read =
		read_with("own,products,My System|Other\nown,length,LEN({x})\n");
	const struct sql_dialect *own = sql_dialect_find(read, "own");

	cr_assert_not_null(own);
	cr_assert_str_eq(own->parts[SQL_PART_LENGTH], "LEN({x})");
	for (int part = 0; part < SQL_PART_COUNT; part++)
		if (part != SQL_PART_LENGTH)
			cr_assert_str_eq(own->parts[part], read->items[0].parts[part]);
}

Test(dialects_read, finds_a_dialect_by_what_its_driver_calls_the_system)
{
	const struct sql_dialects *read = read_with("own,products,My System|Other\n");

	cr_assert_str_eq(sql_dialect_of_product(read, "MY SYSTEM")->name, "own");
	cr_assert_str_eq(sql_dialect_of_product(read, "other")->name, "own");
	cr_assert_str_eq(sql_dialect_of_product(read, "PostgreSQL")->name, "postgresql");
	cr_assert_str_eq(sql_dialect_of_product(read, "Microsoft SQL Server")->name, "sqlserver");
	cr_assert_null(sql_dialect_of_product(read, "My"));
	cr_assert_null(sql_dialect_of_product(read, ""));
}

Test(dialects_read, refuses_parts_that_are_none)
{
	cr_assert_null(read_with("own,lenght,LEN({x})\nown,quote,''\n"));
	cr_assert_eq(diag_count(diags), 2);
	cr_assert_eq(diag_at(diags, 0)->code, DIAG_REFERENCE_ROW);
}
