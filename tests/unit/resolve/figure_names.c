/* What figures and tables are called by those who do not see where they stand. */

#include <criterion/criterion.h>

#include "support/statement.h"

static const char rows[] = "dimension,group,numerator,denominator\n"
			   "all,,1000,5000\n"
			   "deprivation,1,600,2500\ndeprivation,2,400,2500\n";

static void expect_name(const char *body, enum node_kind kind, const char *name)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = rows, .body = body });
	const struct node *node = statement_node(statement, kind, 0);

	cr_assert_not_null(node);
	cr_expect_str_eq(node->name, name);
	statement_free(statement);
}

Test(figure_names, are_label_and_title)
{
	expect_name("<chart kind='bars' by='deprivation'><title>Own</title></chart>", NODE_FIGURE,
		    "Figure\u00a01: Own");
	expect_name("<table kind='values' by='deprivation'><title>Own</title></table>", NODE_TABLE,
		    "Table\u00a01: Own");
}

Test(figure_names, are_of_section_and_box_around_a_table_without_caption)
{
	static const char actions[] = "<actions><action owner='A' state='B'>C</action></actions>";

	expect_name("<section><title>Waiting</title>"
		    "<actions><title>Done</title><action owner='A' state='B'>C</action></actions>"
		    "</section>",
		    NODE_TABLE, "Waiting: Done");
	expect_name(actions, NODE_TABLE, "What we did");
}
