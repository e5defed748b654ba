#include "base/suggest.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"

static const char *const words[] = { "age", "ethnicity", "quintile", "sex", "deprivation" };
enum { WORDS = sizeof(words) / sizeof(words[0]) };

static const char *nearest(const char *seen)
{
	const char *found = suggest_nearest(seen, words, WORDS);

	return found == NULL ? "nothing" : found;
}

Test(suggest, finds_words_a_slip_away)
{
	cr_assert_str_eq(nearest("quintil"), "quintile");
	cr_assert_str_eq(nearest("quintiles"), "quintile");
	cr_assert_str_eq(nearest("quitnile"), "quintile");
	cr_assert_str_eq(nearest("Quintile"), "quintile");
	cr_assert_str_eq(nearest("ehtnicty"), "ethnicity");
	cr_assert_str_eq(nearest("sxe"), "sex");
}

Test(suggest, finds_words_that_begin_alike)
{
	cr_assert_str_eq(nearest("depr"), "deprivation");
	cr_assert_str_eq(nearest("qui"), "quintile");
}

Test(suggest, finds_nothing_for_other_words)
{
	cr_assert_str_eq(nearest("ward"), "nothing");
	cr_assert_str_eq(nearest("gender"), "nothing");
	cr_assert_str_eq(nearest(""), "nothing");
	cr_assert_null(suggest_nearest("age", words, 0));
}

/* 99 is not 90 with a slip of the hand; a year may be. */
Test(suggest, does_not_take_a_short_number_for_another_one)
{
	const char *levels[] = { "90", "95", "99.8" }, *years[] = { "2024", "2025" };

	cr_assert_null(suggest_nearest("99", levels, 3));
	cr_assert_null(suggest_nearest("100", levels, 3));
	cr_assert_str_eq(suggest_nearest("2042", years, 2), "2024");
}

Test(suggest, bears_words_of_any_length)
{
	char most[61], beyond[62];
	const char *allowed[] = { beyond, most };

	memset(most, 'a', 60);
	most[60] = '\0';
	memset(beyond, 'a', 61);
	beyond[61] = '\0';
	cr_assert_eq(suggest_nearest(most, allowed, 2), allowed[1]);
	cr_assert_null(suggest_nearest(beyond, allowed, 2));
}

Test(suggest, makes_a_hint_of_a_question_and_the_list)
{
	struct arena *arena = arena_new();

	cr_assert_str_eq(suggest_hint(arena, "quintil", words, 3),
			 "did you mean \"quintile\"? use one of: age, ethnicity, quintile");
	cr_assert_str_eq(suggest_hint(arena, "ward", words, 2), "use one of: age, ethnicity");
	cr_assert_str_eq(suggest_hint(arena, "ward", words, 0), "");
	arena_free(arena);
}

Test(suggest, shortens_a_long_list)
{
	struct arena *arena = arena_new();
	const char *many[30];

	for (size_t i = 0; i < 30; i++)
		many[i] = arena_printf(arena, "w%zu", i);
	cr_assert_str_eq(suggest_hint(arena, "something", many, 30),
			 "use one of: w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, w12, w13, "
			 "w14, w15, w16, w17, w18, w19, w20, w21, w22, w23 and 6 more");
	arena_free(arena);
}

Test(suggest, takes_the_names_of_the_entries_of_a_list)
{
	struct entry {
		int number;
		const char *name;
	};
	const struct entry entries[] = { { 1, "north" }, { 2, "south" } };
	struct arena *arena = arena_new();

	cr_expect_str_eq(suggest_member(arena, "nort", entries, 2, sizeof(entries[0]),
					offsetof(struct entry, name)),
			 "did you mean \"north\"? use one of: north, south");
	cr_expect_str_eq(suggest_member(arena, "nort", NULL, 0, sizeof(entries[0]),
					offsetof(struct entry, name)),
			 "");
	arena_free(arena);
}
