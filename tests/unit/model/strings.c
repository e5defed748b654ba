/* Tables of the program's own words, and names in braces. */
#include "model/strings.h"

#include <criterion/criterion.h>

#include "base/string_index.h"
#include "support/fixture.h"

TestSuite(model_strings, .init = fixture_set_up, .fini = fixture_tear_down);

static const char *filled(const char *text)
{
	const struct placeholder placeholders[] = {
		{ "name", "North {value}" }, { "value", "12%" }, { "empty", "" }, { 0 }
	};
	struct strings strings = { 0 };

	strings.texts[0] = text;
	return strings_fill(arena, &strings, (enum string_id)0, placeholders);
}

Test(model_strings, finds_every_text_by_its_name)
{
	const struct string_index *by_name = string_ids_by_name(arena);

	for (int id = 0; id < STRING_COUNT; id++) {
		cr_expect_eq(string_id_find(string_id_name((enum string_id)id)), id);
		cr_expect_eq(string_index_find(by_name, string_id_name((enum string_id)id)), id);
	}
	cr_expect_eq(string_id_find("nonsense"), STRING_COUNT);
	cr_expect_eq(string_index_find(by_name, "nonsense"), STRING_INDEX_NONE);
}

Test(model_strings, puts_words_in_place_of_names)
{
	cr_expect_str_eq(filled("{value} in {name}."), "12% in North {value}.");
	cr_expect_str_eq(filled("({empty})"), "()");
	cr_expect_str_eq(filled(""), "");
	cr_expect_str_eq(filled("no names"), "no names");
}

/* So that a slip in a table of words is seen in print and not lost. */
Test(model_strings, leaves_names_it_does_not_know)
{
	cr_expect_str_eq(filled("{nonsense} {value}"), "{nonsense} 12%");
	cr_expect_str_eq(filled("{valu} {values} {"), "{valu} {values} {");
	cr_expect_str_eq(filled("{value"), "{value");
}
