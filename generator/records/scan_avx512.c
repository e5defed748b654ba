#include "records/scan.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include "records/scan_blocks.h"

/* As in scan_avx2.c, with what it has no instructions for: comparisons that give bits, and places picked by bits. */
#define VECTORS __attribute__((target("avx512f,avx512bw,popcnt")))

enum { BLOCK = 64 };

VECTORS static inline __m512i load(const char *bytes)
{
	return _mm512_loadu_si512(bytes);
}

/* Sixteen bits at a time and more than are needed, as how many there are cannot be foretold. */
VECTORS static inline void add_places(struct scan_places *places, uint64_t bits, size_t base)
{
	enum { TOGETHER = 16 };
	__m512i here = _mm512_add_epi32(
		_mm512_set1_epi32((int)base),
		_mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));

	for (unsigned i = 0; i < BLOCK / TOGETHER; i++, bits >>= TOGETHER) {
		__mmask16 some = (__mmask16)bits;

		_mm512_storeu_si512(places->at + places->count,
				    _mm512_maskz_compress_epi32(some, here));
		places->count += (size_t)__builtin_popcount(some);
		here = _mm512_add_epi32(here, _mm512_set1_epi32(TOGETHER));
	}
}

VECTORS static void index_avx512(const char *bytes, size_t from, size_t to, char delimiter,
				 struct scan_places *places)
{
	const __m512i delimiters = _mm512_set1_epi8(delimiter), quotes = _mm512_set1_epi8('"');
	const __m512i feeds = _mm512_set1_epi8('\n'), returns = _mm512_set1_epi8('\r');

	for (; from + BLOCK <= to; from += BLOCK) {
		__m512i here = load(bytes + from);
		struct scan_masks masks = {
			.delimiters = _mm512_cmpeq_epi8_mask(here, delimiters),
			.quotes = _mm512_cmpeq_epi8_mask(here, quotes),
			.feeds = _mm512_cmpeq_epi8_mask(here, feeds),
			.returns = _mm512_cmpeq_epi8_mask(here, returns),
		};

		add_places(places, scan_take_block(places, masks, bytes[from + BLOCK]), from);
	}
	scan_portable()->index(bytes, from, to, delimiter, places);
}

VECTORS static void census_avx512(const char *bytes, size_t length, struct scan_census *out)
{
	const __m512i quote = _mm512_set1_epi8('"'), feed = _mm512_set1_epi8('\n');
	const __m512i carriage = _mm512_set1_epi8('\r');
	uint64_t quotes = 0, ends = 0, odd = 0;
	struct scan_census rest;
	size_t i = 0;

	for (; i + BLOCK < length; i += BLOCK) {
		__m512i here = load(bytes + i);
		uint64_t feeds = _mm512_cmpeq_epi8_mask(here, feed);
		uint64_t returns = _mm512_cmpeq_epi8_mask(here, carriage);

		if (returns != 0)
			feeds |= returns &
				 ~(uint64_t)_mm512_cmpeq_epi8_mask(load(bytes + i + 1), feed);
		ends += (uint64_t)_mm_popcnt_u64(feeds);
		quotes += (uint64_t)_mm_popcnt_u64(_mm512_cmpeq_epi8_mask(here, quote));
		odd |= _mm512_movepi8_mask(here) | _mm512_testn_epi8_mask(here, here);
	}
	scan_portable()->census(bytes + i, length - i, &rest);
	*out = (struct scan_census){
		.quotes = quotes + rest.quotes,
		.line_ends = ends + rest.line_ends,
		.odd_bytes = odd != 0 || rest.odd_bytes,
	};
}

const struct scan *scan_avx512(void)
{
	static const struct scan vectors = { .census = census_avx512, .index = index_avx512 };

	return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
			       __builtin_cpu_supports("popcnt")
		       ? &vectors
		       : NULL;
}

#else

const struct scan *scan_avx512(void)
{
	return NULL;
}

#endif
