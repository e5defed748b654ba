/* What is compared with a figure that is itself of low reliability: nothing. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

/* England: 12 of 20. */
static const char rows[] = "organisation,dimension,group,numerator,denominator\n"
			   "E92000001,all,,12,20\n"
			   "QNV,all,,2500,10000\n"
			   "QNV,sex,F,1500,5000\nQNV,sex,M,1000,5000\n";

static struct statement_parts with(const char *body)
{
	return (struct statement_parts){ .rows = rows, .body = body };
}

Test(resolve_unreliable_benchmark, gives_no_comparison_in_a_sentence)
{
	expect_paragraph(
		with("<p by='sex' compare='E92000001'><phrase kind='several-groups'/></p>"),
		"No comparison can be made: the figure for England is of low reliability.");
}

Test(resolve_unreliable_benchmark, holds_for_no_condition)
{
	expect_paragraph(with("<p by='sex' compare='E92000001'>No"
			      "<when by='sex' group='F' is='significant'>significant</when>"
			      "<when by='sex' group='F' is='similar'>similar</when>"
			      "<when by='sex' group='F' is='lower'>lower</when></p>"),
			 "No");
	expect_paragraph(
		with("<p by='sex'><when group='F' is='higher'>Higher than all.</when></p>"),
		"Higher than all.");
}

Test(resolve_unreliable_benchmark, leaves_cells_that_say_why_they_are_empty)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = rows,
							.body = "<table by='sex' "
								"compare='E92000001'/>" });
	const struct node *table = statement_node(statement, NODE_TABLE, 0);
	const char *notes;

	cr_assert_not_null(table);
	cr_expect_str_eq(statement_table(statement, 0),
			 "Sex | Patients treated in time | Patients | Percentage | 95% CI lower | "
			 "95% CI upper | Compared with England\n"
			 "All patients | 2,500 | 10,000 | 25.0% | 24.2% | 25.9% | [x]\n"
			 "England, all patients | 12 | 20 | 60.0% | 38.7% | 78.1% | [u]\n"
			 "Female | 1,500 | 5,000 | 30.0% | 28.7% | 31.3% | [x]\n"
			 "Male | 1,000 | 5,000 | 20.0% | 18.9% | 21.1% | [x]\n");
	notes = statement_plain(statement, &table->notes);
	cr_expect_not_null(strstr(notes, "[x] not available: the figure to compare with is of low "
					 "reliability."),
			   "%s", notes);
	statement_free(statement);
}
