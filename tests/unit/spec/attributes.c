/* Typed values of attributes, and what stands for those that are not written. */
#include "spec/attributes.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"
#include "support/messages.h"

static struct arena *arena;
static struct xml_node *node;

static void set_up(void)
{
	arena = arena_new();
	node = tree_of(
		arena, &vocabulary_report,
		"<p xmlns='urn:gradient:report:1' word='x y' yes='true' no='false' whole='012'"
		" decimal='-1.50' length='25.4mm' date='2024-02-29' empty=''/>",
		diag_list_new(arena));
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(spec_attributes, .init = set_up, .fini = tear_down);

Test(spec_attributes, reads_what_is_written)
{
	struct date date = attribute_date(node, "date");

	cr_expect_str_eq(attribute_text(node, "word", "no"), "x y");
	cr_expect_str_eq(attribute_text(node, "empty", "no"), "");
	cr_expect(attribute_flag(node, "yes", false));
	cr_expect_not(attribute_flag(node, "no", true));
	cr_expect_eq(attribute_whole(node, "whole", 7), 12);
	cr_expect_float_eq(attribute_decimal(node, "decimal", 7), -1.5, 0);
	cr_expect_float_eq(attribute_length(node, "length", 7), 72, 1e-9);
	cr_expect_eq(date.year, 2024);
	cr_expect_eq(date.month, 2);
	cr_expect_eq(date.day, 29);
}

Test(spec_attributes, gives_the_fallback_for_what_is_not_written)
{
	cr_expect_str_eq(attribute_text(node, "none", "no"), "no");
	cr_expect_null(attribute_text(node, "none", NULL));
	cr_expect(attribute_flag(node, "none", true));
	cr_expect_not(attribute_flag(node, "none", false));
	cr_expect_eq(attribute_whole(node, "none", 7), 7);
	cr_expect_float_eq(attribute_decimal(node, "none", 7.5), 7.5, 0);
	cr_expect_float_eq(attribute_length(node, "none", 7.5), 7.5, 0);
	cr_expect_eq(attribute_date(node, "none").year, 0);
}

/* Messages about a word point at the word; about one that is missing, at its element. */
Test(spec_attributes, keeps_the_place_of_words)
{
	struct word word = attribute_word(node, "word"), none = attribute_word(node, "none");

	cr_expect_str_eq(word.text, "x y");
	cr_expect_eq(word.at.column, 40);
	cr_expect_null(none.text);
	cr_expect_eq(none.at.column, 1);
}
