#include "odbc/complaint.h"

#include <criterion/criterion.h>

#include "odbc/sql_text.h"
#include "support/fixture.h"

TestSuite(odbc_complaint, .init = fixture_set_up, .fini = fixture_tear_down);

static const char *told(const char *message, const char *connection, const char *text)
{
	const struct sql_parameter parameters[] = { { .number = 5 }, { .text = text } };
	const struct complaint_secrets secrets = { connection, parameters, text == NULL ? 1 : 2 };

	return complaint_text(arena, message, &secrets);
}

Test(odbc_complaint, tells_the_first_line)
{
	cr_assert_str_eq(told("no such table\nLINE 1: SELECT", NULL, NULL), "no such table");
}

Test(odbc_complaint, leaves_out_what_the_connection_string_holds)
{
	const char *connection =
		"Driver={My driver};Server=warehouse;UID=anna;PWD={a;b}}c};Token=t0ken";

	cr_assert_str_eq(told("warehouse: anna with a;b}}c and t0ken may not use My driver",
			      connection, NULL),
			 "warehouse: ... with ... and ... may not use My driver");
	cr_assert_str_eq(told("x", "PWD=", NULL), "x");
	cr_assert_str_eq(told("secret", "pwd=secret", NULL), "...");
}

Test(odbc_complaint, leaves_out_names_of_users)
{
	cr_assert_str_eq(told("password failed for user \"bob\"", NULL, NULL),
			 "password failed for user \"...\"");
	cr_assert_str_eq(told("Login failed for user 'bob'.", NULL, NULL),
			 "Login failed for user '...'.");
	cr_assert_str_eq(told("no user bob", NULL, NULL), "no user bob");
}

Test(odbc_complaint, leaves_out_texts_of_the_report)
{
	cr_assert_str_eq(told("cannot read \"Asthma\" here", NULL, "Asthma"),
			 "cannot read \"...\" here");
	cr_assert_str_eq(told("cannot read 'J' in JOIN", NULL, "J"), "cannot read '...' in JOIN");
	cr_assert_str_eq(told("column 5", NULL, ""), "column 5");
}
