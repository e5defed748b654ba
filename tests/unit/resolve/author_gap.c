/* What an author has left to write: it is seen in the report and told at its place. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

static const struct diag *gap_of(const struct statement *statement, size_t position)
{
	for (size_t i = 0; i < diag_count(statement->diags); i++) {
		const struct diag *diag = diag_at(statement->diags, i);

		if (strcmp(diag_kind(diag->code)->id, "SPC80") == 0 && position-- == 0)
			return diag;
	}
	return NULL;
}

Test(resolve_author_gap, is_a_box_with_the_hint_of_the_author)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.body = "<p>First.</p><to-write>who to ask, <em>and</em> where</to-write>" });
	const struct node *box = statement_node(statement, NODE_CALLOUT, 0);

	cr_assert_not_null(box);
	cr_expect_eq(box->callout, CALLOUT_CAUTION);
	cr_expect_str_eq(statement_plain(statement, &box->title), "To be written");
	cr_expect(box->title.runs[0]->gap);
	cr_expect_str_eq(statement_plain(statement, &box->first->text), "who to ask, and where");
	cr_expect_str_eq(gap_of(statement, 0)->detail, "who to ask, and where");
	statement_free(statement);
}

Test(resolve_author_gap, needs_no_hint)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .body = "<to-write/>" });
	const struct node *box = statement_node(statement, NODE_CALLOUT, 0);

	cr_expect_null(box->first);
	cr_expect_str_eq(gap_of(statement, 0)->detail, "");
	statement_free(statement);
}

Test(resolve_author_gap, stands_out_among_other_words)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.body = "<p>Our lead is <to-write>name and post</to-write>.</p>" });
	const struct text *text = &statement_node(statement, NODE_TEXT, 0)->text;

	cr_expect_str_eq(statement_plain(statement, text),
			 "Our lead is To be written: name and post.");
	cr_assert_eq(text->count, 3);
	cr_expect_not(text->runs[0]->gap);
	cr_expect(text->runs[1]->gap && text->runs[1]->strong);
	cr_expect_not(text->runs[2]->gap);
	statement_free(statement);
}

Test(resolve_author_gap, is_a_warning_at_its_place)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.body = "<p>a</p>\n<p>b</p>\n  <to-write>the reason</to-write>" });
	const struct diag *gap = gap_of(statement, 0);

	cr_assert_not_null(gap);
	cr_expect_eq(gap->level, DIAG_WARNING);
	/* The body begins in line 5 of the file. */
	cr_expect_eq(gap->at.line, 7);
	cr_expect_eq(gap->at.column, 3);
	cr_expect_null(gap_of(statement, 1));
	statement_free(statement);
}

Test(resolve_author_gap, is_not_told_where_a_condition_leaves_it_out)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.body = "<if of='value' gt='1000'><to-write>x</to-write></if><p>a</p>" });

	cr_expect_not(statement_said(statement, "SPC80"));
	cr_expect_null(statement_node(statement, NODE_CALLOUT, 0));
	statement_free(statement);
}
