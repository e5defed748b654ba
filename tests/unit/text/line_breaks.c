/* Where lines may break: what is found without pango is what pango finds. */

#include "text/line_breaks.h"

#include <criterion/criterion.h>
#include <pango/pango.h>
#include <string.h>

#include "base/arena.h"
#include "support/vectors_random.h"

enum { TEXTS = 20000, LENGTH_MOST = 24 };

static void assert_as_pango(const char *text)
{
	struct arena *arena = arena_new();
	size_t length = strlen(text);
	const unsigned char *found = line_breaks_find(arena, text, length);
	PangoLogAttr attributes[LENGTH_MOST + 1];

	pango_get_log_attrs(text, (int)length, -1, pango_language_from_string("en"), attributes,
			    (int)length + 1);
	for (size_t i = 0; i < length; i++) {
		cr_assert_eq((found[i] & BREAK_OF_LINE) != 0, attributes[i].is_line_break,
			     "\"%s\": line at %zu", text, i);
		cr_assert_eq((found[i] & BREAK_OF_WORD) != 0, attributes[i].is_cursor_position,
			     "\"%s\": character at %zu", text, i);
	}
	arena_free(arena);
}

Test(line_breaks, of_words_and_numbers_are_those_of_pango)
{
	static const char characters[] = "abzAZ0159 \t \n .,.,";
	struct vectors_random random = { .state = 1 };

	for (int i = 0; i < TEXTS; i++) {
		char text[LENGTH_MOST + 1] = { 0 };
		size_t length = (size_t)vectors_random_between(&random, 1, LENGTH_MOST);

		for (size_t at = 0; at < length; at++)
			text[at] = characters[(size_t)vectors_random_between(
				&random, 0, sizeof(characters) - 1)];
		assert_as_pango(text);
	}
}

Test(line_breaks, of_texts_with_signs_are_those_of_pango)
{
	static const char *const texts[] = { "45.9%",     "1,234 (12)", "well-being", "a/b c",
					     "x - y",     "1.5.2",      "end. Next",  "3,x",
					     "[c] [x] z", " lead",      "trail ",     "." };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_as_pango(texts[i]);
}

Test(line_breaks, stand_between_characters_of_several_bytes_and_never_inside)
{
	struct arena *arena = arena_new();
	/* "né à": e and a with accents take two bytes each. */
	const unsigned char *found = line_breaks_find(arena, "n\xc3\xa9 \xc3\xa0", 6);

	cr_assert_eq(found[4], BREAK_OF_LINE | BREAK_OF_WORD);
	cr_assert_eq(found[1], BREAK_OF_WORD);
	cr_assert_eq(found[2], 0);
	cr_assert_eq(found[5], 0);
	arena_free(arena);
}
