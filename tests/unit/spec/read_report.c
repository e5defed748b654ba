/* A whole report from its files: read, filled, included, checked and typed, or refused as a whole. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "spec/read.h"
#include "support/fixture_place.h"
#include "support/messages.h"

#define NS "xmlns='urn:gradient:report:1'"

TestSuite(spec_read_report, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

static struct report *read_with(const char *text, const struct parameter_setting *settings,
				size_t count)
{
	workplace_file(&place, "report.xml", text);
	return report_read(arena, workplace_path(&place, "report.xml"), settings, count,
			   place.diags);
}

static struct report *read_text(const char *text)
{
	return read_with(text, NULL, 0);
}

static const char *with_parts(const char *data, const char *indicators, const char *rest)
{
	return arena_printf(arena,
			    "<report " NS
			    " version='1' xml:lang='cy' layout='l' theme='t' strings='w'>"
			    "<meta><title>T</title><publisher>P</publisher></meta>"
			    "<parameters><parameter name='org' type='organisation' default='QNV'/>"
			    "</parameters><data>%s</data><indicators>%s</indicators>%s</report>",
			    data, indicators, rest);
}

#define SOURCE "<source id='s' href='a.csv'/>"
#define OWN "<indicator id='A'/>"

Test(spec_read_report, knows_its_files_and_language)
{
	struct report *report = read_text(with_parts(SOURCE, OWN, "<body organisation='{org}'/>"));

	cr_assert_not_null(report, "%s", workplace_said(&place));
	cr_expect_str_eq(report->folder, place.folder);
	cr_expect_str_eq(path_base(report->file), "report.xml");
	cr_expect_str_eq(report->language, "cy");
	cr_expect_str_eq(report->layout.text, "l");
	cr_expect_str_eq(report->theme.text, "t");
	cr_expect_str_eq(report->strings.text, "w");
	cr_expect_str_eq(report->reference.organisation.text, "QNV");
	cr_expect_null(report->reference.indicator.text);
	cr_expect_null(report->blocks);
}

Test(spec_read_report, puts_appendices_behind_the_body)
{
	struct report *report = read_text(with_parts(
		SOURCE, OWN,
		"<body><p>1</p><p>2</p></body>"
		"<appendix id='x' orientation='landscape' by='sex'><title>One</title><p>3</p></appendix>"
		"<appendix><title>Two</title></appendix>"));
	const struct block *block;

	cr_assert_not_null(report, "%s", workplace_said(&place));
	block = report->blocks->next->next;
	cr_expect_eq(block->kind, BLOCK_APPENDIX);
	cr_expect_str_eq(block->id, "x");
	cr_expect_str_eq(block->orientation.text, "landscape");
	cr_expect_str_eq(block->reference.by.text, "sex");
	cr_expect_str_eq(block->parts.title->text, "One");
	cr_expect_eq(block->children->kind, BLOCK_PARAGRAPH);
	cr_expect_str_eq(block->next->parts.title->text, "Two");
	cr_expect_str_eq(block->next->id, "");
	cr_expect_null(block->next->orientation.text);
	cr_expect_null(block->next->next);
}

/* An appendix of figures can share the sources and indicators of the statement. */
Test(spec_read_report, takes_sources_and_indicators_from_other_files)
{
	struct report *report;

	workplace_folder(&place, "part");
	workplace_file(&place, "part/data.xml",
		       "<fragment " NS "><source id='s' href='a.csv'/><source id='t' "
		       "href='b.csv'/></fragment>");
	workplace_file(&place, "part/indicators.xml",
		       "<fragment " NS "><use set='c'/><indicator id='A' source='t'/>"
		       "</fragment>");
	report = read_text(with_parts("<include href='part/data.xml'/>" SOURCE,
				      "<include href='part/indicators.xml'/>", "<body/>"));
	cr_expect_null(report);
	cr_expect_not_null(strstr(workplace_said(&place),
				  "error: an id is used twice: s [SPC13]\n    hint: the first "
				  "is at part/data.xml:1:"),
			   "%s", workplace_said(&place));
	place.diags = diag_list_new(arena);
	report = read_text(with_parts("<include href='part/data.xml'/>",
				      "<include href='part/indicators.xml'/>", "<body/>"));
	cr_assert_not_null(report, "%s", workplace_said(&place));
	cr_expect_eq(report->source_count, 2);
	cr_expect_str_eq(report->sources[1].id, "t");
	cr_expect_str_eq(path_base(report->sources[1].at.file), "data.xml");
	cr_expect_eq(report->use_count, 1);
	cr_expect_eq(report->indicator_count, 1);
}

Test(spec_read_report, refuses_what_does_not_belong_where_it_is_included)
{
	workplace_file(&place, "part.xml", "<fragment " NS "><p>x</p></fragment>");
	cr_expect_null(read_text(with_parts("<include href='part.xml'/>" SOURCE, OWN, "<body/>")));
	cr_expect_str_eq(
		workplace_said(&place),
		"part.xml:1:41: error: unknown element: <p> in <data> [SPC05]\n    "
		"hint: use one of: source, lookup, standard, organisation, peers, earlier, include\n");
}

Test(spec_read_report, needs_a_source_even_through_an_include)
{
	workplace_file(&place, "part.xml", "<fragment " NS "/>");
	cr_expect_null(read_text(with_parts("<include href='part.xml'/>", OWN, "<body/>")));
	cr_expect_eq(messages_count(place.diags, "SPC06"), 1, "%s", workplace_said(&place));
}

Test(spec_read_report, returns_nothing_of_a_report_with_a_fault)
{
	cr_expect_null(read_text(with_parts(SOURCE, OWN, "<body><sectoin/></body>")));
	cr_expect_null(read_text(with_parts(SOURCE, OWN, "<body><if><p/></if></body>")));
	cr_expect_null(read_text("<report " NS "/>"));
	cr_expect_null(read_text(""));
	cr_expect_null(
		report_read(arena, workplace_path(&place, "none.xml"), NULL, 0, place.diags));
	cr_expect_null(report_read(arena, place.folder, NULL, 0, place.diags));
}

/* A wrong value that comes from a parameter is wrong where the parameter is declared, or set. */
Test(spec_read_report, places_a_value_at_its_parameter)
{
	struct report *report = read_text(
		"<report " NS " version='1' xml:lang='en'>\n"
		"<meta><title>T</title><publisher>P</publisher></meta>\n"
		"<parameters>\n  <parameter name='org' type='organisation' default='QNV'/>"
		"</parameters>\n<data>" SOURCE "</data>\n"
		"<body organisation='{org}' period='20{org}'/></report>");

	cr_assert_not_null(report, "%s", workplace_said(&place));
	cr_expect_eq(report->reference.organisation.at.line, 4);
	cr_expect_eq(report->reference.organisation.at.column, 3);
	cr_expect_eq(report->reference.period.at.line, 6);
	cr_expect_str_eq(report->reference.period.text, "20QNV");
}

/* Even so a file named by a parameter is looked for beside the file that names it. */
Test(spec_read_report, keeps_the_place_of_an_element_whose_file_is_a_parameter)
{
	struct report *report;

	workplace_folder(&place, "part");
	workplace_file(&place, "part/data.xml", "<source " NS " id='s' href='{file}'/>");
	report = read_text("<report " NS " version='1' xml:lang='en'>"
			   "<meta><title>T</title><publisher>P</publisher></meta><parameters>"
			   "<parameter name='file' type='text' default='a.csv'/></parameters>"
			   "<data><include href='part/data.xml'/></data><body/></report>");
	cr_assert_not_null(report, "%s", workplace_said(&place));
	cr_expect_str_eq(report->sources[0].href.text, "a.csv");
	cr_expect_str_eq(path_base(report->sources[0].at.file), "data.xml");
	cr_expect_str_eq(path_base(report->sources[0].href.at.file), "report.xml");
}

Test(spec_read_report, tells_of_a_part_what_to_check_instead)
{
	cr_expect_null(read_text("<fragment " NS "><p/></fragment>"));
	cr_expect_str_eq(workplace_said(&place),
			 "report.xml:1:1: error: unknown element: <fragment> as the outermost "
			 "element [SPC05]\n    hint: this is a part of a report: check the "
			 "report that includes it\n");
}

Test(spec_read_report, reads_the_examples)
{
	cr_expect_not_null(
		report_read(arena, "inputs/example-trust/statement.xml", NULL, 0, place.diags),
		"%s", workplace_said(&place));
	cr_expect_eq(diag_count(place.diags), 0);
}
