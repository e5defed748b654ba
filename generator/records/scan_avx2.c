#include "records/scan.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include "records/scan_blocks.h"

/* Code for processors that have the instructions; which they are is asked before it runs. */
#define VECTORS __attribute__((target("avx2,bmi,popcnt")))

VECTORS static inline uint64_t bits_of(__m256i low, __m256i high, __m256i wanted)
{
	uint32_t a = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
	uint32_t b = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));

	return a | (uint64_t)b << 32;
}

VECTORS static inline __m256i load(const char *bytes)
{
	return _mm256_loadu_si256((const __m256i_u *)bytes);
}

/*
 * Twelve at a time and more than are needed: how many there are cannot be foretold, so that asking is slow, and few
 * blocks have more.
 */
VECTORS static inline void add_places(struct scan_places *places, uint64_t bits, size_t base)
{
	enum { TOGETHER = 12 };
	int count = __builtin_popcountll(bits);
	uint32_t *to = places->at + places->count;

	places->count += (size_t)count;
	for (; count > 0; count -= TOGETHER, to += TOGETHER)
		for (unsigned i = 0; i < TOGETHER; i++) {
			to[i] = (uint32_t)base + (uint32_t)_tzcnt_u64(bits);
			bits = _blsr_u64(bits);
		}
}

VECTORS static void index_avx2(const char *bytes, size_t from, size_t to, char delimiter,
			       struct scan_places *places)
{
	const __m256i delimiters = _mm256_set1_epi8(delimiter), quotes = _mm256_set1_epi8('"');
	const __m256i feeds = _mm256_set1_epi8('\n'), returns = _mm256_set1_epi8('\r');

	for (; from + 64 <= to; from += 64) {
		__m256i low = load(bytes + from), high = load(bytes + from + 32);
		struct scan_masks masks = { .delimiters = bits_of(low, high, delimiters),
					    .quotes = bits_of(low, high, quotes),
					    .feeds = bits_of(low, high, feeds),
					    .returns = bits_of(low, high, returns) };

		add_places(places, scan_take_block(places, masks, bytes[from + 64]), from);
	}
	scan_portable()->index(bytes, from, to, delimiter, places);
}

/* The sum of the 32 bytes. */
VECTORS static inline uint64_t sum_of(__m256i counts)
{
	__m256i sums = _mm256_sad_epu8(counts, _mm256_setzero_si256());

	return (uint64_t)_mm256_extract_epi64(sums, 0) + (uint64_t)_mm256_extract_epi64(sums, 1) +
	       (uint64_t)_mm256_extract_epi64(sums, 2) + (uint64_t)_mm256_extract_epi64(sums, 3);
}

VECTORS static void census_avx2(const char *bytes, size_t length, struct scan_census *out)
{
	/* A byte counts to 255. */
	enum { BLOCK = 32, BLOCKS_MOST = 255 };
	const __m256i quote = _mm256_set1_epi8('"'), feed = _mm256_set1_epi8('\n');
	const __m256i carriage = _mm256_set1_epi8('\r'), zero = _mm256_setzero_si256();
	uint64_t quotes = 0, ends = 0;
	__m256i odd = zero;
	struct scan_census rest;
	size_t i = 0;

	while (i + BLOCK < length) {
		__m256i of_quotes = zero, of_ends = zero;

		for (unsigned n = 0; n < BLOCKS_MOST && i + BLOCK < length; n++, i += BLOCK) {
			__m256i here = load(bytes + i), next = load(bytes + i + 1);
			__m256i alone = _mm256_andnot_si256(_mm256_cmpeq_epi8(next, feed),
							    _mm256_cmpeq_epi8(here, carriage));

			of_quotes = _mm256_sub_epi8(of_quotes, _mm256_cmpeq_epi8(here, quote));
			of_ends = _mm256_sub_epi8(
				of_ends, _mm256_or_si256(_mm256_cmpeq_epi8(here, feed), alone));
			odd = _mm256_or_si256(odd,
					      _mm256_or_si256(here, _mm256_cmpeq_epi8(here, zero)));
		}
		quotes += sum_of(of_quotes);
		ends += sum_of(of_ends);
	}
	scan_portable()->census(bytes + i, length - i, &rest);
	*out = (struct scan_census){
		.quotes = quotes + rest.quotes,
		.line_ends = ends + rest.line_ends,
		.odd_bytes = _mm256_movemask_epi8(odd) != 0 || rest.odd_bytes,
	};
}

const struct scan *scan_avx2(void)
{
	static const struct scan vectors = { .census = census_avx2, .index = index_avx2 };

	return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
			       __builtin_cpu_supports("popcnt")
		       ? &vectors
		       : NULL;
}

#else

const struct scan *scan_avx2(void)
{
	return NULL;
}

#endif
