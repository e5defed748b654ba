/*
 * group_texts.h - the texts of a value that groups are made of, numbered from 1 as they come; 0 is missing.
 */
#ifndef GRADIENT_RECORDS_GROUP_TEXTS_H
#define GRADIENT_RECORDS_GROUP_TEXTS_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct group_slot;

struct group_texts {
	struct arena *arena; /* of the texts */
	const char **texts;  /* texts[0] is NULL */
	size_t count;
	struct group_slot *slots;
	size_t slot_count;
};

void group_texts_init(struct group_texts *groups, struct arena *arena);

uint32_t group_texts_number(struct group_texts *groups, const char *text, size_t length);

void group_texts_clear(struct group_texts *groups);

#endif
