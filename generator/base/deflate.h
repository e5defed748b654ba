/*
 * deflate.h - bytes packed and unpacked in the zlib form (RFC 1950), as PDF streams hold them.
 *
 * Ownership: what is made is added to a buffer of the caller's.
 * Errors:    unpacking tells by a sentence what is wrong; packing cannot fail.
 */
#ifndef GRADIENT_BASE_DEFLATE_H
#define GRADIENT_BASE_DEFLATE_H

#include <stdbool.h>
#include <stddef.h>

struct buffer;

enum { DEFLATE_FASTEST = 1, DEFLATE_SMALLEST = 9 };

/* Adds the packed bytes to out. The same bytes and level give the same result (of one version of libdeflate). */
void deflate_pack(const void *bytes, size_t length, int level, struct buffer *out);

/*
 * Adds the unpacked bytes to out, at most that many. Bytes behind the end of the packed data are passed
 * over. False, and fault says why, when the data are damaged, cut off or unpack to more than most; out then
 * holds what it held before.
 */
bool deflate_unpack(const void *bytes, size_t length, size_t most, struct buffer *out,
		    const char **fault);

/* "1.14", of libdeflate, which packs. */
const char *deflate_library_version(void);

#endif
