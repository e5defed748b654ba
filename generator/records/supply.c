#include "records/supply.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fatal.h"
#include "records/records.h"
#include "records/scan.h"
#include "records/stream.h"

struct supply {
	pthread_mutex_t lock;
	struct stream *stream;
	const struct scan *scan;
	size_t piece_size;
	char *rest; /* bytes behind the last piece: the begin of the next */
	size_t rest_length, rest_capacity;
	uint64_t offset, line; /* of the next piece */
	bool read_all, stopped;
	struct fault fault;
};

static void grow(char **bytes, size_t *capacity, size_t wanted)
{
	if (*capacity >= wanted)
		return;
	*bytes = realloc(*bytes, wanted);
	if (*bytes == NULL)
		fatal_out_of_memory();
	*capacity = wanted;
}

/* Reads until so many bytes are there or the file has no more. */
static void fill(struct supply *supply, struct piece *piece, size_t size)
{
	/* A character of several bytes may need more room than is left, and waits then. */
	enum { ROOM = 64 };

	grow(&piece->bytes, &piece->capacity,
	     (size > piece->length ? size : piece->length) + ROOM + SCAN_PADDING);
	while (piece->length < size && !supply->read_all) {
		size_t got = stream_read(supply->stream, piece->bytes + piece->length,
					 size + ROOM - piece->length);

		supply->read_all = got == 0;
		piece->length += got;
	}
	memset(piece->bytes + piece->length, 0, SCAN_PADDING);
}

/* Skips what stands before the first row. */
static void skip(struct supply *supply, size_t bytes)
{
	struct piece before = { 0 };

	fill(supply, &before, bytes);
	if (before.length > bytes) {
		supply->rest_length = before.length - bytes;
		grow(&supply->rest, &supply->rest_capacity, supply->rest_length);
		memcpy(supply->rest, before.bytes + bytes, supply->rest_length);
	}
	supply->offset = bytes;
	supply_clear_piece(&before);
}

struct supply *supply_new(struct arena *arena, struct stream *stream, const struct scan *scan,
			  size_t piece, size_t skipped, uint64_t line)
{
	struct supply *supply = arena_alloc(arena, sizeof(*supply));

	pthread_mutex_init(&supply->lock, NULL);
	supply->stream = stream;
	supply->scan = scan;
	supply->piece_size = piece;
	supply->line = line;
	skip(supply, skipped);
	return supply;
}

/*
 * Behind the last row of the first length bytes; 0 when none ends there. inside: a quoted cell goes on behind them.
 * A CR at the very end may have its LF behind it.
 */
static size_t last_row_end(const char *bytes, size_t length, bool inside)
{
	for (size_t i = length; i > 0; i--) {
		char byte = bytes[i - 1];

		if (byte == '"')
			inside = !inside;
		else if (!inside && (byte == '\n' || (byte == '\r' && i < length)))
			return i;
	}
	return 0;
}

static void keep_rest(struct supply *supply, const struct piece *piece, size_t end)
{
	supply->rest_length = piece->length - end;
	grow(&supply->rest, &supply->rest_capacity, supply->rest_length);
	if (supply->rest_length > 0)
		memcpy(supply->rest, piece->bytes + end, supply->rest_length);
}

/* The stream has ended too early: rows that are not whole are left out. */
static void note_fault(struct supply *supply)
{
	struct stream_fault fault = stream_fault(supply->stream);

	supply->fault = (struct fault){ .found = true,
					.offset = supply->offset,
					.line = supply->line,
					.code = fault.code,
					.detail = fault.detail,
					.hint = fault.hint };
}

/* Ends the piece where its last row does; what is behind is kept for the next. census is that of all of it. */
static void cut(struct supply *supply, struct piece *piece, size_t end, struct scan_census census)
{
	struct scan_census behind;

	supply->scan->census(piece->bytes + end, piece->length - end, &behind);
	keep_rest(supply, piece, end);
	piece->length = end;
	piece->odd_bytes = census.odd_bytes;
	piece->offset = supply->offset;
	piece->line = supply->line;
	supply->offset += end;
	supply->line += census.line_ends - behind.line_ends;
}

static void take(struct supply *supply, struct piece *piece)
{
	size_t size = supply->piece_size, end = 0;
	struct scan_census census;
	bool cut_off;

	grow(&piece->bytes, &piece->capacity, supply->rest_length + 1);
	if (supply->rest_length > 0)
		memcpy(piece->bytes, supply->rest, supply->rest_length);
	piece->length = supply->rest_length;
	for (;; size *= 2) {
		fill(supply, piece, size);
		supply->scan->census(piece->bytes, piece->length, &census);
		end = last_row_end(piece->bytes, piece->length, census.quotes % 2 != 0);
		if (end > 0 || supply->read_all || piece->length >= RECORDS_ROW_MOST)
			break;
	}
	cut_off = supply->read_all && stream_fault(supply->stream).detail != NULL;
	piece->too_long = !supply->read_all && end == 0;
	if (piece->too_long || (supply->read_all && !cut_off))
		end = piece->length;
	cut(supply, piece, end, census);
	if (cut_off)
		note_fault(supply);
	if (supply->read_all || piece->too_long)
		supply->stopped = true;
}

bool supply_next(struct supply *supply, struct piece *piece)
{
	bool more;

	pthread_mutex_lock(&supply->lock);
	more = !supply->stopped;
	if (more)
		take(supply, piece);
	pthread_mutex_unlock(&supply->lock);
	return more && piece->length > 0;
}

void supply_stop(struct supply *supply)
{
	pthread_mutex_lock(&supply->lock);
	supply->stopped = true;
	pthread_mutex_unlock(&supply->lock);
}

struct fault supply_fault(const struct supply *supply)
{
	return supply->fault;
}

uint64_t supply_length(const struct supply *supply)
{
	return supply->offset;
}

void supply_clear_piece(struct piece *piece)
{
	free(piece->bytes);
	*piece = (struct piece){ 0 };
}

void supply_free(struct supply *supply)
{
	pthread_mutex_destroy(&supply->lock);
	free(supply->rest);
}
