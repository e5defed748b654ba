/* Text as PDF writes it. */

#include "pdf/words.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/buffer.h"

static void check(struct buffer *out, const char *expected)
{
	cr_expect_str_eq(buffer_text(out), expected);
	buffer_clear(out);
}

Test(pdf_words, escapes_what_would_end_a_string)
{
	struct buffer out;

	buffer_init(&out);
	pdf_add_text(&out, "a (b) \\ c");
	check(&out, "(a \\(b\\) \\\\ c)");
}

/* U+00E9, U+2265 and U+1F600, the last as a pair: 0xF600 = 0x3D << 10 | 0x200. */
Test(pdf_words, writes_other_letters_as_utf_16)
{
	struct buffer out;

	buffer_init(&out);
	pdf_add_text(&out, "\xc3\xa9");
	check(&out, "<FEFF00E9>");
	pdf_add_text(&out, "a\xe2\x89\xa5\xf0\x9f\x98\x80");
	check(&out, "<FEFF00612265D83DDE00>");
	pdf_add_text(&out, "a\nb");
	check(&out, "<FEFF0061000A0062>");
}

Test(pdf_words, leaves_out_entries_without_text)
{
	struct buffer out;

	buffer_init(&out);
	pdf_add_text_entry(&out, "Alt", NULL);
	pdf_add_text_entry(&out, "Alt", "");
	check(&out, "");
	pdf_add_text_entry(&out, "Alt", "x");
	check(&out, "/Alt (x) ");
}

Test(pdf_words, writes_names_with_their_odd_letters_as_numbers)
{
	struct buffer out;

	buffer_init(&out);
	pdf_add_name_entry(&out, "Subtype", "text/csv");
	check(&out, "/Subtype /text#2Fcsv ");
}

Test(pdf_words, keeps_addresses_within_the_letters_they_may_have)
{
	struct buffer out;

	buffer_init(&out);
	pdf_add_address(&out, "https://example.org/a)b?c=%25#caf\xc3\xa9");
	check(&out, "(https://example.org/a%29b?c=%25#caf%C3%A9)");
}

Test(pdf_words, turns_boxes_upside_down)
{
	struct buffer out;

	buffer_init(&out);
	pdf_add_box(&out, (struct box){ 10, 20, 30, 40 }, 100);
	check(&out, "[10.00 40.00 40.00 80.00]");
}

Test(pdf_words, has_a_date_without_asking_the_clock)
{
	struct arena *arena = arena_new();
	struct document_properties properties = { .title = "" };

	cr_expect_str_eq(pdf_date(arena, &properties), "D:20000101000000Z");
	properties.published = (struct date){ 2025, 7, 31 };
	cr_expect_str_eq(pdf_date(arena, &properties), "D:20250731000000Z");
	cr_expect_str_eq(pdf_date_iso(arena, &properties), "2025-07-31T00:00:00Z");
	/* The last second of a leap day: 11,016 days after 1 January 1970 is 29 February 2000. */
	properties.made = (struct made_at){ true, 11016LL * 86400 + 86399 };
	cr_expect_str_eq(pdf_date(arena, &properties), "D:20000229235959Z");
	arena_free(arena);
}
