/* for-each: indicators, domains, periods in turn. */

#include <criterion/criterion.h>

#include "support/statement.h"

static const char rows[] = "indicator,period,numerator,denominator\n"
			   "A,2023,110,1000\nA,2024,120,1000\nB,2024,130,1000\nC,2024,140,1000\n";

static const char indicators[] =
	"<indicator id='A' method='proportion' per='100' domain='Waits'><name>First</name><unit>%</unit></indicator>"
	"<indicator id='B' method='proportion' per='100' domain='Births'><name>Second</name><unit>%</unit></indicator>"
	"<indicator id='C' method='proportion' per='100' domain='Waits'><name>Third</name><unit>%</unit></indicator>";

static void expect_paragraphs(const char *body, const char *const *wanted, size_t count)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = rows,
							.indicators = indicators,
							.about = "organisation='QNV'",
							.body = body });

	for (size_t i = 0; i < count; i++)
		cr_expect_str_eq(statement_paragraph(statement, i), wanted[i], "%s", body);
	cr_expect_null(statement_node(statement, NODE_TEXT, count), "%s", body);
	statement_free(statement);
}

Test(resolve_loops, run_over_indicators)
{
	expect_paragraphs(
		"<for-each in='indicators'><p><name of='indicator'/>: <value/></p></for-each>",
		(const char *const[]){ "First: 12.0%", "Second: 13.0%", "Third: 14.0%" }, 3);
	expect_paragraphs(
		"<for-each in='indicators' only='C|A'><p><name of='indicator'/></p></for-each>",
		(const char *const[]){ "First", "Third" }, 2);
}

Test(resolve_loops, run_over_domains_in_the_order_of_their_first_indicator)
{
	expect_paragraphs("<for-each in='domains'><p><name of='domain'/></p></for-each>",
			  (const char *const[]){ "Waits", "Births" }, 2);
	expect_paragraphs(
		"<for-each in='domains' only='Births'><p><name of='domain'/></p></for-each>",
		(const char *const[]){ "Births" }, 1);
}

Test(resolve_loops, run_over_the_indicators_of_a_domain)
{
	expect_paragraphs(
		"<for-each in='domains'><p><name of='domain'/></p>"
		"<for-each in='indicators'><p><name of='indicator'/></p></for-each></for-each>",
		(const char *const[]){ "Waits", "First", "Third", "Births", "Second" }, 5);
}

Test(resolve_loops, run_over_periods)
{
	expect_paragraphs(
		"<for-each in='periods' indicator='A'><p><name of='period'/>: <value/></p></for-each>",
		(const char *const[]){ "2023: 11.0%", "2024: 12.0%" }, 2);
	expect_paragraphs(
		"<for-each in='periods' only='2023' indicator='A'><p><value/></p></for-each>",
		(const char *const[]){ "11.0%" }, 1);
}

/* The author's name leads to the first; every copy has a name of its own. */
Test(resolve_loops, give_every_copy_of_an_element_its_own_anchor)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.indicators = indicators,
		.about = "organisation='QNV'",
		.body = "<for-each in='indicators'><section id='one'><title><name of='indicator'/></title>"
			"<p>x</p></section></for-each><p><ref to='one' form='title'/></p>" });
	const struct node *first = statement_node(statement, NODE_SECTION, 0);
	const struct node *second = statement_node(statement, NODE_SECTION, 1);

	cr_expect_str_eq(first->anchor, "one");
	cr_expect_str_neq(second->anchor, "one");
	cr_expect_str_eq(statement_paragraph(statement, 3), "First");
	statement_free(statement);
}

/* -- names that are none ---------------------------------------------------------------------- */

Test(resolve_loops, refuse_names_that_do_not_exist)
{
	static const struct {
		const char *body, *id;
	} cases[] = {
		{ "<for-each in='indicators' only='A|D'><p>x</p></for-each>", "SPC31" },
		{ "<for-each in='domains' only='Birth'><p>x</p></for-each>", "SPC60" },
		{ "<for-each in='periods' only='2024|2031'><p>x</p></for-each>", "SPC43" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		expect_message((struct statement_parts){ .rows = rows,
							 .indicators = indicators,
							 .about = "organisation='QNV'",
							 .body = cases[i].body },
			       cases[i].id);
	}
}

Test(resolve_loops, know_a_period_in_other_ways_of_writing_it)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,numerator,denominator\n2023/24,11,100\n2024/25,12,100\n",
		.body = "<for-each in='periods' only='2024-25'><p><name of='period' form='short'/></p>"
			"</for-each>" });

	cr_expect_str_eq(statement_paragraph(statement, 0), "2024 to 2025");
	cr_expect_null(statement_node(statement, NODE_TEXT, 1));
	statement_free(statement);
}
