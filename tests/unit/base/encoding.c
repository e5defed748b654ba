#include "base/encoding.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/fixture.h"

TestSuite(encoding, .init = fixture_set_up, .fini = fixture_tear_down);

/* The first bad offset, or the length when there is none. */
static size_t good(const char *bytes, size_t length)
{
	size_t bad = 999;

	if (encoding_is_utf8(bytes, length, &bad)) {
		cr_assert_eq(bad, 999);
		return length;
	}
	return bad;
}

Test(encoding, knows_valid_utf_8)
{
	cr_assert_eq(good("", 0), 0);
	cr_assert_eq(good("abc", 3), 3);
	cr_assert_eq(good("\xc2\xa3\xe2\x80\x93\xf0\x9f\x98\x80", 9), 9);
	cr_assert_eq(good("\xef\xbb\xbf", 3), 3);
	cr_assert_eq(good("\xf4\x8f\xbf\xbf", 4), 4);
}

Test(encoding, finds_the_first_bad_byte)
{
	cr_assert_eq(good("ab\xa3", 3), 2);
	cr_assert_eq(good("ab\0c", 4), 2);
	cr_assert_eq(good("\xc2", 1), 0);
	cr_assert_eq(good("a\xe2\x80", 3), 1);
	cr_assert_eq(good("\xc0\xaf", 2), 0);
	cr_assert_eq(good("a\xed\xa0\x80", 4), 1);
	cr_assert_eq(good("\xf4\x90\x80\x80", 4), 0);
	cr_assert_eq(good("12345678901234567890\xff", 21), 20);
}

Test(encoding, counts_and_takes_apart_characters)
{
	size_t length;

	cr_assert_eq(encoding_characters("a\xc2\xa3\xf0\x9f\x98\x80", 7), 3);
	cr_assert_eq(encoding_characters("", 0), 0);
	cr_assert_eq(encoding_character("a\xc2\xa3", &length), 'a');
	cr_assert_eq(length, 1);
	cr_assert_eq(encoding_character("\xe2\x80\x93", &length), 0x2013);
	cr_assert_eq(length, 3);
}

static const char *converted(const char *encoding, const char *bytes)
{
	size_t length = 0, bad = 999;
	const char *text = encoding_to_utf8(arena, encoding, bytes, strlen(bytes), &length, &bad);

	if (text == NULL)
		return arena_printf(arena, "bad at %zu", bad);
	cr_assert_eq(length, strlen(text));
	return text;
}

Test(encoding, converts_from_every_encoding_it_names)
{
	for (const char *const *name = encoding_names(); *name != NULL; name++) {
		cr_assert_str_eq(converted(*name, "plain"), "plain", "%s", *name);
		cr_assert_str_eq(converted(*name, ""), "", "%s", *name);
	}
	cr_assert_str_eq(converted("utf-8", "£"), "£");
	cr_assert_str_eq(converted("windows-1252", "\xa3\x96\x80"), "£–€");
	cr_assert_str_eq(converted("iso-8859-1", "\xa3\xe9"), "£é");
	cr_assert_str_eq(converted("macintosh", "\xa3\x8e\xd0"), "£é–");
}

Test(encoding, finds_bytes_that_an_encoding_does_not_know)
{
	cr_assert_str_eq(converted("utf-8", "a\xa3"), "bad at 1");
	cr_assert_str_eq(converted("windows-1252", "\xa3\x81"), "bad at 1");
	cr_assert_str_eq(converted("windows-1252", "\x9d"), "bad at 0");
}

Test(encoding, converts_text_longer_than_any_buffer)
{
	enum { LENGTH = 300000 };
	char *bytes = arena_alloc(arena, LENGTH);
	size_t length = 0, bad = 0;
	const char *text;

	memset(bytes, 0xa3, LENGTH);
	text = encoding_to_utf8(arena, "windows-1252", bytes, LENGTH, &length, &bad);
	cr_assert_eq(length, 2 * LENGTH);
	cr_assert_eq(encoding_characters(text, length), LENGTH);
	bytes[LENGTH - 7] = (char)0x8d;
	cr_assert_null(encoding_to_utf8(arena, "windows-1252", bytes, LENGTH, &length, &bad));
	cr_assert_eq(bad, LENGTH - 7);
}

Test(encoding, folds_case_in_any_script)
{
	cr_assert_str_eq(encoding_fold_case(arena, "Rate ÉTÉ"), "rate été");
	cr_assert_str_eq(encoding_fold_case(arena, "STRASSE"), encoding_fold_case(arena, "straße"));
	cr_assert_str_eq(encoding_fold_case(arena, ""), "");
}

Test(encoding, cuts_behind_a_whole_character)
{
	cr_expect_eq(encoding_cut("abc", 3, 5), 3);
	cr_expect_eq(encoding_cut("abc", 3, 3), 3);
	cr_expect_eq(encoding_cut("abc", 3, 2), 2);
	/* One, two, three and four bytes. */
	cr_expect_eq(encoding_cut("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 10, 9), 6);
	cr_expect_eq(encoding_cut("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 10, 6), 6);
	cr_expect_eq(encoding_cut("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 10, 5), 3);
	cr_expect_eq(encoding_cut("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 10, 2), 1);
	cr_expect_eq(encoding_cut("a\xc3\xa9", 3, 0), 0);
}
