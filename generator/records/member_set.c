#include "records/member_set.h"

#include <stdlib.h>

#include "base/fatal.h"

/* More than a cell number, and than the rows of any file. */
static const uint64_t cell_mask = ((uint64_t)1 << 22) - 1, count_mask = ((uint64_t)1 << 41) - 1;

static size_t place_of(const struct member_set *set, uint32_t cell, struct text_key key)
{
	uint64_t spread = text_key_spread(
		(struct text_key){ key.low, key.high ^ (uint64_t)cell * 0x9e3779b97f4a7c15 });

	return (size_t)(spread ^ spread >> 32) & (set->capacity - 1);
}

static void put(struct member_set *set, const struct member *member)
{
	size_t place = place_of(set, (uint32_t)member->cell, member->key);

	while (set->items[place].count != 0)
		place = (place + 1) & (set->capacity - 1);
	set->items[place] = *member;
}

static void grow(struct member_set *set)
{
	struct member_set larger = { .capacity = set->capacity == 0 ? 1024 : set->capacity * 2,
				     .count = set->count };

	larger.items = calloc(larger.capacity, sizeof(*larger.items));
	if (larger.items == NULL)
		fatal_out_of_memory();
	for (size_t i = 0; i < set->capacity; i++)
		if (set->items[i].count != 0)
			put(&larger, &set->items[i]);
	free(set->items);
	*set = larger;
}

void member_set_add(struct member_set *set, uint32_t cell, struct text_key key, bool whole,
		    uint64_t count)
{
	struct member *member;
	size_t place;

	if (set->count * 4 >= set->capacity * 3)
		grow(set);
	place = place_of(set, cell, key);
	for (;; place = (place + 1) & (set->capacity - 1)) {
		member = &set->items[place];
		if (member->count == 0)
			break;
		if (member->key.low == key.low && member->key.high == key.high &&
		    member->cell == cell && member->whole == whole) {
			member->count = (member->count + count) & count_mask;
			return;
		}
	}
	*member = (struct member){ .key = key, .cell = cell & cell_mask, .whole = whole };
	member->count = count & count_mask;
	set->count++;
}

void member_set_expect(const struct member_set *set, uint32_t cell, struct text_key key)
{
	if (set->capacity > 0)
		__builtin_prefetch(&set->items[place_of(set, cell, key)], 1);
}

void member_set_clear(struct member_set *set)
{
	free(set->items);
	*set = (struct member_set){ 0 };
}
