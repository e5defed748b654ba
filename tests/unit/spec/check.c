/* Trees held against the table of the language: every fault at once, each with a hint to act on. */
#include "spec/check.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"
#include "support/fixture.h"
#include "support/messages.h"

TestSuite(spec_check, .init = fixture_set_up, .fini = fixture_tear_down);

/* What is said about a whole report. */
static const char *said_of(const char *text)
{
	struct diag_list *list = diag_list_new(arena);
	struct xml_node *root = tree_of(arena, &vocabulary_report, text, list);

	cr_assert_not_null(root, "%s", messages_text(arena, list));
	cr_expect_eq(check_tree(arena, &vocabulary_report, root, list), diag_errors(list) == 0);
	return messages_text(arena, list);
}

/* What is said about elements in the body; they begin in line 6. */
static const char *said(const char *body)
{
	return said_of(report_text(arena, body));
}

static void expect_said(const char *body, const char *message)
{
	const char *text = said(body);

	cr_expect_not_null(strstr(text, message), "%s\nis not\n%s", text, message);
}

Test(spec_check, says_nothing_of_a_report_without_fault)
{
	cr_expect_str_eq(said("<p>Words <em>and</em> words.</p>"), "");
	cr_expect_str_eq(said("<section id='a'><title>T</title>\n<p>See <ref to='a'/></p>\n\t"
			      "<chart kind='bars'/></section>"),
			 "");
}

Test(spec_check, names_elements_it_does_not_know_and_the_nearest_known)
{
	expect_said("<sectoin/>",
		    "t.xml:6:1: error: unknown element: <sectoin> in <body> [SPC05]\n"
		    "    hint: did you mean \"section\"? use one of: cover, part, section");
	expect_said("<p><chart/></p>", "t.xml:6:4: error: unknown element: <chart> in <p> [SPC05]\n"
				       "    hint: use one of: value, interval, phrase");
	expect_said("<contents><p/></contents>",
		    "t.xml:6:11: error: unknown element: <p> in <contents> [SPC05]\n"
		    "    hint: <contents> holds no elements\n");
}

Test(spec_check, names_missing_elements)
{
	expect_said("<section><p>x</p></section>",
		    "t.xml:6:1: error: missing element: <title> in <section> [SPC06]\n");
	expect_said("<ul>\n</ul>", "t.xml:6:1: error: missing element: <li> in <ul> [SPC06]\n");
	expect_said(
		"<grid/>",
		"t.xml:6:1: error: missing element: <chart>, <cell> or <show> in <grid> [SPC06]\n");
}

Test(spec_check, says_what_an_element_must_precede)
{
	expect_said("<section><p>x</p><title>T</title></section>",
		    "t.xml:6:18: error: element in the wrong place: <title> in <section> [SPC07]\n"
		    "    hint: put it before <p>\n");
	expect_said("<chart kind='bars'><source-line/><note/><title/></chart>",
		    "t.xml:6:34: error: element in the wrong place: <note> in <chart> [SPC07]\n"
		    "    hint: put it before <source-line>\n"
		    "t.xml:6:41: error: element in the wrong place: <title> in <chart> [SPC07]\n"
		    "    hint: put it before <source-line>\n");
}

Test(spec_check, refuses_a_second_element_where_one_may_be)
{
	expect_said("<section><title>T</title><title>U</title></section>",
		    "t.xml:6:26: error: element written twice: <title> in <section> [SPC08]\n");
}

Test(spec_check, refuses_words_where_elements_belong)
{
	expect_said("Words\n of mine", "t.xml:6:1: error: text is not allowed here: \"Words\" in "
				       "<body> [SPC09]\n");
	expect_said("<contents>x</contents>",
		    "t.xml:6:11: error: text is not allowed here: \"x\" in <contents> [SPC09]\n");
	cr_expect_str_eq(said("\n \t\r\n<contents>\n</contents>"), "");
}

/* A long text is shown in part, and the part ends with a whole character. */
Test(spec_check, shows_the_beginning_of_a_long_text)
{
	expect_said("xéééééééééééééééééééééééééééééé",
		    "\"xééééééééééééééééééé\" in <body> [SPC09]\n");
}

Test(spec_check, names_attributes_it_does_not_know_and_the_nearest_known)
{
	expect_said(
		"<chart kind='bars' perod='2024'/>",
		"t.xml:6:27: error: unknown attribute: perod=\"2024\" on <chart> [SPC10]\n"
		"    hint: did you mean \"period\"? use one of: id, xml:lang, accept, indicator");
	expect_said("<page-break id='a'/>",
		    "t.xml:6:17: error: unknown attribute: id=\"a\" on <page-break> [SPC10]\n"
		    "    hint: <page-break> has no attributes\n");
}

Test(spec_check, names_missing_attributes_and_what_they_are)
{
	expect_said("<p><ref/></p>", "t.xml:6:4: error: missing attribute: to on <ref> [SPC11]\n"
				     "    hint: to: id of a section, figure or table\n");
}

Test(spec_check, says_what_a_value_must_be)
{
	expect_said("<chart kind='bar'/>", "t.xml:6:14: error: wrong value: kind=\"bar\" [SPC12]\n"
					   "    hint: did you mean \"bars\"? use one of: ");
	expect_said("<contents depth='two'/>",
		    "t.xml:6:18: error: wrong value: depth=\"two\" [SPC12]\n"
		    "    hint: depth takes a whole number, 1 or more\n");
	expect_said("<section numbered='no'><title/></section>",
		    "t.xml:6:20: error: wrong value: numbered=\"no\" [SPC12]\n"
		    "    hint: numbered takes true or false\n");
}

/* The same name means different things: a note in a paragraph, a note under a figure. */
Test(spec_check, knows_an_element_by_the_one_around_it)
{
	cr_expect_str_eq(said("<p>x<note>y</note></p>"), "");
	cr_expect_str_eq(said("<chart kind='bars'><note>y</note></chart>"), "");
	expect_said("<note>y</note>", "unknown element: <note> in <body> [SPC05]\n");
	cr_expect_str_eq(said("<if is='higher'><chart kind='bars'/></if>"), "");
	expect_said("<callout kind='note'><if is='higher'><chart kind='bars'/></if></callout>",
		    "unknown element: <chart> in <if> [SPC05]\n");
}

Test(spec_check, reports_every_fault_of_a_file_in_its_order)
{
	const char *text =
		said("<sectoin/>\n<p colour='red'>x <chart/></p>\n<contents depth='0'/>\n"
		     "<section>x</section>");

	cr_expect_str_eq(arena_strndup(arena, text, 12), "t.xml:6:1: e", "%s", text);
	cr_expect_not_null(strstr(
		strstr(strstr(strstr(strstr(text, "t.xml:6:1:"), "t.xml:7:12:"), "t.xml:7:19:"),
		       "t.xml:8:18:"),
		"t.xml:9:1:"));
	cr_expect_not_null(strstr(text, "t.xml:9:10: error: text is not allowed here"));
}

/* What is beneath an unknown element is not judged: it may be right where it was meant to stand. */
Test(spec_check, passes_over_what_unknown_elements_hold)
{
	const char *text = said("<sectoin><nonsense/></sectoin>");

	cr_expect_null(strstr(text, "nonsense"), "%s", text);
}

Test(spec_check, wants_the_outermost_element_of_its_language)
{
	cr_expect_str_eq(
		said_of("<p xmlns='urn:gradient:report:1'>x</p>"),
		"t.xml:1:1: error: unknown element: <p> as the outermost element [SPC05]\n"
		"    hint: this is a part of a report: check the report that includes it\n");
	cr_expect_str_eq(
		said_of("<fragment xmlns='urn:gradient:report:1'><nonsense/></fragment>"),
		"t.xml:1:1: error: unknown element: <fragment> as the outermost element [SPC05]\n"
		"    hint: this is a part of a report: check the report that includes it\n");
	cr_expect_str_eq(said_of("<reports xmlns='urn:gradient:report:1'/>"),
			 "t.xml:1:1: error: unknown element: <reports> as the outermost element "
			 "[SPC05]\n    hint: a report begins with <report>\n");
}

Test(spec_check, lets_data_and_indicators_come_from_other_files)
{
	cr_expect_str_eq(
		said_of("<report xmlns='urn:gradient:report:1' version='1' xml:lang='en'>"
			"<meta><title/><publisher/></meta><data><include href='a.xml'/></data>"
			"<indicators><include href='b.xml'/><use set='c'/></indicators><body/></report>"),
		"");
}

Test(spec_check, lets_rows_of_a_table_repeat)
{
	cr_expect_str_eq(
		said("<text-table><title/><head><cell/></head><row><cell/></row>"
		     "<for-each in='indicators'><row><cell/></row></for-each></text-table>"),
		"");
	expect_said("<text-table><title/><head><cell/></head><for-each in='indicators'><p/>"
		    "</for-each></text-table>",
		    "unknown element: <p> in <for-each> [SPC05]\n    hint: use one of: row\n");
}
