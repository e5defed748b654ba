#include "base/arena.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/exit_status.h"

static bool is_zero(const unsigned char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (bytes[i] != 0)
			return false;
	return true;
}

Test(arena, aligns_for_any_type)
{
	struct arena *arena = arena_new();

	for (size_t size = 0; size < 200; size++)
		cr_assert_eq((uintptr_t)arena_alloc(arena, size) % _Alignof(max_align_t), 0);
	arena_free(arena);
}

Test(arena, hands_out_zeroed_memory_that_does_not_overlap)
{
	enum { COUNT = 3000 };
	struct arena *arena = arena_new();
	unsigned char *taken[COUNT];

	for (size_t i = 0; i < COUNT; i++) {
		taken[i] = arena_alloc(arena, i % 97 + 1);
		cr_assert(is_zero(taken[i], i % 97 + 1));
		memset(taken[i], (int)(i % 255) + 1, i % 97 + 1);
	}
	for (size_t i = 0; i < COUNT; i++)
		for (size_t at = 0; at < i % 97 + 1; at++)
			cr_assert_eq(taken[i][at], i % 255 + 1);
	arena_free(arena);
}

Test(arena, takes_objects_larger_than_a_block)
{
	enum { LARGE = 20 * 1024 * 1024 };
	struct arena *arena = arena_new();
	unsigned char *small = arena_alloc(arena, 8), *large = arena_alloc(arena, LARGE);

	small[7] = 1;
	cr_assert(is_zero(large, LARGE));
	memset(large, 255, LARGE);
	cr_assert_eq(small[7], 1);
	cr_assert_geq(arena_size(arena), LARGE + 8);
	arena_free(arena);
}

Test(arena, grows_an_array_and_keeps_its_items)
{
	struct arena *arena = arena_new();
	size_t *items = NULL, *before, capacity = 0;

	for (size_t i = 0; i < 1000; i++) {
		items = arena_grow(arena, items, i, &capacity, sizeof(*items));
		cr_assert_gt(capacity, i);
		cr_assert_eq(items[i], 0);
		items[i] = i;
	}
	for (size_t i = 0; i < 1000; i++)
		cr_assert_eq(items[i], i);
	before = items;
	cr_assert_eq(arena_grow(arena, items, capacity - 1, &capacity, sizeof(*items)), before);
	arena_free(arena);
}

Test(arena, copies_and_makes_text)
{
	struct arena *arena = arena_new();

	cr_assert_str_eq(arena_strdup(arena, ""), "");
	cr_assert_str_eq(arena_strdup(arena, "quintile"), "quintile");
	cr_assert_str_eq(arena_strndup(arena, "quintile", 5), "quint");
	cr_assert_str_eq(arena_strndup(arena, NULL, 0), "");
	cr_assert_str_eq(arena_printf(arena, "%s %d", "row", 12), "row 12");
	cr_assert_eq(strlen(arena_printf(arena, "%100000d", 1)), 100000);
	arena_free(arena);
}

struct note {
	char *log;
	char name;
};

static void destroy(void *object)
{
	struct note *note = object;
	char name[] = { note->name, '\0' };

	strcat(note->log, name);
}

Test(arena, destroys_what_it_owns_the_last_first_and_before_its_memory)
{
	struct arena *arena = arena_new();
	char log[8] = "";

	for (char name = 'a'; name <= 'd'; name++) {
		struct note *note = arena_alloc(arena, sizeof(*note));

		*note = (struct note){ log, name };
		arena_own(arena, note, destroy);
		arena_alloc(arena, 100 * 1024);
	}
	arena_free(arena);
	cr_assert_str_eq(log, "dcba");
}

/* Texts and things of all lengths share blocks from both ends: none may touch another, also where a block is full. */
Test(arena, keeps_texts_and_things_apart)
{
	enum { COUNT = 4000 };
	struct arena *arena = arena_new();
	char **texts = arena_array(arena, COUNT, sizeof(*texts));
	unsigned char **things = arena_array(arena, COUNT, sizeof(*things));

	for (size_t i = 0; i < COUNT; i++) {
		size_t length = i * 37 % 301;

		texts[i] = arena_printf(arena, "%0*zu", (int)length + 5, i);
		things[i] = arena_alloc(arena, length + 1);
		memset(things[i], (int)(i % 251), length + 1);
		texts[i] = i % 2 == 0 ? texts[i] : arena_strdup(arena, texts[i]);
	}
	for (size_t i = 0; i < COUNT; i++) {
		size_t length = i * 37 % 301;

		cr_assert_eq(strlen(texts[i]), length + 5);
		cr_assert_eq(strtoul(texts[i], NULL, 10), i);
		for (size_t at = 0; at <= length; at++)
			cr_assert_eq(things[i][at], i % 251);
	}
	arena_free(arena);
}

Test(arena, takes_no_more_for_texts_than_they_have)
{
	struct arena *arena = arena_new();
	size_t before = arena_size(arena);

	for (size_t i = 0; i < 1000; i++)
		cr_assert_str_eq(arena_strdup(arena, "ab"), "ab");
	cr_expect_eq(arena_size(arena) - before, 3000);
	arena_free(arena);
}

/* The bytes handed out tell: a freed list counts no more, and the others are still there to be freed. */
Test(arena, takes_large_lists_back_and_keeps_the_others)
{
	struct arena *arena = arena_new();
	int *small = arena_array(arena, 10, sizeof(*small));
	double *first = arena_array(arena, 100 * 1000, sizeof(*first));
	size_t before = arena_size(arena), capacity = 0;
	double *grown = NULL, *last;

	for (size_t i = 0; i < 100 * 1000; i++) {
		grown = arena_grow(arena, grown, i, &capacity, sizeof(*grown));
		grown[i] = (double)i;
	}
	last = arena_array(arena, 100 * 1000, sizeof(*last));
	small[9] = 9;
	first[99999] = last[99999] = 1;
	cr_expect_gt(arena_size(arena), before + 1600 * 1000);
	arena_give_back(arena, grown);
	arena_give_back(arena, last);
	cr_expect_lt(arena_size(arena), before + 300 * 1000);
	before = arena_size(arena);
	arena_give_back(arena, small);
	arena_give_back(arena, NULL);
	cr_expect_eq(arena_size(arena), before);
	cr_expect_eq(small[9], 9);
	cr_expect_eq(first[99999], 1);
	arena_give_back(arena, first);
	cr_expect_lt(arena_size(arena), before - 700 * 1000);
	arena_free(arena);
}

Test(arena, ends_what_it_owns_early_and_once)
{
	struct arena *arena = arena_new();
	struct note notes[3];
	char log[8] = "";

	for (size_t i = 0; i < 3; i++) {
		notes[i] = (struct note){ log, (char)('a' + i) };
		arena_own(arena, &notes[i], destroy);
	}
	arena_end(arena, &notes[1]);
	cr_expect_str_eq(log, "b");
	arena_end(arena, &notes[1]);
	arena_end(arena, log);
	cr_expect_str_eq(log, "b");
	arena_free(arena);
	cr_expect_str_eq(log, "bca");
}

Test(arena, accepts_null_when_freed)
{
	arena_free(NULL);
}

/* At file level, so that a leak checker knows it is still in use when the program ends. */
static struct arena *volatile doomed;

Test(arena, ends_the_program_when_a_size_overflows, .exit_code = EXIT_STATUS_INTERNAL)
{
	doomed = arena_new();
	arena_array(doomed, SIZE_MAX / 2, 4);
}

Test(arena, ends_the_program_when_an_object_cannot_be, .exit_code = EXIT_STATUS_INTERNAL)
{
	doomed = arena_new();
	arena_alloc(doomed, SIZE_MAX - 3);
}
