#include "base/deflate.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

static struct buffer packed, unpacked;

static void set_up(void)
{
	buffer_init(&packed);
	buffer_init(&unpacked);
}

static void tear_down(void)
{
	buffer_clear(&packed);
	buffer_clear(&unpacked);
}

TestSuite(deflate, .init = set_up, .fini = tear_down);

/* Bytes that hardly pack, the same each time. */
static void add_noise(struct buffer *buffer, size_t length)
{
	unsigned state = 12345;

	while (length-- > 0) {
		state = state * 1103515245u + 12345u;
		buffer_add_char(buffer, (char)(state >> 16));
	}
}

Test(deflate, unpacks_what_it_packed)
{
	static const size_t lengths[] = {
		0, 1, 2, 32 * 1024 - 1, 32 * 1024, 32 * 1024 + 1, 300000
	};

	for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		const char *fault = NULL;
		struct buffer noise;

		buffer_init(&noise);
		add_noise(&noise, lengths[i]);
		packed.length = unpacked.length = 0;
		deflate_pack(noise.bytes, noise.length, i % 2 == 0 ? DEFLATE_FASTEST : 6, &packed);
		cr_assert(
			deflate_unpack(packed.bytes, packed.length, lengths[i], &unpacked, &fault),
			"%s", fault);
		cr_assert_eq(unpacked.length, lengths[i]);
		cr_assert(lengths[i] == 0 || memcmp(unpacked.bytes, noise.bytes, lengths[i]) == 0);
		buffer_clear(&noise);
	}
}

Test(deflate, adds_behind_what_the_buffer_holds)
{
	const char *fault;

	deflate_pack("rate", 4, 6, &packed);
	buffer_add_text(&unpacked, "crude ");
	cr_assert(deflate_unpack(packed.bytes, packed.length, 4, &unpacked, &fault));
	cr_assert_str_eq(buffer_text(&unpacked), "crude rate");
}

Test(deflate, reads_what_another_program_packed)
{
	/* python3 -c 'import zlib; print(zlib.compress(b"fifth"))' */
	static const char given[] = "x\x9cK\xcbL+\xc9\x00\x00\x06)\x02\x12";
	const char *fault = NULL;

	cr_assert(deflate_unpack(given, sizeof(given) - 1, 100, &unpacked, &fault), "%s", fault);
	cr_assert_str_eq(buffer_text(&unpacked), "fifth");
}

Test(deflate, packs_smaller_at_a_higher_level)
{
	struct buffer text, small;

	buffer_init(&text);
	buffer_init(&small);
	for (int i = 0; i < 5000; i++)
		buffer_printf(&text, "%d %d m %d l S\n", i % 100, i * 7 % 300, i % 13);
	deflate_pack(text.bytes, text.length, DEFLATE_FASTEST, &packed);
	deflate_pack(text.bytes, text.length, DEFLATE_SMALLEST, &small);
	cr_expect_lt(small.length, packed.length);
	cr_expect_lt(packed.length, text.length / 2);
	buffer_clear(&text);
	buffer_clear(&small);
}

Test(deflate, passes_over_bytes_behind_the_end)
{
	const char *fault;

	deflate_pack("rate", 4, 6, &packed);
	buffer_add_text(&packed, "\r\nendstream");
	cr_assert(deflate_unpack(packed.bytes, packed.length, 4, &unpacked, &fault));
	cr_assert_str_eq(buffer_text(&unpacked), "rate");
}

Test(deflate, refuses_data_cut_off_anywhere)
{
	const char *fault = NULL;

	deflate_pack("a rate per 100,000 people", 25, 6, &packed);
	for (size_t length = 0; length < packed.length; length++) {
		cr_assert_not(deflate_unpack(packed.bytes, length, 1000, &unpacked, &fault));
		cr_assert_str_eq(fault, "the packed data are cut off");
		cr_assert_eq(unpacked.length, 0);
	}
}

Test(deflate, refuses_data_that_are_damaged)
{
	const char *fault = NULL;

	deflate_pack("a rate per 100,000 people", 25, 6, &packed);
	packed.bytes[packed.length - 1] ^= 1;
	cr_assert_not(deflate_unpack(packed.bytes, packed.length, 1000, &unpacked, &fault));
	cr_assert_str_eq(fault, "the packed data are damaged");
	cr_assert_not(deflate_unpack("no packed data", 14, 1000, &unpacked, &fault));
	cr_assert_str_eq(fault, "the packed data are damaged");
}

Test(deflate, stops_at_the_size_it_may_have_and_leaves_the_buffer_as_it_was)
{
	enum { BOMB = 20 * 1024 * 1024 };
	char *zeros = calloc(BOMB, 1);
	const char *fault = NULL;

	deflate_pack(zeros, BOMB, DEFLATE_SMALLEST, &packed);
	cr_assert_lt(packed.length, BOMB / 900);
	buffer_add_text(&unpacked, "before");
	cr_assert_not(deflate_unpack(packed.bytes, packed.length, 100000, &unpacked, &fault));
	cr_assert_str_eq(fault, "the packed data are too large");
	cr_assert_str_eq(buffer_text(&unpacked), "before");
	cr_assert_lt(unpacked.capacity, 400000);
	cr_assert_not(deflate_unpack(packed.bytes, packed.length, BOMB - 1, &unpacked, &fault));
	cr_assert(deflate_unpack(packed.bytes, packed.length, BOMB, &unpacked, &fault));
	cr_assert_eq(unpacked.length, strlen("before") + BOMB);
	free(zeros);
}
