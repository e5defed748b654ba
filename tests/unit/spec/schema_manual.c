/* The manual of a language: every element with its attributes, as a page that mandoc accepts. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "spec/schema.h"
#include "spec/vocabulary.h"
#include "support/fixture.h"

TestSuite(spec_schema_manual, .init = fixture_set_up, .fini = fixture_tear_down);

static const char *manual_of(const struct vocabulary *vocabulary)
{
	struct buffer out;

	buffer_init(&out);
	schema_manual(vocabulary, &out);
	return buffer_finish(&out, arena);
}

static const struct attribute_rule shared[] = {
	{ "id", ATTRIBUTE_ID, false, NULL, "its name" },
	{ 0 },
};
static const struct attribute_rule own[] = {
	{ "size", ATTRIBUTE_LENGTH, true, NULL, ".5 or more\\less" },
	{ 0 },
};
static const struct element_rule elements[] = {
	{ "r",
	  "root",
	  CONTENT_ELEMENTS,
	  { shared },
	  { { (const char *const[]){ "a", NULL }, OCCURS_AT_LEAST_ONCE } },
	  "All of it. And more." },
	{ "a", "leaf", CONTENT_EMPTY, { shared, own }, { { 0 } }, "'Quoted' at the start." },
};
static const struct vocabulary small = {
	.id = "small", .root = "r", .elements = elements, .count = 2
};

static void expect_in(const char *text, const char *part)
{
	cr_expect_not_null(strstr(text, part), "no %s in\n%s", part, text);
}

Test(spec_schema_manual, tells_elements_attributes_and_what_they_take)
{
	const char *text = manual_of(&small);

	expect_in(text, "root");
	expect_in(text, ".It Cm id\nits name.\nTakes a name used for one element only");
	expect_in(text, ".It Cm size Pq required\n");
	expect_in(text, "Takes a length such as 12pt, 25.5mm or 2cm.\n");
}

/* A set of attributes that elements share is told once. */
Test(spec_schema_manual, tells_shared_attributes_once)
{
	const char *text = manual_of(&small), *first = strstr(text, ".It Cm id\n");

	cr_assert_not_null(first);
	cr_expect_null(strstr(first + 1, ".It Cm id\n"));
	expect_in(text, "As for\n.Ic root :\n.Cm id .\n");
}

/* A line that begins with a point or an apostrophe would be a request, a backslash an escape. */
Test(spec_schema_manual, writes_no_requests_by_accident)
{
	const char *text = manual_of(&small);

	expect_in(text, "\n\\&.5 or more\\eless.\n");
	expect_in(text, "\\&'Quoted' at the start.");
	expect_in(text, "All of it.\nAnd more.");
}

Test(spec_schema_manual, tells_every_element_of_every_language)
{
	for (const struct vocabulary *const *at = vocabularies(); *at != NULL; at++) {
		const char *text = manual_of(*at);

		for (size_t i = 0; i < (*at)->count; i++)
			expect_in(text, (*at)->elements[i].name);
	}
}
