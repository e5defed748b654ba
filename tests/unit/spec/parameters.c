/* What a report lets its users set, and {name} in attributes. */
#include "spec/parameters.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"
#include "support/fixture.h"
#include "support/messages.h"

TestSuite(spec_parameters, .init = fixture_set_up, .fini = fixture_tear_down);

static const char declarations[] = "<parameter name='org' type='organisation' default='QNV'/>\n"
				   "<parameter name='year' type='period'/>\n"
				   "<parameter name='most' type='number' default='10'/>\n"
				   "<parameter name='draft' type='flag' default='false'/>\n"
				   "<parameter name='remark' type='text' default=''/>\n";

static struct xml_node *report_with(const char *body)
{
	return tree_of(arena, &vocabulary_report,
		       arena_printf(arena,
				    "<report xmlns='urn:gradient:report:1'>\n<parameters>\n%s"
				    "</parameters>\n%s</report>",
				    declarations, body),
		       diags);
}

static struct parameters *read(const struct parameter_setting *settings, size_t count)
{
	return parameters_read(arena, report_with(""), settings, count, diags);
}

Test(spec_parameters, takes_defaults_and_what_is_set)
{
	const struct parameter_setting settings[] = { { "year", "2024/25" }, { "org", "RXX" } };
	const struct parameters *parameters = read(settings, 2);

	cr_expect_str_eq(parameters_value(parameters, "org"), "RXX");
	cr_expect_str_eq(parameters_value(parameters, "year"), "2024/25");
	cr_expect_str_eq(parameters_value(parameters, "most"), "10");
	cr_expect_str_eq(parameters_value(parameters, "remark"), "");
	cr_expect_null(parameters_value(parameters, "none"));
	cr_expect_str_eq(messages_text(arena, diags), "");
}

Test(spec_parameters, takes_the_last_of_two_settings)
{
	const struct parameter_setting settings[] = { { "year", "2023" }, { "year", "2024" } };

	cr_expect_str_eq(parameters_value(read(settings, 2), "year"), "2024");
}

Test(spec_parameters, wants_a_value_where_there_is_no_default)
{
	read(NULL, 0);
	cr_expect_str_eq(messages_text(arena, diags),
			 "t.xml:4:1: error: a parameter has no value: year (set it with -p "
			 "year=...) [SPC18]\n");
}

Test(spec_parameters, refuses_names_that_are_not_declared)
{
	const struct parameter_setting settings[] = { { "year", "2024" }, { "og", "RXX" } };

	read(settings, 2);
	cr_expect_str_eq(messages_text(arena, diags),
			 "gradient: error: unknown parameter: -p og=RXX [SPC17]\n"
			 "    hint: did you mean \"org\"? use one of: org, year, most, draft, "
			 "remark\n");
}

static void expect_refused(const char *name, const char *value, const char *hint)
{
	const struct parameter_setting settings[] = { { "year", "2024" }, { name, value } };
	const char *text;

	diags = diag_list_new(arena);
	read(settings, 2);
	text = messages_text(arena, diags);
	cr_expect_eq(messages_count(diags, "SPC19"), 1, "%s=%s", name, value);
	cr_expect_not_null(strstr(text, hint), "%s", text);
}

Test(spec_parameters, refuses_values_of_another_type)
{
	expect_refused("most", "ten", "it must be a number");
	expect_refused("most", "", "it must be a number");
	expect_refused("draft", "yes", "it must be true or false");
	expect_refused("org", "", "it must not be empty");
}

Test(spec_parameters, takes_values_of_each_type)
{
	const struct parameter_setting settings[] = {
		{ "year", "2024" }, { "most", "-1.5" }, { "draft", "true" }, { "remark", "" }
	};

	read(settings, 4);
	cr_expect_str_eq(messages_text(arena, diags), "");
}

Test(spec_parameters, reads_a_report_that_declares_none)
{
	struct xml_node *root = tree_of(arena, &vocabulary_report,
					"<report xmlns='urn:gradient:report:1'/>", diags);

	cr_expect_null(parameters_value(parameters_read(arena, root, NULL, 0, diags), "org"));
	cr_expect_str_eq(messages_text(arena, diags), "");
}

/* An attribute of a paragraph after its parameters are in place. */
static const char *filled(const char *value)
{
	const struct parameter_setting settings[] = { { "year", "2024/25" } };
	struct xml_node *root = report_with(arena_printf(arena, "<p><em title='%s'/></p>", value));
	struct parameters *parameters = parameters_read(arena, root, settings, 1, diags);

	parameters_fill(arena, parameters, root, diags);
	return xml_attribute_value(xml_child(xml_child(root, "p", NULL), "em", NULL), "title");
}

Test(spec_parameters, puts_values_in_place_of_names_in_braces)
{
	cr_expect_str_eq(filled("{org}"), "QNV");
	cr_expect_str_eq(filled("a {org}, {year}{most}b"), "a QNV, 2024/2510b");
	cr_expect_str_eq(filled("[{remark}]"), "[]");
	cr_expect_str_eq(messages_text(arena, diags), "");
}

/* What comes out of a parameter is not looked at again. */
Test(spec_parameters, does_not_fill_twice)
{
	const struct parameter_setting settings[] = { { "year", "{org}" } };
	struct xml_node *root = report_with("<p title='{year}'/>");
	struct parameters *parameters = parameters_read(arena, root, settings, 1, diags);

	parameters_fill(arena, parameters, root, diags);
	cr_expect_str_eq(xml_attribute_value(xml_child(root, "p", NULL), "title"), "{org}");
}

Test(spec_parameters, leaves_braces_around_anything_but_a_name)
{
	cr_expect_str_eq(filled("{}"), "{}");
	cr_expect_str_eq(filled("{ org }"), "{ org }");
	cr_expect_str_eq(filled("{org"), "{org");
	cr_expect_str_eq(filled("org}"), "org}");
	cr_expect_str_eq(filled("{{org}}"), "{QNV}");
	cr_expect_str_eq(messages_text(arena, diags), "");
}

Test(spec_parameters, refuses_names_in_braces_that_are_not_declared)
{
	filled("{ogr}");
	cr_expect_eq(messages_count(diags, "SPC17"), 1);
	cr_expect_not_null(strstr(messages_text(arena, diags),
				  "ogr in <em> [SPC17]\n    hint: did you mean \"org\"?"));
}
