#include "records/text_cache.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fatal.h"
#include "records/conditions.h"
#include "records/rows.h"

enum { RECORDS_MOST = 64 * 1024, BYTES_MOST = 8 * 1024 * 1024, RECORDS_FIRST = 64, FEW = 1024 };

static void *checked(void *memory)
{
	if (memory == NULL)
		fatal_out_of_memory();
	return memory;
}

/* The high bits of a product depend on all bits of the key. Half as many instructions as text_key_spread(). */
static inline uint64_t place_of(const struct text_cache *cache, struct text_key key)
{
	return (key.low * 0x9e3779b97f4a7c15 ^ key.high * 0xd1b54a32d192ed03) >> cache->shift;
}

static void make_slots(struct text_cache *cache, size_t count)
{
	free(cache->slots);
	cache->slots = checked(calloc(count, sizeof(*cache->slots)));
	cache->mask = count - 1;
	cache->shift = 64 - (unsigned)__builtin_ctzll(count);
	for (size_t i = 1; i < cache->count; i++) {
		size_t entry = i * cache->stride;
		const uint64_t *record = cache->records + entry;
		uint64_t place =
			place_of(cache, (struct text_key){ record[TEXT_LOW], record[TEXT_HIGH] });

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
	cache->keys = TEXT_CONDITIONS + (column->condition_count > 0 ? plan->words : 0);
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
	cache->flagged = 0;
	memset(cache->slots, 0, (cache->mask + 1) * sizeof(*cache->slots));
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
	if (plan_column_is_named(column, cache->texts[number], cache->lengths[number]))
		record[TEXT_FLAGS] |= TEXT_IS_NAME;
	for (size_t i = 0; i < column->value_count; i++) {
		work_out_value(cache, entry, i);
		if (text_cache_value(cache, entry, (int)i)->state == ROW_VALUE_LACKING)
			record[TEXT_FLAGS] |= TEXT_LACKS;
	}
	for (size_t i = 0; i < column->condition_count; i++)
		conditions_set(record + TEXT_CONDITIONS, column->conditions[i],
			       work_out_condition(cache, entry, column->conditions[i]));
	cache->flagged += record[TEXT_FLAGS] != 0;
}

/* The slot of a text, or the free one where it belongs. */
static uint32_t *find(struct text_cache *cache, struct text_key key, const char *text,
		      size_t length)
{
	uint64_t place = place_of(cache, key);
	uint32_t *slot;

	for (; *(slot = &cache->slots[place]) != 0; place = (place + 1) & cache->mask) {
		const uint64_t *record = cache->records + *slot;
		size_t number;

		if (record[TEXT_LOW] != key.low || record[TEXT_HIGH] != key.high)
			continue;
		number = text_cache_number(cache, *slot);
		if (length <= TEXT_KEY_WHOLE)
			break;
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

/* Adds the texts that were not found at their first place; their rows are listed. */
static void add_missed(struct text_cache *cache, const char *bytes, const uint32_t *start,
		       const uint32_t *length, const uint16_t *missed, size_t count,
		       uint32_t *entries)
{
	for (size_t i = 0; i < count; i++) {
		const char *text = bytes + start[missed[i]];
		size_t size = length[missed[i]];

		entries[missed[i]] = add(cache, text_key_of(text, size), text, size);
	}
}

/*
 * Of texts of which the low word of the key is all there is to compare. No branch depends on a text: those that are not
 * at their first place, some percent at most, are listed and looked for afterwards.
 */
static void find_short(struct text_cache *cache, const char *bytes, const uint32_t *start,
		       const uint32_t *length, const uint16_t *rows, size_t count,
		       uint32_t *entries)
{
	const uint32_t *slots = cache->slots;
	const uint64_t *records = cache->records;
	uint16_t missed[ROWS_MOST];
	size_t missed_count = 0;

	for (size_t i = 0; i < count; i++) {
		uint16_t row = rows[i];
		struct text_key key = text_key_of_short(bytes + start[row], length[row]);
		uint32_t entry = slots[place_of(cache, key)];

		entries[row] = entry;
		missed[missed_count] = row;
		missed_count += records[entry + TEXT_LOW] != key.low;
	}
	add_missed(cache, bytes, start, length, missed, missed_count, entries);
}

/*
 * Of all others. What some texts need of the table is called for before the first of them is looked at, for large
 * tables lie far off in memory.
 */
__attribute__((always_inline)) static inline void find_long(
	struct text_cache *cache, const char *bytes, const uint32_t *start, const uint32_t *length,
	bool whole, const uint16_t *rows, size_t count, uint32_t *entries)
{
	enum { TOGETHER = 32 };
	const uint32_t *slots = cache->slots;
	const uint64_t *records = cache->records;
	struct text_key keys[TOGETHER];
	uint64_t places[TOGETHER];
	uint16_t missed[ROWS_MOST];
	size_t missed_count = 0;

	for (size_t begin = 0; begin < count; begin += TOGETHER) {
		size_t some = count - begin < TOGETHER ? count - begin : TOGETHER;
		const uint16_t *these = rows + begin;

		for (size_t i = 0; i < some; i++) {
			const char *text = bytes + start[these[i]];

			keys[i] = whole ? text_key_of_whole(text, length[these[i]])
					: text_key_of(text, length[these[i]]);
			places[i] = place_of(cache, keys[i]);
			__builtin_prefetch(&slots[places[i]]);
		}
		for (size_t i = 0; i < some; i++) {
			entries[these[i]] = slots[places[i]];
			__builtin_prefetch(&records[entries[these[i]]]);
		}
		for (size_t i = 0; i < some; i++) {
			const uint64_t *record = records + entries[these[i]];

			missed[missed_count] = these[i];
			missed_count += record[TEXT_LOW] != keys[i].low ||
					record[TEXT_HIGH] != keys[i].high ||
					(!whole && length[these[i]] > TEXT_KEY_WHOLE);
		}
	}
	add_missed(cache, bytes, start, length, missed, missed_count, entries);
}

void text_cache_find(struct text_cache *cache, const char *bytes, const uint32_t *start,
		     const uint32_t *length, size_t longest, const uint16_t *rows, size_t count,
		     uint32_t *entries)
{
	if (longest <= TEXT_KEY_SHORT)
		find_short(cache, bytes, start, length, rows, count, entries);
	else if (longest <= TEXT_KEY_WHOLE)
		find_long(cache, bytes, start, length, true, rows, count, entries);
	else
		find_long(cache, bytes, start, length, false, rows, count, entries);
}

void text_cache_unflag(struct text_cache *cache, uint32_t entry, uint64_t flag)
{
	uint64_t *flags = &cache->records[entry + TEXT_FLAGS];

	if (*flags == flag)
		cache->flagged--;
	*flags &= ~flag;
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
