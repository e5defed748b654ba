/* Footnotes that say why a figure in running text is not there. */

#include "resolve/resolver.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

/* Three fifths: too few for a slope, and the groups of sex have no order. */
#define ROWS                                                                                       \
	"dimension,group,numerator,denominator\nall,,600,6000\ndeprivation,1,300,2000\n"           \
	"deprivation,3,200,2000\ndeprivation,5,100,2000\nsex,F,300,3000\nsex,M,300,3000\n"

/* The words of all footnotes of a text, with " | " between. */
static const char *notes_of(const struct statement *statement, const struct text *text)
{
	const char *notes = "";

	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i]->kind == RUN_NOTE)
			notes = arena_printf(
				statement->arena, "%s%s%s", notes, notes[0] == '\0' ? "" : " | ",
				statement_plain(statement, &text->runs[i]->note->text));
	return notes;
}

static struct statement *of_body(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = ROWS, .body = body });
}

Test(state_notes, say_why_a_slope_index_is_not_there)
{
	struct statement *statement = of_body("<p><value of='sii' by='deprivation'/></p>");

	cr_expect_str_eq(notes_of(statement, &statement_node(statement, NODE_TEXT, 0)->text),
			 "[x] not available: a group that it needs is missing.");
	statement_free(statement);
}

Test(state_notes, come_once_for_each_reason)
{
	struct statement *statement =
		of_body("<p><value of='sii' by='deprivation'/> <value of='rii' by='deprivation'/> "
			"<value of='sii' by='sex'/></p><p><value of='sii' by='deprivation'/></p>");

	cr_expect_str_eq(notes_of(statement, &statement_node(statement, NODE_TEXT, 0)->text),
			 "[x] not available: a group that it needs is missing. | "
			 "[z] not applicable: the groups have no order.");
	cr_expect_str_eq(notes_of(statement, &statement_node(statement, NODE_TEXT, 1)->text), "");
	statement_free(statement);
}

Test(state_notes, begin_again_in_every_section)
{
	struct statement *statement =
		of_body("<section><title>One</title><p><value of='sii' by='sex'/></p></section>"
			"<section><title>Two</title><p><value of='sii' by='sex'/></p></section>");

	for (size_t i = 0; i < 2; i++)
		cr_expect_str_eq(
			notes_of(statement, &statement_node(statement, NODE_TEXT, i)->text),
			"[z] not applicable: the groups have no order.");
	statement_free(statement);
}

Test(state_notes, stand_at_the_words_of_a_tile)
{
	struct statement *statement =
		of_body("<tiles><tile of='sii' by='sex'>between the sexes</tile></tiles>");

	cr_expect_str_eq(notes_of(statement, &statement_node(statement, NODE_TILE, 0)->text),
			 "[z] not applicable: the groups have no order.");
	statement_free(statement);
}

Test(state_notes, are_left_to_the_note_of_a_table)
{
	struct statement *statement = of_body(
		"<text-table><title>T</title><head><cell>A</cell></head><row><cell><value of='sii' by='sex'/></cell>"
		"</row></text-table>");
	const struct node *node = statement_node(statement, NODE_TABLE, 0);

	cr_expect_str_eq(notes_of(statement, &node->table->rows[0].cells[0].text), "");
	cr_expect_not_null(strstr(statement_plain(statement, &node->notes),
				  "[z] not applicable: the groups have no order."));
	statement_free(statement);
}

Test(state_notes, are_none_in_titles_and_footnotes)
{
	struct statement *statement =
		of_body("<section><title>Slope <value of='sii' by='sex'/></title><p>See<note>the "
			"index <value of='sii' by='sex'/></note></p></section>");
	const struct text *text = &statement_node(statement, NODE_TEXT, 0)->text;

	cr_expect_str_eq(notes_of(statement, &statement_node(statement, NODE_SECTION, 0)->title),
			 "");
	cr_expect_str_eq(notes_of(statement, text), "the index [z]");
	statement_free(statement);
}

Test(state_notes, are_none_for_figures_that_are_there)
{
	struct statement *statement = of_body("<p><value of='ratio' by='deprivation'/></p>");

	cr_expect_str_eq(notes_of(statement, &statement_node(statement, NODE_TEXT, 0)->text), "");
	statement_free(statement);
}

/* The mark stands at every figure of low reliability, what it means is said once. */
Test(state_notes, explain_low_reliability_once)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,3,90\nsex,F,2,45\nsex,M,1,45\n",
		.body = "<p><value by='sex' group='F'/> and <value by='sex' group='M'/></p>" });

	cr_expect_str_eq(statement_paragraph(statement, 0), "4.4% [u] and 2.2% [u]");
	cr_expect_str_eq(notes_of(statement, &statement_node(statement, NODE_TEXT, 0)->text),
			 "[u] low reliability: the interval is wider than the figure itself.");
	statement_free(statement);
}

/* "917.1" with note 1 must not read "917.11". */
Test(state_notes, keep_their_number_from_a_figure)
{
	struct statement *statement =
		of_body("<p><value by='deprivation' of='count' group='1'/><note>N</note></p>");
	const struct text *text = &statement_node(statement, NODE_TEXT, 0)->text;

	cr_assert_eq(text->count, 3);
	cr_expect_str_eq(text->runs[0]->text, "300");
	cr_expect_str_eq(text->runs[1]->text, "\xe2\x80\xaf");
	cr_expect_eq(text->runs[2]->kind, RUN_NOTE);
	statement_free(statement);
}

/* A percentage that is worked out and one that was published, with limits. */
static void expect_as_published(const char *indicators, bool wanted)
{
	char body[200];
	struct statement *statement;
	const struct text *notes;

	snprintf(body, sizeof(body),
		 "<chart kind='small-multiples' of-kind='bars' panels='indicator' "
		 "by='deprivation' indicators='%s'/>",
		 indicators);
	statement = statement_of(&(struct statement_parts){
		.rows = "indicator,period,dimension,group,numerator,denominator,value,lower,upper\n"
			"A,2024,deprivation,1,300,1000,,,\nA,2024,deprivation,5,200,1000,,,\n"
			"B,2024,deprivation,1,,,30,28,32\nB,2024,deprivation,5,,,20,18,22\n"
			"C,2024,deprivation,1,,,40,38,42\nC,2024,deprivation,5,,,30,28,32\n",
		.indicators =
			"<indicator id='A' method='proportion'><name>a</name></indicator>"
			"<indicator id='B' method='given'><name>b</name><unit>%</unit></indicator>"
			"<indicator id='C' method='given'><name>c</name><unit>%</unit></indicator>",
		.about = "organisation='QNV'",
		.body = body,
	});
	notes = &statement_node(statement, NODE_FIGURE, 0)->notes;
	cr_expect_eq(strstr(statement_plain(statement, notes), "as published") != NULL, wanted,
		     "%s: %s", indicators, statement_plain(statement, notes));
	statement_free(statement);
}

Test(state_notes, call_no_figure_published_beside_one_that_was_worked_out)
{
	expect_as_published("B|C", true);
	expect_as_published("A|B", false);
	expect_as_published("B|A", false);
}
