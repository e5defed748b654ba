#include "records/scan.h"

#include <string.h>

#include "records/scan_blocks.h"

static const uint64_t low_bits = 0x0101010101010101, high_bits = 0x8080808080808080;

static uint64_t load(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	return word;
}

/* The high bit of every byte that equals the one of which pattern has eight. */
static inline uint64_t equal(uint64_t word, uint64_t pattern)
{
	uint64_t difference = word ^ pattern;

	return ~(((difference & ~high_bits) + ~high_bits) | difference) & high_bits;
}

/* High bits of eight bytes as a mask of eight bits, first byte lowest; both kinds of byte order have the same. */
static inline uint64_t gather(uint64_t highs)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	highs = __builtin_bswap64(highs);
#endif
	return (highs >> 7) * 0x0102040810204080 >> 56;
}

static struct scan_masks masks_of(const char *bytes, uint64_t delimiter)
{
	struct scan_masks masks = { 0 };

	for (unsigned i = 0; i < 8; i++) {
		uint64_t word = load(bytes + (size_t)i * 8);

		masks.delimiters |= gather(equal(word, delimiter)) << (i * 8);
		masks.quotes |= gather(equal(word, low_bits * '"')) << (i * 8);
		masks.feeds |= gather(equal(word, low_bits * '\n')) << (i * 8);
		masks.returns |= gather(equal(word, low_bits * '\r')) << (i * 8);
	}
	return masks;
}

static void add_places(struct scan_places *places, uint64_t bits, size_t base)
{
	for (; bits != 0; bits &= bits - 1)
		places->at[places->count++] = (uint32_t)base + (uint32_t)__builtin_ctzll(bits);
}

static void index_portable(const char *bytes, size_t from, size_t to, char delimiter,
			   struct scan_places *places)
{
	uint64_t pattern = low_bits * (unsigned char)delimiter;

	for (; from + 64 <= to; from += 64)
		add_places(
			places,
			scan_take_block(places, masks_of(bytes + from, pattern), bytes[from + 64]),
			from);
	if (from < to) {
		char rest[64] = { 0 };
		size_t length = to - from;
		struct scan_masks masks;

		/* The byte behind the end is there to be seen, but is no part of the block. */
		memcpy(rest, bytes + from, length + 1);
		masks = masks_of(rest, pattern);
		masks.returns &= ~(masks.feeds >> 1);
		add_places(places, scan_take_block(places, scan_cut(masks, length), '\0'), from);
	}
}

static void census_portable(const char *bytes, size_t length, struct scan_census *out)
{
	uint64_t quotes = 0, ends = 0, odd = 0;
	size_t i = 0;

	for (; i + 8 < length; i += 8) {
		uint64_t word = load(bytes + i), next = load(bytes + i + 1);
		uint64_t feeds = equal(word, low_bits * '\n');
		uint64_t alone = equal(word, low_bits * '\r') & ~equal(next, low_bits * '\n');

		quotes += (uint64_t)__builtin_popcountll(equal(word, low_bits * '"'));
		ends += (uint64_t)__builtin_popcountll(feeds | alone);
		odd |= (word & high_bits) | equal(word, 0);
	}
	for (; i < length; i++) {
		bool alone = bytes[i] == '\r' && (i + 1 == length || bytes[i + 1] != '\n');

		quotes += bytes[i] == '"';
		ends += bytes[i] == '\n' || alone;
		odd |= (unsigned char)bytes[i] >= 0x80 || bytes[i] == '\0';
	}
	*out = (struct scan_census){ .quotes = quotes, .line_ends = ends, .odd_bytes = odd != 0 };
}

const struct scan *scan_portable(void)
{
	static const struct scan portable = { .census = census_portable, .index = index_portable };

	return &portable;
}

const struct scan *scan_choose(enum records_vectors widest)
{
	const struct scan *scan = widest == RECORDS_VECTORS_ANY ? scan_avx512() : NULL;

	if (scan == NULL && widest != RECORDS_VECTORS_NONE)
		scan = scan_avx2();
	return scan == NULL ? scan_portable() : scan;
}
