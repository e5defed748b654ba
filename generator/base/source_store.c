#include "base/source_store.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/string_index.h"

struct source_store {
	struct arena *arena;
	struct string_index *paths; /* path -> position */
	struct stored_source *items;
	size_t count, capacity;
	bool closed;
};

struct source_store *source_store_new(struct arena *arena)
{
	struct source_store *store = arena_alloc(arena, sizeof(*store));

	store->arena = arena;
	store->paths = string_index_new(arena);
	return store;
}

void source_store_close(struct source_store *store)
{
	store->closed = true;
}

const struct stored_source *source_store_find(const struct source_store *store, const char *path)
{
	int at = string_index_find(store->paths, path);

	return at == STRING_INDEX_NONE ? NULL : &store->items[at];
}

/* The place of a path, a new one when it has none yet. */
static struct stored_source *place_of(struct source_store *store, const char *path)
{
	int at = string_index_find(store->paths, path);

	if (at != STRING_INDEX_NONE)
		return &store->items[at];
	store->items = arena_grow(store->arena, store->items, store->count, &store->capacity,
				  sizeof(*store->items));
	store->items[store->count].path = arena_strdup(store->arena, path);
	string_index_add(store->paths, store->items[store->count].path, (int)store->count);
	return &store->items[store->count++];
}

void source_store_add(struct source_store *store, const char *path, const char *digest, size_t size,
		      const char *bytes, size_t length)
{
	struct stored_source *stored;

	if (store->closed)
		return;
	stored = place_of(store, path);
	stored->digest = arena_strdup(store->arena, digest);
	stored->size = size;
	if (bytes == NULL)
		return;
	stored->bytes = arena_strndup(store->arena, bytes, length);
	stored->length = length;
}

const char *source_store_digest(struct source_store *store, const char *path)
{
	const struct stored_source *stored = source_store_find(store, path);
	const struct diag_file *file;
	const char *digest = NULL;
	struct diag_list *files;
	struct arena *scratch;

	if (stored != NULL)
		return stored->digest;
	scratch = arena_new();
	files = diag_list_new(scratch);
	diag_keep_files(files);
	source_note_large_file(path, files);
	if (diag_file_count(files) > 0) {
		file = diag_file_at(files, 0);
		source_store_add(store, path, file->digest, file->size, NULL, 0);
		digest = arena_strdup(store->arena, file->digest);
	}
	arena_free(scratch);
	return digest;
}
