#include "odbc/wide.h"

#include <criterion/criterion.h>

#include "base/buffer.h"
#include "support/fixture.h"

TestSuite(odbc_wide, .init = fixture_set_up, .fini = fixture_tear_down);

Test(odbc_wide, writes_letters_of_all_scripts)
{
	/* A, e acute, Omega, a Chinese letter, a letter beyond 16 bits (U+1F600). */
	static const uint16_t wanted[] = { 0x41, 0xE9, 0x3A9, 0x751F, 0xD83D, 0xDE00, 0 };
	const char *text = "A\xC3\xA9\xCE\xA9\xE7\x94\x9F\xF0\x9F\x98\x80";
	struct buffer out;
	size_t length;
	const uint16_t *units = wide_of(arena, text, &length);

	cr_assert_eq(length, 6);
	cr_assert_arr_eq(units, wanted, sizeof(wanted));
	buffer_init(&out);
	wide_add_to(&out, units, length);
	cr_assert_str_eq(buffer_finish(&out, arena), text);
}

Test(odbc_wide, replaces_halves_of_pairs)
{
	static const uint16_t units[] = { 0xD83D, 'a', 0xDE00, 0xD83D };
	struct buffer out;

	buffer_init(&out);
	wide_add_to(&out, units, 4);
	cr_assert_str_eq(buffer_finish(&out, arena), "\xEF\xBF\xBD"
						     "a\xEF\xBF\xBD\xEF\xBF\xBD");
}
