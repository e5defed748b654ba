/* Elements within text: emphasis, links, abbreviations, footnotes, and the blanks between them. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

static struct statement *statement_with(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = "numerator,denominator\n123,1000\n",
						       .body = body });
}

/* The run with the text; it must be there. */
static const struct text_run *run_of(const struct statement *statement, const char *words)
{
	const struct text *text = &statement_node(statement, NODE_TEXT, 0)->text;

	for (size_t i = 0; i < text->count; i++)
		if (strcmp(text->runs[i]->text, words) == 0)
			return text->runs[i];
	cr_assert_fail("there is no run \"%s\"", words);
	return NULL;
}

Test(resolve_inline, sets_runs_as_their_elements_say)
{
	struct statement *statement = statement_with(
		"<p>plain <strong>strong <em>both</em></strong> <em>leant</em> <term>named</term></p>");

	cr_expect_not(run_of(statement, "plain ")->strong);
	cr_expect(run_of(statement, "strong ")->strong);
	cr_expect_not(run_of(statement, "strong ")->emphasis);
	cr_expect(run_of(statement, "both")->strong && run_of(statement, "both")->emphasis);
	cr_expect(run_of(statement, "leant")->emphasis && !run_of(statement, "leant")->strong);
	cr_expect(run_of(statement, "named")->strong);
	statement_free(statement);
}

Test(resolve_inline, sets_figures_like_the_text_around_them)
{
	struct statement *statement = statement_with("<p>It was <strong><value/></strong>.</p>");

	cr_expect(run_of(statement, "12.3%")->strong);
	cr_expect_str_eq(statement_paragraph(statement, 0), "It was 12.3%.");
	statement_free(statement);
}

Test(resolve_inline, keeps_links_and_long_forms)
{
	struct statement *statement =
		statement_with("<p>See <a href='https://example.org/'>this page</a> of the "
			       "integrated care board "
			       "(<abbr full='integrated care board'>ICB</abbr>).</p>");

	cr_expect_str_eq(run_of(statement, "this page")->href, "https://example.org/");
	cr_expect_str_eq(run_of(statement, "ICB")->expansion, "integrated care board");
	cr_expect_null(run_of(statement, "See ")->href);
	statement_free(statement);
}

Test(resolve_inline, hands_down_languages)
{
	struct statement *statement =
		statement_with("<p xml:lang='cy'>Mae <em xml:lang='en'>it</em> yma</p>");

	cr_expect_str_eq(run_of(statement, "Mae ")->language, "cy");
	cr_expect_str_eq(run_of(statement, "it")->language, "en");
	statement_free(statement);
}

Test(resolve_inline, folds_white_space)
{
	struct statement *statement =
		statement_with("<p>  one\n   two <em> three </em>\n four </p>");

	cr_expect_str_eq(statement_paragraph(statement, 0), "one two three four");
	statement_free(statement);
}

/* -- footnotes -------------------------------------------------------------------------------- */

Test(resolve_inline, numbers_footnotes_through_the_document)
{
	struct statement *statement = statement_with(
		"<p>One<note>First, <value/>.</note>, two<note>Second.</note></p>"
		"<section><title>T</title><p>Three<note>Third.</note></p></section>");
	const struct text *text = &statement_node(statement, NODE_TEXT, 0)->text;
	size_t notes = 0;

	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i]->kind == RUN_NOTE) {
			notes++;
			cr_expect_eq(text->runs[i]->note->number, notes);
		}
	cr_expect_eq(notes, 2);
	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i]->kind == RUN_NOTE && text->runs[i]->note->number == 1)
			cr_expect_str_eq(statement_plain(statement, &text->runs[i]->note->text),
					 "First, 12.3%.");
	text = &statement_node(statement, NODE_TEXT, 1)->text;
	cr_expect_eq(text->runs[text->count - 1]->note->number, 3);
	statement_free(statement);
}

/* A text alternative is words alone: a marker would lead nowhere. */
Test(resolve_inline, leaves_footnotes_and_references_out_of_text_alternatives)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nsex,F,45,100\nsex,M,35,100\n",
		.body = "<chart kind='bars' by='sex'><alt>Bars<note>A note.</note> of the sexes</alt></chart>"
			"<p>Text<note>Another.</note></p>" });
	const struct text *text = &statement_node(statement, NODE_TEXT, 0)->text;

	cr_expect_str_eq(statement_node(statement, NODE_FIGURE, 0)->alternative,
			 "Bars of the sexes");
	cr_expect_eq(text->runs[text->count - 1]->note->number, 1);
	statement_free(statement);
}

/* -- references to figures and tables --------------------------------------------------------- */

Test(resolve_inline, refers_to_figures_and_tables_by_their_numbers)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\nsex,F,450,1000\nsex,M,350,1000\n",
			.measure = "the share seen",
			.body = "<p>See <ref to='t2'/>, <ref to='f2'/> and <ref to='f2' form='title'/>.</p>"
				"<chart kind='bars' by='sex'/><chart id='f2' kind='bars' by='sex'/>"
				"<table by='sex'/><table id='t2' by='sex'/>" },
		"See Table 2, Figure 2 and The share seen was higher for females than for males.");
}
