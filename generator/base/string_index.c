#include "base/string_index.h"

#include <glib.h>
#include <stdint.h>

#include "base/arena.h"

struct string_index {
	GHashTable *table;
};

static void destroy(void *table)
{
	g_hash_table_destroy(table);
}

struct string_index *string_index_new(struct arena *arena)
{
	struct string_index *index = arena_alloc(arena, sizeof(*index));

	index->table = g_hash_table_new(g_str_hash, g_str_equal);
	arena_own(arena, index->table, destroy);
	return index;
}

bool string_index_add(struct string_index *index, const char *key, int number)
{
	if (g_hash_table_contains(index->table, key))
		return false;
	/* The table only reads its keys, though its interface has no const. */
	g_hash_table_insert(index->table, GSIZE_TO_POINTER((uintptr_t)key),
			    GINT_TO_POINTER(number + 1));
	return true;
}

int string_index_find(const struct string_index *index, const char *key)
{
	return GPOINTER_TO_INT(g_hash_table_lookup(index->table, key)) - 1;
}
