/* Ids that are used once, and references that lead somewhere of the right kind. */
#include "spec/ids.h"

#include <criterion/criterion.h>

#include "spec/xml.h"
#include "support/fixture.h"
#include "support/messages.h"

static struct ids *ids;
static unsigned line;

static void set_up(void)
{
	fixture_set_up();
	ids = ids_new(arena);
	line = 0;
}

TestSuite(spec_ids, .init = set_up, .fini = fixture_tear_down);

/* An attribute in a line of its own. */
static void note(const char *key, enum attribute_type type, const char *value)
{
	struct xml_attribute attribute = {
		.name = "n",
		.value = value,
		.at = { .file = "t.xml", .line = ++line, .column = 1 },
	};

	ids_note(ids, key, type, &attribute, diags);
}

static void expect_said(const char *wanted)
{
	ids_check(ids, diags);
	cr_expect_str_eq(messages_text(arena, diags), wanted);
}

Test(spec_ids, takes_references_before_and_after_what_they_mean)
{
	note("ref", ATTRIBUTE_REF, "a");
	note("section", ATTRIBUTE_ID, "a");
	note("source", ATTRIBUTE_ID, "s");
	note("ref", ATTRIBUTE_REF, "a");
	note("indicator", ATTRIBUTE_SOURCE, "s");
	expect_said("");
}

Test(spec_ids, says_where_the_first_of_two_is)
{
	note("section", ATTRIBUTE_ID, "a");
	note("chart", ATTRIBUTE_ID, "b");
	note("chart", ATTRIBUTE_ID, "a");
	expect_said("t.xml:3:1: error: an id is used twice: a [SPC13]\n"
		    "    hint: the first is at t.xml:1:1\n");
}

Test(spec_ids, says_that_a_source_and_a_section_share_ids)
{
	note("source", ATTRIBUTE_ID, "maternity");
	note("section", ATTRIBUTE_ID, "maternity");
	expect_said("t.xml:2:1: error: an id is used twice: maternity [SPC13]\n"
		    "    hint: the first is at t.xml:1:1; sources and parts of the text share one "
		    "set of ids\n");
}

Test(spec_ids, refuses_references_to_nothing)
{
	note("section", ATTRIBUTE_ID, "smoking");
	note("source", ATTRIBUTE_ID, "smoke");
	note("ref", ATTRIBUTE_REF, "smokin");
	expect_said("t.xml:3:1: error: reference to nothing: smokin [SPC14]\n"
		    "    hint: did you mean \"smoking\"? use one of: smoking\n");
}

Test(spec_ids, refuses_references_to_the_other_kind)
{
	note("section", ATTRIBUTE_ID, "chapter");
	note("source", ATTRIBUTE_ID, "waits");
	note("ref", ATTRIBUTE_REF, "waits");
	note("indicator", ATTRIBUTE_SOURCE, "chapter");
	expect_said("t.xml:3:1: error: reference to nothing: waits [SPC14]\n"
		    "    hint: use one of: chapter\n"
		    "t.xml:4:1: error: reference to nothing: chapter [SPC14]\n"
		    "    hint: use one of: waits\n");
}

/* Indicators and parameters have names of their own, which no reference means. */
Test(spec_ids, keeps_names_of_each_kind_apart)
{
	note("indicator", ATTRIBUTE_KEY, "a");
	note("parameter", ATTRIBUTE_KEY, "a");
	note("section", ATTRIBUTE_ID, "a");
	note("ref", ATTRIBUTE_REF, "a");
	note("indicator", ATTRIBUTE_KEY, "other");
	note("ref", ATTRIBUTE_REF, "other");
	note("indicator", ATTRIBUTE_KEY, "a");
	expect_said("t.xml:6:1: error: reference to nothing: other [SPC14]\n"
		    "    hint: use one of: a\n"
		    "t.xml:7:1: error: an id is used twice: a [SPC13]\n"
		    "    hint: the first is at t.xml:1:1\n");
}

Test(spec_ids, passes_over_other_attributes)
{
	note("use", ATTRIBUTE_TEXT, "a");
	note("use", ATTRIBUTE_NAME, "a");
	note("use", ATTRIBUTE_TEXT, "a");
	expect_said("");
}
