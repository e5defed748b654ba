#include "base/buffer.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"

Test(buffer, is_empty_text_before_anything_is_added)
{
	struct buffer buffer;

	buffer_init(&buffer);
	cr_assert_str_eq(buffer_text(&buffer), "");
	cr_assert_eq(buffer.length, 0);
	buffer_clear(&buffer);
}

Test(buffer, adds_text_bytes_and_formats)
{
	struct buffer buffer;

	buffer_init(&buffer);
	buffer_add_text(&buffer, "rate");
	buffer_add_char(&buffer, ' ');
	buffer_printf(&buffer, "%d of %s", 12, "100");
	buffer_add(&buffer, "", 0);
	buffer_add(&buffer, NULL, 0);
	buffer_printf(&buffer, "%s", "");
	cr_assert_str_eq(buffer_text(&buffer), "rate 12 of 100");
	cr_assert_eq(buffer.length, 14);
	buffer_clear(&buffer);
	cr_assert_eq(buffer.length, 0);
}

Test(buffer, keeps_zero_bytes_and_ends_with_one_that_does_not_count)
{
	struct buffer buffer;

	buffer_init(&buffer);
	buffer_add(&buffer, "a\0b", 3);
	cr_assert_eq(buffer.length, 3);
	cr_assert_arr_eq(buffer.bytes, "a\0b", 4);
	buffer_clear(&buffer);
}

Test(buffer, grows_through_every_length)
{
	struct buffer buffer;

	buffer_init(&buffer);
	for (size_t i = 0; i < 5000; i++) {
		buffer_add_char(&buffer, (char)('a' + i % 26));
		cr_assert_eq(buffer.bytes[i + 1], '\0');
		cr_assert_gt(buffer.capacity, buffer.length);
	}
	for (size_t i = 0; i < 5000; i++)
		cr_assert_eq(buffer.bytes[i], (char)('a' + i % 26));
	buffer_printf(&buffer, "%70000d", 1);
	cr_assert_eq(buffer.length, 75000);
	buffer_clear(&buffer);
}

Test(buffer, takes_what_another_one_holds)
{
	struct buffer buffer, other;

	buffer_init(&buffer);
	buffer_init(&other);
	buffer_take(&buffer, &other);
	cr_assert_str_eq(buffer_text(&buffer), "");
	buffer_add_text(&other, "first");
	buffer_take(&buffer, &other);
	cr_assert_str_eq(buffer_text(&buffer), "first");
	cr_assert_eq(other.length, 0);
	buffer_add_text(&other, " second");
	buffer_take(&buffer, &other);
	cr_assert_str_eq(buffer_text(&buffer), "first second");
	cr_assert_str_eq(buffer_text(&other), "");
	buffer_clear(&buffer);
}

Test(buffer, finishes_as_text_of_an_arena)
{
	struct arena *arena = arena_new();
	struct buffer buffer;

	buffer_init(&buffer);
	cr_assert_str_eq(buffer_finish(&buffer, arena), "");
	buffer_add_text(&buffer, "kept");
	cr_assert_str_eq(buffer_finish(&buffer, arena), "kept");
	cr_assert_null(buffer.bytes);
	arena_free(arena);
}

Test(json, escapes_what_json_asks_for)
{
	struct buffer buffer;

	buffer_init(&buffer);
	json_add_text(&buffer, "a\"b\\c\nd\te\x01\x7f £");
	json_add_text(&buffer, NULL);
	json_add_text(&buffer, "");
	cr_assert_str_eq(buffer_text(&buffer), "\"a\\\"b\\\\c\\nd\\te\\u0001\\u007f £\"null\"\"");
	buffer_clear(&buffer);
}
