#include "records/unpack_kinds.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "base/fatal.h"

bool unpack_source_has(struct unpack_source *source)
{
	ssize_t got;

	if (source->used < source->length)
		return true;
	do
		got = read(source->file, source->bytes, UNPACK_SOURCE_SIZE);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		source->fault = errno;
	source->offset += source->length;
	source->used = 0;
	source->length = got < 0 ? 0 : (size_t)got;
	return got > 0;
}

/* -- gzip ------------------------------------------------------------------------------------------------- */

struct gzip {
	z_stream stream;
	bool within; /* a part has begun and not ended */
	bool any;    /* one has ended */
};

static void *start_gzip(void)
{
	/* 16 asks for the form of gzip alone. */
	enum { WINDOW = 15 + 16 };
	struct gzip *gzip = calloc(1, sizeof(*gzip));

	if (gzip == NULL || inflateInit2(&gzip->stream, WINDOW) != Z_OK)
		fatal_out_of_memory();
	return gzip;
}

/* The begin of a part, zeros behind the last one passed over. False at the end of the file. */
static bool find_part(struct gzip *gzip, struct unpack_source *source)
{
	while (unpack_source_has(source)) {
		if (!gzip->any || source->bytes[source->used] != 0)
			return true;
		source->used++;
	}
	return false;
}

static enum unpack_state state_of_gzip(struct gzip *gzip, int said)
{
	const z_stream *stream = &gzip->stream;

	if (said == Z_MEM_ERROR)
		fatal_out_of_memory();
	gzip->within = said == Z_OK || said == Z_BUF_ERROR;
	if (said == Z_STREAM_END) {
		gzip->any = true;
		inflateReset(&gzip->stream);
		return UNPACK_MORE;
	}
	if (gzip->within)
		return UNPACK_MORE;
	/* The last that is read of a part are the checksum of its text and the length. */
	return stream->msg != NULL && (strcmp(stream->msg, "incorrect data check") == 0 ||
				       strcmp(stream->msg, "incorrect length check") == 0)
		       ? UNPACK_CHECKSUM
		       : UNPACK_DAMAGED;
}

static enum unpack_state fill_gzip(void *method, struct unpack_source *source, char *to,
				   size_t size, size_t *length)
{
	struct gzip *gzip = method;
	z_stream *stream = &gzip->stream;
	enum unpack_state state = UNPACK_MORE;

	*length = 0;
	while (*length < size && state == UNPACK_MORE) {
		bool more = gzip->within ? unpack_source_has(source) : find_part(gzip, source);

		if (source->fault != 0)
			return UNPACK_UNREADABLE;
		if (!more && !gzip->within)
			return UNPACK_ENDED;
		stream->next_in = source->bytes + source->used;
		stream->avail_in = (unsigned)(source->length - source->used);
		stream->next_out = (Bytef *)to + *length;
		stream->avail_out = (unsigned)(size - *length);
		state = state_of_gzip(gzip, inflate(stream, Z_NO_FLUSH));
		/* Text may wait in the stream although all of the file is taken. */
		if (!more && gzip->within && stream->avail_out == (unsigned)(size - *length))
			state = UNPACK_CUT_OFF;
		source->used = source->length - stream->avail_in;
		*length = size - stream->avail_out;
	}
	return state;
}

static void end_gzip(void *method)
{
	struct gzip *gzip = method;

	inflateEnd(&gzip->stream);
	free(gzip);
}

const struct unpack_method unpack_gzip = { start_gzip, fill_gzip, end_gzip };

/* -- zstd ------------------------------------------------------------------------------------------------- */

struct zstd {
	ZSTD_DStream *stream;
	bool within;
};

static void *start_zstd(void)
{
	struct zstd *zstd = calloc(1, sizeof(*zstd));

	if (zstd == NULL || (zstd->stream = ZSTD_createDStream()) == NULL)
		fatal_out_of_memory();
	return zstd;
}

static enum unpack_state state_of_zstd(struct zstd *zstd, size_t said)
{
	ZSTD_ErrorCode code = ZSTD_getErrorCode(said);

	if (code == ZSTD_error_memory_allocation)
		fatal_out_of_memory();
	zstd->within = said != 0;
	return !ZSTD_isError(said)                 ? UNPACK_MORE
	       : code == ZSTD_error_checksum_wrong ? UNPACK_CHECKSUM
						   : UNPACK_DAMAGED;
}

static enum unpack_state fill_zstd(void *method, struct unpack_source *source, char *to,
				   size_t size, size_t *length)
{
	struct zstd *zstd = method;
	ZSTD_outBuffer out = { .dst = to, .size = size };
	enum unpack_state state = UNPACK_MORE;

	while (out.pos < size && state == UNPACK_MORE) {
		bool more = unpack_source_has(source);
		ZSTD_inBuffer in = { .src = source->bytes + source->used,
				     .size = source->length - source->used };
		size_t before = out.pos;

		if (source->fault != 0)
			state = UNPACK_UNREADABLE;
		else if (!more && !zstd->within)
			state = UNPACK_ENDED;
		if (state != UNPACK_MORE)
			break;
		state = state_of_zstd(zstd, ZSTD_decompressStream(zstd->stream, &out, &in));
		/* Text may wait in the stream although all of the file is taken. */
		if (!more && zstd->within && state == UNPACK_MORE && out.pos == before)
			state = UNPACK_CUT_OFF;
		source->used += in.pos;
	}
	*length = out.pos;
	return state;
}

static void end_zstd(void *method)
{
	struct zstd *zstd = method;

	ZSTD_freeDStream(zstd->stream);
	free(zstd);
}

const struct unpack_method unpack_zstd = { start_zstd, fill_zstd, end_zstd };
