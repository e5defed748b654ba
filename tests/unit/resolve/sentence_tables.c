/* Sentences that name some of many groups, and the table that has all of them. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

/* Seven ethnic groups; the first four are higher than all, the fifth to seventh lower. */
static const char rows[] =
	"dimension,group,numerator,denominator\nall,,2800,7000\n"
	"ethnic-category,H,500,1000\nethnic-category,J,500,1000\nethnic-category,K,500,1000\n"
	"ethnic-category,L,500,1000\nethnic-category,M,267,1000\nethnic-category,N,267,1000\n"
	"ethnic-category,P,266,1000\n";

#define SENTENCE "<p><phrase kind='several-groups' by='ethnic-category'/></p>"

static struct statement *statement_with(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = rows, .body = body });
}

static void expect_end(const char *body, const char *wanted)
{
	struct statement *statement = statement_with(body);
	const char *text = statement_paragraph(statement, 0);

	cr_expect_not_null(strstr(text, wanted), "%s", text);
	statement_free(statement);
}

Test(sentence_tables, the_table_of_the_same_figures_is_named)
{
	expect_end(SENTENCE "<table by='ethnic-category'/>",
		   "and 2 more ethnic groups (see Table 1)");
}

Test(sentence_tables, it_is_named_once_where_it_stands_before_too_and_in_a_commentary)
{
	struct statement *statement =
		statement_with("<table by='ethnic-category'/><commentary by='ethnic-category' "
			       "include='several-groups' length='bullets'/>");
	const struct node *list = statement_node(statement, NODE_LIST, 0);

	cr_assert_not_null(strstr(statement_plain(statement, &list->first->text),
				  "and 2 more ethnic groups (see Table 1)"));
	statement_free(statement);
}

Test(sentence_tables, the_words_stand_alone_without_such_a_table)
{
	struct statement *statement =
		statement_with(SENTENCE "<chart kind='dots' by='ethnic-category'/>");
	const char *text = statement_paragraph(statement, 0);

	cr_expect_not_null(strstr(text, "and 2 more ethnic groups"), "%s", text);
	cr_expect_null(strstr(text, "see"), "%s", text);
	cr_expect_null(strchr(text, '\x1a'));
	statement_free(statement);
}

Test(sentence_tables, of_two_tables_the_one_in_the_same_section_is_named)
{
	expect_end("<section><title>A</title><table by='ethnic-category'/></section>"
		   "<section><title>B</title>" SENTENCE "<table by='ethnic-category'/></section>",
		   "(see Table 2)");
}

Test(sentence_tables, words_that_cannot_lead_anywhere_have_no_reference)
{
	struct statement *statement = statement_with(
		"<chart kind='dots' by='ethnic-category'>"
		"<alt><phrase kind='several-groups' by='ethnic-category'/></alt></chart>"
		"<table by='ethnic-category'/>");
	const struct node *figure = statement_node(statement, NODE_FIGURE, 0);

	cr_expect_not_null(strstr(figure->alternative, "and 2 more ethnic groups"), "%s",
			   figure->alternative);
	cr_expect_null(strstr(figure->alternative, "see"));
	cr_expect_null(strchr(figure->alternative, '\x1a'));
	statement_free(statement);
}

/* What explain and the account of methods quote is the sentence alone. */
Test(sentence_tables, no_mark_is_left_in_what_is_kept_of_a_sentence)
{
	struct statement *statement = statement_with(SENTENCE "<table by='ethnic-category'/>");
	const struct document *document = statement->run.document;

	for (size_t i = 0; i < document->use_count; i++)
		cr_expect_null(strchr(document->uses[i].printed, '\x1a'));
	statement_free(statement);
}
