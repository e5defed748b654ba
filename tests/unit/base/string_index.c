#include "base/string_index.h"

#include <criterion/criterion.h>

#include "base/arena.h"

Test(string_index, finds_the_number_of_a_key)
{
	struct arena *arena = arena_new();
	struct string_index *index = string_index_new(arena);

	cr_assert(string_index_add(index, "E92000001", 0));
	cr_assert(string_index_add(index, "E54000050", 7));
	cr_assert(string_index_add(index, "", 3));
	cr_assert_eq(string_index_find(index, "E92000001"), 0);
	cr_assert_eq(string_index_find(index, "E54000050"), 7);
	cr_assert_eq(string_index_find(index, ""), 3);
	arena_free(arena);
}

Test(string_index, compares_byte_by_byte)
{
	struct arena *arena = arena_new();
	struct string_index *index = string_index_new(arena);

	cr_assert_eq(string_index_find(index, "female"), STRING_INDEX_NONE);
	string_index_add(index, "Female", 1);
	cr_assert_eq(string_index_find(index, "female"), STRING_INDEX_NONE);
	cr_assert_eq(string_index_find(index, "Female "), STRING_INDEX_NONE);
	arena_free(arena);
}

Test(string_index, keeps_the_first_number_of_a_key)
{
	struct arena *arena = arena_new();
	struct string_index *index = string_index_new(arena);
	char again[] = "key";

	cr_assert(string_index_add(index, "key", 1));
	cr_assert_not(string_index_add(index, again, 2));
	cr_assert_eq(string_index_find(index, "key"), 1);
	arena_free(arena);
}

Test(string_index, holds_many_keys)
{
	enum { KEYS = 50000 };
	struct arena *arena = arena_new();
	struct string_index *index = string_index_new(arena);

	for (int i = 0; i < KEYS; i++)
		cr_assert(string_index_add(index, arena_printf(arena, "%d", i), i));
	for (int i = 0; i < KEYS; i++)
		cr_assert_eq(string_index_find(index, arena_printf(arena, "%d", i)), i);
	arena_free(arena);
}
