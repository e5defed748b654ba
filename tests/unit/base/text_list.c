#include "base/text_list.h"

#include <criterion/criterion.h>

#include "base/arena.h"

Test(text_list, finds_words_as_wholes)
{
	cr_expect(list_has("icb;acute", ";", "icb"));
	cr_expect(list_has("icb; acute ", ";", "acute"));
	cr_expect(list_has("acute", ";", "acute"));
	cr_expect(list_has("mental health;acute", ";", "mental health"));
	cr_expect(list_has("CV01  CV02\n", " ", "CV02"));
	cr_expect_not(list_has("icb;acute", ";", "cute"));
	cr_expect_not(list_has("icb;acute", ";", "icb;acute"));
	cr_expect_not(list_has("icb acute", ";", "icb"));
}

Test(text_list, finds_nothing_in_no_list_and_no_word)
{
	cr_expect_not(list_has("icb;;acute", ";", ""));
	cr_expect_not(list_has("", ";", "icb"));
	cr_expect_not(list_has(NULL, ";", "icb"));
}

Test(text_list, is_split_without_blanks_and_without_empty_words)
{
	struct arena *arena = arena_new();
	size_t count;
	const char **words = list_words(arena, " ;icb;mental health ;; acute|x;", ";", &count);

	cr_assert_eq(count, 3);
	cr_expect_str_eq(words[0], "icb");
	cr_expect_str_eq(words[1], "mental health");
	cr_expect_str_eq(words[2], "acute|x");
	list_words(arena, "", ";", &count);
	cr_expect_eq(count, 0);
	list_words(arena, NULL, ";", &count);
	cr_expect_eq(count, 0);
	arena_free(arena);
}

Test(text_list, is_read_word_by_word_to_its_end)
{
	struct arena *arena = arena_new();
	const char *rest = "14Z58; 14Z59 13SA";

	cr_expect_str_eq(list_next(arena, &rest, "; "), "14Z58");
	cr_expect_str_eq(list_next(arena, &rest, "; "), "14Z59");
	cr_expect_str_eq(list_next(arena, &rest, "; "), "13SA");
	cr_expect_null(list_next(arena, &rest, "; "));
	cr_expect_null(list_next(arena, &rest, "; "));
	arena_free(arena);
}

/* As many words as a list of its length can have. */
Test(text_list, holds_words_of_one_letter)
{
	struct arena *arena = arena_new();
	size_t count;
	const char **words = list_words(arena, "a;b;c;d;e", ";", &count);

	cr_assert_eq(count, 5);
	cr_expect_str_eq(words[4], "e");
	arena_free(arena);
}

Test(text_list, gives_words_where_they_stand)
{
	const char *list = " icb ;; mental health", *whole = list;
	size_t length;

	cr_assert_eq(list_word(&list, ";", &length), whole + 1);
	cr_assert_eq(length, 3);
	cr_assert_eq(list_word(&list, ";", &length), whole + 8);
	cr_assert_eq(length, 13);
	cr_assert_null(list_word(&list, ";", &length));
}
