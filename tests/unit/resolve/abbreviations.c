/* Abbreviations are written out at their first use in a chapter. */
#include <criterion/criterion.h>

#include "support/statement.h"

#define ICB "<abbr full='integrated care board'>ICB</abbr>"

static void expect_paragraphs(const char *body, const char *first, const char *second)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "numerator,denominator\n10,100\n", .body = body });

	cr_expect_str_eq(statement_paragraph(statement, 0), first);
	if (second != NULL)
		cr_expect_str_eq(statement_paragraph(statement, 1), second);
	statement_free(statement);
}

Test(resolve_abbreviations, write_out_the_first_use_alone)
{
	expect_paragraphs("<p>The " ICB " and the " ICB " again.</p><p>This " ICB ".</p>",
			  "The integrated care board (ICB) and the ICB again.", "This ICB.");
}

Test(resolve_abbreviations, write_them_out_again_in_the_next_chapter)
{
	expect_paragraphs("<section><title>One</title><p>An " ICB ".</p></section>"
			  "<section><title>Two</title><p>The " ICB ".</p></section>",
			  "An integrated care board (ICB).", "The integrated care board (ICB).");
}

Test(resolve_abbreviations, do_not_repeat_what_the_author_wrote_out)
{
	expect_paragraphs("<p>An Integrated care board (" ICB ") acts.</p><p>The " ICB ".</p>",
			  "An Integrated care board (ICB) acts.", "The ICB.");
}

/* Headings are short; the text below says it in full. */
Test(resolve_abbreviations, keep_headings_short)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "numerator,denominator\n10,100\n",
		.body = "<section><title>The " ICB "</title><p>An " ICB ".</p></section>" });

	cr_expect_str_eq(
		statement_plain(statement, &statement_node(statement, NODE_SECTION, 0)->title),
		"The ICB");
	cr_expect_str_eq(statement_paragraph(statement, 0), "An integrated care board (ICB).");
	statement_free(statement);
}
