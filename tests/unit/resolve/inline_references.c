/* Blanks around references, which have no words until all numbers are known. */

#include <criterion/criterion.h>

#include "support/statement.h"

static void expect_paragraph(const char *body, const char *wanted)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "numerator,denominator\n10,100\n", .body = body });

	cr_expect_str_eq(statement_paragraph(statement, 0), wanted, "%s", body);
	statement_free(statement);
}

#define PLACE "<section id='place'><title>Waits</title></section>"

Test(resolve_inline_references, keep_the_blank_before_them)
{
	expect_paragraph("<p>see <ref to='place'/></p>" PLACE, "see Section 1");
	expect_paragraph("<p>see <ref to='place'/> and <ref to='place' form='title'/></p>" PLACE,
			 "see Section 1 and Waits");
	expect_paragraph("<p><ref to='place'/> says</p>" PLACE, "Section 1 says");
	expect_paragraph("<p>see <ref to='place'/> </p>" PLACE, "see Section 1");
}

Test(resolve_inline_references, leave_no_blank_where_a_condition_left_nothing)
{
	expect_paragraph("<p>see  <when gt='1000'>x</when> <ref to='place'/></p>" PLACE,
			 "see Section 1");
}
