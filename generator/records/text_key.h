/*
 * text_key.h - texts as keys of two words, for tables that are asked in every row.
 *
 * A text of up to 16 bytes is its own key: with zeros behind it, which no text holds, so that none has the key of
 * another. The key of a longer one is a hash (SipHash with 128 bits and a fixed key). Where texts are kept, two of one
 * hash are told apart by looking; people are not kept, and two of them count as one with a chance of one in 2^127 for
 * each pair: one in 10^18 that it happens at all among ten thousand million people. The key is fixed so that the same
 * file always gives the same answer.
 *
 * The last byte of the low word in memory is zero for texts of up to seven bytes and for no others: among all keys,
 * theirs are told by the low word alone.
 */
#ifndef GRADIENT_RECORDS_TEXT_KEY_H
#define GRADIENT_RECORDS_TEXT_KEY_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { TEXT_KEY_SHORT = 7, TEXT_KEY_WHOLE = 16 };

struct text_key {
	uint64_t low, high;
};

/* Of a text of more than TEXT_KEY_WHOLE bytes. */
struct text_key text_key_hash(const char *text, size_t length);

static inline uint64_t text_key_load(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	return word;
}

/* Masks of the first length bytes of a word in memory, for lengths up to 8. */
extern const uint64_t text_key_masks[9];

/* Of a text of at most TEXT_KEY_SHORT, at most TEXT_KEY_WHOLE bytes. Sixteen bytes from text on must be readable, whatever its length. */
static inline struct text_key text_key_of_short(const char *text, size_t length)
{
	return (struct text_key){ text_key_load(text) & text_key_masks[length], 0 };
}

static inline struct text_key text_key_of_whole(const char *text, size_t length)
{
	size_t low = length < 8 ? length : 8;

	return (struct text_key){ text_key_load(text) & text_key_masks[low],
				  text_key_load(text + 8) & text_key_masks[length - low] };
}

static inline struct text_key text_key_of(const char *text, size_t length)
{
	if (length <= TEXT_KEY_WHOLE)
		return text_key_of_whole(text, length);
	return text_key_hash(text, length);
}

/* The same for a text that may stand at the end of readable memory. */
static inline struct text_key text_key_anywhere(const char *text, size_t length)
{
	char copy[TEXT_KEY_WHOLE] = { 0 };

	if (length > TEXT_KEY_WHOLE)
		return text_key_hash(text, length);
	memcpy(copy, text, length);
	return text_key_of(copy, length);
}

/* Spread over all bits, for the place in a table. */
static inline uint64_t text_key_spread(struct text_key key)
{
	__extension__ typedef unsigned __int128 wide;
	wide product = (wide)(key.low ^ 0x9e3779b97f4a7c15) * (key.high ^ 0xd1b54a32d192ed03);

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

#endif
