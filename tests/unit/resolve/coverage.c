/* The tables of coverage in the report. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "run/coverage_file.h"
#include "support/trust_report.h"

static const char end[] = "<section purpose='methods'>";

static const struct node *last_table(const struct statement *statement)
{
	const struct node *found = NULL, *node;

	for (size_t i = 0; (node = statement_node(statement, NODE_TABLE, i)) != NULL; i++)
		found = node;
	return found;
}

/* The cell of a row by its name, behind how many others. */
static const struct table_cell *cell_of(const struct statement *statement, const struct node *node,
					const char *name, size_t column)
{
	for (size_t i = 0; i < node->table->row_count; i++)
		if (strcmp(statement_plain(statement, &node->table->rows[i].cells[0].text), name) ==
		    0)
			return &node->table->rows[i].cells[column];
	cr_assert_fail("no row %s", name);
	return NULL;
}

static const struct node *table_titled(const struct statement *statement, const char *title)
{
	const struct node *node;

	for (size_t i = 0; (node = statement_node(statement, NODE_TABLE, i)) != NULL; i++)
		if (strcmp(statement_plain(statement, &node->title), title) == 0)
			return node;
	cr_assert_fail("no table \"%s\"; the last is \"%s\"", title,
		       statement_plain(statement, &last_table(statement)->title));
	return NULL;
}

Test(resolve_coverage, draws_a_shape_a_letter_and_a_reason_for_each_state)
{
	const struct trust_change changes[] = {
		{ end,
		  "<section><title>C</title><coverage/></section><section purpose='methods'>" },
		{ "MH02,RXX,ethnic-group,mixed,50,10000", "MH02,RXX,ethnic-group,mixed,*,10000" },
		{ "<table indicator='MH03' by='age'/>", "" },
		{ "<table indicator='MH04' by='sex'/>", "" },
		{ "source='s'/>", "source='s'/><not-reported indicator='MH04' by='sex'>Not "
				  "recorded.</not-reported>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct node *node = table_titled(statement, "2 of 5 indicators are reported in full");
	const struct table_cell *cell =
		cell_of(statement, node, "Detentions, Mental Health Act", 2);

	cr_expect_eq(cell->mark, MARK_HALF);
	cr_expect_str_eq(statement_plain(statement, &cell->text), "[c]");
	cr_expect_str_eq(cell->mark_words, "reported in part");
	cell = cell_of(statement, node, "Restrictive interventions", 3);
	cr_expect_eq(cell->mark, MARK_RING);
	cr_expect_str_eq(cell->mark_words, "a gap");
	cell = cell_of(statement, node, "Talking Therapies recovery", 4);
	cr_expect_eq(cell->mark, MARK_DOTTED);
	cr_expect_str_eq(statement_plain(statement, &cell->text), "[x]");
	cell = cell_of(statement, node, "Talking Therapies recovery", 5);
	cr_expect_str_eq(statement_plain(statement, &cell->text), "Not recorded");
	cell = cell_of(statement, node, "Learning disability inpatients", 1);
	cr_expect_eq(cell->mark, MARK_FULL);
	cell = cell_of(statement, node, "Learning disability inpatients", 5);
	cr_expect_str_eq(statement_plain(statement, &cell->text), "all shown");
	cr_expect(strstr(statement_plain(statement, &node->notes), "Ring: a gap") != NULL);
	statement_free(statement);
}

Test(resolve_coverage, has_its_number_among_the_tables_where_it_stands)
{
	const struct trust_change changes[] = {
		{ "<section purpose='about'>",
		  "<coverage id='cov'/><section purpose='about'><p><ref to='cov'/></p>" },
		{ "<section purpose='about'><p><ref to='cov'/></p><title>About</title>",
		  "<section purpose='about'><title>About</title><p>See <ref to='cov'/>.</p>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);

	cr_expect_str_eq(
		statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->title),
		"All 5 indicators are reported in full");
	cr_expect_str_eq(statement_paragraph(statement, 0), "See Table 1.");
	statement_free(statement);
}

Test(resolve_coverage, tells_of_sections_what_they_lack)
{
	const struct trust_change changes[] = {
		{ end, "<section><title>C</title><coverage of='sections'/></section>"
		       "<section purpose='methods'>" },
		{ "<provisions/>", "" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct node *node = table_titled(statement, "9 of 14 sections are complete");

	cr_expect_eq(node->table->column_count, 4);
	cr_expect_str_eq(
		statement_plain(statement,
				&cell_of(statement, node, "About this statement", 3)->text),
		"the legal basis");
	cr_expect_eq(cell_of(statement, node, "About this statement", 2)->mark, MARK_HALF);
	cr_expect_str_eq(
		statement_plain(statement, &cell_of(statement, node, "Equality duties", 1)->text),
		"link required");
	statement_free(statement);
}

/* A column in which every row says "nothing" says nothing. */
Test(resolve_coverage, has_no_column_for_what_sections_lack_where_they_lack_nothing)
{
	const struct trust_change changes[] = {
		{ end, "<section><title>C</title><coverage of='sections'/></section>"
		       "<section purpose='methods'>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct node *node = table_titled(statement, "10 of 14 sections are complete");

	cr_expect_eq(node->table->column_count, 3);
	cr_expect_eq(cell_of(statement, node, "About this statement", 2)->mark, MARK_FULL);
	cr_expect_null(strstr(statement_plain(statement, &node->subtitle), "lack"));
	statement_free(statement);
}

Test(resolve_coverage, says_of_several_reasons_which_breakdown_each_is_about)
{
	const struct trust_change changes[] = {
		{ end,
		  "<section><title>C</title><coverage/></section><section purpose='methods'>" },
		{ "<table indicator='MH04' by='age'/>", "" },
		{ "<table indicator='MH04' by='sex'/>", "" },
		{ "source='s'/>", "source='s'/><not-reported indicator='MH04' by='sex'>Not "
				  "recorded.</not-reported><not-reported indicator='MH04' "
				  "by='age'>Too few.</not-reported>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct node *node = table_titled(statement, "4 of 5 indicators are reported in full");

	cr_expect_str_eq(
		statement_plain(statement,
				&cell_of(statement, node, "Talking Therapies recovery", 5)->text),
		"Age: Too few; Sex: Not recorded");
	statement_free(statement);
}

Test(resolve_coverage, is_refused_where_the_report_is_no_statement)
{
	struct statement *statement =
		statement_try(&(struct statement_parts){ .body = "<coverage/>" });

	cr_expect_gt(diag_errors(statement->diags), 0);
	statement_free(statement);
}

Test(resolve_coverage, fits_a_terminal)
{
	const struct trust_change changes[] = { { "<provisions/>", "" }, { 0 } };
	struct statement *statement = trust_report(changes);
	struct buffer out;
	size_t widest = 0;

	buffer_init(&out);
	coverage_write_text(statement->run.document->coverage, &statement->words, &out);
	for (const char *at = buffer_text(&out); *at != '\0';) {
		size_t length = strcspn(at, "\n");

		/* A place can be as long as the name of its folder. */
		if (strstr(at, "report.xml:") == NULL || strstr(at, "report.xml:") > at + length)
			widest = length > widest ? length : widest;
		at += length + (at[length] == '\n');
	}
	cr_expect_leq(widest, 100, "%zu", widest);
	cr_expect(strstr(buffer_text(&out), "report.xml:") != NULL);
	buffer_clear(&out);
	statement_free(statement);
}
