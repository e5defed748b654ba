#include "base/deflate.h"

#include <limits.h>
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

void deflate_pack(const void *bytes, size_t length, int level, struct buffer *out)
{
	z_stream stream = begin(bytes);
	unsigned char piece[PIECE];
	int status = deflateInit(&stream, level);

	while (status == Z_OK) {
		feed(&stream, &length);
		stream.next_out = piece;
		stream.avail_out = PIECE;
		status = deflate(&stream, length == 0 ? Z_FINISH : Z_NO_FLUSH);
		buffer_add(out, piece, PIECE - stream.avail_out);
	}
	deflateEnd(&stream);
	if (status == Z_MEM_ERROR)
		fatal_out_of_memory();
	if (status != Z_STREAM_END)
		fatal_internal("deflate: cannot pack");
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
