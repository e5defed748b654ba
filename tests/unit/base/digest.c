/* SHA-256; the digests of "abc" and of nothing stand in FIPS 180-4 and its examples. */

#include "base/digest.h"

#include <criterion/criterion.h>

#include "base/arena.h"

Test(digest, is_that_of_the_standard)
{
	struct arena *arena = arena_new();

	cr_expect_str_eq(digest_hex(arena, "abc", 3),
			 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	cr_expect_str_eq(digest_hex(arena, "", 0),
			 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	cr_expect_str_eq(digest_base64(arena, "", 0),
			 "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
	arena_free(arena);
}

/* Test case 2 of RFC 4231. */
Test(digest, with_a_key_is_that_of_the_standard)
{
	struct arena *arena = arena_new();

	cr_expect_str_eq(digest_keyed_hex(arena, "Jefe", 4, "what do ya want for nothing?", 28),
			 "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	arena_free(arena);
}
