#include "records/unpack.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

#include "base/arena.h"
#include "support/fixture_place.h"
#include "support/records_column.h"

TestSuite(records_unpack, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

static char *gzipped(const char *text, size_t length, size_t *packed)
{
	/* 16 asks for the form of gzip. */
	enum { WINDOW = 15 + 16, MEMORY = 8 };
	z_stream stream = { .next_in = (Bytef *)(uintptr_t)text, .avail_in = (unsigned)length };
	size_t most = compressBound(length) + 64;
	char *bytes = arena_alloc(arena, most);

	deflateInit2(&stream, 6, Z_DEFLATED, WINDOW, MEMORY, Z_DEFAULT_STRATEGY);
	stream.next_out = (Bytef *)bytes;
	stream.avail_out = (unsigned)most;
	cr_assert_eq(deflate(&stream, Z_FINISH), Z_STREAM_END);
	*packed = stream.total_out;
	deflateEnd(&stream);
	return bytes;
}

/* With a checksum, as the program zstd makes them. */
static char *zstandard(const char *text, size_t length, size_t *packed)
{
	size_t most = ZSTD_compressBound(length);
	char *bytes = arena_alloc(arena, most);
	ZSTD_CCtx *context = ZSTD_createCCtx();

	ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
	*packed = ZSTD_compress2(context, bytes, most, text, length);
	ZSTD_freeCCtx(context);
	return bytes;
}

static const char *counted(const char *bytes, size_t length)
{
	return counted_with((struct records_options){ .threads = 2, .piece = 500 },
			    file_of(bytes, length), "sex");
}

static void says(const char *said, const char *wanted)
{
	cr_assert_str_eq(said, wanted);
}

Test(records_unpack, unpacks_gzip_and_zstd_by_content)
{
	size_t length, packed;
	const char *text = many_rows(300000, &length), *bytes;

	bytes = gzipped(text, length, &packed);
	says(counted_with((struct records_options){ .threads = 2 }, file_of(bytes, packed), "sex"),
	     "F=100000@2 M=200000@3");
	bytes = zstandard(text, length, &packed);
	says(counted_with((struct records_options){ .threads = 2 }, file_of(bytes, packed), "sex"),
	     "F=100000@2 M=200000@3");
}

static char *joined(const char *a, size_t first, const char *b, size_t second)
{
	char *both = arena_alloc(arena, first + second);

	memcpy(both, a, first);
	memcpy(both + first, b, second);
	return both;
}

Test(records_unpack, unpacks_several_parts_one_behind_the_other)
{
	size_t length, first, second;
	const char *text = many_rows(3, &length), *more = "M,1\n";
	char *a = zstandard(text, length, &first), *b = zstandard(more, 4, &second);

	says(counted(joined(a, first, b, second), first + second), "F=1@2 M=3@3");
	a = gzipped(text, length, &first);
	b = gzipped(more, 4, &second);
	says(counted(joined(a, first, b, second), first + second), "F=1@2 M=3@3");
}

/* Zeros fill up the last block of a tape; anything else may have been a part with rows. */
Test(records_unpack, passes_over_zeros_behind_gzip_and_nothing_else)
{
	size_t length, first;
	const char *text = many_rows(3, &length);
	char *a = gzipped(text, length, &first);

	says(counted(joined(a, first, "\0\0\0\0", 4), first + 4), "F=1@2 M=2@3");
	cr_assert(strstr(counted(joined(a, first, "M,2\n", 4), first + 4),
			 "it is damaged near byte ") != NULL);
}

/* -- files that are not whole ----------------------------------------------------------------------------- */

/* Line ends in what can be unpacked of the first bytes. */
static size_t lines_of_gzip(char *bytes, size_t length)
{
	enum { WINDOW = 15 + 16 };
	z_stream stream = { .next_in = (Bytef *)bytes, .avail_in = (unsigned)length };
	char text[4096];
	size_t lines = 0;
	int said = Z_OK;

	inflateInit2(&stream, WINDOW);
	while (said == Z_OK) {
		stream.next_out = (Bytef *)text;
		stream.avail_out = sizeof(text);
		said = inflate(&stream, Z_NO_FLUSH);
		for (size_t i = 0; i < sizeof(text) - stream.avail_out; i++)
			lines += text[i] == '\n';
	}
	inflateEnd(&stream);
	return lines;
}

Test(records_unpack, tells_at_which_byte_and_line_a_file_is_cut_off)
{
	size_t length, packed, lines;
	const char *text = many_rows(300000, &length);
	char *bytes = gzipped(text, length, &packed);

	lines = lines_of_gzip(bytes, packed / 2);
	cr_assert_gt(lines, 100000);
	says(counted(bytes, packed / 2),
	     arena_printf(arena,
			  "records.csv:%zu: error: a packed file of records is cut off or damaged: "
			  "it ends too early, at byte %zu, after %zu whole lines [DAT200]\n",
			  lines + 1, packed / 2, lines));
	bytes = zstandard(text, length, &packed);
	cr_assert(strstr(counted(bytes, packed / 2),
			 arena_printf(arena, "it ends too early, at byte %zu, after ",
				      packed / 2)) != NULL);
}

/* Rows of which the last, cut one would be a fault; so would be a header without the column that is asked for. */
static const char few_rows[] =
	"number,sex,age\n1,F,70\n2,M,\"71\"\n3,F,72\n4,M,73\n5,,\"7\"\"4\"\n";

static void check_cut(const char *bytes, size_t packed, size_t least)
{
	for (size_t length = least; length < packed; length++) {
		const char *said = counted(bytes, length);

		cr_assert(strstr(said, "it ends too early, at byte ") != NULL, "%zu: %s", length,
			  said);
		cr_assert_eq(strchr(said, '\n'), said + strlen(said) - 1, "%zu: %s", length, said);
	}
}

Test(records_unpack, tells_nothing_but_that_a_file_is_cut_off_wherever_that_is)
{
	size_t packed;
	char *bytes = gzipped(few_rows, strlen(few_rows), &packed);

	says(counted(bytes, packed), "F=2@2 M=2@3 -=1@6");
	check_cut(bytes, packed, 2);
	bytes = zstandard(few_rows, strlen(few_rows), &packed);
	says(counted(bytes, packed), "F=2@2 M=2@3 -=1@6");
	check_cut(bytes, packed, 4);
}

/* A bit that matters makes another text, or none; the checksum tells. Some bits of a header do not matter. */
static void check_bits(char *bytes, size_t packed, size_t first)
{
	const char *whole = counted(bytes, packed);

	for (size_t i = first * 8; i < packed * 8; i++) {
		const char *said;

		bytes[i / 8] ^= (char)(1 << i % 8);
		said = counted(bytes, packed);
		bytes[i / 8] ^= (char)(1 << i % 8);
		if (strcmp(said, whole) == 0)
			continue;
		cr_assert(strstr(said, "[DAT200]") != NULL, "bit %zu: %s", i, said);
		cr_assert_eq(strchr(said, '\n'), said + strlen(said) - 1, "bit %zu: %s", i, said);
	}
}

Test(records_unpack, tells_nothing_but_that_a_file_is_damaged_whichever_bit_it_is)
{
	size_t packed;
	char *bytes = gzipped(few_rows, strlen(few_rows), &packed);

	check_bits(bytes, packed, 2);
	bytes = zstandard(few_rows, strlen(few_rows), &packed);
	check_bits(bytes, packed, 4);
}

Test(records_unpack, tells_damage_in_the_middle_and_not_the_rows_that_came_of_it)
{
	size_t length, packed;
	const char *text = many_rows(300000, &length);
	char *bytes = gzipped(text, length, &packed);

	memset(bytes + packed / 2, 'x', 1000);
	cr_assert(strstr(counted(bytes, packed), "[DAT200]") != NULL);
	bytes = zstandard(text, length, &packed);
	memset(bytes + packed / 2, 'x', 1000);
	cr_assert(strstr(counted(bytes, packed), "[DAT200]") != NULL);
}

Test(records_unpack, tells_a_checksum_that_is_not_that_of_the_text)
{
	size_t length, packed;
	const char *text = many_rows(1000, &length);
	char *bytes = gzipped(text, length, &packed);

	/* The checksum of gzip lies before the length, four bytes each; that of zstd at the end. */
	bytes[packed - 6] ^= 1;
	says(counted(bytes, packed),
	     arena_printf(
		     arena,
		     "records.csv: error: a packed file of records is cut off or damaged: the "
		     "checksum near byte %zu is not that of the text, of which 1001 lines were "
		     "read [DAT200]\n",
		     packed - 4));
	bytes = zstandard(text, length, &packed);
	bytes[packed - 1] ^= 1;
	cr_assert(strstr(counted(bytes, packed), "its checksum is not that of its text") != NULL);
}

/* A fault that stands in the text is told when the file is whole, and not when it is not. */
Test(records_unpack, tells_a_fault_of_the_author_only_in_a_file_that_is_whole)
{
	static const char text[] = "sex,n\nF\nM,2\nF,3\n";
	size_t packed;
	char *bytes = gzipped(text, strlen(text), &packed);

	cr_assert(strstr(counted(bytes, packed), "records.csv:2:1: error: a row of records has "
						 "another number of cells") != NULL);
	cr_assert(strstr(counted(bytes, packed - 1), "it ends too early") != NULL);
	cr_assert(strstr(counted(bytes, packed - 1), "DAT202") == NULL);
}
