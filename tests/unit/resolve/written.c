/* What tables of an author's words have in common. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

static const char meta[] =
	"<statement edition='statement-2023-25' body='QNV' kind='icb' form='icb'/>";

/* Rows of several lists that were not checked are one message, not one for each table. */
Test(resolve_written, tells_once_what_was_not_checked_against_its_source)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.meta = meta,
		.body = "<review/><provisions/><framework of='core20plus5-adults'/>" });
	const struct diag *found = NULL;
	size_t count = 0;

	for (size_t i = 0; i < diag_count(statement->diags); i++)
		if (strcmp(diag_kind(diag_at(statement->diags, i)->code)->id, "SPC83") == 0) {
			found = diag_at(statement->diags, i);
			count++;
		}
	cr_assert_eq(count, 1);
	cr_expect_eq(found->level, DIAG_NOTE);
	/* A row of each list; what is verified is not among them. */
	cr_expect_not_null(strstr(found->detail, "evaluate (recalled)"));
	cr_expect_not_null(strstr(found->detail, "review-icb (recalled)"));
	cr_expect_not_null(strstr(found->detail, "smoking (recalled)"));
	cr_expect_null(strstr(found->detail, "maternity"));
	statement_free(statement);
}

Test(resolve_written, says_nothing_where_all_was_checked)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .body = "<framework of='core20plus5-cyp'/>" });

	cr_expect_not(statement_said(statement, "SPC83"));
	statement_free(statement);
}

Test(resolve_written, keeps_the_language_of_the_author)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.body = "<framework of='core20plus5-cyp'><area of='asthma' xml:lang='cy'>Da iawn."
			"</area></framework>" });
	const struct table *table = statement_node(statement, NODE_TABLE, 0)->table;

	cr_expect_str_eq(table->rows[0].cells[1].text.runs[0]->language, "cy");
	/* The name of the area is not the author's. */
	cr_expect_null(table->rows[0].cells[0].text.runs[0]->language);
	statement_free(statement);
}

Test(resolve_written, names_the_publisher_and_the_period_if_there_is_one)
{
	static const struct {
		const char *meta, *wanted;
	} cases[] = {
		{ "", "Publisher" },
		{ "<period from='2024-04-01' to='2025-03-31'>April 2024 to March 2025</period>",
		  "Publisher, April 2024 to March 2025" },
	};

	for (size_t i = 0; i < 2; i++) {
		struct statement *statement = statement_of(&(struct statement_parts){
			.meta = cases[i].meta, .body = "<framework of='core20plus5-cyp'/>" });
		const struct node *node = statement_node(statement, NODE_TABLE, 0);

		cr_expect_str_eq(statement_plain(statement, &node->subtitle), cases[i].wanted);
		statement_free(statement);
	}
}

/* Figures in what an author writes are the program's, with the reason where they are not there. */
Test(resolve_written, has_figures_that_are_noted_as_used)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "numerator,denominator\n500,1000\n",
		.body = "<framework of='core20plus5-cyp'><area of='asthma'><value/> of all.</area>"
			"</framework>" });

	cr_expect_eq(statement->run.document->use_count, 1);
	cr_expect_str_eq(statement->run.document->uses[0].printed, "50.0%");
	statement_free(statement);
}
