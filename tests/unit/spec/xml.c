/* The tree of a file, with the place of everything in it as an editor shows it. */
#include "spec/xml.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/source.h"
#include "spec/vocabulary.h"
#include "support/fixture.h"
#include "support/messages.h"

#define NS " xmlns='urn:gradient:report:1'"

TestSuite(spec_xml, .init = fixture_set_up, .fini = fixture_tear_down);

static struct xml_node *parse(const char *text)
{
	return tree_of(arena, &vocabulary_report, text, diags);
}

static void expect_at(struct location at, unsigned line, unsigned column)
{
	cr_expect_str_eq(at.file, "t.xml");
	cr_expect_eq(at.line, line, "line %u, not %u", at.line, line);
	cr_expect_eq(at.column, column, "column %u, not %u", at.column, column);
}

static void expect_refused(const char *text, const char *message)
{
	struct diag_list *own = diag_list_new(arena);

	cr_expect_null(tree_of(arena, &vocabulary_report, text, own), "%s", text);
	cr_expect_str_eq(messages_text(arena, own), message);
}

Test(spec_xml, knows_the_place_of_elements_values_and_texts)
{
	struct xml_node *root = parse("<report xmlns='urn:gradient:report:1'\n"
				      "  version='1' xml:lang = \"en-GB\">\n"
				      "\t<p>\xc2\xa3 <em id=\"a\">x</em>\n   tail</p>\n"
				      "</report>");
	struct xml_node *p = xml_child(root, "p", NULL), *em = xml_child(p, "em", NULL);

	expect_at(root->at, 1, 1);
	expect_at(xml_attribute(root, "version")->at, 2, 12);
	expect_at(xml_attribute(root, "xml:lang")->at, 2, 27);
	expect_at(p->at, 3, 2);
	expect_at(p->first->at, 3, 5);
	expect_at(em->at, 3, 7);
	expect_at(xml_attribute(em, "id")->at, 3, 15);
	expect_at(em->first->at, 3, 18);
	/* A text that begins with a line break stands where its first word stands. */
	expect_at(em->next->at, 4, 4);
}

Test(spec_xml, counts_lines_at_any_line_end_and_no_column_for_a_byte_order_mark)
{
	struct xml_node *root = parse("\xef\xbb\xbf<report" NS ">\r\n<p\rid='x'/></report>");

	expect_at(root->at, 1, 1);
	expect_at(xml_child(root, "p", NULL)->at, 2, 1);
	expect_at(xml_attribute(xml_child(root, "p", NULL), "id")->at, 3, 5);
}

Test(spec_xml, finds_values_behind_signs_that_look_like_tags)
{
	struct xml_node *root = parse("<report" NS "><p id='a > b' kind=\"x'=y\">t</p></report>");
	struct xml_node *p = xml_child(root, "p", NULL);

	cr_expect_str_eq(xml_attribute_value(p, "id"), "a > b");
	expect_at(xml_attribute(p, "id")->at, 1, 46);
	cr_expect_str_eq(xml_attribute_value(p, "kind"), "x'=y");
	expect_at(xml_attribute(p, "kind")->at, 1, 59);
	expect_at(p->first->at, 1, 65);
}

Test(spec_xml, keeps_mixed_content_in_order)
{
	struct xml_node *root = parse("<report" NS "><p>a<em>b</em>c<![CDATA[<d>]]>e<!-- no -->"
				      "f<?no thing?>g&amp;&lt;&#163;</p></report>");
	struct xml_node *p = xml_child(root, "p", NULL);

	cr_expect_str_eq(p->first->text, "a");
	cr_expect_str_eq(p->first->next->name, "em");
	cr_expect_str_eq(p->first->next->first->text, "b");
	cr_expect_str_eq(p->first->next->next->text, "c<d>efg&<\xc2\xa3");
	cr_expect_eq(p->first->next->next, p->last);
	cr_expect_null(p->last->next);
	cr_expect_eq(p->first->parent, p);
	cr_expect_eq(p->parent, root);
}

Test(spec_xml, reads_entities_and_characters_in_attributes)
{
	struct xml_node *root = parse("<report" NS " a='x &amp;amp; &lt;&#38;&#163;&quot;'/>");

	cr_expect_str_eq(xml_attribute_value(root, "a"), "x &amp; <&\xc2\xa3\"");
	cr_expect_null(xml_attribute_value(root, "b"));
}

Test(spec_xml, goes_from_child_to_child_of_a_name)
{
	struct xml_node *root = parse("<report" NS "><p id='1'/><ul/><p id='2'/></report>");
	struct xml_node *first = xml_child(root, "p", NULL), *second = xml_child(root, "p", first);

	cr_expect_str_eq(xml_attribute_value(first, "id"), "1");
	cr_expect_str_eq(xml_attribute_value(second, "id"), "2");
	cr_expect_null(xml_child(root, "p", second));
	cr_expect_null(xml_child(root, "ol", NULL));
}

Test(spec_xml, folds_white_space_of_texts)
{
	struct xml_node *root = parse("<report" NS ">\n  one <em>two\n\n three</em>\t.  </report>");

	cr_expect_str_eq(xml_text(arena, root), "one two three .");
	cr_expect_str_eq(xml_text(arena, parse("<report" NS "/>")), "");
}

Test(spec_xml, refuses_what_is_no_xml)
{
	expect_refused("", "t.xml:1:1: error: not well-formed XML: the file is empty [SPC01]\n");
	expect_refused("period,count\n",
		       "t.xml:1:1: error: not well-formed XML: the file is not XML [SPC01]\n");
	expect_refused("\xff\xfe<",
		       "t.xml:1:1: error: not well-formed XML: the file is in UTF-16 [SPC01]\n"
		       "    hint: save it as UTF-8\n");
}

Test(spec_xml, refuses_a_lone_ampersand_where_it_stands)
{
	const char *hint = "    hint: write &amp; for an ampersand\n";

	expect_refused("<report" NS ">\n<p>A & E</p></report>",
		       arena_printf(arena,
				    "t.xml:2:6: error: not well-formed XML: \"&\" stands alone "
				    "[SPC01]\n%s",
				    hint));
	expect_refused("<report" NS ">\n<p title='A&E'/></report>",
		       arena_printf(arena,
				    "t.xml:2:12: error: not well-formed XML: \"&\" stands alone "
				    "[SPC01]\n%s",
				    hint));
}

Test(spec_xml, refuses_entities_it_does_not_know)
{
	expect_refused(
		"<report" NS "><p>a&nbsp;b</p></report>",
		"t.xml:1:43: error: not well-formed XML: unknown entity &nbsp; [SPC01]\n"
		"    hint: write the character itself; only &amp; &lt; &gt; &quot; &apos; are "
		"known\n");
}

Test(spec_xml, refuses_a_document_type)
{
	expect_refused("<!DOCTYPE report [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><report" NS
		       ">&a;</report>",
		       "t.xml:1:1: error: a document type is not allowed [SPC03]\n");
}

Test(spec_xml, refuses_elements_of_other_namespaces)
{
	expect_refused("<report/>", "t.xml:1:1: error: wrong or missing namespace: <report> is in "
				    "\"\", not in \"urn:gradient:report:1\" [SPC02]\n");
	expect_refused("<report" NS "><p/><p xmlns='urn:x'/></report>",
		       "t.xml:1:43: error: wrong or missing namespace: <p> is in \"urn:x\", not in "
		       "\"urn:gradient:report:1\" [SPC02]\n");
}

Test(spec_xml, refuses_broken_tags_with_their_place)
{
	parse("<report" NS ">\n<p>\n</report>");
	cr_expect_eq(messages_count(diags, "SPC01"), 1);
	cr_expect_eq(diag_count(diags), 1);
	cr_expect_eq(diag_at(diags, 0)->at.line, 3);
	cr_expect_not_null(strstr(diag_at(diags, 0)->detail, "p"));
}

/* One message for a file, however much of it is broken. */
Test(spec_xml, says_one_thing_about_a_file_that_is_cut_off)
{
	cr_expect_null(parse("<report" NS "><p id='a"));
	cr_expect_eq(diag_count(diags), 1);
	cr_expect_eq(messages_count(diags, "SPC01"), 1);
}

static const char *nested(unsigned depth)
{
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, "<report" NS ">");
	for (unsigned i = 1; i < depth; i++)
		buffer_add_text(&text, "<p>");
	for (unsigned i = 1; i < depth; i++)
		buffer_add_text(&text, "</p>");
	buffer_add_text(&text, "</report>");
	return buffer_finish(&text, arena);
}

Test(spec_xml, limits_the_depth)
{
	cr_expect_not_null(parse(nested(XML_DEPTH_MOST)));
	cr_expect_null(parse(nested(XML_DEPTH_MOST + 1)));
	cr_expect_eq(messages_count(diags, "SPC04"), 1);
	cr_expect_eq(diag_count(diags), 1);
}

Test(spec_xml, reads_a_file_in_a_declared_encoding)
{
	struct xml_node *root = parse("<?xml version='1.0' encoding='ISO-8859-1'?>\n<report" NS
				      "><p>\xa3 <em id='x'/></p></report>");
	struct xml_node *p;

	cr_assert_not_null(root);
	p = xml_child(root, "p", NULL);
	cr_expect_str_eq(p->first->text, "\xc2\xa3 ");
	expect_at(root->at, 2, 1);
}

Test(spec_xml, reads_very_long_texts_whole)
{
	const size_t length = 300000;
	struct buffer text;
	struct xml_node *root;

	buffer_init(&text);
	buffer_add_text(&text, "<report" NS "><p>");
	for (size_t i = 0; i < length; i++)
		buffer_add_char(&text, (char)('a' + i % 26));
	buffer_add_text(&text, "</p></report>");
	root = parse(buffer_finish(&text, arena));
	cr_assert_not_null(root);
	cr_expect_eq(strlen(xml_child(root, "p", NULL)->first->text), length);
}
