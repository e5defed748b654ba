#include "html/font_store.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

struct kept_part {
	const char *file;
	enum web_font_result result;
	struct buffer characters, bytes;
};

struct font_store {
	struct arena *arena;
	struct kept_part *parts;
	size_t count, capacity;
};

static void clear(void *object)
{
	struct font_store *store = object;

	for (size_t i = 0; i < store->count; i++) {
		buffer_clear(&store->parts[i].characters);
		buffer_clear(&store->parts[i].bytes);
	}
}

struct font_store *font_store_new(struct arena *arena)
{
	struct font_store *store = arena_alloc(arena, sizeof(*store));

	store->arena = arena;
	arena_own(arena, store, clear);
	return store;
}

static struct kept_part *part_of(struct font_store *store, const char *file)
{
	struct kept_part *part;

	for (size_t i = 0; i < store->count; i++)
		if (strcmp(store->parts[i].file, file) == 0)
			return &store->parts[i];
	store->parts = arena_grow(store->arena, store->parts, store->count, &store->capacity,
				  sizeof(*store->parts));
	part = &store->parts[store->count++];
	part->file = arena_strdup(store->arena, file);
	buffer_init(&part->characters);
	buffer_init(&part->bytes);
	return part;
}

enum web_font_result font_store_part(struct font_store *store, const char *file,
				     const char *characters, struct buffer *out)
{
	struct kept_part *part;

	if (store == NULL)
		return web_font_part(file, characters, out);
	part = part_of(store, file);
	if (strcmp(buffer_text(&part->characters), characters) != 0) {
		buffer_clear(&part->characters);
		buffer_clear(&part->bytes);
		buffer_add_text(&part->characters, characters);
		part->result = web_font_part(file, characters, &part->bytes);
	}
	buffer_add(out, part->bytes.bytes, part->bytes.length);
	return part->result;
}
