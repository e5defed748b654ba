/*
 * cells.h - the cells of one grouping, found by the numbers of their texts.
 *
 * Texts of a dimension have numbers from 1 in the order in which they come; 0 is missing. The numbers of a cell stand
 * side by side in one word, its key, each in as many bits as its dimension needs so far: when a dimension outgrows its
 * bits all keys are made anew, which layout() tells. Small tables are looked up by the key itself, others by hash.
 */
#ifndef GRADIENT_RECORDS_CELLS_H
#define GRADIENT_RECORDS_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum { CELLS_NONE = -1 };

struct cells {
	struct arena *arena;
	size_t dimensions;
	unsigned *bits, *shift; /* of each dimension */
	unsigned layout;        /* changes when keys do */
	bool full;       /* more cells, or wider keys, than there may be; the rest is not counted */
	uint64_t *keys;  /* of each cell */
	uint64_t *items; /* of each cell `words` words */
	size_t words, count, capacity;
	uint32_t *table; /* cell + 1 by key, or by hash of the key */
	uint64_t table_mask;
	bool by_hash;
};

/* A cell has words of its own, zero at first. */
void cells_init(struct cells *cells, struct arena *arena, size_t dimensions, size_t words);

/* There may be a text with this number from now on. */
void cells_widen(struct cells *cells, size_t dimension, uint32_t number);

/* The cell with that key, made if it is new; CELLS_NONE when there are too many. */
int64_t cells_add(struct cells *cells, uint64_t key);

/* The number of a dimension in a key. */
uint32_t cells_number(const struct cells *cells, uint64_t key, size_t dimension);

static inline uint64_t *cells_words(const struct cells *cells, int64_t cell)
{
	return cells->items + (size_t)cell * cells->words;
}

static inline uint64_t cells_spread(uint64_t key)
{
	key *= 0x9e3779b97f4a7c15;
	return key ^ key >> 32;
}

/* The same as cells_add(), quick when the cell is there. */
static inline int64_t cells_find(struct cells *cells, uint64_t key)
{
	uint32_t found =
		cells->table[(cells->by_hash ? cells_spread(key) : key) & cells->table_mask];

	if (found > 0 && (!cells->by_hash || cells->keys[found - 1] == key))
		return found - 1;
	return cells_add(cells, key);
}

void cells_clear(struct cells *cells);

#endif
