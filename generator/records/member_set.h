/*
 * member_set.h - who is in which cell, and how often: people, or numbers of a spread.
 *
 * An open table of 24 bytes for each member, between a third and three quarters full. Members are keys of texts
 * (text_key.h) or numbers.
 */
#ifndef GRADIENT_RECORDS_MEMBER_SET_H
#define GRADIENT_RECORDS_MEMBER_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "records/text_key.h"

/* whole: the key is the text itself. A count of 0 is an empty place. */
struct member {
	struct text_key key;
	uint64_t cell : 22, whole : 1, count : 41;
};

struct member_set {
	struct member *items;
	size_t count, capacity; /* a power of two, or 0 */
};

void member_set_add(struct member_set *set, uint32_t cell, struct text_key key, bool whole,
		    uint64_t count);

/*
 * Asks for the memory in which a member has its place, if it is there: many people have a place in no cache, and
 * waiting for all of them at once takes as long as for one.
 */
void member_set_expect(const struct member_set *set, uint32_t cell, struct text_key key);

/* It is empty afterwards. */
void member_set_clear(struct member_set *set);

#endif
