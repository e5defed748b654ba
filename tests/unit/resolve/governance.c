/* Who answers for the information, and the equality duties. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

static size_t count_gaps(const struct statement *statement)
{
	size_t count = 0;

	for (size_t i = 0; i < diag_count(statement->diags); i++)
		count += strcmp(diag_kind(diag_at(statement->diags, i)->code)->id, "SPC80") == 0;
	return count;
}

Test(resolve_governance, names_lead_committee_and_day)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.body = "<governance lead='Rosalind Tey' committee='Board' received='2025-07-17'>"
			"<p>Residents took part.</p></governance>" });
	const struct node *panel = statement_node(statement, NODE_PANEL, 0);
	const struct node *cell = panel->first;

	cr_expect_str_eq(statement_plain(statement, &cell->title), "Executive lead");
	cr_expect_str_eq(statement_plain(statement, &cell->first->text), "Rosalind Tey");
	cell = cell->next;
	cr_expect_str_eq(statement_plain(statement, &cell->first->text), "Board");
	cell = cell->next;
	cr_expect_str_eq(statement_plain(statement, &cell->first->text), "17 July 2025");
	cr_expect_null(cell->next);
	cr_expect_str_eq(statement_plain(statement, &panel->next->text), "Residents took part.");
	cr_expect_eq(count_gaps(statement), 0);
	statement_free(statement);
}

Test(resolve_governance, has_a_gap_for_each_that_is_missing)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .body = "<governance lead='Rosalind Tey'/>" });
	const struct node *cell = statement_node(statement, NODE_PANEL, 0)->first->next;

	cr_expect_eq(count_gaps(statement), 2);
	cr_expect_str_eq(statement_plain(statement, &cell->first->text),
			 "To be written: the board or committee that received the information");
	cr_expect(cell->first->text.runs[0]->gap);
	statement_free(statement);
}

Test(resolve_governance, takes_no_day_that_does_not_exist)
{
	expect_message((struct statement_parts){ .body = "<governance received='2025-02-29'/>" },
		       "SPC12");
}

Test(resolve_governance, links_to_the_equality_objectives)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.body = "<equality href='https://example.org/equality'>Disability is there.</equality>" });
	const struct text *link = &statement_node(statement, NODE_TEXT, 1)->text;

	cr_expect_str_eq(statement_paragraph(statement, 0), "Disability is there.");
	cr_expect_str_eq(statement_plain(statement, link),
			 "Equality information and objectives: https://example.org/equality");
	cr_expect_str_eq(link->runs[link->count - 1]->href, "https://example.org/equality");
	cr_expect_eq(count_gaps(statement), 0);
	statement_free(statement);
}

Test(resolve_governance, has_a_gap_for_the_equality_text_and_its_link)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .body = "<equality/>" });
	const struct text *link;

	cr_expect_eq(count_gaps(statement), 2);
	link = &statement_node(statement, NODE_TEXT, 1)->text;
	cr_expect(link->runs[link->count - 1]->gap);
	statement_free(statement);
}
