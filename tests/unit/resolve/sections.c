/* Headings: their numbers, parts, appendices; what refers to them. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

static struct statement *statement_with(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = "numerator,denominator\n10,100\n",
						       .body = body });
}

/* A heading with its number and the word before that. */
struct wanted {
	const char *title, *number, *label;
};

static void expect_section(const struct statement *statement, size_t position,
			   const struct wanted *wanted)
{
	const struct node *node = statement_node(statement, NODE_SECTION, position);
	const char *title = wanted->title, *number = wanted->number, *label = wanted->label;

	cr_assert_not_null(node, "there is no section %zu", position);
	cr_expect_str_eq(statement_plain(statement, &node->title), title);
	cr_expect_str_eq(node->number, number, "%s: %s", title, node->number);
	if (label[0] == '\0')
		cr_expect_str_eq(node->label, "");
	else
		cr_expect_not_null(strstr(node->label, number), "%s: %s", title, node->label);
	cr_expect(strncmp(node->label, label, strlen(label)) == 0, "%s: %s", title, node->label);
}

/* All sections in their order; the list ends with one without title. */
static void check_sections(const struct statement *statement, const struct wanted *wanted)
{
	size_t count = 0;

	for (; wanted[count].title != NULL; count++)
		expect_section(statement, count, &wanted[count]);
	cr_expect_null(statement_node(statement, NODE_SECTION, count));
}

static void expect_sections(const char *body, const struct wanted *wanted)
{
	struct statement *statement = statement_with(body);

	check_sections(statement, wanted);
	statement_free(statement);
}

#define SECTIONS(...) ((const struct wanted[]){ __VA_ARGS__, { NULL, NULL, NULL } })

Test(resolve_sections, number_headings_by_level)
{
	expect_sections(
		"<section><title>A</title><section><title>B</title></section>"
		"<section><title>C</title><section><title>D</title></section></section></section>"
		"<section><title>E</title><section><title>F</title></section></section>",
		SECTIONS({ "A", "1", "Section" }, { "B", "1.1", "Section" },
			 { "C", "1.2", "Section" }, { "D", "1.2.1", "Section" },
			 { "E", "2", "Section" }, { "F", "2.1", "Section" }));
}

Test(resolve_sections, leave_no_gap_where_a_heading_has_no_number)
{
	expect_sections(
		"<section numbered='false'><title>Summary</title>"
		"<section><title>Within</title></section></section>"
		"<section><title>First</title></section>"
		"<section numbered='false'><title>Aside</title></section>"
		"<section><title>Second</title><section numbered='false'><title>Loose</title></section>"
		"<section><title>Inner</title></section></section>",
		SECTIONS({ "Summary", "", "" }, { "Within", "", "" }, { "First", "1", "Section" },
			 { "Aside", "", "" }, { "Second", "2", "Section" }, { "Loose", "", "" },
			 { "Inner", "2.1", "Section" }));
}

Test(resolve_sections, call_a_section_on_an_indicator_an_indicator)
{
	struct statement *statement = statement_with(
		"<section kind='domain'><title>Waits</title>"
		"<section kind='indicator'><title>Long waits</title></section></section>");

	check_sections(statement,
		       SECTIONS({ "Waits", "1", "Section" }, { "Long waits", "1.1", "Indicator" }));
	cr_expect_eq(statement_node(statement, NODE_SECTION, 0)->section, SECTION_DOMAIN);
	cr_expect_eq(statement_node(statement, NODE_SECTION, 1)->section, SECTION_INDICATOR);
	statement_free(statement);
}

Test(resolve_sections, letter_appendices_after_the_body)
{
	expect_sections(
		"<section><title>Body</title></section></body>"
		"<appendix><title>Methods</title><section><title>Rates</title></section></appendix>"
		"<appendix><title>Tables</title><section><title>Waits</title></section></appendix>",
		SECTIONS({ "Body", "1", "Section" }, { "Methods", "A", "Appendix" },
			 { "Rates", "A.1", "Section" }, { "Tables", "B", "Appendix" },
			 { "Waits", "B.1", "Section" }));
}

Test(resolve_sections, go_on_counting_through_parts)
{
	struct statement *statement = statement_with(
		"<part><title>One</title><section><title>A</title></section></part>"
		"<part><title>Two</title><section><title>B</title></section></part>");

	check_sections(statement, SECTIONS({ "A", "1", "Section" }, { "B", "2", "Section" }));
	cr_expect_str_eq(statement_node(statement, NODE_SECTION, 0)->part, "One");
	cr_expect_str_eq(statement_node(statement, NODE_SECTION, 1)->part, "Two");
	statement_free(statement);
}

Test(resolve_sections, may_hold_figures_in_their_titles)
{
	expect_sections("<section><title>Now <value/></title></section>",
			SECTIONS({ "Now 10.0%", "1", "Section" }));
}

/* -- references ------------------------------------------------------------------------------- */

Test(resolve_sections, are_referred_to_by_number_title_and_page)
{
	struct statement *statement = statement_with(
		"<p>See <ref to='later'/>, <ref to='later' form='title'/>, <ref to='later' form='page'/>.</p>"
		"<section><title>First</title></section>"
		"<section id='later'><title>What comes later</title></section>");
	const struct node *text = statement_node(statement, NODE_TEXT, 0);
	const struct node *later = statement_node(statement, NODE_SECTION, 1);
	size_t pages = 0;

	/* The number of the page follows when there are pages. */
	cr_expect_str_eq(statement_paragraph(statement, 0), "See Section 2, What comes later, .");
	for (size_t i = 0; i < text->text.count; i++)
		if (text->text.runs[i]->kind == RUN_PAGE) {
			cr_expect_eq(text->text.runs[i]->target, later);
			cr_expect_str_eq(text->text.runs[i]->text, "page\xc2\xa0");
			pages++;
		}
	cr_expect_eq(pages, 1);
	statement_free(statement);
}

Test(resolve_sections, without_number_are_referred_to_by_their_title)
{
	struct statement *statement = statement_with(
		"<p>See <ref to='other'/>.</p>"
		"<section id='other' numbered='false'><title>Summary</title></section>");

	cr_expect_str_eq(statement_paragraph(statement, 0), "See Summary.");
	statement_free(statement);
}

Test(resolve_sections, are_said_not_to_be_there_when_a_condition_left_them_out)
{
	struct statement *statement = statement_with(
		"<p>See <ref to='other'/>.</p><if gt='99'><section id='other'><title>S</title></section></if>");

	cr_expect_str_eq(statement_paragraph(statement, 0), "See [not in this report].");
	cr_expect(statement_said(statement, "SPC56"));
	statement_free(statement);
}

/* -- contents --------------------------------------------------------------------------------- */

Test(resolve_sections, are_listed_in_the_contents_down_to_its_depth)
{
	struct statement *statement = statement_with(
		"<contents depth='2'/><part><title>Part</title>"
		"<section><title>A</title><section><title>B</title><section><title>C</title></section>"
		"</section></section></part></body><appendix><title>Tables</title></appendix>");
	const struct node *contents = statement_node(statement, NODE_CONTENTS, 0);

	cr_assert_eq(contents->entry_count, 3);
	cr_expect_str_eq(contents->entries[0].title, "A");
	cr_expect_str_eq(contents->entries[0].number, "1");
	cr_expect_str_eq(contents->entries[0].part, "Part");
	cr_expect_str_eq(contents->entries[1].title, "B");
	cr_expect_str_eq(contents->entries[1].number, "1.1");
	cr_expect_eq(contents->entries[1].level, 2);
	cr_expect_str_eq(contents->entries[2].title, "Tables");
	cr_expect_str_eq(contents->entries[2].number, "A");
	cr_expect_str_eq(contents->entries[2].part, "");
	cr_expect_str_eq(statement_plain(statement, &contents->title), "Contents");
	statement_free(statement);
}

Test(resolve_sections, nested_too_deep_are_refused)
{
	struct statement *statement = statement_try(&(struct statement_parts){
		.rows = "numerator,denominator\n10,100\n",
		.body = "<section><title>1</title><section><title>2</title><section><title>3</title>"
			"<section><title>4</title><section><title>5</title><section><title>6</title>"
			"<section><title>7</title></section></section></section></section></section>"
			"</section></section>" });

	cr_expect_null(statement->run.document);
	cr_expect(statement_said(statement, "SPC54"));
	statement_free(statement);
}
