/*
 * scan_blocks.h - what both kinds of scan do with the masks of 64 bytes; for scan*.c alone.
 */
#ifndef GRADIENT_RECORDS_SCAN_BLOCKS_H
#define GRADIENT_RECORDS_SCAN_BLOCKS_H

#include "records/scan.h"

/* A bit for each of 64 bytes, the lowest for the first. */
struct scan_masks {
	uint64_t delimiters, quotes, feeds, returns;
};

/* Bit i of the result: an odd number of bits up to and with i is set. */
static inline uint64_t scan_parity(uint64_t bits)
{
	for (unsigned shift = 1; shift < 64; shift *= 2)
		bits ^= bits << shift;
	return bits;
}

__attribute__((always_inline)) static inline uint32_t *scan_write_places(uint32_t *to,
									 uint64_t bits,
									 uint32_t base)
{
	unsigned count = (unsigned)__builtin_popcountll(bits);

	/* Eight at a time and more than are needed: how many there are cannot be foretold, so asking is slow. */
	for (unsigned i = 0; i < count; i += 8)
		for (unsigned j = 0; j < 8; j++) {
			to[i + j] = base + (uint32_t)__builtin_ctzll(bits | (uint64_t)1 << 63);
			bits &= bits - 1;
		}
	return to + count;
}

/* Without the bytes from length on; length < 64. */
static inline struct scan_masks scan_cut(struct scan_masks masks, size_t length)
{
	uint64_t kept = ~(~(uint64_t)0 << length);

	return (struct scan_masks){ .delimiters = masks.delimiters & kept,
				    .quotes = masks.quotes & kept,
				    .feeds = masks.feeds & kept,
				    .returns = masks.returns & kept };
}

/* Takes in a block that begins at base; next is the byte behind it. */
__attribute__((always_inline)) static inline void scan_add_block(struct scan_places *places,
								 struct scan_masks masks,
								 size_t base, char next)
{
	uint64_t ends, outside = ~(uint64_t)0, structure;

	ends = masks.feeds;
	if (masks.returns != 0)
		ends |= masks.returns & ~(masks.feeds >> 1 | (uint64_t)(next == '\n') << 63);
	if (masks.quotes != 0 || places->inside) {
		uint64_t inside = scan_parity(masks.quotes) ^ -(uint64_t)places->inside;

		places->inside = inside >> 63;
		places->quotes += (uint64_t)__builtin_popcountll(masks.quotes);
		places->lines_inside |= (ends & inside) != 0;
		outside = ~inside;
	}
	ends &= outside;
	structure = (masks.delimiters & outside) | ends;
	places->rows += (size_t)__builtin_popcountll(ends);
	places->count =
		(size_t)(scan_write_places(places->at + places->count, structure, (uint32_t)base) -
			 places->at);
}

#endif
