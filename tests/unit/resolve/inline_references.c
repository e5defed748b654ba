/* Blanks around references, which have no words until all numbers are known. */

#include <criterion/criterion.h>

#include "support/statement.h"

static struct statement_parts with(const char *body)
{
	return (struct statement_parts){ .rows = "numerator,denominator\n10,100\n", .body = body };
}

#define PLACE "<section id='place'><title>Waits</title></section>"

Test(resolve_inline_references, keep_the_blank_before_them)
{
	expect_paragraph(with("<p>see <ref to='place'/></p>" PLACE), "see Section 1");
	expect_paragraph(
		with("<p>see <ref to='place'/> and <ref to='place' form='title'/></p>" PLACE),
		"see Section 1 and Waits");
	expect_paragraph(with("<p><ref to='place'/> says</p>" PLACE), "Section 1 says");
	expect_paragraph(with("<p>see <ref to='place'/> </p>" PLACE), "see Section 1");
}

Test(resolve_inline_references, leave_no_blank_where_a_condition_left_nothing)
{
	expect_paragraph(with("<p>see  <when gt='1000'>x</when> <ref to='place'/></p>" PLACE),
			 "see Section 1");
}
