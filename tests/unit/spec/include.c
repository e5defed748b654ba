/* Reports put together from several files: what comes where, what may be read, and when it ends. */
#include "spec/include.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "base/source.h"
#include "spec/parameters.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"
#include "support/fixture_place.h"
#include "support/messages.h"
#include "support/program.h"

#define NS " xmlns='urn:gradient:report:1'"

enum { SECONDS_MOST = 20 };

TestSuite(spec_include, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

static void write_tree(struct buffer *out, const struct xml_node *node)
{
	for (const struct xml_node *child = node->first; child != NULL; child = child->next) {
		cr_expect_eq(child->parent, node);
		cr_expect(child->next != NULL || node->last == child);
		if (child->text != NULL) {
			buffer_add_text(out, child->text);
			continue;
		}
		buffer_printf(out, "<%s", child->name);
		for (size_t i = 0; i < child->attribute_count; i++)
			buffer_printf(out, " %s", child->attributes[i].value);
		buffer_add_char(out, '>');
		write_tree(out, child);
		buffer_printf(out, "</%s>", child->name);
	}
}

/* The report with its includes in place. */
static struct xml_node *read_report(const char *text)
{
	const char *path = workplace_path(&place, "report.xml");
	struct source *source = source_of_text(arena, path, text, strlen(text));
	struct xml_node *root =
		xml_parse(arena, arena, source, vocabulary_report.namespace, place.diags);
	struct parameters *parameters = parameters_read(arena, root, NULL, 0, place.diags);

	include_files(arena, arena, root, place.folder, path, vocabulary_report.namespace,
		      parameters, place.diags);
	return root;
}

/* What is within the report, as text. */
static const char *merged(const char *inside)
{
	struct xml_node *root =
		read_report(arena_printf(arena, "<report" NS ">%s</report>", inside));
	struct buffer out;

	buffer_init(&out);
	write_tree(&out, root);
	return buffer_finish(&out, arena);
}

Test(spec_include, puts_the_elements_of_a_fragment_in_the_place)
{
	workplace_file(&place, "a.xml", "<fragment" NS "><p>1</p><p>2</p></fragment>");
	cr_expect_str_eq(merged("<p>0</p><include href='a.xml'/><p>3</p>"),
			 "<p>0</p><p>1</p><p>2</p><p>3</p>");
	cr_expect_str_eq(merged("<include href='a.xml'/>"), "<p>1</p><p>2</p>");
	cr_expect_str_eq(workplace_said(&place), "");
}

Test(spec_include, takes_a_single_element_instead_of_a_fragment)
{
	workplace_file(&place, "a.xml", "<p" NS " id='x'>1</p>");
	cr_expect_str_eq(merged("<b/><include href='a.xml'/>"), "<b></b><p x>1</p>");
}

/* Nothing behind an empty file, or an empty file at the end of another, may be lost. */
Test(spec_include, loses_nothing_around_empty_files)
{
	workplace_file(&place, "empty.xml", "<fragment" NS "/>");
	workplace_file(&place, "ends.xml",
		       "<fragment" NS "><p>1</p><include href='empty.xml'/></fragment>");
	workplace_file(&place, "begins.xml",
		       "<fragment" NS "><include href='empty.xml'/><p>2</p></fragment>");
	cr_expect_str_eq(merged("<b/><include href='empty.xml'/><c/>"), "<b></b><c></c>");
	cr_expect_str_eq(merged("<b/><include href='empty.xml'/>"), "<b></b>");
	cr_expect_str_eq(merged("<include href='empty.xml'/>"), "");
	cr_expect_str_eq(merged("<b/><include href='ends.xml'/><c/>"), "<b></b><p>1</p><c></c>");
	cr_expect_str_eq(merged("<b/><include href='begins.xml'/><c/>"), "<b></b><p>2</p><c></c>");
	cr_expect_str_eq(merged("<include href='ends.xml'/><include href='empty.xml'/><include "
				"href='begins.xml'/><c/>"),
			 "<p>1</p><p>2</p><c></c>");
}

Test(spec_include, takes_an_include_as_the_whole_of_a_file)
{
	workplace_file(&place, "a.xml", "<include" NS " href='b.xml'/>");
	workplace_file(&place, "b.xml", "<p" NS ">1</p>");
	cr_expect_str_eq(merged("<b/><include href='a.xml'/><c/>"), "<b></b><p>1</p><c></c>");
}

Test(spec_include, looks_beside_the_file_that_includes)
{
	workplace_folder(&place, "one");
	workplace_folder(&place, "one/two");
	workplace_file(&place, "one/a.xml",
		       "<fragment" NS "><include href='two/b.xml'/></fragment>");
	workplace_file(&place, "one/two/b.xml",
		       "<fragment" NS "><include href='../../c.xml'/></fragment>");
	workplace_file(&place, "c.xml", "<p" NS ">c</p>");
	cr_expect_str_eq(merged("<include href='one/a.xml'/>"), "<p>c</p>");
	cr_expect_str_eq(workplace_said(&place), "");
}

Test(spec_include, keeps_the_places_in_the_included_file)
{
	const struct xml_node *p;

	workplace_file(&place, "a.xml", "<fragment" NS ">\n\n  <p>1</p></fragment>");
	p = xml_child(read_report("<report" NS "><include href='a.xml'/></report>"), "p", NULL);
	cr_expect_str_eq(path_base(p->at.file), "a.xml");
	cr_expect_eq(p->at.line, 3);
	cr_expect_eq(p->at.column, 3);
}

Test(spec_include, fills_parameters_in_included_files)
{
	workplace_file(&place, "a-QNV.xml", "<p" NS " id='{org}'/>");
	cr_expect_str_eq(
		merged("<parameters><parameter name='org' type='text' default='QNV'/>"
		       "</parameters><include href='a-QNV.xml'/>"),
		"<parameters><parameter org text QNV></parameter></parameters><p QNV></p>");
}

Test(spec_include, refuses_files_outside_the_folder)
{
	const char *outside = scratch_new(arena);
	const char *secret = path_join(arena, outside, "secret.xml");

	file_write(secret, "<p" NS ">secret</p>", strlen("<p" NS ">secret</p>"));
	cr_expect_eq(symlink(secret, workplace_path(&place, "link.xml")), 0);
	merged(arena_printf(arena,
			    "\n<include href='../x.xml'/>\n<include href='/etc/passwd'/>\n"
			    "<include href='%s'/>\n<include href='link.xml'/>",
			    secret));
	cr_expect_eq(messages_count(place.diags, "SPC16"), 4, "%s", workplace_said(&place));
	cr_expect_eq(diag_count(place.diags), 4);
	cr_expect_null(strstr(merged("<include href='link.xml'/>"), "secret"));
	scratch_free(outside);
}

Test(spec_include, refuses_addresses_of_the_network)
{
	merged("<include href='https://example.com/a.xml'/>");
	cr_expect_eq(diag_errors(place.diags), 1);
}

Test(spec_include, refuses_a_file_that_includes_itself)
{
	workplace_file(&place, "a.xml", "<fragment" NS "><include href='a.xml'/></fragment>");
	merged("<include href='a.xml'/>");
	cr_expect_str_eq(workplace_said(&place),
			 "a.xml:1:56: error: a file includes itself: a.xml [SPC15]\n");
}

Test(spec_include, refuses_a_loop_over_several_files_and_the_report)
{
	workplace_file(&place, "a.xml", "<fragment" NS "><include href='b.xml'/></fragment>");
	workplace_file(&place, "b.xml", "<fragment" NS "><include href='report.xml'/></fragment>");
	merged("<include href='a.xml'/>");
	cr_expect_str_eq(workplace_said(&place),
			 "b.xml:1:56: error: a file includes itself: report.xml [SPC15]\n");
}

Test(spec_include, takes_the_same_file_twice_beside_each_other)
{
	workplace_file(&place, "a.xml", "<p" NS "/>");
	cr_expect_str_eq(merged("<include href='a.xml'/><include href='a.xml'/>"),
			 "<p></p><p></p>");
	cr_expect_str_eq(workplace_said(&place), "");
}

Test(spec_include, limits_how_deep_files_include_files)
{
	for (int i = 0; i < INCLUDE_DEPTH_MOST; i++)
		workplace_file(&place, arena_printf(arena, "%d.xml", i),
			       arena_printf(arena,
					    "<fragment" NS "><include href='%d.xml'/></fragment>",
					    i + 1));
	workplace_file(&place, arena_printf(arena, "%d.xml", INCLUDE_DEPTH_MOST),
		       "<p" NS ">end</p>");
	cr_expect_null(strstr(merged("<include href='0.xml'/>"), "end"));
	cr_expect_eq(messages_count(place.diags, "SPC15"), 1);
	place.diags = diag_list_new(arena);
	cr_expect_str_eq(merged("<include href='2.xml'/>"), "<p>end</p>");
	cr_expect_str_eq(workplace_said(&place), "");
}

/* Sixteen files that include the next one four times would be four thousand million. */
Test(spec_include, limits_how_many_files_are_put_together)
{
	alarm(SECONDS_MOST); /* ends the process of this test */
	for (int i = 0; i < 14; i++) {
		const char *next = arena_printf(arena, "<include href='%d.xml'/>", i + 1);

		workplace_file(&place, arena_printf(arena, "%d.xml", i),
			       arena_printf(arena, "<fragment" NS ">%s%s%s%s</fragment>", next,
					    next, next, next));
	}
	workplace_file(&place, "14.xml", "<p" NS "/>");
	merged("<include href='0.xml'/>");
	cr_expect_eq(messages_count(place.diags, "SPC22"), 1);
	cr_expect_eq(diag_count(place.diags), 1);
}

Test(spec_include, says_what_is_wrong_with_an_included_file)
{
	workplace_file(&place, "broken.xml", "<p" NS ">\n<b></p>");
	workplace_file(&place, "other.xml", "<p xmlns='urn:x'/>");
	merged("\n<include href='none.xml'/><include href='broken.xml'/><include "
	       "href='other.xml'/>");
	cr_expect_eq(messages_count(place.diags, "SPC21"), 1);
	cr_expect_eq(messages_count(place.diags, "SPC01"), 1);
	cr_expect_eq(messages_count(place.diags, "SPC02"), 1);
	cr_expect_not_null(strstr(workplace_said(&place),
				  "report.xml:2:16: error: cannot read the file: none.xml: No "
				  "such file or directory [SPC21]"));
}

/* The checker says that href is missing. */
Test(spec_include, leaves_an_include_without_a_name)
{
	cr_expect_str_eq(merged("<include/>"), "<include></include>");
	cr_expect_str_eq(workplace_said(&place), "");
}
