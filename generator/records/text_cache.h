/*
 * text_cache.h - what follows from each text of a column, worked out once.
 *
 * Most columns have few texts in many rows. The cache knows the bytes of a cell as they stand, blanks included, and for
 * them: the values, the conditions as bits, and the part of each grouping's key. When it has grown too large it forgets
 * everything and begins anew: a column of which every row has another text costs time, not memory.
 * Ownership: of one thread. An entry is the place of its record, good until text_cache_forget().
 */
#ifndef GRADIENT_RECORDS_TEXT_CACHE_H
#define GRADIENT_RECORDS_TEXT_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "records/plan.h"
#include "records/row_value.h"
#include "records/text_key.h"

struct arena;

/* What an entry wants a closer look for. */
enum {
	TEXT_UNGROUPED = 1, /* its texts have no numbers among groups yet */
	TEXT_LACKS = 2,     /* a value lacks */
	TEXT_IS_NAME = 4,   /* it is the name of its column */
};

/* Words of a record: the key of the text, flags, conditions if the column has any; then one for each dimension of it. */
enum { TEXT_LOW, TEXT_HIGH, TEXT_FLAGS, TEXT_CONDITIONS };

/* Rows with a text of which a value lacks: those that were taken, and the others. */
struct text_lacks {
	uint64_t rows, line, left_out, left_out_line;
};

struct text_cache {
	const struct plan *plan;
	const struct plan_column *column;
	struct arena *arena; /* texts */
	uint32_t *slots;     /* entries by hash; 0: none, for the first record is no text's */
	uint64_t mask;
	unsigned shift;         /* of hashes of as many bits as the table has */
	size_t count, capacity; /* of records */
	size_t keys, stride;    /* words of a record: those of dimensions begin at keys */
	size_t flagged;         /* records with flags */
	uint64_t *records;
	struct row_value *values; /* of each record as many as the column has */
	struct text_lacks *lacks;
	const char **texts;
	uint32_t *lengths;
};

void text_cache_init(struct text_cache *cache, const struct plan *plan,
		     const struct plan_column *column);

/* There may be no room for so many more texts. */
bool text_cache_is_full(const struct text_cache *cache, size_t more);
void text_cache_forget(struct text_cache *cache);

/* Records have numbers from 1 to count - 1. */
static inline size_t text_cache_number(const struct text_cache *cache, uint32_t entry)
{
	return entry / cache->stride;
}

static inline struct row_value *text_cache_value(const struct text_cache *cache, uint32_t entry,
						 int slot)
{
	return &cache->values[text_cache_number(cache, entry) * cache->column->value_count +
			      (size_t)slot];
}

/* What a text that is looked at needed to be flagged for has been done. */
void text_cache_unflag(struct text_cache *cache, uint32_t entry, uint64_t flag);

/*
 * The entries of the texts of some rows, of which there are ROWS_MOST at most. longest: bytes of the longest text, at
 * least. Sixteen bytes from each text on must be readable.
 */
void text_cache_find(struct text_cache *cache, const char *bytes, const uint32_t *start,
		     const uint32_t *length, size_t longest, const uint16_t *rows, size_t count,
		     uint32_t *entries);

void text_cache_clear(struct text_cache *cache);

#endif
