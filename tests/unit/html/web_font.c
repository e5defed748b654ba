/* Parts of font files. */

#include "html/web_font.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "html/font_store.h"
#include "support/program.h"

static const char regular[] = "fonts/LiberationSans-Regular.ttf";

/* Where a table of a font file begins: four bytes of its name in the list behind the head. */
static size_t place_of(const char *bytes, const char *name)
{
	const unsigned char *entry = (const unsigned char *)bytes + 12;
	unsigned count = (unsigned)(unsigned char)bytes[4] << 8 | (unsigned char)bytes[5];

	for (unsigned i = 0; i < count; i++, entry += 16)
		if (memcmp(entry, name, 4) == 0)
			return (size_t)entry[8] << 24 | (size_t)entry[9] << 16 |
			       (size_t)entry[10] << 8 | entry[11];
	cr_assert_fail("there is no table %s", name);
	return 0;
}

Test(web_font, is_as_small_as_its_characters_are_few)
{
	struct buffer few, more;

	buffer_init(&few);
	buffer_init(&more);
	cr_expect_eq(web_font_part(regular, "abc", &few), WEB_FONT_MADE);
	cr_expect_eq(web_font_part(regular, "abcdefghijklmnopqrstuvwxyz", &more), WEB_FONT_MADE);
	cr_expect_lt(few.length, more.length);
	cr_expect_lt(more.length, 20000);
	buffer_clear(&few);
	buffer_clear(&more);
}

/* The licence stays with it; a name that is reserved does not. */
Test(web_font, keeps_copyright_and_licence_and_no_other_name)
{
	struct arena *arena = arena_new();
	struct buffer part;
	const unsigned char *names;

	buffer_init(&part);
	cr_assert_eq(web_font_part(regular, "abc", &part), WEB_FONT_MADE);
	names = (const unsigned char *)part.bytes + place_of(part.bytes, "name");
	for (unsigned i = 0; i < ((unsigned)names[2] << 8 | names[3]); i++) {
		unsigned id = (unsigned)names[6 + 12 * i + 6] << 8 | names[6 + 12 * i + 7];

		cr_expect(id == 0 || id == 13 || id == 14, "it has name %u", id);
	}
	cr_expect_gt((unsigned)names[2] << 8 | names[3], 0);
	buffer_clear(&part);
	arena_free(arena);
}

Test(web_font, is_not_made_of_a_font_that_may_not_be_embedded)
{
	struct arena *arena = arena_new();
	const char *folder = scratch_new(arena);
	const char *path = arena_printf(arena, "%s/font.ttf", folder);
	size_t length;
	const char *bytes = file_text(arena, regular, &length);
	char *copy = malloc(length);
	struct buffer part;

	memcpy(copy, bytes, length);
	copy[place_of(copy, "OS/2") + 9] = 2;
	file_write(path, copy, length);
	buffer_init(&part);
	cr_expect_eq(web_font_part(path, "abc", &part), WEB_FONT_RESERVED);
	cr_expect_eq(part.length, 0);
	free(copy);
	scratch_free(folder);
	arena_free(arena);
}

Test(web_font, is_not_made_of_what_is_no_font)
{
	struct buffer part;

	buffer_init(&part);
	cr_expect_eq(web_font_part("Makefile", "abc", &part), WEB_FONT_UNREADABLE);
	cr_expect_eq(web_font_part("no/such/file", "abc", &part), WEB_FONT_UNREADABLE);
	cr_expect_eq(part.length, 0);
	buffer_clear(&part);
}

/* Each once, in the order of their numbers, of one to four bytes; line ends have no shape. */
Test(web_font, takes_every_character_of_a_text_once)
{
	static const char text[] = "b\xc3\xa9"
				   "a\n\xe2\x82\xac"
				   "b\xf0\x9f\x98\x80\xc3\xa9";
	struct buffer characters;

	buffer_init(&characters);
	web_font_characters(text, sizeof(text) - 1, &characters);
	cr_expect_str_eq(buffer_text(&characters), "ab\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80");
	buffer_clear(&characters);
}

/* As it would be made anew, also after other characters were asked for in between. */
Test(web_font, is_the_same_from_the_store)
{
	struct arena *arena = arena_new();
	struct font_store *store = font_store_new(arena);
	static const char *const texts[] = { "abc", "abc", "xyz", "abc" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct buffer kept, made;

		buffer_init(&kept);
		buffer_init(&made);
		cr_expect_eq(font_store_part(store, regular, texts[i], &kept), WEB_FONT_MADE);
		cr_expect_eq(web_font_part(regular, texts[i], &made), WEB_FONT_MADE);
		cr_expect_eq(kept.length, made.length);
		cr_expect_arr_eq(kept.bytes, made.bytes, made.length);
		buffer_clear(&kept);
		buffer_clear(&made);
	}
	arena_free(arena);
}
