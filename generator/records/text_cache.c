#include "records/text_cache.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fatal.h"
#include "records/conditions.h"

enum { RECORDS_MOST = 64 * 1024, BYTES_MOST = 8 * 1024 * 1024, RECORDS_FIRST = 64, FEW = 1024 };

static void *checked(void *memory)
{
	if (memory == NULL)
		fatal_out_of_memory();
	return memory;
}

static uint64_t first_place(const struct text_cache *cache, const uint64_t *record)
{
	struct text_key key = { record[TEXT_LOW], record[TEXT_HIGH] };

	return text_key_spread(key) & cache->mask;
}

static void make_slots(struct text_cache *cache, size_t count)
{
	free(cache->slots);
	cache->slots = checked(calloc(count, sizeof(*cache->slots)));
	cache->mask = count - 1;
	for (size_t i = 1; i < cache->count; i++) {
		size_t entry = i * cache->stride;
		uint64_t place = first_place(cache, cache->records + entry);

		while (cache->slots[place] != 0)
			place = (place + 1) & cache->mask;
		cache->slots[place] = (uint32_t)entry;
	}
}

static void grow(struct text_cache *cache)
{
	size_t capacity = cache->capacity == 0 ? RECORDS_FIRST : cache->capacity * 2;
	size_t values = cache->column->value_count;

	cache->records = checked(
		realloc(cache->records, capacity * cache->stride * sizeof(*cache->records)));
	cache->values = checked(realloc(cache->values, capacity * values * sizeof(*cache->values)));
	cache->lacks = checked(realloc(cache->lacks, capacity * sizeof(*cache->lacks)));
	cache->texts = checked(realloc(cache->texts, capacity * sizeof(*cache->texts)));
	cache->lengths = checked(realloc(cache->lengths, capacity * sizeof(*cache->lengths)));
	cache->capacity = capacity;
	/* The fewer texts share a place, the better; of many texts the table itself should stay small. */
	make_slots(cache, capacity * (capacity <= FEW ? 16 : 4));
}

void text_cache_init(struct text_cache *cache, const struct plan *plan,
		     const struct plan_column *column)
{
	*cache = (struct text_cache){ .plan = plan, .column = column };
	cache->keys = TEXT_CONDITIONS + plan->words;
	cache->stride = cache->keys + column->dimension_count;
	cache->arena = arena_new();
	grow(cache);
	/* No text has this key: it is no UTF-8. */
	memset(cache->records, 0xff, cache->stride * sizeof(*cache->records));
	cache->records[TEXT_FLAGS] = 0;
	cache->count = 1;
}

bool text_cache_is_full(const struct text_cache *cache, size_t more)
{
	return cache->count + more > RECORDS_MOST || arena_size(cache->arena) > BYTES_MOST;
}

void text_cache_forget(struct text_cache *cache)
{
	arena_free(cache->arena);
	cache->arena = arena_new();
	cache->count = 1;
	memset(cache->slots, 0, (cache->mask + 1) * sizeof(*cache->slots));
}

static bool is_name(const struct plan_column *column, const char *text, size_t length)
{
	row_value_cut(&text, &length);
	return column->name != NULL && length > 0 && strlen(column->name) == length &&
	       memcmp(column->name, text, length) == 0;
}

static void work_out_value(struct text_cache *cache, uint32_t entry, size_t which)
{
	const struct plan *plan = cache->plan;
	const struct count_value *value = &plan->query->values[cache->column->values[which]];
	struct row_value *out = text_cache_value(cache, entry, (int)which);
	const struct row_value *from, *until = NULL;

	if (value->kind == VALUE_COLUMN) {
		size_t number = text_cache_number(cache, entry);

		row_value_of_cell(out, value, cache->texts[number], cache->lengths[number]);
		return;
	}
	from = text_cache_value(cache, entry, plan->values[value->from].slot);
	if (row_value_spans(value->kind) && value->until != VALUE_NONE)
		until = text_cache_value(cache, entry, plan->values[value->until].slot);
	row_value_derive(out, value, from, until);
}

static bool work_out_condition(struct text_cache *cache, uint32_t entry, int which)
{
	const struct plan *plan = cache->plan;
	const struct count_condition *condition = &plan->query->conditions[which];

	if (conditions_have_parts(condition))
		return conditions_combine(condition, cache->records + entry + TEXT_CONDITIONS);
	return row_value_holds(text_cache_value(cache, entry, plan->values[condition->value].slot),
			       condition, plan->conditions[which].sorted);
}

/* The values, then the conditions on them. */
static void work_out(struct text_cache *cache, uint32_t entry)
{
	const struct plan_column *column = cache->column;
	uint64_t *record = cache->records + entry;
	size_t number = text_cache_number(cache, entry);

	record[TEXT_FLAGS] = column->dimension_count > 0 ? TEXT_UNGROUPED : 0;
	if (is_name(column, cache->texts[number], cache->lengths[number]))
		record[TEXT_FLAGS] |= TEXT_IS_NAME;
	for (size_t i = 0; i < column->value_count; i++) {
		work_out_value(cache, entry, i);
		if (text_cache_value(cache, entry, (int)i)->state == ROW_VALUE_LACKING)
			record[TEXT_FLAGS] |= TEXT_LACKS;
	}
	for (size_t i = 0; i < column->condition_count; i++)
		conditions_set(record + TEXT_CONDITIONS, column->conditions[i],
			       work_out_condition(cache, entry, column->conditions[i]));
}

/* The slot of a text, or the free one where it belongs. */
static uint32_t *find(struct text_cache *cache, struct text_key key, const char *text,
		      size_t length)
{
	uint64_t place = text_key_spread(key) & cache->mask;
	uint32_t *slot;

	for (; *(slot = &cache->slots[place]) != 0; place = (place + 1) & cache->mask) {
		const uint64_t *record = cache->records + *slot;
		size_t number;

		if (record[TEXT_LOW] != key.low || record[TEXT_HIGH] != key.high)
			continue;
		number = text_cache_number(cache, *slot);
		if (cache->lengths[number] == length &&
		    memcmp(cache->texts[number], text, length) == 0)
			break;
	}
	return slot;
}

static uint32_t add(struct text_cache *cache, struct text_key key, const char *text, size_t length)
{
	uint32_t *slot = find(cache, key, text, length), entry = *slot;
	uint64_t *record;

	if (entry != 0)
		return entry;
	if (cache->count == cache->capacity) {
		grow(cache);
		slot = find(cache, key, text, length);
	}
	entry = (uint32_t)(cache->count * cache->stride);
	record = cache->records + entry;
	memset(record, 0, cache->stride * sizeof(*record));
	record[TEXT_LOW] = key.low;
	record[TEXT_HIGH] = key.high;
	cache->lacks[cache->count] = (struct text_lacks){ 0 };
	cache->texts[cache->count] = arena_strndup(cache->arena, text, length);
	cache->lengths[cache->count++] = (uint32_t)length;
	*slot = entry;
	work_out(cache, entry);
	return entry;
}

__attribute__((always_inline)) static inline struct text_key key_of(const char *text, size_t length,
								    size_t longest)
{
	return longest <= 8                ? text_key_of_short(text, length)
	       : longest <= TEXT_KEY_WHOLE ? text_key_of_whole(text, length)
					   : text_key_of(text, length);
}

/*
 * One loop for each range of lengths, so that none asks for the length of a text. Some texts at a time: what all of them
 * need of the table is called for before the first is looked at, for large tables lie far off in memory. The first place
 * of nearly every text is its own; the others are looked for at leisure.
 */
__attribute__((always_inline)) static inline uint64_t find_all(
	struct text_cache *cache, const char *bytes, const uint32_t *start, const uint32_t *length,
	size_t longest, const uint16_t *rows, size_t count, uint32_t *entries)
{
	enum { TOGETHER = 32 };
	struct text_key keys[TOGETHER];
	uint64_t places[TOGETHER], flags = 0;

	for (size_t begin = 0; begin < count; begin += TOGETHER) {
		size_t some = count - begin < TOGETHER ? count - begin : TOGETHER;
		const uint16_t *these = rows + begin;
		const uint32_t *slots = cache->slots;
		const uint64_t *records = cache->records;

		for (size_t i = 0; i < some; i++) {
			keys[i] = key_of(bytes + start[these[i]], length[these[i]], longest);
			places[i] = text_key_spread(keys[i]) & cache->mask;
			__builtin_prefetch(&slots[places[i]]);
		}
		for (size_t i = 0; i < some; i++) {
			entries[these[i]] = slots[places[i]];
			__builtin_prefetch(&records[entries[these[i]]]);
		}
		for (size_t i = 0; i < some; i++) {
			size_t row = these[i];
			uint32_t entry = entries[row];
			uint64_t other = (cache->records[entry + TEXT_LOW] ^ keys[i].low) |
					 (cache->records[entry + TEXT_HIGH] ^ keys[i].high);

			if (__builtin_expect(other != 0, 0) ||
			    (longest > TEXT_KEY_WHOLE && length[row] > TEXT_KEY_WHOLE))
				entries[row] = entry =
					add(cache, keys[i], bytes + start[row], length[row]);
			flags |= cache->records[entry + TEXT_FLAGS];
		}
	}
	return flags;
}

uint64_t text_cache_find(struct text_cache *cache, const char *bytes, const uint32_t *start,
			 const uint32_t *length, size_t longest, const uint16_t *rows, size_t count,
			 uint32_t *entries)
{
	if (longest <= 8)
		return find_all(cache, bytes, start, length, 8, rows, count, entries);
	if (longest <= TEXT_KEY_WHOLE)
		return find_all(cache, bytes, start, length, TEXT_KEY_WHOLE, rows, count, entries);
	return find_all(cache, bytes, start, length, SIZE_MAX, rows, count, entries);
}

void text_cache_clear(struct text_cache *cache)
{
	free(cache->slots);
	free(cache->records);
	free(cache->values);
	free(cache->lacks);
	free(cache->texts);
	free(cache->lengths);
	if (cache->arena != NULL)
		arena_free(cache->arena);
}
