/* The glossary: what the report uses, all of it, and nothing else. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/statement.h"

static struct statement *glossary_of(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = "numerator,denominator\n10,100\n",
						       .body = body });
}

/* The whole table, cells with " | " between. */
static void expect_glossary(const char *body, const char *wanted)
{
	struct statement *statement = glossary_of(body);

	cr_expect_str_eq(statement_table(statement, 0), wanted);
	cr_expect_not(statement_said(statement, "SPC85"));
	statement_free(statement);
}

static void expect_word(const char *body, const char *row, bool there)
{
	struct statement *statement = glossary_of(body);
	const struct node *table = statement_node(statement, NODE_TABLE, 0);

	cr_expect_eq(table != NULL && strstr(statement_table(statement, 0), row) != NULL, there,
		     "\"%s\" of %s", row, body);
	statement_free(statement);
}

Test(resolve_glossary, hold_what_the_text_uses_in_the_order_of_the_alphabet)
{
	expect_glossary("<p>Some zebra, an ABQ.</p><glossary>"
			"<entry term='zebra'>Striped.</entry>"
			"<entry term='abnormal quality' abbreviation='ABQ'>Not usual.</entry>"
			"<entry term='lion'>Not used.</entry></glossary>",
			"Word | Meaning\n"
			"ABQ | Abnormal quality. Not usual.\n"
			"Zebra | Striped.\n");
}

/* A glossary at the front sees what comes behind it, in text, notes, headings and cells. */
Test(resolve_glossary, find_words_wherever_they_stand)
{
	static const char entry[] = "<glossary><entry term='zebra'>Striped.</entry></glossary>";
	static const char *const places[] = {
		"<section><title>A zebra</title><p>x</p></section>",
		"<p>x<note>A zebra.</note></p>",
		"<ul><li>Zebras</li></ul>",
		"<callout kind='note'><title>The zebra’s box</title><p>x</p></callout>",
		"<text-table><title>T</title><head><cell>a</cell></head>"
		"<row><cell>zebra-like</cell></row></text-table>",
		"<actions><action owner='A zebra' state='Done'>x</action></actions>",
	};

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		char body[600];

		snprintf(body, sizeof(body), "%s%s", entry, places[i]);
		expect_word(body, "Zebra | Striped.", true);
	}
}

Test(resolve_glossary, take_whole_words_alone)
{
	static const char entries[] = "<glossary><entry term='rat'>Rodent.</entry>"
				      "<entry term='art work' abbreviation='ART'>A.</entry>"
				      "</glossary>";
	static const struct {
		const char *text;
		const char *row;
		bool there;
	} cases[] = {
		{ "A rate.", "Rat |", false },       { "Two rats.", "Rat |", true },
		{ "A brat.", "Rat |", false },       { "Fine art.", "ART |", false },
		{ "Rat-free.", "Rat |", true },      { "An ART.", "ART |", true },
		{ "The ART’s use.", "ART |", true },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char body[600];

		snprintf(body, sizeof(body), "<p>%s</p>%s", cases[i].text, entries);
		expect_word(body, cases[i].row, cases[i].there);
	}
}

Test(resolve_glossary, take_terms_of_the_list_and_those_their_meanings_need)
{
	struct statement *statement = glossary_of("<p>The ICB acts.</p><glossary/>");
	const char *table = statement_table(statement, 0);

	cr_expect_not_null(strstr(table, "ICB | Integrated care board. "));
	/* The meaning of the first speaks of the NHS. */
	cr_expect_not_null(strstr(table, "NHS | National Health Service. "));
	cr_expect_null(strstr(table, "MHSDS"));
	statement_free(statement);
}

Test(resolve_glossary, let_the_author_say_it_in_other_words)
{
	struct statement *statement = glossary_of(
		"<p>The ICB acts.</p><glossary><entry term='Inner city body' abbreviation='ICB'>"
		"Ours.</entry></glossary>");
	const char *table = statement_table(statement, 0);

	cr_expect_not_null(strstr(table, "ICB | Inner city body. Ours."));
	cr_expect_null(strstr(table, "Integrated care board"));
	statement_free(statement);
}

Test(resolve_glossary, hold_what_is_written_out_in_the_text)
{
	expect_glossary("<p>A <abbr full='very odd thing'>VOTX</abbr>.</p><glossary/>",
			"Word | Meaning\nVOTX | Very odd thing.\n");
}

Test(resolve_glossary, tell_of_abbreviations_that_nobody_explains)
{
	static const struct {
		const char *text;
		bool told;
	} cases[] = {
		{ "A VOTX.", true },           { "Many VOTXs.", true },
		{ "VOTX-led.", true },         { "A Votx.", false },
		{ "Volume IV.", false },       { "Indicator A of QNV.", false },
		{ "The NHS and GPs.", false }, { "COVID-19 and A&amp;E.", false },
		{ "Mr McDonald.", false },     { "Rule HES-5 and MHSDS-RI.", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char body[300];
		struct statement *statement;

		snprintf(body, sizeof(body), "<p>%s</p><glossary/>", cases[i].text);
		statement = glossary_of(body);
		cr_expect_eq(statement_said(statement, "SPC85"), cases[i].told, "%s",
			     cases[i].text);
		cr_expect_eq(statement->run.document->unexplained_count, cases[i].told ? 1 : 0);
		statement_free(statement);
	}
}

Test(resolve_glossary, take_the_number_of_a_section_for_no_abbreviation)
{
	struct statement *statement =
		glossary_of("<p>Section 13SA, section 14Z58(2)(c).</p><glossary/>");

	cr_expect_not(statement_said(statement, "SPC85"));
	statement_free(statement);
}

Test(resolve_glossary, say_nothing_of_abbreviations_without_a_glossary)
{
	struct statement *statement = glossary_of("<p>A VOTX.</p>");

	cr_expect_not(statement_said(statement, "SPC85"));
	statement_free(statement);
}

Test(resolve_glossary, give_way_to_a_sentence_when_nothing_is_used)
{
	struct statement *statement = glossary_of("<p>Plain text.</p><glossary/>");

	cr_expect_null(statement_node(statement, NODE_TABLE, 0));
	cr_expect_str_eq(statement_paragraph(statement, 1),
			 "This report uses no words or abbreviations that need to be explained.");
	statement_free(statement);
}

/* Whatever a report uses of the list, the list explains its own words. */
Test(resolve_glossary, explain_every_abbreviation_of_the_list)
{
	struct statement *first = glossary_of("<p>x</p>");
	const struct reference *reference = first->run.reference;
	char *body = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&body, &size);

	fprintf(out, "<p>");
	for (size_t i = 0; i < reference->glossary_count; i++)
		for (const char *c = reference->glossary[i].abbreviation[0] == '\0'
					     ? reference->glossary[i].term
					     : reference->glossary[i].abbreviation;
		     ; c++) {
			fprintf(out, *c == '&' ? "&amp;" : *c == '\0' ? ", " : "%c", *c);
			if (*c == '\0')
				break;
		}
	fprintf(out, "</p><glossary/>");
	fclose(out);
	statement_free(first);
	first = glossary_of(body);
	cr_expect_not(statement_said(first, "SPC85"));
	cr_expect_eq(statement_node(first, NODE_TABLE, 0)->table->row_count,
		     first->run.reference->glossary_count);
	statement_free(first);
	free(body);
}
