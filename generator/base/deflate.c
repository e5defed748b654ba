#include "base/deflate.h"

#include <libdeflate.h>
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#include "base/buffer.h"
#include "base/fatal.h"

enum { PIECE = 32 * 1024 };

/* zlib counts its input in an unsigned int: longer ones are handed over in parts. */
static void feed(z_stream *stream, size_t *left)
{
	if (stream->avail_in != 0 || *left == 0)
		return;
	stream->avail_in = *left > UINT_MAX ? UINT_MAX : (uInt)*left;
	*left -= stream->avail_in;
}

static z_stream begin(const void *bytes)
{
	/* The library's own type lacks the const that it keeps to. */
	union {
		const void *given;
		Bytef *taken;
	} input = { .given = bytes };

	return (z_stream){ .next_in = input.taken };
}

/* By libdeflate, which takes half the time of zlib for the same size; it works on whole pieces alone. */
void deflate_pack(const void *bytes, size_t length, int level, struct buffer *out)
{
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
	size_t most, packed;
	void *piece;

	if (compressor == NULL)
		fatal_out_of_memory();
	most = libdeflate_zlib_compress_bound(compressor, length);
	piece = malloc(most);
	if (piece == NULL)
		fatal_out_of_memory();
	packed = libdeflate_zlib_compress(compressor, bytes, length, piece, most);
	if (packed == 0)
		fatal_internal("deflate: cannot pack");
	buffer_add(out, piece, packed);
	free(piece);
	libdeflate_free_compressor(compressor);
}

/* The status with which it ends: Z_STREAM_END when all is well, Z_OK when there was more than most. */
static int unpack(z_stream *stream, size_t left, size_t most, struct buffer *out)
{
	unsigned char piece[PIECE];
	size_t start = out->length;
	int status = Z_OK;

	while (status == Z_OK) {
		feed(stream, &left);
		stream->next_out = piece;
		stream->avail_out = PIECE;
		status = inflate(stream, Z_NO_FLUSH);
		if (PIECE - stream->avail_out > most - (out->length - start))
			return Z_OK;
		buffer_add(out, piece, PIECE - stream->avail_out);
	}
	return status;
}

bool deflate_unpack(const void *bytes, size_t length, size_t most, struct buffer *out,
		    const char **fault)
{
	z_stream stream = begin(bytes);
	size_t before = out->length;
	int status = inflateInit(&stream);

	if (status == Z_OK)
		status = unpack(&stream, length, most, out);
	inflateEnd(&stream);
	if (status == Z_MEM_ERROR)
		fatal_out_of_memory();
	if (status == Z_STREAM_END)
		return true;
	*fault = status == Z_OK          ? "the packed data are too large"
		 : status == Z_BUF_ERROR ? "the packed data are cut off"
					 : "the packed data are damaged";
	if (out->bytes != NULL)
		out->bytes[out->length = before] = '\0';
	return false;
}

const char *deflate_library_version(void)
{
	return LIBDEFLATE_VERSION_STRING;
}
