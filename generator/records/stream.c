#include "records/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/encoding.h"
#include "records/unpack.h"

enum { CHARACTER_MOST = 4, RAW_SIZE = 256 * 1024 };

/* What a byte of an encoding is in UTF-8; length 0: nothing. */
struct character {
	unsigned char length;
	char bytes[CHARACTER_MOST];
};

struct stream {
	struct arena *arena;
	int file;
	struct stat status;           /* as it was when the file was opened */
	struct unpack *unpack;        /* NULL: plain */
	const char *encoding;         /* NULL: bytes are handed on as they are */
	struct character *characters; /* 256 */
	char *raw;                    /* bytes read and not yet converted */
	size_t raw_length, raw_used;
	char *first;
	size_t first_length, first_used;
	struct stream_fault fault;
	bool stopped; /* at a byte without a meaning: nothing behind it is read */
};

static struct stream *unreadable(const struct count_place *place, const char *why,
				 struct diag_list *diags)
{
	struct location at =
		place->at.file == NULL ? (struct location){ .file = place->shown_path } : place->at;

	diag_addf(diags, DIAG_DATA_UNREADABLE, at, "%s: %s", place->shown_path, why);
	return NULL;
}

static size_t read_file(int file, char *to, size_t size, int *fault)
{
	size_t length = 0;
	ssize_t got;

	while (length < size) {
		got = read(file, to + length, size - length);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			*fault = errno;
		if (got <= 0)
			break;
		length += (size_t)got;
	}
	return length;
}

static void make_characters(struct stream *stream)
{
	struct arena *scratch = arena_new();

	stream->characters = arena_array(stream->arena, 256, sizeof(*stream->characters));
	stream->raw = arena_alloc(stream->arena, RAW_SIZE);
	for (unsigned i = 1; i < 256; i++) {
		struct character *character = &stream->characters[i];
		char byte = (char)i;
		size_t length, bad;
		const char *text =
			encoding_to_utf8(scratch, stream->encoding, &byte, 1, &length, &bad);

		if (text == NULL || length > CHARACTER_MOST)
			continue;
		character->length = (unsigned char)length;
		memcpy(character->bytes, text, length);
	}
	arena_free(scratch);
}

struct stream *stream_open(struct arena *arena, const struct count_place *place,
			   struct diag_list *diags)
{
	struct stream *stream = arena_alloc(arena, sizeof(*stream));
	enum unpack_kind kind;
	char begin[4];
	ssize_t got;

	stream->arena = arena;
	stream->file = open(place->path, O_RDONLY | O_CLOEXEC);
	if (stream->file < 0)
		return unreadable(place, strerror(errno), diags);
	if (fstat(stream->file, &stream->status) != 0 || !S_ISREG(stream->status.st_mode)) {
		close(stream->file);
		return unreadable(place, "not a file", diags);
	}
	got = pread(stream->file, begin, sizeof(begin), 0);
	kind = unpack_kind_of(begin, got < 0 ? 0 : (size_t)got);
	if (kind != UNPACK_NONE)
		stream->unpack = unpack_new(arena, stream->file, kind);
	if (place->encoding != NULL && strcmp(place->encoding, encoding_names()[0]) != 0)
		stream->encoding = place->encoding;
	return stream;
}

static void set_fault(struct stream *stream, enum diag_code code, const char *detail,
		      const char *hint)
{
	if (stream->fault.detail == NULL)
		stream->fault =
			(struct stream_fault){ .code = code, .detail = detail, .hint = hint };
}

/* A file that grew, shrank or was written to gives rows of two states. */
static void check_unchanged(struct stream *stream)
{
	struct stat now;

	if (fstat(stream->file, &now) != 0 || now.st_size != stream->status.st_size ||
	    now.st_mtim.tv_sec != stream->status.st_mtim.tv_sec ||
	    now.st_mtim.tv_nsec != stream->status.st_mtim.tv_nsec)
		set_fault(stream, DIAG_RECORDS_CHANGED, "its size or time is not what it was",
			  NULL);
}

/* As many bytes as there are, in the encoding of the file. */
static size_t read_bytes(struct stream *stream, char *to, size_t size)
{
	size_t length = 0, got = 1;
	int fault = 0;

	if (stream->unpack == NULL) {
		length = read_file(stream->file, to, size, &fault);
		if (fault != 0)
			set_fault(stream, DIAG_DATA_UNREADABLE,
				  arena_strdup(stream->arena, strerror(fault)), NULL);
	}
	while (stream->unpack != NULL && length < size && got > 0)
		length += got = unpack_read(stream->unpack, to + length, size - length);
	if (length == size)
		return length;
	check_unchanged(stream);
	if (stream->unpack != NULL && unpack_fault(stream->unpack).detail != NULL)
		set_fault(stream, DIAG_RECORDS_CUT_OFF, unpack_fault(stream->unpack).detail, NULL);
	return length;
}

const char *stream_first(struct stream *stream, size_t most, size_t *length)
{
	stream->first = arena_alloc(stream->arena, most + 1);
	stream->first_length = read_bytes(stream, stream->first, most);
	if (stream->first_length >= 3 && memcmp(stream->first, "\xef\xbb\xbf", 3) == 0)
		stream->encoding = NULL;
	if (stream->encoding != NULL)
		make_characters(stream);
	*length = stream->first_length;
	return stream->first;
}

/* The first bytes once more, then the rest. */
static size_t read_again(struct stream *stream, char *to, size_t size)
{
	size_t length = stream->first_length - stream->first_used;

	if (length > size)
		length = size;
	if (length > 0)
		memcpy(to, stream->first + stream->first_used, length);
	stream->first_used += length;
	if (length < size && stream->fault.detail == NULL)
		length += read_bytes(stream, to + length, size - length);
	return length;
}

static bool convert_byte(struct stream *stream, unsigned char byte, char **to)
{
	const struct character *character = &stream->characters[byte];

	if (character->length == 0) {
		if (byte == 0)
			set_fault(stream, DIAG_CSV_NOT_TEXT, "it holds a zero byte", NULL);
		else
			set_fault(stream, DIAG_CSV_ENCODING,
				  arena_printf(stream->arena, "byte 0x%02X is not %s", byte,
					       stream->encoding),
				  NULL);
		return false;
	}
	memcpy(*to, character->bytes, CHARACTER_MOST);
	*to += character->length;
	return true;
}

size_t stream_read(struct stream *stream, char *to, size_t size)
{
	char *at = to, *end = to + size;
	bool more = !stream->stopped;

	if (stream->encoding == NULL)
		return read_again(stream, to, size);
	while (more && end - at >= CHARACTER_MOST) {
		if (stream->raw_used == stream->raw_length) {
			stream->raw_used = 0;
			stream->raw_length = read_again(stream, stream->raw, RAW_SIZE);
			if (stream->raw_length == 0)
				break;
		}
		while (more && stream->raw_used < stream->raw_length &&
		       end - at >= CHARACTER_MOST) {
			unsigned char byte = (unsigned char)stream->raw[stream->raw_used++];

			more = convert_byte(stream, byte, &at);
		}
	}
	stream->stopped = !more;
	return (size_t)(at - to);
}

struct stream_fault stream_fault(const struct stream *stream)
{
	return stream->fault;
}

struct stream_fault stream_damage(struct stream *stream, uint64_t *line)
{
	struct unpack_fault fault;

	if (stream->unpack == NULL)
		return (struct stream_fault){ 0 };
	fault = unpack_rest(stream->unpack);
	check_unchanged(stream);
	if (stream->fault.detail != NULL && stream->fault.code == DIAG_RECORDS_CHANGED)
		return stream->fault;
	*line = fault.line;
	return (struct stream_fault){ .code = DIAG_RECORDS_CUT_OFF, .detail = fault.detail };
}

size_t stream_size(const struct stream *stream)
{
	return (size_t)stream->status.st_size;
}

bool stream_is_packed(const struct stream *stream)
{
	return stream->unpack != NULL;
}

void stream_close(struct stream *stream)
{
	if (stream->unpack != NULL)
		unpack_free(stream->unpack);
	else
		close(stream->file);
}
