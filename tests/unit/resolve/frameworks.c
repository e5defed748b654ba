/*
 * Frameworks: all areas in their order, with the pages of their indicators. The pages have no words before
 * there are pages.
 */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

static const char rows[] = "indicator,dimension,group,numerator,denominator\n"
			   "RE01,all,,500,1000\nRE02,all,,10,100\nMH01,all,,10,100\n"
			   "CV01,all,,10,100\nCV02,all,,10,100\n";

static struct statement_parts parts_of(const char *body)
{
	return (struct statement_parts){
		.rows = rows,
		.indicators = "<use set='statement-2023-25' only='RE01 RE02 MH01 CV01 CV02'/>",
		.about = "organisation='QNV'",
		.body = body,
	};
}

static const struct table_cell *cell_at(const struct statement *statement, size_t row,
					size_t column)
{
	return &statement_node(statement, NODE_TABLE, 0)->table->rows[row].cells[column];
}

Test(resolve_frameworks, have_all_areas_in_order_with_their_aims)
{
	struct statement_parts parts =
		parts_of("<framework of='core20plus5-adults'>"
			 "<area of='respiratory'>A bus with <value indicator='RE01'/>.</area>"
			 "<area of='maternity'>Teams.</area></framework>");
	struct statement *statement = statement_of(&parts);
	const struct node *node = statement_node(statement, NODE_TABLE, 0);

	cr_expect_eq(node->table->row_count, 6);
	cr_expect_str_eq(statement_plain(statement, &node->title),
			 "Core20PLUS5 for adults: progress in each area");
	cr_expect_str_eq(statement_plain(statement, &cell_at(statement, 0, 0)->text), "Maternity");
	cr_expect_not_null(
		strstr(statement_plain(statement, &cell_at(statement, 0, 0)->detail), "midwives"));
	cr_expect_str_eq(statement_plain(statement, &cell_at(statement, 0, 1)->text), "Teams.");
	cr_expect_str_eq(statement_plain(statement, &cell_at(statement, 2, 0)->text),
			 "Chronic respiratory disease");
	cr_expect_str_eq(statement_plain(statement, &cell_at(statement, 2, 1)->text),
			 "A bus with 50.0%.");
	statement_free(statement);
}

Test(resolve_frameworks, have_a_gap_for_every_area_without_text)
{
	struct statement_parts parts = parts_of("<framework of='core20plus5-cyp'>"
						"<area of='asthma'>Done.</area>"
						"<area of='epilepsy'> </area></framework>");
	struct statement *statement = statement_of(&parts);
	size_t gaps = 0;
	bool named = false;

	for (size_t i = 0; i < diag_count(statement->diags); i++) {
		const struct diag *diag = diag_at(statement->diags, i);

		gaps += strcmp(diag_kind(diag->code)->id, "SPC80") == 0;
		named = named || strcmp(diag->detail, "Epilepsy: progress in this area") == 0;
	}
	cr_expect_eq(gaps, 4); /* diabetes, epilepsy, oral health, mental health */
	cr_expect(named);
	statement_free(statement);
}

/* A section about an indicator goes before a chart of it elsewhere, wherever either stands. */
Test(resolve_frameworks, lead_to_the_sections_and_figures_of_indicators)
{
	struct statement_parts parts = parts_of(
		"<table indicator='RE01'/><table indicator='RE02'/>"
		"<framework of='core20plus5-adults'/>"
		"<section id='covid' kind='indicator' indicator='RE01'><title>COVID</title><p>x</p>"
		"</section>");
	struct statement *statement = statement_of(&parts);
	const struct node *node = statement_node(statement, NODE_TABLE, 2);
	const struct text *text = &node->table->rows[2].cells[2].text;

	cr_expect_str_eq(statement_plain(statement, text),
			 "COVID-19 vaccination, \nFlu vaccination, ");
	cr_expect_eq(text->runs[2]->kind, RUN_PAGE);
	cr_expect_str_eq(text->runs[2]->target->anchor, "covid");
	cr_expect_str_eq(text->runs[6]->target->anchor, "table-2");
	/* Severe mental illness has an indicator, which the report does not show. */
	cr_expect_str_eq(statement_plain(statement, &node->table->rows[1].cells[2].text),
			 "None here");
	statement_free(statement);
}

Test(resolve_frameworks, lead_to_sections_where_an_area_has_many_indicators)
{
	struct statement_parts parts = parts_of(
		"<framework of='strategic-priorities'/>"
		"<section id='a'><title>Prevention</title>"
		"<section kind='indicator' indicator='RE01'><title>1</title><p>x</p></section>"
		"<section kind='indicator' indicator='RE02'><title>2</title><p>x</p></section>"
		"<section kind='indicator' indicator='MH01'><title>3</title><p>x</p></section>"
		"</section><section id='b'><title>Hearts</title>"
		"<section kind='indicator' indicator='CV03'><title>4</title><p>x</p></section>"
		"<section kind='indicator' indicator='CV04'><title>5</title><p>x</p></section>"
		"</section>");
	struct statement *statement;

	parts.indicators = "<use set='statement-2023-25' only='RE01 RE02 MH01 CV03 CV04'/>";
	parts.rows = "indicator,numerator,denominator\nRE01,1,2\nRE02,1,2\nMH01,1,2\nCV03,1,2\n"
		     "CV04,1,2\n";
	statement = statement_of(&parts);
	cr_expect_str_eq(statement_plain(statement, &cell_at(statement, 3, 2)->text),
			 "Prevention, \nHearts, ");
	statement_free(statement);
}

/* The tables at the end hold figures of everything: they are named where nothing else is. */
Test(resolve_frameworks, lead_to_tables_at_the_end_only_where_nothing_else_tells)
{
	static const char all[] = "<table indicator='CV03'/><table indicator='CV04'/>"
				  "<table indicator='RE01'/><table indicator='RE02'/>"
				  "<table indicator='MH01'/>";
	static const char *const begin[] = {
		"<section id='a'><title>Hearts</title>"
		"<section kind='indicator' indicator='CV03'><title>4</title><p>x</p></section>"
		"</section>",
		""
	};
	static const char *const wanted[] = { "Hearts, ", "Data tables, " };

	for (size_t i = 0; i < 2; i++) {
		char body[1000];
		struct statement_parts parts = parts_of(body);
		struct statement *statement;

		snprintf(body, sizeof(body),
			 "<framework of='strategic-priorities'/>%s</body>"
			 "<appendix><title>Data tables</title>%s</appendix>",
			 begin[i], all);
		parts.indicators = "<use set='statement-2023-25' only='RE01 RE02 MH01 CV03 CV04'/>";
		parts.rows = "indicator,numerator,denominator\nRE01,1,2\nRE02,1,2\nMH01,1,2\n"
			     "CV03,1,2\nCV04,1,2\n";
		statement = statement_of(&parts);
		cr_expect_str_eq(statement_plain(statement, &cell_at(statement, 3, 2)->text),
				 wanted[i]);
		statement_free(statement);
	}
}

/* Indicators of the quality of data have no section of their own. */
Test(resolve_frameworks, lead_to_the_section_that_answers_indicators_as_a_whole)
{
	struct statement_parts parts = parts_of(
		"<framework of='strategic-priorities'/>"
		"<section purpose='methods data-quality'><title>Data</title><p>x</p></section>");
	struct statement *statement = statement_of(&parts);

	cr_expect_str_eq(statement_plain(statement, &cell_at(statement, 2, 2)->text), "Data, ");
	statement_free(statement);
}

Test(resolve_frameworks, are_those_of_the_list)
{
	expect_message(parts_of("<framework of='core20'/>"), "SPC81");
	expect_message(parts_of("<framework of='core20plus5-cyp'><area of='asma'>x</area>"
				"</framework>"),
		       "SPC81");
	expect_message(parts_of("<framework of='core20plus5-cyp'><area of='asthma'>x</area>"
				"<area of='asthma'>y</area></framework>"),
		       "SPC82");
}
