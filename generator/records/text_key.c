#include "records/text_key.h"

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define FIRST(length) (~(uint64_t)0 << (64 - 8 * (length)))
#define LAST_BYTE (uint64_t)1
#else
#define FIRST(length) (~(uint64_t)0 >> (64 - 8 * (length)))
#define LAST_BYTE ((uint64_t)1 << 63)
#endif

const uint64_t text_key_masks[9] = { 0,        FIRST(1), FIRST(2), FIRST(3), FIRST(4),
				     FIRST(5), FIRST(6), FIRST(7), FIRST(8) };

#undef FIRST

/* SipHash-2-4 with a result of 128 bits (Aumasson and Bernstein 2012). */
struct state {
	uint64_t v[4];
};

static inline uint64_t rotate(uint64_t word, unsigned bits)
{
	return word << bits | word >> (64 - bits);
}

static inline void stir(struct state *state, unsigned rounds)
{
	uint64_t *v = state->v;

	for (unsigned i = 0; i < rounds; i++) {
		v[0] += v[1];
		v[1] = rotate(v[1], 13) ^ v[0];
		v[0] = rotate(v[0], 32);
		v[2] += v[3];
		v[3] = rotate(v[3], 16) ^ v[2];
		v[0] += v[3];
		v[3] = rotate(v[3], 21) ^ v[0];
		v[2] += v[1];
		v[1] = rotate(v[1], 17) ^ v[2];
		v[2] = rotate(v[2], 32);
	}
}

static void take(struct state *state, uint64_t word)
{
	state->v[3] ^= word;
	stir(state, 2);
	state->v[0] ^= word;
}

static uint64_t result(const struct state *state)
{
	return state->v[0] ^ state->v[1] ^ state->v[2] ^ state->v[3];
}

struct text_key text_key_hash(const char *text, size_t length)
{
	static const uint64_t key[2] = { 0x4772616469656e74, 0x7265636f72647321 };
	struct state state = { { key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d ^ 0xee,
				 key[0] ^ 0x6c7967656e657261, key[1] ^ 0x7465646279746573 } };
	uint64_t last = (uint64_t)length << 56;
	struct text_key out;
	size_t i = 0;

	for (; i + 8 <= length; i += 8)
		take(&state, text_key_load(text + i));
	for (unsigned shift = 0; i < length; i++, shift += 8)
		last |= (uint64_t)(unsigned char)text[i] << shift;
	take(&state, last);
	state.v[2] ^= 0xee;
	stir(&state, 4);
	out.low = result(&state) | LAST_BYTE;
	state.v[1] ^= 0xdd;
	stir(&state, 4);
	out.high = result(&state);
	return out;
}

#undef LAST_BYTE
