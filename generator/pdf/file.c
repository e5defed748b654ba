#include "pdf/file.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/cross_reference.h"
#include "pdf/file_pages.h"
#include "pdf/filter.h"
#include "pdf/indirect.h"
#include "pdf/object_stream.h"

enum { REFERENCES_MOST = 32 }; /* one leading to another */

/* What was looked up before; by object number. */
struct known {
	const struct pdf_indirect **objects;
	const struct pdf_object_stream **streams;
	size_t unpacked; /* bytes of all object streams */
	bool loading;    /* an object stream: what it needs must not be in one (7.5.7) */
};

struct pdf_file {
	struct arena *arena;
	struct pdf_slice bytes;
	struct pdf_places places;
	struct known *known;
	struct pdf_pages pages;
};

static const struct pdf_slice none = { "", 0 };
static const struct pdf_indirect missing = { .value = { "", 0 }, .behind = { "", 0 } };
static const struct pdf_object_stream empty;

static struct pdf_file *file_new(struct arena *arena, struct pdf_slice bytes)
{
	struct pdf_file *file = arena_alloc(arena, sizeof(*file));

	file->arena = arena;
	file->bytes = bytes;
	file->known = arena_alloc(arena, sizeof(*file->known));
	return file;
}

static bool find_objects(struct pdf_file *file, const char **fault)
{
	size_t count;

	if (!pdf_places_read(file->arena, file->bytes, &file->places, fault))
		return false;
	count = file->places.count;
	file->known->objects = arena_array(file->arena, count, sizeof(*file->known->objects));
	file->known->streams = arena_array(file->arena, count, sizeof(*file->known->streams));
	*fault = "the file is encrypted";
	if (pdf_value_of(file->places.trailer, "Encrypt").length > 0)
		return false;
	return pdf_pages_read(file->arena, file, count, &file->pages, fault);
}

struct pdf_file *pdf_file_read(struct arena *arena, const char *bytes, size_t length,
			       const char **fault)
{
	static const char header[] = "%PDF-";
	struct pdf_file *file = file_new(arena, (struct pdf_slice){ bytes, length });

	*fault = "this is no PDF file";
	if (length < strlen(header) || memcmp(bytes, header, strlen(header)) != 0)
		return NULL;
	return find_objects(file, fault) ? file : NULL;
}

struct pdf_slice pdf_file_trailer(const struct pdf_file *file)
{
	return file->places.trailer;
}

size_t pdf_file_page_count(const struct pdf_file *file)
{
	return file->pages.count;
}

int pdf_file_page(const struct pdf_file *file, size_t index)
{
	return file->pages.numbers[index];
}

static const struct pdf_indirect *find_direct(const struct pdf_file *file, int number,
					      const struct pdf_place *place)
{
	struct pdf_indirect found;
	struct pdf_indirect *kept;

	if (!pdf_indirect_at(file->bytes, place->at, &found) || found.number != number ||
	    found.generation != place->generation)
		return &missing;
	kept = arena_alloc(file->arena, sizeof(*kept));
	*kept = found;
	return kept;
}

static const struct pdf_object_stream *load_stream(const struct pdf_file *file, int number)
{
	struct pdf_object_stream *stream = arena_alloc(file->arena, sizeof(*stream));
	struct known *known = file->known;
	struct buffer buffer;
	struct pdf_slice text;
	const char *fault;

	buffer_init(&buffer);
	if (!pdf_file_stream(file, number, &buffer, &fault) ||
	    known->unpacked + buffer.length > PDF_UNPACKED_MOST) {
		buffer_clear(&buffer);
		return &empty;
	}
	known->unpacked += text.length = buffer.length;
	text.bytes = buffer_finish(&buffer, file->arena);
	return pdf_object_stream_read(file->arena, pdf_file_object(file, number), text, stream)
		       ? stream
		       : &empty;
}

static const struct pdf_object_stream *stream_of(const struct pdf_file *file, size_t number)
{
	struct known *known = file->known;

	if (number >= file->places.count || file->places.items[number].kind != PLACE_DIRECT)
		return &empty;
	if (known->streams[number] == NULL) {
		known->loading = true;
		known->streams[number] = load_stream(file, (int)number);
		known->loading = false;
	}
	return known->streams[number];
}

static const struct pdf_indirect *find_packed(const struct pdf_file *file, int number,
					      const struct pdf_place *place)
{
	struct pdf_indirect *kept = arena_alloc(file->arena, sizeof(*kept));

	*kept = missing;
	kept->number = number;
	kept->value = pdf_object_stream_value(stream_of(file, place->at), place->index, number);
	return kept;
}

static const struct pdf_indirect *find(const struct pdf_file *file, int number)
{
	struct known *known = file->known;
	const struct pdf_place *place;

	if (number < 0 || (size_t)number >= file->places.count)
		return &missing;
	place = &file->places.items[number];
	if (known->objects[number] != NULL)
		return known->objects[number];
	if (place->kind == PLACE_DIRECT)
		return known->objects[number] = find_direct(file, number, place);
	if (place->kind == PLACE_PACKED && !known->loading)
		return known->objects[number] = find_packed(file, number, place);
	return &missing;
}

struct pdf_slice pdf_file_object(const struct pdf_file *file, int number)
{
	return find(file, number)->value;
}

struct pdf_slice pdf_file_resolve(const struct pdf_file *file, struct pdf_slice value)
{
	int number, generation;

	for (int i = 0; i < REFERENCES_MOST && file != NULL; i++) {
		if (!pdf_reference(value, &number, &generation))
			break;
		value = find(file, number)->generation == generation ? find(file, number)->value
								     : none;
	}
	return pdf_is_keyword(value, "null") || pdf_reference(value, &number, &generation) ? none
											   : value;
}

struct pdf_slice pdf_entry_raw(const struct pdf_file *file, struct pdf_slice dictionary,
			       const char *key)
{
	return pdf_value_of(pdf_file_resolve(file, dictionary), key);
}

struct pdf_slice pdf_entry(const struct pdf_file *file, struct pdf_slice dictionary,
			   const char *key)
{
	return pdf_file_resolve(file, pdf_entry_raw(file, dictionary, key));
}

bool pdf_file_has_stream(const struct pdf_file *file, int number)
{
	return pdf_indirect_has_stream(find(file, number));
}

bool pdf_file_stream_packed(const struct pdf_file *file, int number, struct pdf_slice *packed,
			    const char **fault)
{
	const struct pdf_indirect *object = find(file, number);
	long length;

	*fault = "a stream is missing";
	if (!pdf_indirect_has_stream(object) || pdf_value_of(object->value, "F").length > 0)
		return false;
	*fault = "the length of a stream is wrong";
	return pdf_integer(pdf_entry(file, object->value, "Length"), 0, INT64_MAX, &length) &&
	       pdf_indirect_stream(object, (size_t)length, packed);
}

bool pdf_file_stream(const struct pdf_file *file, int number, struct buffer *out,
		     const char **fault)
{
	struct pdf_slice packed;

	return pdf_file_stream_packed(file, number, &packed, fault) &&
	       pdf_unfilter(file, pdf_file_object(file, number), packed, PDF_UNPACKED_MOST, out,
			    fault);
}
