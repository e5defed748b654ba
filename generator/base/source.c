#include "base/source.h"

#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/source_store.h"

static const size_t size_most = (size_t)SOURCE_SIZE_MOST_MIB * 1024 * 1024;

struct source *source_of_text(struct arena *arena, const char *name, const char *bytes,
			      size_t length)
{
	struct source *source = arena_alloc(arena, sizeof(*source));

	*source = (struct source){
		.name = arena_strdup(arena, name),
		.bytes = bytes,
		.length = length,
		.arena = arena,
	};
	return source;
}

static struct location place(struct arena *arena, const char *name, struct location from)
{
	return from.file != NULL ? from : (struct location){ .file = arena_strdup(arena, name) };
}

/* Reads through zlib, which hands over files without a gzip header as they are. */
static bool read_all(gzFile file, struct buffer *buffer, const char **fault)
{
	enum { PIECE = 256 * 1024 };
	char piece[PIECE];
	int got, status;

	while ((got = gzread(file, piece, PIECE)) > 0) {
		buffer_add(buffer, piece, (size_t)got);
		if (buffer->length > size_most) {
			*fault = "the file is too large";
			return false;
		}
	}
	*fault = gzerror(file, &status);
	if (got == 0 && status == Z_BUF_ERROR)
		*fault = "the compressed file is cut off";
	else if (got == 0)
		return true;
	else if (status == Z_ERRNO)
		*fault = strerror(errno);
	else
		*fault = "the compressed file is damaged";
	return false;
}

/* unpacked: what a packed file holds; bytes are then those on the disk. */
static void note_bytes(const char *path, const char *bytes, size_t length,
		       const struct buffer *unpacked, struct diag_list *diags)
{
	struct source_store *store = diag_store(diags);
	struct arena *scratch;
	const char *digest;

	if (!diag_keeps_files(diags))
		return;
	scratch = arena_new();
	digest = digest_hex(scratch, bytes, length);
	diag_add_file(diags, path, digest, length);
	if (store != NULL)
		source_store_add(store, path, digest, length,
				 unpacked == NULL ? NULL : buffer_text(unpacked),
				 unpacked == NULL ? 0 : unpacked->length);
	arena_free(scratch);
}

/* As it is on the disk. */
static void note_file(const char *path, const struct buffer *unpacked, struct diag_list *diags)
{
	char *bytes;
	gsize length;

	if (!diag_keeps_files(diags) || !g_file_get_contents(path, &bytes, &length, NULL))
		return;
	note_bytes(path, bytes, length, unpacked, diags);
	g_free(bytes);
}

/* What the store of the list has of a file; NULL when it has nothing. */
static const struct stored_source *stored_file(const char *path, const struct diag_list *diags)
{
	return diag_store(diags) == NULL ? NULL : source_store_find(diag_store(diags), path);
}

void source_note_file(const char *path, struct diag_list *diags)
{
	const struct stored_source *stored = stored_file(path, diags);

	if (stored == NULL)
		note_file(path, NULL, diags);
	else if (diag_keeps_files(diags))
		diag_add_file(diags, path, stored->digest, stored->size);
}

static bool is_noted(const char *path, const struct diag_list *diags)
{
	for (size_t i = 0; i < diag_file_count(diags); i++)
		if (strcmp(diag_file_at(diags, i)->path, path) == 0)
			return true;
	return false;
}

void source_note_large_file(const char *path, struct diag_list *diags)
{
	const struct stored_source *stored = stored_file(path, diags);
	struct arena *scratch;
	const char *digest;
	size_t size;

	if (!diag_keeps_files(diags) || is_noted(path, diags))
		return;
	if (stored != NULL) {
		diag_add_file(diags, path, stored->digest, stored->size);
		return;
	}
	scratch = arena_new();
	digest = digest_of_file(scratch, path, &size);
	if (digest != NULL)
		diag_add_file(diags, path, digest, size);
	if (digest != NULL && diag_store(diags) != NULL)
		source_store_add(diag_store(diags), path, digest, size, NULL, 0);
	arena_free(scratch);
}

struct source *source_read(struct arena *arena, const char *path, const char *name,
			   struct location from, enum diag_code unreadable, struct diag_list *diags)
{
	const struct stored_source *stored = stored_file(path, diags);
	struct buffer buffer;
	struct stat status;
	const char *fault;
	size_t length;
	gzFile file;
	bool whole, packed;

	if (stored != NULL && stored->bytes != NULL) {
		if (diag_keeps_files(diags))
			diag_add_file(diags, path, stored->digest, stored->size);
		return source_of_text(arena, name, stored->bytes, stored->length);
	}
	if (stat(path, &status) != 0) {
		diag_addf(diags, unreadable, place(arena, name, from), "%s: %s", name,
			  strerror(errno));
		return NULL;
	}
	if (!S_ISREG(status.st_mode)) {
		diag_addf(diags, unreadable, place(arena, name, from), "%s: not a file", name);
		return NULL;
	}
	file = gzopen(path, "rb");
	if (file == NULL) {
		diag_addf(diags, unreadable, place(arena, name, from), "%s: %s", name,
			  strerror(errno));
		return NULL;
	}
	buffer_init(&buffer);
	whole = read_all(file, &buffer, &fault);
	packed = gzdirect(file) == 0;
	gzclose_r(file);
	if (!whole) {
		diag_addf(diags, unreadable, place(arena, name, from), "%s: %s", name, fault);
		buffer_clear(&buffer);
		return NULL;
	}
	if (packed)
		note_file(path, &buffer, diags);
	else
		note_bytes(path, buffer_text(&buffer), buffer.length, &buffer, diags);
	length = buffer.length;
	return source_of_text(arena, name, buffer_finish(&buffer, arena), length);
}

static size_t line_end(const struct source *source, size_t offset)
{
	const char *bytes = source->bytes;

	while (offset < source->length && bytes[offset] != '\n' && bytes[offset] != '\r')
		offset++;
	if (offset + 1 < source->length && bytes[offset] == '\r' && bytes[offset + 1] == '\n')
		offset++;
	return offset;
}

static void map_lines(struct source *source)
{
	size_t capacity = 0, offset = 0;

	do {
		source->line_starts = arena_grow(source->arena, source->line_starts,
						 source->line_count, &capacity, sizeof(size_t));
		source->line_starts[source->line_count++] = offset;
		offset = line_end(source, offset) + 1;
	} while (offset <= source->length);
}

/* A byte order mark takes no place on the line: editors do not show it. */
static size_t line_begin(const struct source *source, size_t line)
{
	bool marked =
		line == 0 && source->length >= 3 && memcmp(source->bytes, "\xef\xbb\xbf", 3) == 0;

	return marked ? 3 : source->line_starts[line];
}

struct location source_location(struct source *source, size_t offset)
{
	size_t low = 0, high;
	unsigned column = 1;

	if (source->line_starts == NULL)
		map_lines(source);
	high = source->line_count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (source->line_starts[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	for (size_t i = line_begin(source, low); i < offset && i < source->length; i++)
		column += i + 1 == source->length ||
			  ((unsigned char)source->bytes[i + 1] & 0xc0) != 0x80;
	return (struct location){ .file = source->name,
				  .line = (unsigned)low + 1,
				  .column = column };
}

const char *source_library_version(void)
{
	return zlibVersion();
}
