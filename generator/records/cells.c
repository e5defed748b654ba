#include "records/cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fatal.h"
#include "records/records.h"

/* Keys of up to so many bits are places of a table; 62 bits are as many as a key may have. */
enum { DENSE_BITS = 18, KEY_BITS = 62 };

static void *checked(void *memory)
{
	if (memory == NULL)
		fatal_out_of_memory();
	return memory;
}

static unsigned key_bits(const struct cells *cells)
{
	unsigned bits = 0;

	for (size_t i = 0; i < cells->dimensions; i++)
		bits += cells->bits[i];
	return bits;
}

static void put(struct cells *cells, uint64_t key, uint32_t number)
{
	uint64_t place = (cells->by_hash ? cells_spread(key) : key) & cells->table_mask;

	while (cells->table[place] != 0)
		place = (place + 1) & cells->table_mask;
	cells->table[place] = number;
}

/* A new table for the keys as they are. */
static void rebuild(struct cells *cells)
{
	unsigned bits = key_bits(cells);
	size_t size = 1024;

	cells->by_hash = bits > DENSE_BITS;
	while (cells->by_hash && size < cells->capacity * 2)
		size *= 2;
	if (!cells->by_hash)
		size = (size_t)1 << bits;
	free(cells->table);
	cells->table = checked(calloc(size, sizeof(*cells->table)));
	cells->table_mask = size - 1;
	for (size_t i = 0; i < cells->count; i++)
		put(cells, cells->keys[i], (uint32_t)i + 1);
}

void cells_init(struct cells *cells, struct arena *arena, size_t dimensions, size_t words)
{
	*cells = (struct cells){ .arena = arena, .dimensions = dimensions, .words = words };
	cells->bits = arena_array(arena, dimensions + 1, sizeof(*cells->bits));
	cells->shift = arena_array(arena, dimensions + 1, sizeof(*cells->shift));
	rebuild(cells);
}

uint32_t cells_number(const struct cells *cells, uint64_t key, size_t dimension)
{
	return (uint32_t)(key >> cells->shift[dimension] &
			  (((uint64_t)1 << cells->bits[dimension]) - 1));
}

void cells_widen(struct cells *cells, size_t dimension, uint32_t number)
{
	unsigned bits = cells->bits[dimension], shift = 0;
	struct cells before = *cells;
	unsigned *shifts;

	while (number >> bits != 0)
		bits++;
	if (bits == cells->bits[dimension])
		return;
	if (key_bits(cells) - cells->bits[dimension] + bits > KEY_BITS) {
		cells->full = true;
		return;
	}
	shifts = checked(malloc((cells->dimensions + 1) * sizeof(*shifts)));
	memcpy(shifts, cells->shift, cells->dimensions * sizeof(*shifts));
	for (size_t i = 0; i < cells->dimensions; i++) {
		shifts[i] = shift;
		shift += i == dimension ? bits : cells->bits[i];
	}
	for (size_t i = 0; i < cells->count; i++) {
		uint64_t key = 0;

		for (size_t j = 0; j < cells->dimensions; j++)
			key |= (uint64_t)cells_number(&before, cells->keys[i], j) << shifts[j];
		cells->keys[i] = key;
	}
	cells->bits[dimension] = bits;
	memcpy(cells->shift, shifts, cells->dimensions * sizeof(*shifts));
	free(shifts);
	cells->layout++;
	rebuild(cells);
}

static void grow(struct cells *cells)
{
	size_t capacity = cells->capacity == 0 ? 64 : cells->capacity * 2;

	cells->keys = checked(realloc(cells->keys, capacity * sizeof(*cells->keys)));
	cells->items =
		checked(realloc(cells->items, capacity * cells->words * sizeof(*cells->items)));
	cells->capacity = capacity;
	if (cells->by_hash)
		rebuild(cells);
}

int64_t cells_add(struct cells *cells, uint64_t key)
{
	uint64_t place = (cells->by_hash ? cells_spread(key) : key) & cells->table_mask;

	for (; cells->table[place] != 0; place = (place + 1) & cells->table_mask)
		if (cells->keys[cells->table[place] - 1] == key)
			return cells->table[place] - 1;
	if (cells->count == RECORDS_CELLS_MOST) {
		cells->full = true;
		return CELLS_NONE;
	}
	if (cells->count == cells->capacity)
		grow(cells);
	cells->keys[cells->count] = key;
	memset(cells_words(cells, (int64_t)cells->count), 0, cells->words * sizeof(*cells->items));
	put(cells, key, (uint32_t)++cells->count);
	return (int64_t)cells->count - 1;
}

void cells_clear(struct cells *cells)
{
	free(cells->keys);
	free(cells->items);
	free(cells->table);
}
