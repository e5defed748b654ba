/*
 * scan_blocks.h - what all kinds of scan do with the masks of 64 bytes; for scan*.c alone.
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

/* Without the bytes from length on; length < 64. */
static inline struct scan_masks scan_cut(struct scan_masks masks, size_t length)
{
	uint64_t kept = ~(~(uint64_t)0 << length);

	return (struct scan_masks){ .delimiters = masks.delimiters & kept,
				    .quotes = masks.quotes & kept,
				    .feeds = masks.feeds & kept,
				    .returns = masks.returns & kept };
}

/*
 * Takes in a block; next is the byte behind it. The bits of the delimiters and row ends outside quotation marks: they
 * are added to the places by the kind of scan.
 */
__attribute__((always_inline)) static inline uint64_t scan_take_block(struct scan_places *places,
								      struct scan_masks masks,
								      char next)
{
	uint64_t ends = masks.feeds, outside = ~(uint64_t)0;

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
	places->rows += (size_t)__builtin_popcountll(ends);
	return (masks.delimiters & outside) | ends;
}

#endif
