#include "records/scan.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "support/records_random.h"

TestSuite(records_scan);

/* Bytes that matter among some that do not, ending where memory does but for what the scan may read. */
static char *random_bytes(uint64_t *seed, size_t length)
{
	static const char kinds[] = "\",\n\r;ab\xc3\xa9 ";
	unsigned rare = 1 + random_below(seed, 20);
	char *bytes = malloc(length + SCAN_PADDING);

	for (size_t i = 0; i < length; i++)
		bytes[i] = random_below(seed, rare) == 0 ? kinds[random_below(seed, sizeof(kinds))]
							 : 'x';
	memset(bytes + length, '\n', SCAN_PADDING);
	return bytes;
}

/* The places one by one, as the header words them. */
static void find_places(const char *bytes, size_t from, size_t to, char delimiter,
			struct scan_places *places)
{
	for (size_t i = from; i < to; i++) {
		bool ends = bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');

		if (bytes[i] == '"') {
			places->quotes++;
			places->inside = !places->inside;
		}
		places->lines_inside |= ends && places->inside;
		if ((!ends && bytes[i] != delimiter) || places->inside)
			continue;
		places->at[places->count++] = (uint32_t)i;
		places->rows += ends;
	}
}

static void check_places(const struct scan *scan, uint64_t seed)
{
	size_t length = random_below(&seed, 700), cut = random_below(&seed, 12) * 64;
	char delimiter = random_below(&seed, 2) == 0 ? ',' : ';', *bytes;
	struct scan_places wanted = { .at = malloc((length + 1) * sizeof(uint32_t)) };
	struct scan_places found = { .at = malloc((length + 256) * sizeof(uint32_t)) };

	bytes = random_bytes(&seed, length);
	cut = cut < length ? cut : length;
	find_places(bytes, 0, length, delimiter, &wanted);
	scan->index(bytes, 0, cut, delimiter, &found);
	scan->index(bytes, cut, length, delimiter, &found);
	cr_assert_eq(found.count, wanted.count, "seed %zu", (size_t)seed);
	cr_assert_eq(memcmp(found.at, wanted.at, found.count * sizeof(uint32_t)), 0);
	cr_assert_eq(found.rows, wanted.rows);
	cr_assert_eq(found.quotes, wanted.quotes);
	cr_assert_eq(found.inside, wanted.inside);
	cr_assert_eq(found.lines_inside, wanted.lines_inside);
	free(found.at);
	free(wanted.at);
	free(bytes);
}

static void check_census(const struct scan *scan, uint64_t seed)
{
	size_t length = random_below(&seed, 20000);
	char *bytes = random_bytes(&seed, length);
	struct scan_census wanted = { 0 }, found;

	/* A CR at the very end counts, whatever lies behind. */
	bytes[length] = random_below(&seed, 2) == 0 ? '\n' : 'x';
	for (size_t i = 0; i < length; i++) {
		wanted.quotes += bytes[i] == '"';
		wanted.line_ends += bytes[i] == '\n' ||
				    (bytes[i] == '\r' && (i + 1 == length || bytes[i + 1] != '\n'));
		wanted.odd_bytes |= bytes[i] == '\0' || (unsigned char)bytes[i] >= 0x80;
	}
	scan->census(bytes, length, &found);
	cr_assert_eq(found.quotes, wanted.quotes);
	cr_assert_eq(found.line_ends, wanted.line_ends);
	cr_assert_eq(found.odd_bytes, wanted.odd_bytes);
	free(bytes);
}

static void check(const struct scan *scan)
{
	for (uint64_t seed = 1; seed <= 3000; seed++) {
		check_places(scan, seed * 1000003);
		if (seed % 10 == 0)
			check_census(scan, seed * 1000033);
	}
}

Test(records_scan, finds_by_words_of_eight_bytes_what_one_by_one_finds)
{
	check(scan_portable());
	cr_assert_eq(scan_choose(RECORDS_VECTORS_NONE), scan_portable());
}

Test(records_scan, finds_by_vectors_of_32_bytes_what_one_by_one_finds)
{
	if (scan_avx2() == NULL)
		cr_skip_test("the processor has no AVX2");
	check(scan_avx2());
	cr_assert_eq(scan_choose(RECORDS_VECTORS_AVX2), scan_avx2());
}

Test(records_scan, finds_by_vectors_of_64_bytes_what_one_by_one_finds)
{
	if (scan_avx512() == NULL)
		cr_skip_test("the processor has no AVX-512");
	check(scan_avx512());
	cr_assert_eq(scan_choose(RECORDS_VECTORS_ANY), scan_avx512());
}

Test(records_scan, counts_more_of_a_byte_than_a_byte_holds)
{
	enum { LENGTH = 100000 };
	char *bytes = malloc(LENGTH + SCAN_PADDING);
	struct scan_census census;

	memset(bytes, '"', LENGTH + SCAN_PADDING);
	for (enum records_vectors vectors = 0; vectors < RECORDS_VECTORS; vectors++) {
		scan_choose(vectors)->census(bytes, LENGTH, &census);
		cr_assert_eq(census.quotes, LENGTH);
	}
	free(bytes);
}
